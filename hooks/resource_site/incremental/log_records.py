"""Capture of log messages, to log them again in another process."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


class LogMessage(NamedTuple):
    """A log record that can be pickled: the logger's name, the level and the formatted text."""

    logger: str
    level: int
    text: str


class _CaptureHandler(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[LogMessage] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(LogMessage(record.name, record.levelno, record.getMessage()))


@contextmanager
def capture_warnings(name: str) -> Iterator[list[LogMessage]]:
    """Collect what the logger ``name`` and its children log at WARNING or above.

    Their own handlers do not see it; ``log_again`` sends it to them. A logger that is
    set to show errors alone is captured too.
    """
    capturing = _CaptureHandler(logging.WARNING)
    logger = logging.getLogger(name)
    handlers, propagate, level = logger.handlers, logger.propagate, logger.level
    logger.handlers, logger.propagate = [capturing], False
    logger.setLevel(min(level, logging.WARNING))
    try:
        yield capturing.messages
    finally:
        logger.handlers, logger.propagate = handlers, propagate
        logger.setLevel(level)


def log_again(messages: list[LogMessage]) -> None:
    """Log ``messages`` through the loggers that they came from."""
    for message in messages:
        logging.getLogger(message.logger).log(message.level, message.text)
