"""The date a build is for."""

import os
import re
from datetime import UTC, date, datetime

_NAME = "SOURCE_DATE_EPOCH"
_SECONDS = re.compile(r"[0-9]{1,11}")
"""What libraries that read the variable too take for a number, up to a year of four digits."""


class ClockError(ValueError):
    """Raised where the environment names a day in a way that cannot be read."""


def today() -> date:
    """Return today's date, or that of ``SOURCE_DATE_EPOCH``, so that a build can be reproduced.

    It is in seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch/). Raises
    ``ClockError`` where it is anything else, or nothing: MkDocs and fontTools would fail on it.
    """
    epoch = os.environ.get(_NAME)
    if epoch is None:
        return date.today()
    try:
        if _SECONDS.fullmatch(epoch):
            return datetime.fromtimestamp(int(epoch), UTC).date()
    except ValueError:  # after the year 9999
        pass
    raise ClockError(
        f'{_NAME}, the day this is for, is "{epoch}", which is not a number of seconds since '
        f'1970. Take it out of the environment ("unset {_NAME}") to use today, or write digits '
        "only, such as 1795435200."
    )
