"""Every mistake staff can make is reported with its path, line, column and a fix, in one run."""

import re
from pathlib import Path

import pytest

from changed_settings import with_settings
from checklist_mistakes import CHECKLIST_MISTAKES, changed
from conftest import MakeSite
from samples import ARTICLE, CHECKLIST, article
from small_site import Site

UNLINK = '"resources unlink docs/articles/later.md" takes out all links to it.'
CHECKLIST_PATH = "docs/checklists/after-a-rejection.yml"


@pytest.mark.parametrize(
    ("drawing", "expected"), CHECKLIST_MISTAKES.values(), ids=CHECKLIST_MISTAKES
)
def test_a_mistake_in_a_checklist(make_site: MakeSite, drawing: str, expected: list[str]) -> None:
    found = make_site(drawing).problems()
    assert len(found) == len(expected), found
    for line, words in zip(found, expected, strict=True):
        assert line.startswith(f"{CHECKLIST_PATH}:{words}")


ARTICLE_PATH = "docs/articles/hello.md"

ARTICLE_MISTAKES = {
    "no front matter": (
        f"{ARTICLE_PATH}\n    Just text.\n",
        "1:1: The file does not start with front matter. "
        'Start it with a line "---", then lines such as "title: …", then another "---".',
    ),
    "front matter without an end": (
        f"{ARTICLE_PATH}\n    ---\n    title: Hello\n",
        '1:1: The front matter that starts here never ends. Add a line "---" after its last line.',
    ),
    "unknown key": (
        article("hello", "tags: [a]"),
        '7:1: "tags" is not a key that can stand here. Use one of: author, awaiting, checklists,',
    ),
    "checklist that does not exist": (
        article("hello", "checklists: [nope]"),
        '7:14: There is no checklist "nope". There is none to choose from yet.',
    ),
    "fence without a name": (
        article("hello", body="Text.\n\n```checklist\n```"),
        "10:1: No checklist is named here. ",
    ),
    "fence of a checklist that does not exist": (
        article("hello", body="Text.\n\n```checklist\nafter-a-rejecton\n```") + CHECKLIST,
        '11:1: There is no checklist "after-a-rejecton". Did you mean "after-a-rejection"?',
    ),
    "the same checklist shown twice": (
        article(
            "hello",
            body="```checklist\nafter-a-rejection\n```\n\n```checklist\nafter-a-rejection\n```",
        )
        + CHECKLIST,
        '13:1: The checklist "after-a-rejection" is shown above already. '
        "Show it once, and link to it here.",
    ),
    "link that leads nowhere": (
        article("hello", body="One line.\nSee [this](nope.md) now."),
        '9:12: The link "nope.md" leads nowhere. Check the spelling of the file\'s name.',
    ),
    "link to a file with another ending": (
        article("hello", body="See [this](../checklists/after-a-rejection.md).") + CHECKLIST,
        '8:12: The link "../checklists/after-a-rejection.md" leads nowhere. '
        'Did you mean "/checklists/after-a-rejection.yml"?',
    ),
    "link to a file in another folder": (
        article("hello", body="See [this](after-a-rejection.yml).") + CHECKLIST,
        '8:12: The link "after-a-rejection.yml" leads nowhere. '
        'Did you mean "/checklists/after-a-rejection.yml"?',
    ),
    "link with a slip in it": (
        article("hello", body="See [this](../checklists/after-a-rejecton.yml).") + CHECKLIST,
        '8:12: The link "../checklists/after-a-rejecton.yml" leads nowhere. '
        'Did you mean "/checklists/after-a-rejection.yml"?',
    ),
    "link to an address instead of a file": (
        article("hello", body="See [this](../checklists/after-a-rejection/).") + CHECKLIST,
        '8:12: The link "../checklists/after-a-rejection/" leads nowhere. '
        'Name the file: "/checklists/after-a-rejection.yml".',
    ),
    "link to the page of a file": (
        article("hello", body="[x](../checklists/after-a-rejection/index.html)") + CHECKLIST,
        '8:5: The link "../checklists/after-a-rejection/index.html" leads nowhere. '
        'Name the file: "/checklists/after-a-rejection.yml".',
    ),
    "link to the address of the home page": (
        article("hello", body="[x](..)"),
        '8:5: The link ".." leads nowhere. Name the file: "/index.md".',
    ),
    "link to a topic that is not there": (
        article("hello", body="[x](../topics/your-right.md)"),
        '8:5: The link "../topics/your-right.md" leads nowhere. '
        'Did you mean "/topics/your-rights.md"?',
    ),
    "picture that does not exist": (
        article("hello", body="![A cat](../assets/cat.jpg)"),
        '8:10: The link "../assets/cat.jpg" leads nowhere. Check the spelling of the file\'s name.',
    ),
    "link that would run a script": (
        article("hello", body="[x](<javascript:alert(1)>)"),
        '8:6: A link may not start with "javascript:". '
        "Link to a web address, an e-mail address or a file.",
    ),
    "link to a draft": (
        article("hello", body="[x](later.md)") + article("later", "draft: true"),
        '8:5: "articles/later.md" is a draft, so readers cannot reach it. '
        f"Publish it first, or take this out until then. {UNLINK}",
    ),
    "link to what is not published yet": (
        article("hello", body="[x](later.md)") + article("later", "published: 2027-01-01"),
        '8:5: "articles/later.md" is not published yet, so readers cannot reach it. '
        f"Publish it first, or take this out until then. {UNLINK}",
    ),
    "fence that shows a draft": (
        article("hello", body="```checklist\nafter-a-rejection\n```")
        + changed("minutes: 20", "minutes: 20\n    draft: true"),
        '9:1: "checklists/after-a-rejection.yml" is a draft, so readers cannot reach it. '
        "Publish it first, or take this out until then.",
    ),
    "old address that is its own": (
        article("hello", "moved_from: [hello]"),
        '7:14: "hello" is this page\'s own address. Take it out here.',
    ),
    "no text": (
        article("hello", body=""),
        "2:8: The article has no text. "
        'Write the article below the second "---", or make it a draft.',
    ),
    "a title of its own": (
        article("hello", body="Text.\n\n# Title"),
        "10:1: A heading with one # is the page's own title, which stands above already. "
        "Take it out if it repeats that; if not, start it with ##.",
    ),
    "a placeholder for an address": (
        article("hello", body="See [us](https://[company].example)."),
        '8:10: "https://[company].example" is not a web address. '
        "Copy it from the browser; if it is only an example, take the link out.",
    ),
    "a placeholder for an address, in HTML": (
        article("hello", body='See <a href="https://[company].example">us</a>.'),
        '8:14: "https://[company].example" is not a web address. '
        "Copy it from the browser; if it is only an example, take the link out.",
    ),
    "fence in a note": (
        article("hello", body="> [!NOTE]\n>\n> ```checklist\n> nope\n> ```") + CHECKLIST,
        '11:3: There is no checklist "nope". Use one of: after-a-rejection.',
    ),
    "fence in a quotation": (
        article("hello", body="> ```checklist\n> nope\n> ```\n\nMore.") + CHECKLIST,
        '9:3: There is no checklist "nope". Use one of: after-a-rejection.',
    ),
    "fence in a list": (
        article("hello", body="- ~~~checklist\n  nope\n  ~~~\n\nMore.") + CHECKLIST,
        '9:3: There is no checklist "nope". Use one of: after-a-rejection.',
    ),
    "fence with more than its name": (
        article("hello", body='```checklist title="x"\nafter-a-rejection\n```') + CHECKLIST,
        "8:1: This block means a checklist but would not show one. "
        'Write ``` and "checklist" alone, then one name, then a line of ```.',
    ),
    "fence with a capital": (
        article("hello", body="```Checklist\nafter-a-rejection\n```") + CHECKLIST,
        "8:1: This block means a checklist but would not show one. ",
    ),
    "fence that never ends": (
        article("hello", body="```checklist\nafter-a-rejection\n\nMore.") + CHECKLIST,
        "8:1: This block means a checklist but would not show one. ",
    ),
    "fence that never ends, at the end": (
        article("hello", body="```checklist\nafter-a-rejection") + CHECKLIST,
        "8:1: This block means a checklist but would not show one. ",
    ),
    "the same topic twice": (
        article("hello", "topics: [after-an-interview, after-an-interview]"),
        '6:9: "after-an-interview" stands in this list twice. Keep one of them.',
    ),
    "a date with a time": (
        article("hello", "published: 2026-11-01 00:00:00"),
        '6:12: "published" is not a date: "2026-11-01 00:00:00". ',
    ),
    "old address of a page that still stands": (
        article("hello", "moved_from: [other]") + article("other"),
        '7:14: "other" is the address of another page. Take it out here.',
    ),
}


