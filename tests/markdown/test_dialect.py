"""The site's Markdown: what each construct becomes, and that it means what it means on GitHub."""

from typing import TypeAlias

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin
from selectolax.lexbor import LexborHTMLParser, LexborNode

from conftest import MakeSite
from reading_markdown import html, said
from resource_site.markdown.inline import text_with_addresses

BOX = '<div class="scroll-box" role="region" tabindex="0" aria-label='
TABLE = f"""{BOX}"Table: Day, Hours, Pay"><table>
<thead><tr><th class="cell--left" scope="col">Day</th><th class="cell--right" scope="col">Hours</th>
<th class="cell--center" scope="col">Pay</th></tr></thead>
<tbody><tr><td class="cell--left">Mon | Tue</td><td class="cell--right"><code>7|8</code></td>
<td class="cell--center"></td></tr></tbody></table></div>"""
NOTE = 'class="note-ref"><a href="#site--note-1" id="site--note-1-back'
BACK = '<a class="on-screen" role="doc-backlink" aria-label="Back to the text at note 1'
SAYS = 'class="says-address"'

CONSTRUCTS = {
    "paragraphs": ("One\ntwo.\n\nThree.", "<p>One two.</p><p>Three.</p>"),
    "line break": ("One\\\ntwo  \nthree", "<p>One<br>two<br>three</p>"),
    "headings": (
        "## Why?\n\n### Who *else*?\n\n## Why?",
        '<h2 id="why">Why?</h2><h3 id="who-else">Who <em>else</em>?</h3><h2 id="why_1">Why?</h2>',
    ),
    "bold and emphasis": (
        "**Bold** and *thin*, un*believ*able, snake_case_word",
        "<p><strong>Bold</strong> and <em>thin</em>, un<em>believ</em>able, snake_case_word</p>",
    ),
    "nested list": (
        "- Papers\n  - Passport\n    - Old one\n- Snacks",
        "<ul><li>Papers<ul><li>Passport<ul><li>Old one</li></ul></li></ul></li>"
        "<li>Snacks</li></ul>",
    ),
    "list nested by the width of its number": (
        "1. Ring them\n   - Say your name\n2. Write it down",
        "<ol><li>Ring them<ul><li>Say your name</li></ul></li><li>Write it down</li></ol>",
    ),
    "list right below words": (
        "You need:\n- a pen\n- a phone\n\nDo this:\n1. Sit down\n2. Breathe",
        "<p>You need:</p><ul><li>a pen</li><li>a phone</li></ul>"
        "<p>Do this:</p><ol><li>Sit down</li><li>Breathe</li></ol>",
    ),
    "list that starts at 5": (
        "5. Rest\n6. Go on",
        '<ol start="5"><li>Rest</li><li>Go on</li></ol>',
    ),
    "loose list": ("- One\n\n- Two", "<ul><li><p>One</p></li><li><p>Two</p></li></ul>"),
    "task list": (
        "- [ ] Ask\n- [x] Read\n- Rest",
        '<ul class="contains-task-list"><li class="task-list-item"><span class="task-box" '
        'role="img" aria-label="To do"></span> Ask</li><li class="task-list-item"><span '
        'class="task-box task-box--done" role="img" aria-label="Done"></span> Read</li>'
        "<li>Rest</li></ul>",
    ),
    "table": (
        "| Day | Hours | Pay |\n|:--|--:|:-:|\n| Mon \\| Tue | `7\\|8` | |",
        TABLE,
    ),
    "struck out": (
        "~~No~~ and ~no~, in ~20 minutes or ~30",
        "<p><s>No</s> and <s>no</s>, in ~20 minutes or ~30</p>",
    ),
    "note at the foot": (
        "One[^law] two[^law].\n\n[^law]: The Act.",
        f'<p>One<sup {NOTE}" role="doc-noteref" aria-label="Note 1">1</a></sup> '
        f'two<sup {NOTE}-2" role="doc-noteref" aria-label="Note 1">1</a></sup>.</p>'
        '<section class="notes" role="doc-endnotes" aria-labelledby="site--notes-title">'
        '<h2 class="notes__title" id="site--notes-title">Notes</h2><ol>'
        f'<li id="site--note-1"><p>The Act. {BACK}" href="#site--note-1-back">Back</a> '
        f'{BACK}, place 2" href="#site--note-1-back-2">Back</a></p></li></ol></section>',
    ),
    "bare addresses": (
        "See https://www.gov.uk/a, (www.acas.org.uk) or ask help@acas.org.uk.",
        f'<p>See <a {SAYS} href="https://www.gov.uk/a">https://www.gov.uk/a</a>, '
        f'(<a {SAYS} href="http://www.acas.org.uk">www.acas.org.uk</a>) or ask '
        f'<a {SAYS} href="mailto:help@acas.org.uk">help@acas.org.uk</a>.</p>',
    ),
    "links whose words are their address": (
        "[www.gov.uk/](https://www.gov.uk) <a href='https://a.example/b'>https://a.example/b</a> "
        "[here](https://a.example/) [**a.example**](https://a.example)",
        f'<p><a {SAYS} href="https://www.gov.uk">www.gov.uk/</a> '
        f'<a {SAYS} href="https://a.example/b">https://a.example/b</a> '
        '<a href="https://a.example/">here</a> '
        '<a href="https://a.example"><strong>a.example</strong></a></p>',
    ),
    "link and picture": (
        '[Go](https://a.example/ "Now") ![A *cat*](cat.png)',
        '<p><a href="https://a.example/" title="Now">Go</a> <img src="cat.png" alt="A cat"></p>',
    ),
    "link by name": (
        "[Go][here] or [here].\n\n[here]: https://a.example/",
        '<p><a href="https://a.example/">Go</a> or <a href="https://a.example/">here</a>.</p>',
    ),
    "block of code": (
        "```\nif a < b:\n\n    go\n```",
        f'{BOX}"Code"><pre><code>if a &lt; b:\n\n    go\n</code></pre></div>',
    ),
    "code among words": ("Type `a  <b>` now", "<p>Type <code>a  &lt;b&gt;</code> now</p>"),
    "quotation": (
        "> One\n> two\n>\n> Three",
        "<blockquote><p>One two</p><p>Three</p></blockquote>",
    ),
    "line across": ("One\n\n---\n\nTwo", "<p>One</p><hr><p>Two</p>"),
    "signs that start nothing": (
        "#1 Ask early\n\n#jobs\n\n1.5 hours\n\n-5 degrees\n\n3 > 2",
        "<p>#1 Ask early</p><p>#jobs</p><p>1.5 hours</p><p>-5 degrees</p><p>3 &gt; 2</p>",
    ),
    "escapes": (
        "\\*no\\* \\<name> \\[x] 1995\\. \\`a\\` &amp; &eacute; C:\\temp",
        "<p>*no* &lt;name&gt; [x] 1995. `a` &amp; \u00e9 C:\\temp</p>",
    ),
    "folded away": (
        "<details>\n<summary>About pay</summary>\n\nPay is **monthly**.\n\n- One\n\n</details>",
        "<details><summary>About pay</summary><p>Pay is <strong>monthly</strong>.</p>"
        "<ul><li>One</li></ul></details>",
    ),
    "HTML among words": (
        "Press <kbd>Ctrl</kbd> and H<sub>2</sub>O.",
        "<p>Press <kbd>Ctrl</kbd> and H<sub>2</sub>O.</p>",
    ),
} | {
    f"alert: {kind}": (
        f"> [!{kind.upper()}]\n> Mind *this*.\n>\n> - One",
        f'<div class="alert alert--{kind}" role="note"><p class="alert__title">{kind.title()}</p>'
        "<p>Mind <em>this</em>.</p><ul><li>One</li></ul></div>",
    )
    for kind in ("note", "tip", "important", "warning", "caution")
}  # fmt: skip
"""What GitHub defines: each as it is typed, and the HTML of a page."""

