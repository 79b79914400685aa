"""What is logged while something is made, collected so that it can be heard again."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


class Logged(NamedTuple):
    """One message: who logged it, at which level, and its words."""

    logger: str
    level: int
    words: str


@contextmanager
def collect_warnings(name: str) -> Iterator[list[Logged]]:
    """Collect what the logger ``name``, and those below it, log from warnings on.

    Nothing of it is shown meanwhile; ``log_again`` does that, maybe in another process.
    """
    found: list[Logged] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(Logged(record.name, record.levelno, record.getMessage()))

    logger = logging.getLogger(name)
    handlers, propagates = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [Collect(logging.WARNING)], False
    try:
        yield found
    finally:
        logger.handlers, logger.propagate = handlers, propagates


def log_again(messages: list[Logged]) -> None:
    """Log ``messages`` by the loggers that they came from."""
    for message in messages:
        logging.getLogger(message.logger).log(message.level, message.words)