@pytest.mark.parametrize(("drawing", "expected"), ARTICLE_MISTAKES.values(), ids=ARTICLE_MISTAKES)
def test_a_mistake_in_an_article(make_site: MakeSite, drawing: str, expected: str) -> None:
    (found,) = make_site(drawing).problems()
    assert found.startswith(f"{ARTICLE_PATH}:{expected}")


def test_each_of_several_links_is_named_at_its_own_place(make_site: MakeSite) -> None:
    body = (
        "See [a](no.md) and [b](no.md), ![c](no.md)\nor [d](<no.md>).\n\n- [e](no.md)"
        "[f](no.md)[](no.md)"
    )
    found = make_site(article("hello", body=body)).problems()
    assert [line.removeprefix(ARTICLE_PATH).split(": ")[0] for line in found] == [
        ":8:9", ":8:24", ":8:37", ":9:9", ":11:7", ":11:17", ":11:26",
    ]  # fmt: skip


def test_links_are_checked_wherever_they_stand(make_site: MakeSite) -> None:
    body = (
        "> [!NOTE]\n> First.\n>\n> - [a](no.md)\n\n<details>\n<summary>[b](no.md)</summary>\n\n"
        "[b](no.md)\n\n</details>\n\nApple\n: A fruit.\n\n  [c](no.md)\n\n| [d](no.md) | e |\n"
        "|---|---|\n| f | *[g](no.md)* |\n\nText[^n].\n\n[^n]: First.\n\n    [h](no.md)\n\n"
        "1. One\n\n   > [[i](no.md)]{lang=cy}\n\n## [j](no.md)\n\n[![k](no.png)](no.md) [l][m]\n\n"
        "[m]: no.md"
    )
    found = make_site(article("hello", body=body)).problems()
    assert [line.removeprefix(ARTICLE_PATH).split(": ")[0] for line in found] == [
        ":11:9", ":16:5", ":23:7", ":25:7", ":27:12", ":33:9", ":37:11", ":39:8", ":41:7", ":41:16",
        ":43:6",
    ]  # fmt: skip


