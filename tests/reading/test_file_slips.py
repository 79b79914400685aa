# ruff: noqa: E501 - a case a line
"""Slips in names of files, dates and titles: named with a way out that works."""

from pathlib import Path

import pytest

from conftest import MakeSite
from guide import is_explained
from resource_site.commands.check import find_problems
from samples import CHECKLIST, article
from small_site import Site
from tiny_files import tiny

ARTICLE = article("x").partition("\n")[2].replace("\n    ", "\n").removeprefix("    ").encode()
LIST = CHECKLIST.partition("yml\n")[2].replace("\n    ", "\n").removeprefix("    ").encode()

ENDS = 'A file in "{}" ends in ".{}", and this one {}. '
RENAME = 'Rename it to "{}", or move it to the folder it belongs in.'
ARTICLE_ENDS = ENDS.format("articles", "md", "{}") + RENAME
LIST_ENDS = ENDS.format("checklists", "yml", "{}") + RENAME
PICTURE = "If readers should get it, move it to assets/. If not, delete it."
WORD = (
    "The site does not read the files of word processors. "
    'Move it out of docs/, and type "resources import" and its name{}. That makes a draft of it.'
)
OTHER_END = f"The site does not read a file that ends like this one. {RENAME}"

COPY = (
    'The file name "{}" cannot stand in a web address. If it is a copy of "x.md", put what is right '
    "into that one and delete this. If not, rename the file with small letters, digits and hyphens, "
    'such as "{}.md".'
)
CONFLICT = (
    "Two people changed this place, and both versions stand here. "
    'Keep one of them, and delete the lines "<<<<<<<", "=======" and ">>>>>>>".'
)
OTHER_KIND = (
    "This is a Word file, a PDF or the like, under the name of a text file. "
    'Give it back its own ending, such as ".docx", and move it out of docs/. '
    'Then type "resources import" and its name.'
)

