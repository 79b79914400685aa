"""A page in the running preview, opened in a browser."""

import time
import webbrowser
from urllib.error import HTTPError
from urllib.request import urlopen

_TRIES = 10
_PAUSE = 0.5
"""Seconds between two tries: the preview needs a moment to see a new file and build its page."""


def open_when_shown(address: str) -> bool:
    """Open ``address`` in the browser, if a preview shows it; tell whether it did.

    Where nothing answers, no preview runs, and nothing is opened.
    """
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(_PAUSE)
        try:
            with urlopen(address, timeout=5):  # noqa: S310 - our own
                return webbrowser.open(address)
        except HTTPError:  # it answers, and has not built the page yet
            continue
        except OSError:
            return False
    return False