HEADINGS = "## What _next_?\n\n## What next?\n\n{#mine}\n### Whose?\n\n"
LINKS = {
    "a heading on the same page": ("[x](#what-nxt)", '"#what-nxt" in "articles/hello.md". Did you '
        'mean "#what-next"?'),
    "a heading of another page": ("[x](other.md#what-next_2)", '"#what-next_2" in '
        '"articles/other.md". Did you mean "#what-next_1"?'),
    "a heading with another id": ("[x](/articles/other.md#whose)", '"#whose" in '
        '"articles/other.md". Compare it with the heading: small letters, and hyphens for spaces.'),
    "a heading of a checklist": ("[x](../checklists/after-a-rejection.yml#to-do)", '"#to-do" in '
        '"checklists/after-a-rejection.yml". Link to the page itself.'),
    "what is not a heading's name": ("[x](other.md#calm)", '"#calm" in "articles/other.md". '
        'Compare it with the heading: small letters, and hyphens for spaces.'),
    "a heading, in HTML": ('<a href="other.md#nope-not">x</a>', '"#nope-not" in '
        '"articles/other.md". Compare it with the heading: small letters, and hyphens for spaces.'),
}  # fmt: skip


@pytest.mark.parametrize(("link", "message"), LINKS.values(), ids=LINKS)
def test_a_link_to_a_heading_that_is_not_there(
    make_site: MakeSite, link: str, message: str
) -> None:
    more = article("other", body=f"{HEADINGS}<p title='calm'>Rest.</p>") + CHECKLIST
    site = make_site(article("hello", body=f"{HEADINGS}So {link}.") + more)
    found = site.problems()
    assert [line.partition(": ")[2] for line in found] == [f"There is no heading {message}"]
    assert found[0].startswith(f"{ARTICLE_PATH}:15:")


def test_a_checklist_s_link_to_a_heading_is_checked_too(make_site: MakeSite) -> None:
    links = " ".join(f"[x](../articles/other.md#{name})" for name in ("mine", "what-next", "no"))
    site = make_site(article("other", body=HEADINGS) + changed("Wait a day.", f"So {links}"))
    assert site.problems() == [
        f'{CHECKLIST_PATH}:10:9: There is no heading "#no" in "articles/other.md". '
        "Compare it with the heading: small letters, and hyphens for spaces."
    ]


def test_links_to_headings_that_are_there_build_clean(make_site: MakeSite) -> None:
    body = (
        f"{HEADINGS}[a](#what-next) [b](#what-next_1) [c](other.md#mine) "
        '<a href="other.md#mine">e</a> <a href="#what-next">f</a> <a href="../index.md">g</a> '
        '<a href="https://example.org/#x">h</a>'
    )
    site = make_site(article("hello", body=body) + article("other", body=HEADINGS))
    page = site.built().page("articles/hello/")
    assert [len(page.all(f"#{name}")) for name in ("what-next", "what-next_1", "mine")] == [1] * 3


