"""Hostile sites through the real program: no traceback, and no file but those of the site."""

import os
import re
import time
from pathlib import Path

import pytest
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from command_line import say
from hostile_files import ARTICLE_PATH, BOMB, CHECKLIST_PATH, article, checklist, png
from resource_site.reading.settings_file import SettingsFile
from samples import CHECKLIST
from small_site import PROJECT, Site
from time_limit import SECONDS
from tiny_files import tiny

REFUSED = {
    "an alias bomb": ({CHECKLIST_PATH: BOMB.encode()}, "hostile.yml:1:4"),
    "a tag that makes an object": (
        {CHECKLIST_PATH: b"title: !!python/object/apply:os.system ['touch pwned']\n"},
        "hostile.yml:1:8",
    ),
    "another encoding": ({ARTICLE_PATH: "---\n".encode("utf-16")}, "hostile.md:1:1"),
    "a program in HTML": ({ARTICLE_PATH: article("<script>x</script>")}, "hostile.md:8:1"),
    "a link that is a program": (
        {ARTICLE_PATH: article("[x](<javascript:alert('a', 1)>)")},
        "hostile.md:8:6",
    ),
    "a drawing with a program": (
        {"docs/assets/x.svg": b"<svg onload='x()'/>"},
        "docs/assets/x.svg:1:1",
    ),
    "a giant picture": ({"docs/assets/x.png": png(100_000, 100_000)}, "docs/assets/x.png:1:1"),
    "a slug that leads out": (
        {ARTICLE_PATH: article("x", "moved_from: [../../x]\n")},
        "hostile.md:7:14",
    ),
    "names that differ by capitals": (
        {"docs/assets/a.png": tiny("a.png"), "docs/assets/A.png": tiny("A.png")},
        "docs/assets/a.png:1:1",
    ),
    "a page of HTML": (
        {ARTICLE_PATH: article("x"), "docs/articles/hostile/index.html": b"x"},
        "docs/articles/hostile/index.html:1:1",
    ),
    "a file where the site has a worksheet": (
        {CHECKLIST_PATH: checklist(), "docs/checklists/hostile/worksheet.pdf": tiny("x.pdf")},
        "docs/checklists/hostile/worksheet.pdf:1:1",
    ),
    "a file where the site has one": (
        {"docs/llms.txt": b"x"},
        "docs/llms.txt:1:1",
    ),
}


def put(site: Site, files: dict[str, bytes]) -> None:
    for path, raw in files.items():
        file = site.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)


def everything(folder: Path) -> set[str]:
    links = (folder / ".cache", folder / "hooks", folder / "overrides")
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if not any(path.is_relative_to(link) for link in links)
    }


@pytest.mark.parametrize(("files", "place"), REFUSED.values(), ids=REFUSED)
def test_a_build_stops_with_a_clear_problem_and_writes_nothing(
    files: dict[str, bytes], place: str, tmp_path: Path
) -> None:
    site = Site(tmp_path)
    put(site, files)
    before = everything(tmp_path)
    result = site.build()
    assert result.returncode == 1
    assert f"{place}: " in result.stderr
    assert "Traceback" not in result.stderr
    assert everything(tmp_path) == before