OURS = {
    "definitions": (
        "Apple\n: A fruit.\n\n  Red.\n\nPear\n: Green.",
        "<dl><dt>Apple</dt><dd><p>A fruit.</p><p>Red.</p></dd>"
        "<dt>Pear</dt><dd><p>Green.</p></dd></dl>",
    ),
    "attributes of a link": (
        "[Go](https://a.example/){.button #go lang=cy}",
        '<p><a href="https://a.example/" class="button" id="go" lang="cy">Go</a></p>',
    ),
    "attributes of words": (
        "Say [bore *da*]{lang=cy} now",
        '<p>Say <span lang="cy">bore <em>da</em></span> now</p>',
    ),
    "attributes of a block": (
        "{#mine}\n## Whose?\n\n{lang=ar dir=rtl}\n> Q\n\n{lang=cy}\n- Un\n\n"
        "{#x}\n> [!TIP]\n> So.\n\n- {lang=cy}\n  Dau",
        '<h2 id="mine">Whose?</h2><blockquote lang="ar" dir="rtl"><p>Q</p></blockquote>'
        '<ul lang="cy"><li>Un</li></ul><div class="alert alert--tip" role="note" id="x">'
        '<p class="alert__title">Tip</p><p>So.</p></div><ul><li><p lang="cy">Dau</p></li></ul>',
    ),
    "braces that stay words": (
        "Dear {name}\n{address}: the *post*{title}\n\n| Start |\n|---|\n| Dear {name} |\n\n"
        "[x](https://a.example/){onclick=x} {{",
        "<p>Dear {name} {address}: the <em>post</em>{title}</p>"
        f'{BOX}"Table: Start"><table><thead><tr><th scope="col">Start</th></tr></thead>'
        "<tbody><tr><td>Dear {name}</td></tr></tbody></table></div>"
        '<p><a href="https://a.example/">x</a>{onclick=x} {{</p>',
    ),
    "checklist": (
        "## First\n\n```checklist\nafter-a-rejection\n```",
        '<h2 id="first">First</h2><div class="shown">after-a-rejection 3</div>',
    ),
    "figure": (
        '![A cat](cat.png "Our *cat* -- asleep")',
        '<figure><img src="cat.png" alt="A cat">'
        "<figcaption>Our *cat* \u2013 asleep</figcaption></figure>",
    ),
    "picture alone": ("![A cat](cat.png)", '<p><img src="cat.png" alt="A cat"></p>'),
    "film": (
        '![A "mock" interview](mock.mp4)',
        '<p><video src="mock.mp4" aria-label="A &quot;mock&quot; interview" controls '
        'preload="none" playsinline><track src="mock.vtt" kind="captions" srclang="en-GB" '
        'label="English" default></video><span class="on-paper"><a href="mock.mp4">'
        "Film: A &quot;mock&quot; interview</a></span></p>",
    ),
    "recording": (
        '![A talk](../assets/talk.mp3 "Ten minutes")',
        '<figure><audio src="../assets/talk.mp3" aria-label="A talk" controls preload="none">'
        '</audio><span class="on-paper"><a href="../assets/talk.mp3">Recording: A talk</a></span>'
        "<figcaption>Ten minutes</figcaption></figure>",
    ),
    "comment": ("One\n\n<!-- for us -->\n\ntwo <!-- too -->", "<p>One</p><p>two</p>"),
    "address of a file": (
        "[Go](b.md#why) <a href='c.md'>C</a>",
        '<p><a href="b.md#why" data-address="b.md#why">Go</a> '
        '<a href="c.md" data-address="c.md">C</a></p>',
    ),
    "plain signs": ("(c) 5'10\" 10--12", "<p>(c) 5'10\" 10\u201312</p>"),
}  # fmt: skip
"""What is this site's own."""