IN_HTML = {
    "a page that is not there": (
        '<a href="nope.md">x</a>',
        'The link "nope.md" leads nowhere. Check the spelling of the file\'s name.',
    ),
    "the address of a page": (
        '<a href="/articles/other/">x</a>',
        'The link "/articles/other/" leads nowhere. Name the file: "/articles/other.md".',
    ),
    "a picture": (
        '<img src="../x.png" alt="">',
        'The link "../x.png" leads nowhere. Did you mean "/a/x.png"?',
    ),
    "a draft": (
        '<a href="draft.md">x</a>',
        '"articles/draft.md" is a draft, so readers cannot reach it. Publish it first, or take '
        f"this out until then. {UNLINK.replace('later', 'draft')}",
    ),
    "an e-mail address": (
        "<a href='sam@example.org'>x</a>",
        'The link "sam@example.org" leads nowhere. Write "mailto:sam@example.org".',
    ),
    "a script": (
        "<a title=x href=javascript:go>x</a>",
        'A link may not start with "javascript:". Link to a web address, an e-mail address or a '
        "file.",
    ),
}


@pytest.mark.parametrize(("tag", "message"), IN_HTML.values(), ids=IN_HTML)
def test_a_link_in_html_that_leads_nowhere(make_site: MakeSite, tag: str, message: str) -> None:
    drawing = article("hello", body=f"Two\nlines <b>of</b> {tag}\n\n<div>\n  {tag}\n</div>")
    more = article("other") + article("draft", "draft: true") + "docs/a/x.png\n    x\n"
    value = re.search(r"(?:href|src)=[\"']?", tag)
    assert value
    assert make_site(drawing + more).problems() == [
        f"{ARTICLE_PATH}:9:{17 + value.end()}: {message}",
        f"{ARTICLE_PATH}:12:{3 + value.end()}: {message}",
    ]


def test_links_in_html_lead_where_the_same_in_markdown_would(make_site: MakeSite) -> None:
    addresses = (
        "other.md", "/articles/other.md?x=1#why", "../index.md", "index.md", "../topics/index.md",
        "../topics/your-rights.md", "../a/law.pdf", "https://example.org/", "mailto:a@example.org",
        "tel:1", "#",
    )  # fmt: skip
    tags = "".join(f'<a href="{address}">x</a>' for address in addresses)
    marks = "".join(f"[x]({address})" for address in addresses)
    drawing = article("hello", body=f"{tags} <img src='../a/x.png' alt=''> <a>x</a>\n\n{marks}")
    files = article("other", body="## Why?") + "docs/a/x.png\n    x\ndocs/a/law.pdf\n    x\n"
    site = make_site(drawing + files)
    assert site.problems() == []
    page = site.built().page("articles/hello/")
    typed, marked = page.all(".prose p")
    assert typed.css("img")[0].attributes["src"] == "../../a/x.png"
    links = [link.attributes for link in typed.css("a[href]")]
    assert links == [link.attributes for link in marked.css("a")]
    assert [link["href"] for link in links[:7]] == [
        "../other/", "../other/?x=1#why", "../../", "../", "../../topics/",
        "../../topics/your-rights/", "../../a/law.pdf",
    ]  # fmt: skip


def test_a_link_may_lead_to_a_named_place_or_to_words_on_a_page(make_site: MakeSite) -> None:
    body = (
        "[x](#here) [x](other.md#here) [x](other.md#:~:text=Words) [x](../a/law.pdf#page=2) "
        "[x](mailto:a@example.org) [x](tel:1) [x](#there) [x](other.md#them) [x](#that)\n\n"
        "<a id='here'></a>Words.\n\n{#there}\nMore.\n\n[They]{#them} said.[Go](#here){#that}"
    )
    drawing = article("hello", body=body) + article("other", body=body) + "docs/a/law.pdf\n    x\n"
    assert make_site(drawing).problems() == []


