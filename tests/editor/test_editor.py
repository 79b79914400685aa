"""The browser editor: forms made from the models, files that build, and no other host asked."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

import pytest
from playwright.sync_api import expect
from pydantic import BaseModel

from conftest import MakeSite
from editing import PATIENCE, Editing, add_settings
from resource_site.checks.content_loader import load
from resource_site.checks.prose.house_words import HouseWords
from resource_site.checks.search_words import SearchWords
from resource_site.clock import today
from resource_site.content.article import ArticleFrontMatter
from resource_site.content.checklist import ChecklistFile
from resource_site.content.forms import EasyReadFrontMatter
from resource_site.content.items import ITEM_KINDS
from resource_site.content.library import Library
from resource_site.content.site.contact import Contact
from resource_site.content.site.settings import Backend, Organisation
from resource_site.content.standard_page import StandardPageFrontMatter
from resource_site.content.topic import Topic
from resource_site.editor.configuration import NO_SOURCES, configuration
from resource_site.editor.editor_policy import editor_policy
from resource_site.editor.interface_texts import INTERFACE
from small_site import PROJECT, Site

VENDOR = PROJECT / "hooks/resource_site/editor/vendor"
CONFIGURATION = configuration(
    site_name="Site",
    docs="docs",
    settings_file="mkdocs.yml",
    pages=["index.md", "about.md"],
    publications=["articles/your-first-cv.md", "checklists/a-list.yml"],
    backend=None,
    home="/",
)


def form(collection: str, file: str = "") -> list[dict[str, Any]]:
    """Return the fields of a collection, or of one file of it."""
    found = next(c for c in CONFIGURATION["collections"] if c["name"] == collection)
    if file:
        found = next(f for f in found["files"] if f["name"] == file)
    fields: list[dict[str, Any]] = found["fields"]
    return fields


def field(fields: list[dict[str, Any]], *path: str) -> dict[str, Any]:
    found = next(f for f in fields if f["name"] == path[0])
    return field(found["fields"], *path[1:]) if path[1:] else found


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models that stand somewhere in ``annotation``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def keys_of(model: type[BaseModel], above: str = "") -> Iterator[str]:
    """Yield the way to each key staff may write in ``model``, such as ``sections.title``."""
    for name, info in model.model_fields.items():
        path = f"{above}{info.alias or name}"
        yield path
        for inside in models_in(info.annotation):
            kind = getattr(inside, "kind", None)
            yield from keys_of(inside, f"{path}.{kind}." if kind else f"{path}.")


def models_below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield ``model`` and every model inside it."""
    yield model
    for info in model.model_fields.values():
        for inside in models_in(info.annotation):
            yield from models_below(inside)


def keys_in(fields: list[dict[str, Any]], above: str = "") -> Iterator[str]:
    """Yield the same for a form."""
    for one in fields:
        path = f"{above}{one['name']}"
        yield path
        yield from keys_in(one.get("fields", []), f"{path}.")
        for kind in one.get("types", []):
            yield from keys_in(kind["fields"], f"{path}.{kind['name']}.")


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (ArticleFrontMatter, form("articles")),
        (ChecklistFile, form("checklists")),
        (EasyReadFrontMatter, form("easy-read")),
        (Topic, field(form("pages", "topics"), "topics")["fields"]),
        (StandardPageFrontMatter, form("pages", "index")),
        (Contact, field(form("site", "settings"), "extra", "contact")["fields"]),
        (Organisation, field(form("site", "settings"), "extra", "organisation")["fields"]),
        (HouseWords, form("site", "words")),
        (SearchWords, form("site", "search")),
    ],
)
def test_every_key_of_a_model_has_a_field_and_words(
    model: type[BaseModel], fields: list[dict[str, Any]]
) -> None:
    keys = set(keys_of(model))
    assert keys == {key for key in keys_in(fields) if key not in ("body", NO_SOURCES)}
    without = [
        f"{one.__name__}.{name}"
        for one in models_below(model)
        for name, info in one.model_fields.items()
        if not info.title
    ]
    assert without == []


