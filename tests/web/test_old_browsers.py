"""Scripts run in browsers of the last seven years; older ones get the page as it is without."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, expect

from browser import visitor
from built_sites import BuiltSites
from samples import ARTICLE, CHECKLIST
from serving import serve
from small_site import EPOCH, PROJECT

TELL = PROJECT / "tests/support/browsers/old_browsers.mjs"
TODAY = date.fromtimestamp(int(EPOCH))
SEVEN_YEARS_AGO = TODAY.replace(year=TODAY.year - 7).isoformat()

ASKED_FIRST = {
    "answers/send.js": {"clipboard", "writeText"},
    "dialogs/dialogs.js": {"showModal"},
    "listen/listen.js": {"Highlight", "highlights", "popover", "showPopover"},
    "listen/sentences.js": {"Segmenter"},
    "offline/offline.js": {"requestIdleCallback"},
    "reading-settings/reading-settings.js": {"showModal"},
    "search/search-box.js": {"showModal"},
    "sw.js": {"saveData"},
}
"""What a script uses only where the browser has it."""

OURS = {"completed", "entry", "forget", "lines", "phrases", "range", "results", "touched", "watch"}
"""Names of ours that newer browsers give to other things."""


def faults(*files: Path) -> dict[str, set[str]]:
    """Return what browsers of that day do not know in each of the scripts."""
    node = shutil.which("node")
    assert node, "npm, which the tests need, brings node"
    command = [node, str(TELL), SEVEN_YEARS_AGO, *map(str, files)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {file: set(found) for file, found in json.loads(told).items()}


def test_every_script_is_known_to_browsers_of_seven_years_ago(
    built_sites: BuiltSites, tmp_path: Path
) -> None:
    site = built_sites.of(ARTICLE + CHECKLIST)
    root = next(site.path("assets").glob("script.*"))
    early = PROJECT / "overrides/components/reading-settings/early.js"
    newer = tmp_path / "newer.js"
    newer.write_text(
        "class A { #b = /(?<=c)/; d() { return this.#b?.e ?? 'f'.replaceAll('g'); } }",
        encoding="utf-8",
    )
    old = tmp_path / "old.js"
    old.write_text("a?.b; a ?? b; 'a'.replaceAll('b'); /(?<=c)/;", encoding="utf-8")
    scripts = {file.relative_to(root).as_posix(): file for file in root.rglob("*.js")}
    scripts |= {"sw.js": site.path("sw.js"), "early.js": early}
    found = faults(*scripts.values(), newer, old)
    assert found.pop(str(newer)), "it is told what a newer script is"
    assert found.pop(str(old)) == {"?.", "??", "replaceAll", "/(?<=c)/"}
    for name, file in scripts.items():
        assert found[str(file)] - OURS - ASKED_FIRST.get(name, set()) == set(), name


WITHOUT_DIALOGS = """
    delete HTMLDialogElement.prototype.showModal;
    delete HTMLDialogElement.prototype.close;
"""


def test_a_browser_without_dialogs_shows_them_in_the_page(
    browser: Browser, built_sites: BuiltSites
) -> None:
    site = built_sites.of(ARTICLE + CHECKLIST)
    with serve(site.path("")) as address, visitor(browser) as context:
        page = context.new_page()
        page.add_init_script(WITHOUT_DIALOGS)
        page.goto(f"{address}checklists/after-a-rejection/")
        page.locator(".checklist").get_by_role("checkbox").first.check()
        sends = page.get_by_role("button", name="Send to Haleema")
        sends.click()
        dialog = page.get_by_role("dialog", name="Send your answers")
        expect(dialog).to_be_visible()
        dialog.get_by_role("button", name="Close").click()
        expect(dialog).to_be_hidden()
        expect(sends).to_be_focused()
        page.get_by_role("button", name="Reading settings").click()
        page.get_by_label("Cream").check()
        page.get_by_role("button", name="Close").click()
        expect(page.get_by_role("dialog")).to_be_hidden()
        page.get_by_role("button", name="Search").click()
        expect(page).to_have_url(f"{address}search/")
