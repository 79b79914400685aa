"""A conversation with Pagefind, as its own packages for other languages hold it.

Each message is JSON in base64 with a comma after it, and has one answer, in order. So no page is
copied and no file written: neither a full disk nor a killed build leaves half an index somewhere.
"""

import json
import os
from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired
from tempfile import TemporaryFile
from threading import Thread
from typing import Any

LONGEST = 600
"""Seconds that the last answer may take."""

_PIECE = 1 << 16
"""Bytes: what a pipe holds."""

LAST = 2**31 - 1
"""The number of the last message."""


class SearchError(Exception):
    """The index could not be made."""


class Conversation:
    """Pagefind, listening. It ends with this process, should nobody stop it."""

    def __init__(self, program: Path) -> None:
        """Start ``program``; raises ``SearchError`` where that fails."""
        self._said: list[dict[str, Any]] = []
        self._sent = 0
        self._complaints = TemporaryFile()  # noqa: SIM115 - closed when the conversation stops
        try:
            self._engine = Popen(  # noqa: S603 - our own package
                [program, "--service"], stdin=PIPE, stdout=PIPE, stderr=self._complaints
            )
        except OSError as error:
            self._complaints.close()
            raise SearchError(f"Pagefind could not run: {error}") from error
        # It answers while it is told more, and a pipe holds little: both must flow at once.
        self._listening = Thread(target=self._listen, daemon=True)
        self._listening.start()

    def tell(self, request: dict[str, Any]) -> None:
        """Send ``request``; what is wrong with it, the last answer says."""
        self._send(self._sent, request)
        self._sent += 1

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to the last request, and stop.

        Raises ``SearchError`` where Pagefind ended early, takes too long or refused a request.
        """
        self._send(LAST, request)
        self._listening.join(LONGEST)
        how = "It took too long."
        if not self._listening.is_alive() and len(self._said) <= self._sent:
            with suppress(TimeoutExpired):
                how = f"It ended with {self._engine.wait(LONGEST)}."
        said = self.stop()
        refused = [answer["message"] for answer in self._said if answer["type"] == "Error"]
        if refused or len(self._said) <= self._sent:
            what = "\n".join(refused) or said or how
            raise SearchError(f"Pagefind could not index the site:\n{what}")
        return self._said[-1]

    def stop(self) -> str:
        """End the conversation, however far it is; return what Pagefind complained of."""
        self._engine.kill()
        self._engine.wait()
        self._listening.join()
        for pipe in (self._engine.stdin, self._engine.stdout):
            with suppress(OSError):  # it may have ended before it read everything
                pipe.close()  # type: ignore[union-attr]
        if self._complaints.closed:
            return ""
        with self._complaints as complaints:
            complaints.seek(0)
            return complaints.read().decode("utf-8", errors="replace").strip()

    def _send(self, number: int, request: dict[str, Any]) -> None:
        message = json.dumps({"message_id": number, "payload": request}).encode()
        with suppress(OSError):  # it ended, and its last words say why
            self._engine.stdin.write(b64encode(message) + b",")  # type: ignore[union-attr]
            self._engine.stdin.flush()  # type: ignore[union-attr]

    def _listen(self) -> None:
        """Collect answers up to the last one, or to the end."""
        output = self._engine.stdout.fileno()  # type: ignore[union-attr]
        half: list[bytes] = []
        while piece := os.read(output, _PIECE):
            first, *more = piece.split(b",")
            half.append(first)
            for next_one in more:
                answer = json.loads(b64decode(b"".join(half)))
                self._said.append(answer["payload"])
                if answer["message_id"] == LAST:
                    return
                half = [next_one]