def test_every_kind_of_item_can_be_added() -> None:
    items = field(form("checklists"), "sections", "items")
    assert [kind["name"] for kind in items["types"]] == list(ITEM_KINDS)
    labels = [kind["label"] for kind in items["types"]]
    assert [label.split(":")[0].lower() for label in labels] == list(ITEM_KINDS)
    for kind in items["types"]:
        assert kind["fields"][0]["name"] == kind["name"]
        shared = ["hint", "more", "priority", "id"]
        assert [one["name"] for one in kind["fields"][-4:]] == shared


def test_a_writer_meets_the_text_before_what_is_rarely_needed() -> None:
    names = [one["name"] for one in form("articles")]
    assert names[:4] == ["title", "summary", "topics", "body"]
    assert names.index(NO_SOURCES) == names.index("sources") + 1


def test_a_form_has_the_limits_of_the_model() -> None:
    checklist, topic = form("checklists"), form("pages", "topics")[0]["fields"]
    assert field(checklist, "title")["maxlength"] == 70
    assert field(checklist, "minutes") | {"min": 1, "max": 240} == field(checklist, "minutes")
    assert field(checklist, "topics") | {"min": 1, "max": 6} == field(checklist, "topics")
    assert field(checklist, "published")["format"] == "YYYY-MM-DD"
    assert [field(checklist, key)["required"] for key in ("title", "author")] == [True, False]
    assert field(topic, "slug")["pattern"][0] == "^[a-z0-9]+(-[a-z0-9]+)*$"
    choose = next(
        k for k in field(checklist, "sections", "items")["types"] if k["name"] == "choose"
    )
    options = field(choose["fields"], "options")
    assert (options["min"], options["max"], options["pattern"][0]) == (2, 12, "^.{1,80}$")