Tree: TypeAlias = str | tuple[str, dict[str, str | None], list["Tree"]]


def tree(made: str) -> list[Tree]:
    """Return HTML as elements, attributes and words; space counts in code alone."""
    body = LexborHTMLParser(made).body
    return _inside(body) if body else []


def _inside(node: LexborNode, *, is_code: bool = False) -> list[Tree]:
    found: list[Tree] = []
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            words = child.text_content or ""
            found.append(words if is_code else " ".join(words.split()))
        else:
            code = is_code or child.tag in ("pre", "code")
            found.append((str(child.tag), dict(child.attributes), _inside(child, is_code=code)))
    return [one for one in found if one]


@pytest.mark.parametrize(("typed", "expected"), (CONSTRUCTS | OURS).values(), ids=CONSTRUCTS | OURS)
def test_a_construct_becomes_the_html_of_a_page(typed: str, expected: str) -> None:
    assert tree(html(typed)) == tree(expected)


NAMES = ("alt", "href", "open", "src", "start", "title")


def meaning(made: str) -> list[Tree]:
    """Return what HTML means: elements, where links lead, which box is ticked, how cells align.

    How a construct looks is left out, and the box that a table stands in on a phone.
    """
    page = LexborHTMLParser(made)
    for box in page.css(".scroll-box"):
        box.unwrap()
    for extra in page.css(".footnotes-sep, .footnote-backref, [role=doc-backlink], .notes__title"):
        extra.decompose()
    return [_meant(one) for one in (_inside(page.body) if page.body else [])]