# The file, what is in it, what is said, and where it is moved to, or that it is deleted.
NAMES = {
    "no ending": ("articles/my-article-two", ARTICLE, ARTICLE_ENDS.format("has no ending", "my-article-two.md"), "articles/my-article-two.md"),
    "no ending, and a name that needs another": ("articles/My article, two", ARTICLE, ARTICLE_ENDS.format("has no ending", "my-article-two.md"), "articles/my-article-two.md"),
    "a full stop that starts no ending": ("articles/1. Ask. Then wait", ARTICLE, ARTICLE_ENDS.format("has no ending", "1-ask-then-wait.md"), "articles/1-ask-then-wait.md"),
    "two endings": ("articles/my-article.md.txt", ARTICLE, ARTICLE_ENDS.format('ends in ".txt"', "my-article.md"), "articles/my-article.md"),
    "a text": ("articles/my-article.txt", ARTICLE, ARTICLE_ENDS.format('ends in ".txt"', "my-article.md"), "articles/my-article.md"),
    "capitals": ("articles/my-article.MD", ARTICLE, ARTICLE_ENDS.format('ends in ".MD"', "my-article.md"), "articles/my-article.md"),
    "a longer ending": ("articles/my-article.markdown", ARTICLE, ARTICLE_ENDS.format('ends in ".markdown"', "my-article.md"), "articles/my-article.md"),
    "the name of the list": ("articles/index", ARTICLE, ARTICLE_ENDS.format("has no ending", "a-short-name.md"), "articles/a-short-name.md"),
    "nothing but signs": ("articles/…", ARTICLE, ARTICLE_ENDS.format("has no ending", "a-short-name.md"), "articles/a-short-name.md"),
    "a name without end": (f"articles/{'a' * 90}.txt", ARTICLE, ARTICLE_ENDS.format('ends in ".txt"', f"{'a' * 80}.md"), f"articles/{'a' * 80}.md"),
    "an ending twice": ("articles/my-article.md.md", ARTICLE, 'The file name "my-article.md" cannot stand in a web address. Rename the file with small letters, digits and hyphens, such as "my-article.md".', "articles/my-article.md"),
    "a checklist with two endings": ("checklists/my-list.yml.txt", LIST, LIST_ENDS.format('ends in ".txt"', "my-list.yml"), "checklists/my-list.yml"),
    "a checklist without one": ("checklists/my-list", LIST, LIST_ENDS.format("has no ending", "my-list.yml"), "checklists/my-list.yml"),
    "an article among checklists": ("checklists/x.md", ARTICLE, ENDS.format("checklists", "yml", 'ends in ".md"') + 'Move it to "articles", where files end in ".md".', "articles/x.md"),
    "a checklist among articles": ("articles/x.yml", LIST, ENDS.format("articles", "md", 'ends in ".yml"') + 'Move it to "checklists", where files end in ".yml".', "checklists/x.yml"),
    "a picture among articles": ("articles/me.jpg", tiny("me.jpg"), ENDS.format("articles", "md", 'ends in ".jpg"') + PICTURE, "assets/me.jpg"),
    "a copy of before": ("articles/x.md.old", b"x", ENDS.format("articles", "md", 'ends in ".old"') + PICTURE, ""),
    "a page with two endings": ("team.md.txt", b"---\ntitle: T\nsummary: S.\n---\nHi.\n", OTHER_END.format("team.md"), "team.md"),
    "a page in capitals": ("team.MD", b"---\ntitle: T\nsummary: S.\n---\nHi.\n", OTHER_END.format("team.md"), "team.md"),
    "a page with a longer ending": ("team.markdown", b"---\ntitle: T\nsummary: S.\n---\nHi.\n", OTHER_END.format("team.md"), "team.md"),
    **{f"a copy: {name}": (f"articles/{name}.md", ARTICLE, COPY.format(name, better), "") for name, better in {"x (1)": "x-1", "x - Copy": "x-copy", "x-DESKTOP-AB12": "x-desktop-ab12", "Copy of x": "copy-of-x", "x (Ann's conflicted copy 2026-11-03)": "x-anns-conflicted-copy-2026-11-03"}.items()},
    "an emptied file": ("articles/x.md", b" \n", "The file is empty. Bring it back from an earlier version, or delete it.", ""),
    "two people's changes": ("articles/x.md", ARTICLE + b"<<<<<<< HEAD\nA.\n=======\nB.\n>>>>>>> theirs\n", CONFLICT, ""),
    "a Word file under another name": ("articles/x.md", b"PK\3\4" + b"x" * 200_000, OTHER_KIND, ""),
    "a word list with two endings": ("words.yml.txt", b"words: []\n", OTHER_END.format("words.yml"), "words.yml"),
    "a list with its old, hidden name": (".search.yml", b"words: []\n", 'The site does not read a list under this name. Rename it to "search.yml".', "search.yml"),
    **{f"a .{ending} among articles": (f"articles/My CV.{ending}", b"x", WORD.format(""), "") for ending in ("doc", "docx", "odt", "rtf", "pages", "gdoc")},
    "one among checklists": ("checklists/list.docx", b"x", WORD.format(", then --checklist"), ""),
}  # fmt: skip


@pytest.mark.parametrize(("name", "raw", "message", "better"), NAMES.values(), ids=NAMES)
def test_a_file_whose_name_is_not_read_is_reported(
    make_site: MakeSite, name: str, raw: bytes, message: str, better: str
) -> None:
    site = make_site()
    file = put(site, name, raw)
    line = raw.count(b"\n", 0, raw.find(b"<<<<<<<")) + 1 if message == CONFLICT else 1
    assert site.problems() == [f"docs/{name}:{line}:1: {message}"]
    assert is_explained(message)
    if better:
        (site.folder / "docs" / better).parent.mkdir(exist_ok=True)
        file.rename(site.folder / "docs" / better)
    else:
        file.unlink()
    assert site.problems() == []


def put(site: Site, name: str, raw: bytes) -> Path:
    file = site.folder / "docs" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(raw)
    return file