FILE_MISTAKES = {
    "name that cannot be an address": (
        article("x").replace("articles/x.md", "articles/My Article.md"),
        'docs/articles/My Article.md:1:1: The file name "My Article" cannot stand in a web '
        'address. Rename the file with small letters, digits and hyphens, such as "my-article.md".',
    ),
    "name in another language": (
        article("x").replace("articles/x.md", "articles/Łódź i Ørsted.md"),
        'docs/articles/Łódź i Ørsted.md:1:1: The file name "Łódź i Ørsted" cannot stand in a web '
        "address. Rename the file with small letters, digits and hyphens, such as "
        '"lodz-i-orsted.md".',
    ),
    "the name of the list": (
        article("index"),
        'docs/articles/index.md:1:1: The name "index" is taken by a page that the site makes by '
        "itself. "
        'Rename the file with small letters, digits and hyphens, such as "a-short-name.md".',
    ),
    "the other ending of YAML": (
        CHECKLIST.replace("rejection.yml", "rejection.yaml"),
        'docs/checklists/after-a-rejection.yaml:1:1: A file in "checklists" ends in ".yml", and '
        'this one ends in ".yaml". Rename it to "after-a-rejection.yml", '
        "or move it to the folder it belongs in.",
    ),
    "page with the name of a list": (
        """
        docs/articles.md
            ---
            title: A
            summary: B
            ---
        """,
        'docs/articles.md:1:1: The name "articles" is taken by a page that the site makes by '
        "itself. Rename the file with small letters, digits and hyphens, such as "
        '"a-short-name.md".',
    ),
    "topic with the address of the list": (
        """
        docs/topics.yml
            - slug: index
              title: A
              summary: B.
        """,
        'docs/topics.yml:1:9: The slug "index" is taken already. '
        "Give each topic a slug of its own.",
    ),
    "page in a folder nobody looks in": (
        article("x").replace("articles/x.md", "notes/x.md"),
        "docs/notes/x.md:1:1: The site does not use pages or YAML files that stand here. "
        "Move it to articles/ (.md) or checklists/ (.yml), or delete it.",
    ),
    "topic that stands twice": (
        """
        docs/topics.yml
            - slug: after-an-interview
              title: A
              summary: B.
            - slug: after-an-interview
              title: C
              summary: D.
        """,
        'docs/topics.yml:4:9: The slug "after-an-interview" is taken already. '
        "Give each topic a slug of its own.",
    ),
    "topic that is a line of text": (
        "docs/topics.yml\n    - Your rights\n",
        'docs/topics.yml:1:3: This entry should be a group of lines such as "title: …". '
        "Check the colons, and the spaces at the start of the lines.",
    ),
    "topics that are no list": (
        "docs/topics.yml\n    slug: your-rights\n",
        "docs/topics.yml:1:1: The file should be a list. Write it as [one, two], or a line each "
        "that starts with a hyphen and a space.",
    ),
    "topic with a misspelt key": (
        """
        docs/topics.yml
            - slug: your-rights
              title: A
              summary: B.
              titel: C
        """,
        'docs/topics.yml:4:3: "titel" is not a key that can stand here. Did you mean "title"?',
    ),
    "home page whose start has a misspelt key": (
        """
        docs/index.md
            ---
            title: Home
            summary: Home.
            start_here: {title: A, text: B, artikle: hello}
            ---
        """,
        'docs/index.md:4:33: "artikle" is not a key that can stand here. Did you mean "article"?',
    ),
    "home page whose start leads nowhere": (
        """
        docs/index.md
            ---
            title: Home
            summary: Home.
            start_here: {title: A, text: "[x](nowhere.md)"}
            ---
        """,
        'docs/index.md:4:30: The link "nowhere.md" leads nowhere. '
        "Check the spelling of the file's name.",
    ),
    "home page that starts with what does not exist": (
        """
        docs/index.md
            ---
            title: Home
            summary: Home.
            start_here: {title: A, text: B, checklist: nope}
            ---
        """,
        'docs/index.md:4:44: There is no checklist "nope". There is none to choose from yet.',
    ),
}


@pytest.mark.parametrize(("drawing", "expected"), FILE_MISTAKES.values(), ids=FILE_MISTAKES)
def test_a_mistake_in_a_file(make_site: MakeSite, drawing: str, expected: str) -> None:
    assert make_site(drawing).problems() == [expected]


MANY = {
    "comments that cut a text": CHECKLIST.replace(
        "- Wait a day.", "- Wait. #1\n" + "          - Rest. #1\n" * 60
    ),
    "keys that do not exist": CHECKLIST + "".join(f"    key-{n}: x\n" for n in range(60)),
    "texts with links that lead nowhere": CHECKLIST.replace(
        "- Wait a day.", "\n          ".join(f"- A [x]({n}.md) [x]({n}a.md)." for n in range(30))
    ),
    "HTML that is not allowed": article("hello", body="<font>x</font>\n\n" * 60),
    "links that lead nowhere": article("hello", body="[x](nowhere.md)\n\n" * 60),
}


@pytest.mark.parametrize("drawing", MANY.values(), ids=MANY)
def test_of_a_file_with_very_many_mistakes_fifty_are_listed(
    make_site: MakeSite, drawing: str
) -> None:
    found = make_site(drawing).problems()
    more = "This file has more mistakes, which are not listed. Mend those that are, and check again"
    assert len([line for line in found if more in line]) == 1, found
    assert len([line for line in found if more not in line]) == 50, found


def test_no_number_of_warnings_hides_an_error(make_site: MakeSite) -> None:
    body = "a\u200bb\n\n" * 60 + "<script>x</script>"
    errors = [
        line for line in make_site(article("hello", body=body)).problems() if "warning:" not in line
    ]
    assert len(errors) == 1
    assert "<script>" in errors[0]


def test_front_matter_with_problems_hides_none_in_the_text(make_site: MakeSite) -> None:
    body = "[x](nope.md)\n\n```checklist\nnope\n```"
    found = make_site(article("hello", "tags: x", body)).problems()
    assert [line.split(": ")[0] for line in found] == [
        f"{ARTICLE_PATH}:7:1",
        f"{ARTICLE_PATH}:9:5",
        f"{ARTICLE_PATH}:12:1",
    ]