def test_a_link_out_of_the_project_publishes_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    folder = tmp_path / "project"
    folder.mkdir()
    site = Site(folder)
    (folder / "docs/assets").mkdir()
    (folder / ".env").write_text("secret", encoding="utf-8")
    (folder / "docs/assets/a.txt").symlink_to(secret)
    (folder / "docs/assets/b.txt").symlink_to(folder / ".env")
    (folder / "docs/assets/c").symlink_to(tmp_path)
    (folder / "docs/assets/d.txt").symlink_to("d.txt")
    found = [line.split(": ")[0] for line in site.problems()]
    assert found == [f"docs/assets/{name}:1:1" for name in ("a.txt", "b.txt", "c", "d.txt")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only Unix has such files")
def test_a_file_that_never_ends_is_not_opened(tmp_path: Path) -> None:
    site = Site(tmp_path)
    (tmp_path / "docs/articles").mkdir()
    os.mkfifo(tmp_path / ARTICLE_PATH)
    (found,) = site.problems()
    assert found.startswith(f"{ARTICLE_PATH}:1:1: This is not an ordinary file.")


SETTINGS = {
    "an address with a line end": ("site_url", '"https://a.example/\\r\\nSet-Cookie: a=b"'),
    "an address that cannot be": ("site_url", '"http://[::1"'),
    "an address that is a program": ("site_url", "javascript:alert(1)"),
    "an address with a question": ("site_url", "https://a.example/?a=b"),
    "an address of a page": ("site_url", "https://a.example/index.html"),
    "an address with a password": ("site_url", "https://a:b@a.example/"),
    "an address with a folder of no name": ("site_url", "https://a.example//b/"),
    "an address that leads up": ("site_url", "https://a.example/b/../"),
    "an address with half a sign": ("site_url", "https://a.example/%zz/"),
    "an address with a quotation mark": ("site_url", "'https://a.example/\"b/'"),
    "a port that no host has": ("site_url", "https://a.example:99999/"),
    "a number as an address": ("site_url", "5"),
    "a name without end": ("site_name", "x" * 100_000),
    "a description without end": ("site_description", "x" * 100_000),
    "half a letter": ("site_name", '"a\\ud800b"'),
    "a name of two": ("site_name", "[a, b]"),
    "a name that YAML takes for a number": ("site_name", "5"),
    "a name that YAML takes for no": ("site_name", "No"),
    "a name that YAML takes for a day": ("site_name", "2026-11-23"),
    "a name that YAML takes for nothing": ("site_name", "~"),
    "a description in groups": ("site_description", "{a: b}"),
}


@pytest.mark.parametrize(("key", "value"), SETTINGS.values(), ids=SETTINGS)
def test_hostile_settings_are_clear_problems(key: str, value: str, tmp_path: Path) -> None:
    site = Site(tmp_path)
    file = tmp_path / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    hostile = re.sub(rf"^{key}: .*$", lambda _: f"{key}: {value}", text, flags=re.MULTILINE)
    file.write_text(hostile, encoding="utf-8")
    (found,) = site.problems()
    line = hostile.splitlines().index(f"{key}: {value}") + 1
    assert found.startswith(f"mkdocs.yml:{line}:")


MORE = {
    "settings from another file": ("INHERIT: [a]", "1: The settings of the site stand in one"),
    "a key that cannot stand there": ("config_file_path: x", '1: "config_file_path" is not a key'),
    "a slip in a key": ("site_descriptoin: x", '1: "site_descriptoin" is not a key'),
    "a place for a preview that is none": ("dev_addr: here", "11: This is not a place"),
    "folders in a list": ("docs_dir: [a]", '11: "docs_dir" should be a text.'),
    "a number no preview can have": ("dev_addr: localhost:99999", "11: This is not a place"),
    "a host that MkDocs does not take": ("dev_addr: here:80", "11: This is not a place"),
    "a switch in quotation marks": ('strict: "true"', '9: "strict" is on or off.'),
    "a file for a list": ("extra_css: 5", '12: "extra_css" should be a list.'),
    "a number for a file": ("extra_css: [5]", "13: This is not the name of a file."),
    "nothing for a list": ("extra_javascript: null", '19: "extra_javascript" should be a list.'),
    "a folder by a tag": ("site_dir: !ENV X", '11: "site_dir" may have no tag.'),
    "an alias bomb": (BOMB, "4: Text that starts with & or * has a special meaning"),
}


@pytest.mark.parametrize("command", ["build", "check", "preview"])
@pytest.mark.parametrize(("lines", "expected"), MORE.values(), ids=MORE)
def test_hostile_settings_stop_every_command_with_one_message(
    lines: str, expected: str, command: str, tmp_path: Path
) -> None:
    site = Site(tmp_path)
    file = tmp_path / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + lines, encoding="utf-8")
    before = time.process_time()
    said = say(site, command)
    assert time.process_time() - before < SECONDS
    assert said.exit_code == 1
    assert isinstance(said.exception, SystemExit)
    assert f"mkdocs.yml:{text.count(chr(10)) + 1}:{expected}" in said.output


@pytest.mark.parametrize("address", ["http://[::1", "https:x", "http:///x", "https://"])
def test_a_navigation_link_needs_a_valid_web_address(address: str, tmp_path: Path) -> None:
    site = Site(tmp_path)
    file = tmp_path / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Contact: contact.md", f'Contact: "{address}"'), encoding="utf-8")
    (found,) = site.problems()
    assert found.startswith(f'mkdocs.yml:38:14: "{address}" is not a web address.')
    result = site.build()
    assert result.returncode == 1
    assert found in result.stderr
    assert "Traceback" not in result.stderr


def test_settings_are_checked_before_mkdocs_loads_them() -> None:
    recipes = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert "$(BIN)/resources build" in recipes
    assert "$(BIN)/resources preview" in recipes
    assert "$(BIN)/mkdocs" not in recipes


FINE = (
    'remote_branch: !ENV [WHO, "x"]',
    "remote_name: !ENV WHO",
    "dev_addr: !ENV [PLACE, '127.0.0.1:8000']",
    "dev_addr: '[::1]:8000'",
    "remote_branch: |\n  5",
    "dev_addr: ~",
    "docs_dir: null",
    "site_dir:",
    "strict: no",
    "extra_css: null",
)