def test_a_name_is_not_given_to_two_files(make_site: MakeSite) -> None:
    site = make_site(article("x"))
    file = put(site, "articles/x.md.txt", ARTICLE)
    message = ENDS.format("articles", "md", 'ends in ".txt"') + (
        'If it is a copy of "x.md", delete it. If not, give it another name that ends in ".md".'
    )
    assert site.problems() == [f"docs/articles/x.md.txt:1:1: {message}"]
    assert is_explained(message)
    file.unlink()
    assert site.problems() == []


def test_the_list_of_topics_with_an_ending_too_many_is_named(make_site: MakeSite) -> None:
    site = make_site()
    (site.folder / "docs/topics.yml").rename(site.folder / "docs/topics.yml.txt")
    missing, ending = site.problems()
    assert missing.startswith("docs/topics.yml:1:1: The site needs this file")
    assert ending == f"docs/topics.yml.txt:1:1: {OTHER_END.format('topics.yml')}"


LEFT_BEHIND = (
    "Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.ini", "ehthumbs.db", "Icon\r", "~$my cv.docx",
    "~WRL0001.tmp", "x.tmp", ".~lock.x.odt#", "x.md~", "x.yml~", ".DS_Store", "._x.md", ".x.md.swp",
)  # fmt: skip


@pytest.mark.parametrize("folder", ["", "articles/", "checklists/", "assets/"])
def test_what_programs_leave_behind_is_no_problem(make_site: MakeSite, folder: str) -> None:
    site = make_site()
    for name in LEFT_BEHIND:
        put(site, folder + name, b"x")
    assert site.problems() == []
    (site.folder / "docs/assets/x.tmp~").mkdir(parents=True)
    put(site, "assets/x.tmp~/list.yml", b"x")  # a folder is never one of them
    assert len(site.problems()) == 1


def test_what_programs_leave_behind_is_not_published(make_site: MakeSite) -> None:
    site = make_site(article("hello"))
    for folder in ("", "articles/", "assets/"):
        for name in LEFT_BEHIND:
            put(site, folder + name, b"left behind")
    put(site, "assets/law.pdf", tiny("law.pdf"))
    files = site.built().files()
    assert "assets/law.pdf" in files
    assert [name for name, raw in files.items() if raw == b"left behind"] == []


def test_names_whose_accents_are_typed_in_two_ways(make_site: MakeSite) -> None:
    site = make_site()
    one, two = "caf\u00e9.png", "cafe\u0301.png"
    put(site, f"assets/{one}", tiny(one))
    file = put(site, f"assets/{two}", tiny(two))
    message = (
        f'This name looks like "assets/{two}"; their accents are typed in two ways. '
        "Give one of them another name."
    )
    assert site.problems() == [f"docs/assets/{one}:1:1: {message}"]
    assert is_explained(message)
    file.rename(file.with_name("cafe-2.png"))
    assert site.problems() == []


STILL_TO_COME = (
    '"reviewed" is {}, a day that is still to come. '
    "Write the day on which the facts were last checked."
)


@pytest.mark.parametrize(("day", "is_right"), [("2026-11-24", True), ("2026-11-25", False)])
def test_a_review_is_at_most_a_day_ahead_as_clocks_are_apart(
    make_site: MakeSite, day: str, is_right: bool
) -> None:
    page = (
        "docs/team.md\n    ---\n    title: T\n    summary: S.\n    reviewed: {}\n    ---\n    Hi.\n"
    )
    drawing = article("hello", "reviewed: {}") + CHECKLIST.replace("2026-11-02", "{}") + page
    site = make_site(drawing.format(day, day, day))
    places = (
        "docs/articles/hello.md:6:11",
        "docs/checklists/after-a-rejection.yml:5:11",
        "docs/team.md:4:11",
    )
    expected = [f"{place}: {STILL_TO_COME.format(day)}" for place in places]
    assert site.problems() == ([] if is_right else expected)
    assert is_explained(STILL_TO_COME.format(day))
    site.draw(drawing.format(*["2026-11-23"] * 3))
    assert site.problems() == []