def test_a_folder_that_is_a_link_is_read_and_one_that_leads_back_is_a_problem(
    make_site: MakeSite, tmp_path: Path
) -> None:
    site = make_site(article("hello", "tags: x"))
    elsewhere = tmp_path / "elsewhere"
    (site.folder / "docs/articles").rename(elsewhere)
    (site.folder / "docs/articles").symlink_to(elsewhere)
    (site.folder / "docs/loop").symlink_to(site.folder / "docs")
    (site.folder / "docs/gone.png").symlink_to("nowhere.png")
    tags, *links = site.problems()
    assert tags.startswith(f"{ARTICLE_PATH}:7:1: ")
    assert links == [
        "docs/gone.png:1:1: The file cannot be opened. "
        "Put the file there again, or delete this one.",
        "docs/loop:1:1: This folder is a link that leads back to where it stands. "
        "Take the folder away, or put a real one in its place.",
    ]


def test_links_inside_the_project_are_followed_and_templates_are_left_alone(
    make_site: MakeSite,
) -> None:
    site = make_site("docs/a/one.txt\n    x\ndocs/templates/x.yml\n    x\n")
    (site.folder / "docs/a/two.txt").symlink_to("one.txt")
    (site.folder / "shared").mkdir()
    (site.folder / "shared/three.txt").write_text("x", encoding="utf-8")
    (site.folder / "docs/shared").symlink_to("../shared")
    site.draw(article("hello", body="[1](../a/one.txt) [2](../a/two.txt) [3](../shared/three.txt)"))
    assert site.problems() == []


