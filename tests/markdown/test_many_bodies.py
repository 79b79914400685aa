"""Each night: 100,000 texts that no person would write are read soon, and in little memory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import many_bodies

PARTS = 4
"""Programs that share the work, since tests run at once."""

EACH = 25_000
MEBIBYTES = 500


# The system's own record of the process: getrusage counts what its parent had in use, too.
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux keeps this record")
@pytest.mark.parametrize(
    "part",
    [
        pytest.param(part, marks=[pytest.mark.nightly, pytest.mark.timeout(3600)])
        for part in range(PARTS)
    ],
)
def test_every_text_is_done_or_refused_within_two_seconds(part: int) -> None:
    first = part * EACH
    ran = subprocess.run(
        [sys.executable, many_bodies.__file__, str(first), str(first + EACH)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    *slow, memory = ran.stdout.splitlines()
    assert slow == []
    assert 10 * 1024 < int(memory) < MEBIBYTES * 1024  # KiB
