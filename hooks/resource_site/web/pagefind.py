"""A conversation with Pagefind, as its own packages for other languages hold it.

Each message is JSON in base64 with a comma after it, and has one answer, in order. So no page is
copied and no file written: neither a full disk nor a killed build leaves half an index somewhere.
It ends when its input ends, whatever is still to be answered, so ``Popen.communicate`` cannot hold
the conversation, and it answers while it is asked, so a thread has to listen.

Measured with 1,000 pages and Pagefind 1.5.2: this takes 5.6 s of CPU and 450 MiB. Pagefind's own
Python package takes 105 s by the clock, page by page, waits for ever where the program ends early,
and cannot read an index of over 2 MiB. The program by itself, on a folder of copies, takes 4.4 s
and 384 MiB, but on a full disk it ends with 0 and an index of which files are cut short.
"""

import json
import os
from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryFile
from threading import Event, Thread
from time import monotonic
from typing import Any

LONGEST = 600
"""Seconds without an answer to what was asked."""

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
        self._last = monotonic()
        self._over = Event()
        self._late = False
        # It answers while it is told more, and a pipe holds little: both must flow at once.
        self._listening = Thread(target=self._listen, daemon=True)
        self._listening.start()
        Thread(target=self._watch, daemon=True).start()

    def tell(self, request: dict[str, Any]) -> None:
        """Send ``request``; what is wrong with it, the last answer says."""
        self._send(self._sent, request)

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to the last request, and stop.

        Raises ``SearchError`` where Pagefind ended early, takes too long or refused a request.
        """
        self._send(LAST, request)
        self._listening.join()
        complete = len(self._said) >= self._sent
        # It closes its mouth a moment before it ends.
        code = None if complete or self._late else self._engine.wait()
        complaints = self.stop()
        refused = [answer["message"] for answer in self._said if answer["type"] == "Error"]
        if refused or not complete:
            how = "It took too long." if self._late else f"It ended with {code}."
            what = "\n".join(refused) or complaints or how
            raise SearchError(f"Pagefind could not index the site:\n{what}")
        return self._said[-1]

    def stop(self) -> str:
        """End the conversation, however far it is; return what Pagefind complained of."""
        self._over.set()
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
        self._sent += 1
        self._last = monotonic()
        message = json.dumps({"message_id": number, "payload": request}).encode()
        with suppress(OSError):  # it ended, and its last words say why
            self._engine.stdin.write(b64encode(message) + b",")  # type: ignore[union-attr]
            self._engine.stdin.flush()  # type: ignore[union-attr]

    def _watch(self) -> None:
        """End a conversation in which nothing comes back any more."""
        while not self._over.wait(min(1, LONGEST)):
            silence = monotonic() - self._last
            if len(self._said) < self._sent and silence > LONGEST:
                self._late = True
                self._engine.kill()
                return

    def _listen(self) -> None:
        """Collect answers up to the last one, or to the end."""
        try:
            self._collect()
        except (ValueError, LookupError, TypeError):
            self._said.append({"type": "Error", "message": "It said what nobody understands."})
            self._engine.kill()

    def _collect(self) -> None:
        output = self._engine.stdout.fileno()  # type: ignore[union-attr]
        half: list[bytes] = []
        while piece := os.read(output, _PIECE):
            first, *more = piece.split(b",")
            half.append(first)
            for next_one in more:
                answer = json.loads(b64decode(b"".join(half)))
                self._said.append(answer["payload"])
                self._last = monotonic()
                if answer["message_id"] == LAST:
                    return
                half = [next_one]
