"""A conversation with Pagefind, as its own packages for other languages hold it.

Each message is JSON in base64 with a comma after it, and has one answer, in order. So no page is
copied and no file written: neither a full disk nor a killed build leaves half an index somewhere.
"""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryFile
from threading import Timer
from typing import IO, Any

LONGEST = 600
"""Seconds that a conversation may take."""

_PIECE = 1 << 16
"""Bytes: what a pipe holds."""


class SearchError(Exception):
    """The index could not be made."""


def ask(program: Path, requests: Iterable[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """Return the answers of ``program`` to ``requests``, of which there are ``count``.

    Raises ``SearchError`` where it cannot run, ends early or refuses a request, and whatever
    making the requests raises.
    """
    with TemporaryFile() as complaints, ThreadPoolExecutor(1) as beside:
        try:
            engine = Popen([program, "--service"], stdin=PIPE, stdout=PIPE, stderr=complaints)  # noqa: S603 - our own package
        except OSError as error:
            raise SearchError(f"Pagefind could not run: {error}") from error
        assert engine.stdin  # noqa: S101 - for the type checker
        assert engine.stdout  # noqa: S101
        too_long = Timer(LONGEST, engine.kill)
        too_long.start()
        # It answers while it is asked, and a pipe holds little: both must flow at once.
        asking = beside.submit(_send, engine.stdin, requests)
        try:
            answers = list(_answers(engine.stdout, count))
        finally:
            too_long.cancel()
            engine.kill()
            code = engine.wait()
            engine.stdout.close()
            with suppress(OSError):  # it may have ended before it read everything
                engine.stdin.close()
        asking.result()
        complaints.seek(0)
        said = complaints.read().decode("utf-8", errors="replace").strip()
    refused = [answer["message"] for answer in answers if answer["type"] == "Error"]
    if refused or len(answers) < count:
        what = "\n".join(refused) or said or f"It ended with {code}."
        raise SearchError(f"Pagefind could not index the site:\n{what}")
    return answers


def _send(pipe: IO[bytes], requests: Iterable[dict[str, Any]]) -> None:
    """Send ``requests``; where one cannot be made, end the conversation."""
    try:
        for number, request in enumerate(requests):
            message = json.dumps({"message_id": number, "payload": request})
            with suppress(BrokenPipeError):  # it ended, and its last words say why
                pipe.write(b64encode(message.encode()) + b",")
        with suppress(BrokenPipeError):
            pipe.flush()
    except BaseException:
        with suppress(OSError):
            pipe.close()
        raise


def _answers(pipe: IO[bytes], count: int) -> Iterator[dict[str, Any]]:
    """Yield up to ``count`` answers, as many as come."""
    half: list[bytes] = []
    given = 0
    while given < count and (piece := os.read(pipe.fileno(), _PIECE)):
        first, *more = piece.split(b",")
        half.append(first)
        for next_one in more:
            yield json.loads(b64decode(b"".join(half)))["payload"]
            half = [next_one]
        given += len(more)
