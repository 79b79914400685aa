"""Whenever the power fails while a site is published, what comes back is the old or the new, whole.

A disk writes what it was given in any order, and after a cut has only what was waited for (fsync)
for certain. So at each step, everything else is taken to be lost, or kept, whichever is worse.
"""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from drawing import draw
from killing import content
from resource_site.build.publishing import atomic_swap, disk_sync
from resource_site.build.publishing.atomic_swap import Replacement

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="which file a call waits for is asked of Linux"
)

OLD = "site/index.html\n    old\nsite/a/b.html\n    old\nsite/gone.html\n    old\n"
NEW = "index.html\n    new\na/b.html\n    new\nadded/c.html\n    new\n"


@dataclass
class Disk:
    """What of ``root`` the disk has for certain: names in folders, and data of files, by inode."""

    root: Path
    names: dict[int, dict[str, int]] = field(default_factory=dict)
    data: dict[int, bytes] = field(default_factory=dict)

    def has(self, path: Path) -> None:
        inode = path.stat().st_ino
        if path.is_dir():
            self.names[inode] = {each.name: each.stat().st_ino for each in path.iterdir()}
        else:
            self.data[inode] = path.read_bytes()

    def has_all(self) -> None:
        for path in (self.root, *self.root.rglob("*")):
            self.has(path)

    def after_a_cut(self, *, top_is_new: bool, rest_is_new: bool) -> dict[str, dict[str, bytes]]:
        """Return the files of each folder in ``root``.

        What was not waited for is lost, but for the names in ``root``, or in the folders below.
        """
        now = {self.root.stat().st_ino: self._now(self.root)}
        for path in self.root.rglob("*"):
            if path.is_dir():
                now[path.stat().st_ino] = self._now(path)
        top = self.root.stat().st_ino

        def files(inode: int, above: str) -> dict[str, bytes]:
            if inode not in self.names and inode not in now:
                return {above.removesuffix("/"): self.data.get(inode, b"")}
            found: dict[str, bytes] = {}
            for name, below in (now if rest_is_new else self.names).get(inode, {}).items():
                found |= files(below, f"{above}{name}/")
            return found

        listed = (now if top_is_new else self.names)[top]
        return {name: files(inode, "") for name, inode in listed.items()}

    @staticmethod
    def _now(folder: Path) -> dict[str, int]:
        return {each.name: each.stat().st_ino for each in folder.iterdir()}


WAYS = {
    "one call for the disk": (True, True),
    "a call for each file": (False, True),
    "two renames": (False, False),
}


@pytest.mark.parametrize(("whole_disk", "swaps"), WAYS.values(), ids=WAYS)
def test_a_power_cut_at_any_step_leaves_the_old_or_the_new_site_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole_disk: bool, swaps: bool
) -> None:
    draw(tmp_path, OLD)
    old, new = content(tmp_path / "site"), draw_new()
    disk = Disk(tmp_path)
    disk.has_all()
    steps = 0

    def look() -> None:
        nonlocal steps
        steps += 1
        for top_is_new, rest_is_new in product((False, True), repeat=2):
            left = disk.after_a_cut(top_is_new=top_is_new, rest_is_new=rest_is_new)
            # Between two renames, the next build brings back what was set aside.
            set_aside = [files for name, files in left.items() if "-old-" in name and not swaps]
            assert left.get("site", next(iter(set_aside), None)) in (old, new)

    def looked_at(real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any, **named: Any) -> Any:
            look()
            answer = real(*given, **named)
            look()
            return answer

        return step

    def fsync(handle: int) -> None:
        os_fsync(handle)
        disk.has(Path(f"/proc/self/fd/{handle}").readlink())
        look()

    def sync_disk_of(folder: Path) -> bool:
        if not (whole_disk and real_sync(folder)):
            return False
        disk.has_all()
        look()
        return True

    os_fsync, real_sync = os.fsync, disk_sync._sync_disk_of
    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(disk_sync, "_sync_disk_of", sync_disk_of)
    monkeypatch.setattr(shutil, "rmtree", looked_at(shutil.rmtree))
    monkeypatch.setattr(Path, "rename", looked_at(Path.rename))
    swap = atomic_swap.swap if swaps else lambda _one, _other: False
    monkeypatch.setattr(atomic_swap, "swap", looked_at(swap))
    site = Replacement(tmp_path / "site")
    draw(site.folder, NEW)
    site.publish()
    assert steps > 4
    for top_is_new, rest_is_new in product((False, True), repeat=2):
        left = disk.after_a_cut(top_is_new=top_is_new, rest_is_new=rest_is_new)
        assert left["site"] == new


def draw_new() -> dict[str, bytes]:
    names = [line for line in NEW.splitlines() if not line.startswith(" ")]
    return dict.fromkeys(names, b"new\n")