def test_the_libraries_are_those_their_makers_published() -> None:
    lines = (VENDOR / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {path: digest for digest, path in (line.split("  ") for line in lines)}
    files = {f.relative_to(VENDOR).as_posix(): f for f in VENDOR.rglob("*") if f.is_file()}
    del files["SHA256SUMS"]
    assert {path: sha256(file.read_bytes()).hexdigest() for path, file in files.items()} == sums
    licensed = {path.split("/")[0] for path in files if "/LICENSE" in path}
    assert licensed == {path.split("/")[0] for path in files}


def test_our_words_take_the_place_of_words_the_editor_has() -> None:
    words = json.loads((VENDOR / "sveltia-cms/locales/en-GB.json").read_bytes())
    for name in INTERFACE:
        found = words
        for part in name.split("."):
            found = found[part]
        assert isinstance(found, str)


@pytest.mark.parametrize(
    ("backend", "hosts"),
    [
        (None, set()),
        (
            {"name": "github"},
            {
                "https://api.github.com",
                "https://www.githubstatus.com",
                "https://avatars.githubusercontent.com",
            },
        ),
        ({"name": "gitea", "api_root": "https://git.example/api/v1"}, {"https://git.example"}),
    ],
)
def test_the_policy_names_the_host_of_the_settings_and_no_other(
    backend: dict[str, str] | None, hosts: set[str]
) -> None:
    given = Backend.model_validate(backend | {"repo": "team/site"}) if backend else None
    policy = editor_policy(given, "'sha256-x'")
    assert {word for word in policy.replace(";", "").split() if "//" in word} == hosts
    assert "script-src 'self' 'sha256-x';" in policy


MISTAKES = {
    "publish without a host": (
        "  editor:\n    publish: true\n",
        '"editor"|A published editor has nowhere to save. Name the Git host under "backend", '
        'or write "publish: false".',
    ),
    "publish at the host name of the site without a reason": (
        "  editor:\n    publish: true\n    backend: {name: github, repo: a/b}\n",
        '"editor"|Give the editor a host name of its own: write "publish: false", and type '
        '"resources editor FOLDER". Or say after "same_host_because:" why not.',
    ),
    "unknown host": (
        "  editor:\n    backend: {name: bitbucket, repo: a/b}\n",
        "\"name\" is \"bitbucket\". Write 'github', 'gitlab' or 'gitea'.",
    ),
    "no owner": (
        "  editor:\n    backend: {name: github, repo: site}\n",
        '"site" does not name a repository. Write its owner, a slash and its name.',
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_its_settings_is_a_problem_with_a_fix(
    make_site: MakeSite, mistake: str
) -> None:
    added, words = MISTAKES[mistake]
    site = make_site()
    add_settings(site, added)
    problems = site.problems()
    assert len(problems) == 1
    assert problems[0].startswith("mkdocs.yml:")
    assert problems[0].endswith(words.rpartition("|")[2])


def test_a_published_site_has_no_byte_of_it_unless_the_settings_say_so(real_site: Site) -> None:
    files = real_site.files()
    assert not [path for path in files if path.startswith("admin")]
    for path in ("_headers", "sitemap.xml", "index.html"):
        assert b"admin" not in files[path]
    assert b"sveltia" not in b"".join(files.values()).lower()


def _put(files: dict[str, str], folder: Path) -> None:
    """Put the files of the folder someone edited into a real one."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def _library(folder: Path) -> Library:
    loaded = load(folder / "docs", today(), root=folder)
    assert not loaded.problems
    return loaded.library


def test_nothing_else_of_a_site_that_publishes_it_knows_of_it(editor_site: Site) -> None:
    files = editor_site.files()
    assert "admin/index.html" in files
    assert b"admin" not in files["sitemap.xml"]
    assert b"admin" not in files["index.html"]
    assert b"admin/" not in files["sw.js"].split(b"const KEPT")[0]
    page = editor_site.page("admin/index.html")
    assert page.one("html").attributes["lang"] == "en-GB"
    assert page.one("meta[name=robots]").attributes["content"] == "noindex"
    assert page.texts("title") == ["Inclusive Resources: editor"]
    assert "The editor needs JavaScript" in page.one("noscript").text()


def test_it_refuses_a_folder_that_is_not_the_projects(editing: Editing) -> None:
    editing.put({"letter.txt": "Not a project."})
    editing.page.goto(f"{editing.address}admin/")
    editing.button("Open the folder on this computer").click()
    refusal = editing.page.get_by_text("This is not the project's folder")
    expect(refusal).to_be_visible(timeout=PATIENCE)


def test_it_opens_a_folder_asks_no_other_host_and_keeps_to_its_policy(
    editing: Editing, editor_site: Site
) -> None:
    editing.open_folder(editor_site.folder)
    editing.go("articles/entries/being-turned-down")
    heading = editing.page.get_by_role("heading", name="What now?")
    expect(heading).to_be_visible(timeout=PATIENCE)
    fonts = "() => [...document.fonts].map((font) => `${font.family} ${font.status}`)"
    assert '"Material Symbols Outlined" loaded' in editing.page.evaluate(fonts)
    language = editing.page.evaluate("navigator.language")
    assert language == "en-GB", "it offers no language that is not published"
    assert editing.asked_elsewhere == []
    assert editing.complaints == []


def test_a_host_sends_it_with_a_policy_of_its_own(editing: Editing) -> None:
    own = editing.page.goto(f"{editing.address}admin/")
    expect(editing.button("Open the folder on this computer")).to_be_visible(timeout=PATIENCE)
    assert own is not None
    sent = own.headers["content-security-policy"]
    assert sent.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "connect-src 'self' blob: data: https://git.example;" in sent
    assert sent.endswith("frame-ancestors 'none'")
    assert own.headers["x-content-type-options"] == "nosniff"
    other = editing.page.goto(editing.address)
    assert other is not None
    assert "git.example" not in other.headers["content-security-policy"]
    assert "unsafe-inline" not in other.headers["content-security-policy"]
    assert editing.complaints == []
    assert editing.asked_elsewhere == []


def make_article(editing: Editing) -> None:
    editing.go("articles/new")
    editing.write("Title", "Your first CV: where to start")
    editing.write("Summary", "What to put in, and what to leave out.")
    editing.tick("Topics", "Your rights")
    editing.tick("Checklists", "After a rejection")
    editing.add("Source")
    editing.write("Name", "CV sections")
    editing.write("Web address", "https://www.example.org/cv")
    editing.switch("Numbered")
    editing.switch("Draft")
    editing.page.locator("[contenteditable=true]").last.click()
    editing.page.keyboard.type("Start with what you can do.")


def make_checklist(editing: Editing) -> None:
    editing.go("checklists/new")
    editing.write("Title", "My next interview")
    editing.write("Summary", "Get ready in small parts.")
    editing.tick("Topics", "After an interview")
    editing.number("Minutes", 20)
    editing.add("Section")
    editing.write("Title of the section", "The day before")
    editing.add("Item", "Tick")
    editing.write("What to do", "Check the time: and the place.")
    editing.add("Item", "Tick")
    editing.write("What to do", "Put what you need in one bag.")
    editing.write("Name for saved answers", "pack")
    editing.add("Item", "Write")
    editing.write("Question", "What would you like to ask them?")
    editing.number("Lines", 4)
    editing.add("Item", "Scale")
    editing.write("Question", "How ready do you feel?")
    editing.write("The low end", "No")
    editing.write("The high end", "Yes")
    editing.add("Item", "Choose")
    editing.write("Question", "What would help you most?")
    editing.write_each("Options", "Option", ["A quiet room", "More time"])
    editing.switch("More than one")
    editing.add("Item", "Table")
    editing.write("What the table is for", "Turn a worry into a plan")
    editing.write_each("Columns", "Column", ["What worries me", "What I can do"])


@pytest.mark.nightly
def test_an_article_and_a_checklist_made_in_it_build_clean(
    editing: Editing, editor_site: Site, tmp_path: Path
) -> None:
    editing.open_folder(editor_site.folder)
    make_article(editing)
    files = editing.save("docs/articles/your-first-cv-where-to-start.md")
    assert "draft" not in files["docs/articles/your-first-cv-where-to-start.md"]
    make_checklist(editing)
    files = editing.save("docs/checklists/my-next-interview.yml")
    made = files["docs/checklists/my-next-interview.yml"]
    assert '      - "Check the time: and the place."\n' in made
    assert "\ndraft: true\n" in made, "nobody has switched it off"
    files["docs/checklists/my-next-interview.yml"] = made.replace("\ndraft: true\n", "\n")

    site = Site(tmp_path)
    _put(files, tmp_path)
    site.built()
    page = site.page("articles/your-first-cv-where-to-start/")
    assert page.texts("h1") == ["Your first CV: where to start"]
    assert "Start with what you can do." in page.text
    checklist = _library(tmp_path).checklist["my-next-interview"]
    assert [item.kind for item in checklist.items] == [
        "tick",
        "tick",
        "write",
        "scale",
        "choose",
        "table",
    ]
    assert site.page("checklists/my-next-interview/").texts("h1") == ["My next interview"]
    assert editing.complaints == []


def test_a_file_opened_and_saved_means_the_same(
    editing: Editing, editor_site: Site, tmp_path: Path
) -> None:
    editing.open_folder(editor_site.folder)
    for place in (
        "checklists/entries/every-kind",
        "articles/entries/being-turned-down",
        "articles/entries/no-facts",
        "easy-read/entries/no-facts",
    ):
        editing.go(place)
        editing.write("Summary", "Other words.")
        collection, _, slug = place.split("/")
        path = f"docs/{collection}/{slug}.{'yml' if collection == 'checklists' else 'md'}"
        lines = editing.save(path)[path].splitlines()
        before = (editor_site.folder / path).read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line not in before] == ["summary: Other words."]
        assert len(lines) == len(before)
    editing.go("pages/entries/topics")
    editing.add("Topic")
    editing.write("Part of the web address", "working-life")
    editing.write("Title", "Working life")
    editing.see_below("Title")
    expect(editing.field("Summary").get_by_role("textbox").last).to_have_value("")
    editing.write("Summary", "Once you have the job.")
    files = editing.save("docs/topics.yml")
    assert "sources: []\n" in files["docs/articles/no-facts.md"]
    assert "sources" not in files["docs/articles/being-turned-down.md"]
    assert "- Wait a **day**.\n" in files["docs/checklists/every-kind.yml"]

    _put(files, tmp_path)
    was, after = _library(editor_site.folder), _library(tmp_path)
    assert [topic.slug for topic in after.topics] == [
        *(topic.slug for topic in was.topics),
        "working-life",
    ]
    changed = {"summary": "Other words."}
    checklist = was.checklist["every-kind"].model_dump()
    assert after.checklist["every-kind"].model_dump() == checklist | changed
    article = was.article["being-turned-down"].model_dump(exclude={"mentions"})
    found = after.article["being-turned-down"].model_dump(exclude={"mentions"})
    assert found == article | changed
