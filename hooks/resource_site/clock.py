"""Which day it is, in one place, so that a build can be repeated for any day."""

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Return the day this build is for.

    ``SOURCE_DATE_EPOCH`` (seconds since 1970, the Reproducible Builds standard, which MkDocs
    honours too) wins over the computer's own calendar.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return date.today()