@pytest.mark.parametrize("line", FINE)
def test_settings_that_mkdocs_accepts_are_no_problem(line: str, tmp_path: Path) -> None:
    site = Site(tmp_path)
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"{file.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    assert site.problems() == []
    assert load_config(str(file)).site_name == "Inclusive Resources"
    assert "127.0.0.1" in (address := SettingsFile(file).preview_address) or "[::1]" in address


@pytest.mark.parametrize("key", ["watch", "extra_templates"])
def test_a_setting_of_the_wrong_type_is_reported_at_its_line(key: str, tmp_path: Path) -> None:
    site = Site(tmp_path)
    file = tmp_path / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    text = re.sub(rf"^{key}:\n(?: +.*\n)+", "", text, flags=re.MULTILINE)
    file.write_text(f"{text}{key}: 5\n", encoding="utf-8")
    (found,) = site.problems()
    line = text.count("\n") + 1
    assert found.startswith(f'mkdocs.yml:{line}:{len(key) + 3}: "{key}" should be a ')


def test_quoted_settings_are_read_as_text(tmp_path: Path) -> None:
    site = Site(tmp_path)
    file = tmp_path / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("site_name: Inclusive Resources", 'site_name: "2026"')
    file.write_text(text, encoding="utf-8")
    assert site.problems() == []


def test_markup_in_settings_is_escaped(tmp_path: Path) -> None:
    site = Site(tmp_path, CHECKLIST)
    file = tmp_path / "mkdocs.yml"
    hostile = "\"><script>pwned()</script> onload='pwned()' {{7*7}}"
    text = file.read_text(encoding="utf-8")
    for key in ("site_name", "site_description", "    name", "    role", "- Topics"):
        old = re.search(rf"^ *{key}: (.*)$", text, re.MULTILINE)
        assert old
        quoted = "'" + hostile.replace("'", "''") + "'"
        new = f"  - {quoted}: {old[1]}" if key == "- Topics" else f"{key}: {quoted}"
        text = text.replace(old[0], new)
    file.write_text(text, encoding="utf-8")
    site.built()
    for page in site.path("").rglob("*.html"):
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        run = [script.text() for script in tree.css("script:not([type='application/ld+json'])")]
        assert not [text for text in run if "pwned" in text], page
        assert not tree.css("[onload]"), page
    assert hostile in site.page("contact/").text


@pytest.mark.parametrize("photo", ["../mkdocs.yml", "/etc/passwd", "../../x.png", "contact.md/.."])
def test_a_photo_outside_the_docs_folder_is_refused(photo: str, tmp_path: Path) -> None:
    site = Site(tmp_path)
    file = tmp_path / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    name: Haleema", f"    photo: {photo}\n    name: Haleema"))
    (found,) = site.problems()
    assert f'There is no file "{photo}"' in found


def test_odd_but_harmless_content_is_built(tmp_path: Path) -> None:
    site = Site(tmp_path, CHECKLIST)
    body = "\u200e\u05e9\u05dc\u05d5\u05dd \u2067x\u2069 `{{ 7*7 }} {% raw %}`\n\n"
    body += "```html\n<script>x</script>\n```\n"
    put(site, {ARTICLE_PATH: article(body), CHECKLIST_PATH: checklist("author: '{{ 7*7 }}'\n")})
    page = site.built().page("articles/hostile/")
    assert "{{ 7*7 }} {% raw %}" in page.text
    assert page.one("pre").text().strip() == "<script>x</script>"
    assert not (tmp_path / "pwned").exists()


RECORDS = {
    "nothing": b"",
    "bytes": bytes(range(256)),
    "another kind of value": b"[]",
    "a number without end": b"9" * 100_000,
    "lists in lists": b"[" * 100_000,
    "groups in groups": b'{"a":' * 50_000,
    "half a letter": b'{"checklists": {"\\ud800": 5}}',
    "another encoding": '{"checklists": {}}'.encode("utf-16"),
    "no groups": b'{"checklists": 5}',
    "items that are none": b'{"checklists": {"a": [5, {"id": []}, null]}}',
}


@pytest.mark.parametrize("raw", RECORDS.values(), ids=RECORDS)
def test_a_hostile_record_of_published_items_is_a_clear_problem(raw: bytes, tmp_path: Path) -> None:
    site = Site(tmp_path, CHECKLIST)
    put(site, {"site/assets/checklists.json": raw})
    said = say(site, "check")
    assert said.exit_code == 1
    assert isinstance(said.exception, SystemExit)
    assert "This is not a record of published checklists." in said.output