def _meant(one: Tree) -> Tree:
    if isinstance(one, str):
        return one
    name, attributes, inside = one
    looks = f"{attributes.get('class')} {attributes.get('style')} {attributes.get('type')}"
    meant: dict[str, str | None] = {key: attributes[key] for key in NAMES if key in attributes}
    if "task-box" in looks or "checkbox" in looks:
        is_done = "checked" in attributes or "--done" in looks
        return "box", {"done": str(is_done)}, []
    if name in ("td", "th"):
        sides = ("left", "right", "center")
        meant["align"] = next((side for side in sides if f"-{side}" in looks.replace(":", "-")), "")
    if name == "div":
        kinds = ("note", "tip", "important", "warning", "caution")
        meant["alert"] = next((kind for kind in kinds if f"-{kind}" in looks), "")
    if name == "sup":
        return name, {}, ["note"]
    return name, meant, [_meant(child) for child in inside]


@pytest.mark.parametrize("typed", [typed for typed, _ in CONSTRUCTS.values()], ids=CONSTRUCTS)
def test_a_construct_means_what_it_means_on_github(typed: str) -> None:
    github = MarkdownIt("gfm-like2", {"linkify": False})
    github.use(gfm_autolink_plugin).use(footnote_plugin, inline=False)
    assert meaning(html(typed)) == meaning(github.render(typed))


@pytest.mark.parametrize("typed", [typed for typed, _ in (CONSTRUCTS | OURS).values()])
def test_no_valid_construct_is_reported_as_a_slip(typed: str) -> None:
    assert said(typed) == []


def test_extensions_of_markdown_are_a_problem_with_their_line(make_site: MakeSite) -> None:
    site = make_site()
    settings = site.folder / "mkdocs.yml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("plugins:"))
    lines[at:at] = ["markdown_extensions:", "  - abbr", "  - toc:", "      toc_depth: 2-3"]
    settings.write_text("\n".join(lines), encoding="utf-8")
    assert site.problems() == [
        f'mkdocs.yml:{at + 1}:1: "markdown_extensions" means nothing here. The site has one kind '
        "of Markdown. Take it out, with the lines below that belong to it."
    ]
    settings.write_text("\n".join(lines[:at] + lines[at + 4 :]), encoding="utf-8")
    assert site.problems() == []


def test_a_text_sheet_says_an_address_once() -> None:
    typed = "See <https://a.example/b>, or [the law](https://a.example/c)."
    assert text_with_addresses(typed, str) == (
        "See https://a.example/b, or the law (https://a.example/c)."
    )
