"""What the screen reader Orca says of a page in Chromium, without a sound or a screen.

Debian: apt-get install orca at-spi2-core xvfb dbus-x11 speech-dispatcher openbox xdotool chromium
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAMS = (
    "Xvfb",
    "orca",
    "openbox",
    "xdotool",
    "chromium",
    "dbus-run-session",
    "speech-dispatcher",
)
MISSING = [program for program in PROGRAMS if not shutil.which(program)]

TO_START, TO_LOAD, TO_READ, TO_ANSWER = 4, 12, 8, 3
"""Seconds for Orca to start, for a page to load, for Orca to read it, and to answer a key.

Orca's log is written when it ends, so there is nothing to wait for.
"""

_SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)'(?: ?\{.*)?$")
_BUS = "/usr/libexec/at-spi-bus-launcher"
_SPEECH = """AudioOutputMethod "null"
AddModule "dummy" "sd_dummy" ""
DefaultModule dummy
DefaultVolume 0
"""


def hear(address: str, *keys: str) -> list[str]:
    """Return what Orca says of the page at ``address``, and then of each key, named for xdotool."""
    with TemporaryDirectory() as folder:
        command = ["dbus-run-session", "--", sys.executable, __file__, folder, address, *keys]
        result = subprocess.run(
            command, check=True, capture_output=True, timeout=300, start_new_session=True
        )
    spoken: list[str] = json.loads(result.stdout.splitlines()[-1])
    return spoken


def _main(folder: Path, address: str, keys: Sequence[str]) -> list[str]:
    """Do as ``hear``, on a message bus of its own."""
    speech = folder / "home/.config/speech-dispatcher/speechd.conf"
    speech.parent.mkdir(parents=True)
    (folder / "run").mkdir(mode=0o700)
    speech.write_text(_SPEECH, encoding="utf-8")
    log = folder / "orca.log"
    log.touch()
    with ExitStack() as stack:
        os.environ |= {
            "HOME": str(folder / "home"),
            "GTK_MODULES": "gail:atk-bridge",
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "GNOME_ACCESSIBILITY": "1",
            "DISPLAY": stack.enter_context(_screen()),
        }

        def start(*command: str) -> None:
            stack.enter_context(_running(command))

        start("openbox")
        start(_BUS, "--launch-immediately")
        setting = ("org.gnome.desktop.interface", "toolkit-accessibility", "true")
        subprocess.run(["gsettings", "set", *setting], check=True, stdout=subprocess.DEVNULL)
        start("orca", "--replace", f"--debug-file={log}")
        time.sleep(TO_START)
        options = ("--no-sandbox", "--force-renderer-accessibility", "--no-first-run")
        start("chromium", *options, f"--user-data-dir={folder}/browser", address)
        time.sleep(TO_LOAD)
        # on a busy machine the window may be late, and the window manager not there to ask
        found = ("search", "--sync", "--onlyvisible", "--class", "chromium")
        window = (*found, "windowfocus", "--sync")
        subprocess.run(["xdotool", *window], check=True, stdout=subprocess.DEVNULL, timeout=60)
        time.sleep(TO_READ)
        for key in keys:
            subprocess.run(["xdotool", "key", key], check=True, stdout=subprocess.DEVNULL)
            time.sleep(TO_ANSWER)
    return _spoken(log)


@contextmanager
def _screen() -> Iterator[str]:
    """Start a screen that nobody sees, and yield its name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1000x24"]
    with _running(command, pass_fds=[write]):
        os.close(write)
        with os.fdopen(read) as number:
            yield f":{number.readline().strip()}"


@contextmanager
def _running(command: Sequence[str], pass_fds: Sequence[int] = ()) -> Iterator[None]:
    silent = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=silent, stderr=silent, pass_fds=pass_fds)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(TO_READ)
        except subprocess.TimeoutExpired:
            process.kill()


def _spoken(log: Path) -> list[str]:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return [found[1] for found in map(_SPOKEN.search, lines) if found]


if __name__ == "__main__":
    folder, address, *keys = sys.argv[1:]
    sys.stdout.write(json.dumps(_main(Path(folder), address, keys)))