def test_content_may_stand_in_another_folder(make_site: MakeSite) -> None:
    site = make_site(article("hello", "tags: x"))
    (site.folder / "docs").rename(site.folder / "words")
    file = site.folder / "mkdocs.yml"
    file.write_text("docs_dir: words\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    (found,) = site.problems()
    assert found.startswith("words/articles/hello.md:7:1: ")


def test_a_file_that_is_not_utf8_is_named_with_the_place_of_the_character(
    make_site: MakeSite,
) -> None:
    site = make_site(CHECKLIST)
    file = site.folder / CHECKLIST_PATH
    file.write_bytes(file.read_bytes().replace(b"Wait", "Café".encode("cp1252")))
    assert site.problems() == [
        f"{CHECKLIST_PATH}:10:12: The file is not saved as UTF-8, so this character cannot be "
        'read. Save it again with the encoding "UTF-8".'
    ]


UNSEEN = "A character that cannot be shown stands in the text. Delete it and type the text again."


UNSEEN_SIGNS = dict.fromkeys(("\x07", "\x0c", "\x85", "\u2028", "\u2029"), UNSEEN) | {
    "\ufeff": "A byte order mark stands in the text, where nobody sees it. "
    "Delete the word and type it again."
}


@pytest.mark.parametrize(("sign", "message"), UNSEEN_SIGNS.items())
def test_a_character_that_cannot_be_shown_is_named_with_its_place(
    make_site: MakeSite, sign: str, message: str
) -> None:
    site = make_site(article("hello", f"author: A{sign}B", f"Fine.\n\nOne.{sign}Two."))
    assert site.problems() == [f"{ARTICLE_PATH}:{place}: {message}" for place in ("7:10", "11:5")]


def test_a_character_that_cannot_be_shown_hides_no_other_problem(make_site: MakeSite) -> None:
    hello = article("hello", "minuets: 4", "One.\u2028Two.\n\n[Go](gone.md)")
    site = make_site(hello + changed("minutes: 20", "minutes: soon # A\u2028B"))
    found = [problem.partition(": ")[0] for problem in site.problems()]
    assert found == [
        f"{path}:{place}"
        for path, places in (
            (ARTICLE_PATH, ("7:1", "9:5", "11:6")),
            (CHECKLIST_PATH, ("6:10", "6:18")),
        )
        for place in places
    ]


def test_a_character_that_cannot_be_shown_is_found_where_yaml_spells_it(
    make_site: MakeSite,
) -> None:
    site = make_site(changed("title: After a rejection", r'title: "A\aB\u2028C"'))
    assert site.problems() == [f"{CHECKLIST_PATH}:1:8: {UNSEEN}"]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_windows_and_old_mac_files_are_read_and_keep_their_line_numbers(
    make_site: MakeSite, ending: str
) -> None:
    site = make_site(changed("minutes: 20", "minutes: soon"))
    file = site.folder / CHECKLIST_PATH
    text = file.read_text(encoding="utf-8").replace("\n", ending)
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    (found,) = site.problems()
    assert found.startswith(f"{CHECKLIST_PATH}:6:10: ")


def test_a_missing_home_page_and_missing_topics_are_named(make_site: MakeSite) -> None:
    site = make_site()
    (site.folder / "docs/index.md").unlink()
    (site.folder / "docs/topics.yml").unlink()
    assert site.problems() == [
        f"docs/{name}:1:1: The site needs this file, and it is not there. "
        "Bring it back from an earlier version."
        for name in ("index.md", "topics.yml")
    ]


def line_of(site: Site, words: str) -> int:
    lines = (site.folder / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if words in line)


DESCRIPTION = "site_description: Free guides and checklists for anyone looking for work."
NAV = """nav:
  - Topics: topics/index.md
  - Articles: articles/index.md
  - Checklists: checklists/index.md
  - Contact: contact.md"""
MISSPELT = "Check the spelling of the file's name."
NAV_LINE = 'Write a line such as "- Contact: contact.md".'
PAGE_FIX = 'Name the page about the contact, such as "contact.md".'
SETTINGS_MISTAKES = {
    "role": (
        "    role: Candidate",
        "    rolle: Candidate",
        5,
        '"rolle" is not a key that can stand here. Did you mean "role"?',
    ),
    "email": (
        "email: haleema.latif@inclusive-recruiting.example",
        "email: haleema",
        12,
        '"haleema" is not an e-mail address. Write it like name@organisation.org.uk.',
    ),
    "jobs board": (
        "url: https://www.inclusive",
        "url: www.inclusive",
        12,
        '"www.inclusive-hires.example/" is not a web address. Copy it from the browser; '
        'it starts with "https://".',
    ),
    "photo": (
        "page: contact.md",
        "photo: assets/no.jpg",
        12,
        'There is no file "assets/no.jpg" in docs/. Check the spelling, or put the file there.',
    ),
    "page": (
        "page: contact.md",
        "page: kontakt.md",
        11,
        f'"kontakt.md" is not a page of its own in docs/. {PAGE_FIX}',
    ),
    "page that is the home page": (
        "page: contact.md",
        "page: index.md",
        11,
        f'"index.md" is not a page of its own in docs/. {PAGE_FIX}',
    ),
    "page that is no page": (
        "page: contact.md",
        "page: topics.yml",
        11,
        f'"topics.yml" is not a page of its own in docs/. {PAGE_FIX}',
    ),
    "phone": (
        "page: contact.md",
        "phone: ask me",
        12,
        '"ask me" is not a phone number. Write digits and spaces, such as 020 7946 0000.',
    ),
    "nav that leads nowhere": (
        "- Contact: contact.md",
        "- Contact: no.md",
        14,
        f'There is no page "no.md". {MISSPELT}',
    ),
    "nav without words": (
        "- Contact: contact.md",
        "- contact.md",
        5,
        f"This is not a link. {NAV_LINE}",
    ),
    "nav with a list in it": (
        "- Contact: contact.md",
        "- Contact: [contact.md]",
        5,
        f"This is not a link. {NAV_LINE}",
    ),
    "nav that is no list": (
        NAV,
        "nav: contact.md",
        6,
        f'"nav" should be a list of links. {NAV_LINE}',
    ),
    "name without end": (
        "site_name: Inclusive Resources",
        f"site_name: {'x' * 81}",
        12,
        "This is too long. Use at most 80 characters.",
    ),
    "description without end": (
        DESCRIPTION,
        f"site_description: {'x' * 201}",
        19,
        "This is too long. Use at most 200 characters.",
    ),
    "address of no website": (
        "site_url: https://resources",
        "site_url: resources",
        11,
        'This is not the address of a website. Write the whole address; it starts with "https://".',
    ),
}


@pytest.mark.parametrize(
    ("old", "new", "column", "words"), SETTINGS_MISTAKES.values(), ids=SETTINGS_MISTAKES
)
def test_a_mistake_in_the_settings(
    make_site: MakeSite, old: str, new: str, column: int, words: str
) -> None:
    site = with_settings(make_site(), old, new)
    place = f"mkdocs.yml:{line_of(site, new)}:{column}: "
    assert f"{place}{words}" in site.problems()


@pytest.mark.parametrize("key", ["site_url", "nav", "extra"])
def test_settings_that_are_missing_are_named(make_site: MakeSite, key: str) -> None:
    site = with_settings(make_site(), f"\n{key}:", f"\nx_{key}:")
    slip = f'"x_{key}" is not a key that can stand here. Did you mean "{key}"?'
    assert site.problems() == [
        f'mkdocs.yml:1:1: "{key}" is missing. Add a line "{key}: …".',
        f"mkdocs.yml:{line_of(site, f'x_{key}:')}:1: {slip}",
    ]


def test_settings_that_only_just_fit_are_fine(make_site: MakeSite) -> None:
    site = with_settings(make_site(), "site_name: Inclusive Resources", f"site_name: {'x' * 80}")
    with_settings(site, DESCRIPTION, f"site_description: {'x' * 200}")
    with_settings(
        site, "- Contact: contact.md", "- Contact: contact.md\n  - Us: http://example.org/"
    )
    site.draw("docs/assets/us.jpg\n    x\n")
    with_settings(site, "page: contact.md", "photo: assets/us.jpg")
    assert site.problems() == []


def test_a_placeholder_is_known_however_it_is_written(make_site: MakeSite) -> None:
    site = with_settings(make_site(), "www.inclusive-hires.example/", "Hires.EXAMPLE.:8000/jobs")
    with_settings(site, "helps_with: Looking for work", 'helps_with: "Looking (http://[you])')
    with_settings(site, "You can write to Haleema about it.", 'You can write."')
    found = [line.split(": ")[1] for line in site.problems(publish=True)]
    assert len(found) == 3
    assert found[1].startswith('"https://Hires.EXAMPLE.:8000/jobs" is a placeholder')


def test_placeholders_stop_publishing_and_nothing_else(make_site: MakeSite) -> None:
    site = make_site()
    assert site.problems() == []
    found = site.problems(publish=True)
    assert [line.split(": ")[1].split(" is")[0] for line in found] == [
        '"https://resources.inclusive-recruiting.example/"',
        '"https://www.inclusive-hires.example/"',
        '"haleema.latif@inclusive-recruiting.example"',
    ]
    assert all(line.endswith("Put the real address here before you publish.") for line in found)


BROKEN = {
    "a checklist": (
        changed("minutes: 20", "minutes: soon"),
        "[x](../checklists/after-a-rejection.yml) "
        "[x](../checklists/after-a-rejection/worksheet.pdf) "
        '<a href="../checklists/after-a-rejection.yml">x</a> '
        '<a href="../checklists/after-a-rejection/worksheet.txt">x</a>\n\n'
        "```checklist\nafter-a-rejection\n```",
        f"{CHECKLIST_PATH}:6:10: ",
    ),
    "an article": (
        article("other", "tags: x"),
        '[x](other.md#here) <a href="other.md#here">x</a> <a href="/articles/other.md">x</a>',
        "docs/articles/other.md:7:1: ",
    ),
    "the topics": (
        "docs/topics.yml\n    - slug: your-rights\n      title: Your rights\n",
        "[x](../topics/your-rights.md) [x](../topics/your-rights/workbook.pdf) "
        '<a href="../topics/your-rights.md">x</a>',
        'docs/topics.yml:1:3: "summary" is missing. ',
    ),
    "the home page": (
        "docs/index.md\n    ---\n    title: Home\n    ---\n    Hello.\n",
        '[x](../index.md) <a href="/index.md">x</a>',
        'docs/index.md:2:1: "summary" is missing. ',
    ),
    "a drawing": (
        'docs/topics/x.svg\n    <svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>\n',
        '![x](../topics/x.svg) <img src="../topics/x.svg" alt="x">',
        "docs/topics/x.svg:1:1: ",
    ),
}


@pytest.mark.parametrize(("broken", "body", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_file_with_problems_of_its_own_makes_none_in_files_that_name_it(
    make_site: MakeSite, broken: str, body: str, expected: str
) -> None:
    naming = "checklists: [after-a-rejection]" if "checklist" in expected else ""
    (found,) = make_site(article("hello", naming, body) + broken).problems()
    assert found.startswith(expected)


def test_a_mistake_in_the_topics_hides_no_link_that_leads_nowhere_else(make_site: MakeSite) -> None:
    broken = "docs/topics.yml\n    - slug: your-rights\n      title: Your rights\n"
    found = make_site(article("hello", body="[x](nope.md)") + broken).problems()
    assert [line.split(": ")[0] for line in found] == [f"{ARTICLE_PATH}:8:5", "docs/topics.yml:1:3"]


def test_what_no_reader_reaches_may_lead_to_what_no_reader_reaches(make_site: MakeSite) -> None:
    body = "[x](later.md)\n\n```checklist\nafter-a-rejection\n```"
    draft = article("hello", "draft: true", body) + article("later", "published: 2027-01-01")
    assert (
        make_site(draft + changed("minutes: 20", "minutes: 20\n    draft: true")).problems() == []
    )


def test_problems_of_many_files_come_in_one_run_in_file_order(make_site: MakeSite) -> None:
    site = make_site(
        changed("minutes: 20", "minutes: soon") + article("b", "tags: x") + article("a", "tags: x")
    )
    assert [line.split(": ")[0] for line in site.problems()] == [
        "docs/articles/a.md:7:1",
        "docs/articles/b.md:7:1",
        f"{CHECKLIST_PATH}:6:10",
    ]


def test_the_samples_have_no_problems(make_site: MakeSite) -> None:
    assert make_site(ARTICLE + CHECKLIST).problems() == []
