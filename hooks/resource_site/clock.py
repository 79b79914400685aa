"""The date a build is for."""

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Return today's date, or that of ``SOURCE_DATE_EPOCH``, so that a build can be reproduced.

    It is in seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return date.today()
