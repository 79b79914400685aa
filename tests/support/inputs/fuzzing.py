"""How many inputs hypothesis makes up for a test: few in ``make test``, many at night."""

import os
from typing import Any

from hypothesis import settings

FUZZ = int(os.environ.get("FUZZ", "1"))
"""How many times as many as usual; ``make fuzz`` sets it."""

USUAL = 100
"""Examples of a test that does not say how many, in ``make test``; hypothesis' own number."""


def examples(number: int, **others: Any) -> settings:
    """Return settings of a test with ``number`` examples in ``make test``.

    The profile in ``conftest.py`` says how many that is in this run.
    """
    return settings(max_examples=number * settings().max_examples // USUAL, **others)