def test_a_build_stops_at_a_review_that_is_still_to_come(make_site: MakeSite) -> None:
    result = make_site(article("hello", "reviewed: 2062-11-01")).build()
    assert result.returncode == 1
    assert f"docs/articles/hello.md:6:11: {STILL_TO_COME.format('2062-11-01')}" in result.stderr


def warnings(site: Site, *, publish: bool = False) -> list[str]:
    """Return what a check says, but for the placeholders of the project itself."""
    found = find_problems(site.folder / "mkdocs.yml", publish=publish)
    return [str(problem) for problem in found if "placeholder" not in problem.what]


FAR = (
    "The day {} is more than two years away. "
    'Check the year. If it is right, write "draft: true" until the day is nearer.'
)


@pytest.mark.parametrize(("day", "is_far"), [("2028-11-23", False), ("2028-11-24", True)])
def test_a_day_far_ahead_is_a_warning(make_site: MakeSite, day: str, is_far: bool) -> None:
    site = make_site(article("hello", f"sources: []\npublished: {day}"))
    message, place = FAR.format(day), "docs/articles/hello.md:7:12: "
    assert is_explained(message)
    assert site.problems() == []
    assert warnings(site) == ([f"{place}warning: {message}"] if is_far else [])
    assert warnings(site, publish=True) == ([place + message] if is_far else [])
    site.draw(article("hello", f"sources: []\npublished: {day}\ndraft: true"))
    assert [line.partition(": ")[2][:6] for line in warnings(site, publish=True)] == ["note: "]
    site.draw(article("hello", "sources: []\npublished: 2026-11-24"))
    assert warnings(site, publish=True) == []


SHARED = (
    '"docs/{}" has this title already. '
    "Give one of them another, so that readers can tell them apart."
)
NO_FACTS = "sources: []"
OLD = article("old", f"{NO_FACTS}\npublished: 2026-10-01\ntitle: Ask for help")
SAME_TITLES = {
    "of two articles": (article("a", f"{NO_FACTS}\ntitle: Ask for help"), "articles/a.md:7:8", "articles/old.md"),
    "with other capitals and spaces": (article("a", f"{NO_FACTS}\ntitle: ask  FOR\xa0Help"), "articles/a.md:7:8", "articles/old.md"),
    "of an article and a page": (article("a", f"{NO_FACTS}\ntitle: Contact"), "articles/a.md:7:8", "contact.md"),
    "of two checklists": (CHECKLIST + CHECKLIST.replace("after-a-rejection.yml", "another.yml"), "checklists/another.yml:1:8", "checklists/after-a-rejection.yml"),
}  # fmt: skip


@pytest.mark.parametrize(("more", "place", "other"), SAME_TITLES.values(), ids=SAME_TITLES)
def test_a_title_that_two_pages_share_is_a_warning(
    make_site: MakeSite, more: str, place: str, other: str
) -> None:
    site = make_site(OLD + more)
    message = SHARED.format(other)
    assert site.problems() == []
    assert warnings(site) == [f"docs/{place}: warning: {message}"]
    assert warnings(site, publish=True) == [f"docs/{place}: {message}"]
    assert is_explained(message)
    file = site.folder / "docs" / place.partition(":")[0]
    lines = file.read_text(encoding="utf-8").split("\n")
    lines[int(place.split(":")[1]) - 1] = "title: Another"
    file.write_text("\n".join(lines), encoding="utf-8")
    assert warnings(site, publish=True) == []


def test_titles_that_nobody_mistakes_for_each_other_are_fine(make_site: MakeSite) -> None:
    site = make_site(
        OLD
        + article("gone", f"{NO_FACTS}\ntitle: Ask for help\nwithdrawn: The law changed.")
        + CHECKLIST.replace("title: After a rejection", "title: Ask for help")
        + article("close", f"{NO_FACTS}\ntitle: Ask for help now")
    )
    assert warnings(site, publish=True) == []
    site.draw(article("draft", "draft: true\ntitle: Ask for help"))
    assert [line.split(": ")[1] for line in warnings(site, publish=True)] == ["note"]
