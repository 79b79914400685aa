"""What another hook or plugin does to pages: it may, as long as a page holds what may stand."""

import pytest

from changed_settings import with_hook
from conftest import MakeSite
from samples import article
from small_site import Site

ADDING = """
def on_page_content(html, page, **_):
    return html + {html!r} if page.file.src_uri == "articles/hello.md" else html
"""


def reported(site: Site) -> list[str]:
    """Return the lines of problems that a build of ``site`` stops with."""
    result = site.build()
    assert result.returncode == 1, result.stderr
    assert "Traceback" not in result.stderr
    assert not site.path("").exists()
    return [line for line in result.stderr.splitlines() if line.startswith("docs/")]


NOWHERE = {
    "a link": ('<p><a href="../gone/">x</a></p>', "articles/gone/index.html"),
    "a link from the top": ('<p><a title="<a href=no>" href="/gone/">x</a></p>', "gone/index.html"),
    "a file": ("<p><a href='../../assets/gone%20now.pdf?x=1#y'>x</a></p>", "assets/gone now.pdf"),
    "a picture": ('<img alt="" src="gone.png">', "articles/hello/gone.png"),
    "the site's whole address": (
        '<p><a href="https://resources.inclusive-recruiting.example/gone/">x</a></p>',
        "gone/index.html",
    ),
}


@pytest.mark.parametrize(("html", "address"), NOWHERE.values(), ids=NOWHERE.keys())
def test_an_address_that_leads_nowhere_stops_the_build(
    make_site: MakeSite, html: str, address: str
) -> None:
    site = with_hook(make_site(article("hello")), ADDING.format(html=html))
    assert reported(site) == [
        f'docs/articles/hello.md:1:1: The finished page leads to "/{address}", which the site does '
        "not hold. Put the file there, or take the link out of the page, its template or plugin."
    ]


def test_a_link_whose_file_a_hook_takes_away_is_named_where_it_stands(make_site: MakeSite) -> None:
    body = "One.\n\nSee [the law](../assets/law.pdf) and [more](../assets/more.pdf)."
    files = "docs/assets/law.pdf\n    x\ndocs/assets/more.pdf\n    x\n"
    code = """
def on_files(files, **_):
    for file in [file for file in files if file.src_uri.endswith("law.pdf")]:
        files.remove(file)
"""
    site = with_hook(make_site(article("hello", body=body) + files), code)
    (line,) = reported(site)
    assert line.startswith("docs/articles/hello.md:10:15: The finished page leads to ")
    assert '"/assets/law.pdf"' in line


def test_addresses_that_lead_somewhere_are_fine(make_site: MakeSite) -> None:
    html = (
        '<p><a href="../other/#x">a</a> <a href="/articles/hello/">b</a> <a href="#no">c</a> '
        '<a href="https://gov.uk/gone/">d</a> <a href="mailto:a@b.example">e</a> '
        '<a href="../../search/?q=x">f</a> <img alt="" src="../../assets/a.png"></p>'
    )
    drawing = article("hello") + article("other") + "docs/assets/a.png\n    x\n"
    site = with_hook(make_site(drawing), ADDING.format(html=html)).built()
    assert site.page("articles/hello/").texts(".prose > p") == ["Text.", "a b c d e f"]


STRANGE = {
    "a script": ("<script>alert(1)</script>", "script"),
    "a style": ("<style>p{}</style>", "style"),
    "a frame": ('<iframe src="https://a.example/"></iframe>', "iframe"),
    "an element that browsers move": ("<p>a<div>b</div></p>", "div"),
    "an element left open": ("<b>a", "b"),
}


@pytest.mark.parametrize(("html", "name"), STRANGE.values(), ids=STRANGE.keys())
def test_html_that_is_not_allowed_and_that_a_hook_adds_is_refused(
    make_site: MakeSite, html: str, name: str
) -> None:
    site = with_hook(make_site(article("hello")), ADDING.format(html=html))
    (line,) = reported(site)
    assert line.startswith("docs/articles/hello.md:1:1: A plugin or hook puts ")
    assert f'"<{name}>"' in line
    assert line.endswith("Change its settings, or leave it out.")


def test_an_attribute_that_is_not_allowed_never_reaches_a_page(make_site: MakeSite) -> None:
    html = '<p onclick="go()" style="color:red" class="x">a <a href="javascript:go()">b</a></p>'
    site = with_hook(make_site(article("hello")), ADDING.format(html=html)).built()
    page = site.page("articles/hello/")
    assert page.one(".prose p.x").attributes == {"class": "x"}
    assert page.one(".prose p.x a").attributes == {}


def test_markdown_that_a_hook_changes_is_parsed_again(make_site: MakeSite) -> None:
    code = """
def on_page_markdown(markdown, page, **_):
    return markdown.replace("NAME", "**Sam** [here](other.md)")
"""
    site = with_hook(make_site(article("hello", body="Ask NAME.") + article("other")), code).built()
    page = site.page("articles/hello/")
    assert page.texts(".prose strong") == ["Sam"]
    assert page.one(".prose a").attributes["href"] == "../other/"


def test_markdown_with_problems_that_a_hook_makes_stops_the_build(make_site: MakeSite) -> None:
    code = """
def on_page_markdown(markdown, page, **_):
    return markdown.replace("NAME", "<script>x</script>")
"""
    site = with_hook(make_site(article("hello", body="Ask NAME.")), code)
    (line,) = reported(site)
    assert line.startswith('docs/articles/hello.md:1:5: "<script>" may not stand in a page')


ADDED = """
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File


@event_priority(50)
def on_files(files, config):
    added = File.generated(config, {name!r}, content="Added.")
    added.generated_by = "a plugin"
    files.append(added)


def on_page_markdown(markdown, page, **_):
    if page.file.src_uri == "articles/hello.md":
        with open(page.file.abs_src_path, encoding="utf-8") as file:
            return markdown + file.read().count("title:") * " It has a file."
"""


def test_a_plugin_finds_the_file_of_a_page_and_may_add_files(make_site: MakeSite) -> None:
    site = with_hook(make_site(article("hello")), ADDED.format(name="assets/added.txt")).built()
    assert site.page("articles/hello/").texts(".prose > p") == ["Text. It has a file."]
    assert site.path("assets/added.txt").read_text() == "Added."


def test_a_plugin_that_adds_pages_is_told_in_words(make_site: MakeSite) -> None:
    result = with_hook(make_site(article("hello")), ADDED.format(name="added.md")).build()
    assert result.returncode == 1
    assert (
        'The plugin "a plugin" adds the page "added.md", and pages are made from the files of '
        "docs/ alone. Take the plugin out, or put the page there."
    ) in result.stderr
    assert "Traceback" not in result.stderr
