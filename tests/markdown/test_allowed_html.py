"""HTML in Markdown: what may stand is on a list, and all else is a problem at its place."""
# ruff: noqa: E501, RUF001 - a mistake a line, as its letters are

import re
import time

import pytest

from conftest import MakeSite
from programs import programs_in
from resource_site.markdown.document import Document
from resource_site.markdown.html.allow_list import clean
from resource_site.markdown.inline import block_html
from resource_site.markdown.reader import read_markdown
from resource_site.problems import MAX_PROBLEMS, in_order
from samples import article
from time_limit import SECONDS

ELEMENT = '"<{}>" may not stand in a page, so readers would not see it.'
ATTRIBUTE = '"{}=" may not stand in "<{}>".'
LINK = 'A link may not start with "{}:".'
ELSEWHERE = "A page may not ask another website for what it shows."
OPEN = '"<{}>" is opened here and not closed in the same part of the text.'
NOT_OPENED = '"</{}>" closes what was not opened.'
OTHERWISE = 'Browsers would not read "<{}>" here as it is typed.'
BRACES = "These braces mean nothing here."
NOTHING_HAS_IT = "These braces stand above nothing that can have what they hold."
ID = '"{}" may not be the id of anything here.'


def read(markdown: str) -> Document:
    return read_markdown(markdown, "a.md", 1)


def shown(markdown: str) -> str:
    """Return the HTML that readers get."""
    return clean(read(markdown).html(lambda place: place.href, lambda _: "<section></section>"))


def refused(names: str, place: str = "1:1") -> dict[str, tuple[str, str, str]]:
    return {name: (f"<{name}>", place, ELEMENT.format(name)) for name in names.split()}


REFUSED = {
    "a script": ("Hi\n\n<script>alert(1)</script>", "3:1", ELEMENT.format("script")),
    "capitals": ("<ScRiPt src=x></sCrIpT>", "1:1", ELEMENT.format("script")),
    "in a line": ("Some <script>alert(1)</script> words", "1:6", ELEMENT.format("script")),
    "in a note": ("> [!NOTE]\n> <script>alert(1)</script>", "2:3", ELEMENT.format("script")),
    "in a note as other sites write it": ("!!! note\n\n    <script>x</script>", "1:1", '"!!!" starts no note here.'),
    "in a note at the foot": ("x[^1]\n\n[^1]: <script>x()</script>", "3:7", ELEMENT.format("script")),
    "in a list": ("- a\n\n    <script>alert(1)</script>", "3:5", ELEMENT.format("script")),
    "in a quotation": ("> <iframe src=/x></iframe>", "1:3", ELEMENT.format("iframe")),
    "in a table": ("|a|\n|-|\n|<embed src=x>|", "3:2", ELEMENT.format("embed")),
    "in a heading": ("## A <script>x()</script>", "1:6", ELEMENT.format("script")),
    "in a definition": ("Term\n: text <iframe src=x>", "2:8", ELEMENT.format("iframe")),
    "in bold": ("**a <embed> b**", "1:5", ELEMENT.format("embed")),
    "in a link": ("[a <embed> b](/contact.md)", "1:4", ELEMENT.format("embed")),
    "deep in HTML": ("<div>\n  <div>\n    <object data=x></object>\n  </div>\n</div>", "3:5", ELEMENT.format("object")),
    "after code that shows one": ("`<script>`\n\n<script>x</script>", "3:1", ELEMENT.format("script")),
    "after a fence that shows one": ("```html\n<script>\n```\n\n<script>x</script>", "5:1", ELEMENT.format("script")),
    "after a fence of another sign": ("~~~\n<script>\n~~~\n\n<script>x</script>", "5:1", ELEMENT.format("script")),
    "after code that stands apart": ("Look:\n\n    <script>\n\nSo\n\n<script>x</script>", "7:1", ELEMENT.format("script")),
    "after a comment": ("<!-- x --> <embed>", "1:12", ELEMENT.format("embed")),
    "after a backslash, its end": (r"\<script>x</script>", "1:11", ELEMENT.format("/script")),
    "in a fence that never closes": ("```html\n<script>y</script>\n", "1:1", "A block of code starts here and never ends."),
    "a handler": ('<p onclick="x()">Hi</p>', "1:4", ATTRIBUTE.format("onclick", "p")),
    "a handler without a value": ("Hi\n\n<p lang=cy onclick>Hi</p>", "3:12", ATTRIBUTE.format("onclick", "p")),
    "a handler in capitals": ('<img alt="" src=x\nONERROR=x()>', "2:1", ATTRIBUTE.format("onerror", "img")),
    "a handler inside a line": ("So <b onclick=x()>Hi</b>", "1:7", ATTRIBUTE.format("onclick", "b")),
    "a handler in a quotation of two lines": ('> Hi <b\n> onclick=x()>Hi</b>', "2:3", ATTRIBUTE.format("onclick", "b")),
    "a handler with a letter that is none": ("<div one\ufffdrror=x()>\n</div>", "1:6", ATTRIBUTE.format("one\ufffdrror", "div")),
    "a handler in a list of attributes": ("Words\n{: onclick=alert(1) }", "2:1", BRACES),
    "a style in a list of attributes": ("## Words {: style=color:red }", "1:10", BRACES),
    "a link in a list of attributes": ("[x](/contact.md){: href=vbscript:x }", "1:17", BRACES),
    "a style": ('<b style="color:red">x</b>', "1:4", ATTRIBUTE.format("style", "b")),
    "a style of a cell": ("<table><tr><td style=color:red>x</td></tr></table>", "1:16", ATTRIBUTE.format("style", "td")),
    "a style for a cell elsewhere": ('<p style="text-align: left;">x</p>', "1:4", ATTRIBUTE.format("style", "p")),
    "a class the site does not define": ('<p class="button card">x</p>', "1:4", 'The site has no look for "card".'),
    "a mark of the site's own": ('<div data-checklist="nope"></div>', "1:6", ATTRIBUTE.format("data-checklist", "div")),
    "a mark for assistive technology": ("<p aria-hidden=true>x</p>", "1:4", ATTRIBUTE.format("aria-hidden", "p")),
    "a role": ("<p role=alert>x</p>", "1:4", ATTRIBUTE.format("role", "p")),
    "an attribute of another element": ('<p href="/contact.md">x</p>', "1:4", ATTRIBUTE.format("href", "p")),
    "a link that is a program": ('<a href="javascript:alert(1)">x</a>', "1:10", LINK.format("javascript")),
    "a link in pieces": ('<a href="java\nscript:alert(1)">x</a>', "1:10", LINK.format("javascript")),
    "a link in entities": ('<a href="&#106;avascript:alert(1)">x</a>', "1:10", LINK.format("javascript")),
    "a link with a colon in words": ('<a href="javascript&colon;alert(1)">x</a>', "1:10", LINK.format("javascript")),
    "a link with a tab in words": ('<a href="java&Tab;script:x">x</a>', "1:10", LINK.format("javascript")),
    "a link after spaces": ('<a href=" \n javascript:x">x</a>', "2:2", LINK.format("javascript")),
    "a link after a space that is none": ("[x](\u00a0javascript:x)", "1:5", LINK.format("javascript")),
    "a link of Markdown": ("[x](javascript:alert(1))", "1:5", LINK.format("javascript")),
    "a link of Markdown in entities": ("[x](&#x6a;avascript&colon;x())", "1:3", LINK.format("javascript")),
    "a link of Markdown in angle brackets": ("[x](<javascript:alert('a', 1)>)", "1:6", LINK.format("javascript")),
    "a link that is its own words": ("<javascript:x()>", "1:2", LINK.format("javascript")),
    "a link by its name": ("[x]\n\n[x]: javascript:x()", "3:6", LINK.format("javascript")),
    "a link to data": ('<a href="data:text/html,x">x</a>', "1:10", LINK.format("data")),
    "a link to a file of this computer": ("[x](file:///etc/passwd)", "1:5", LINK.format("file")),
    "a link that browsers cannot read": ("[x](https://a.example:99999)", "1:5", '"https://a.example:99999" is not a web address.'),
    "a program after what only a browser without scripts reads as a title": (
        '<noscript><p title="</noscript><img src=x onerror=x>"></noscript>', "1:1", ELEMENT.format("noscript"),
    ),
    "a drawing in the text": ("<svg><script>x</script></svg>", "1:1", ELEMENT.format("svg")),
    "a program in a drawing": ("<svg><script>x</script></svg>", "1:6", ELEMENT.format("script")),
    "a drawing that changes a link": ("<svg><a><set attributeName=href to=/x /></a></svg>", "1:9", ELEMENT.format("set")),
    "a drawing that uses another": ('<svg><use xlink:href="//a.example/x.svg#y"/></svg>', "1:6", ELEMENT.format("use")),
    "a picture in a drawing": ('<svg><image href="https://a.example/x.png"/></svg>', "1:6", ELEMENT.format("image")),
    "a formula": ("<math><mi>x</mi></math>", "1:1", ELEMENT.format("math")),
    "a formula that becomes a picture": (
        "<math><mtext><table><mglyph><style><img src=x onerror=x()></style></table></mtext></math>", "1:1", ELEMENT.format("math"),
    ),
    "hidden in text browsers do not parse": ('<textarea><a title="</textarea><img src=x onerror=x()>">', "1:1", ELEMENT.format("textarea")),
    "a list to choose from": ("<select><img src=x onerror=alert(1)></select>", "1:1", ELEMENT.format("select")),
    "a program in words, where a line end takes a browser out of a drawing": (
        '<svg></br><textarea><a title="</textarea><img src=x onerror=x>">', "1:11", ELEMENT.format("textarea"),
    ),
    "a program in words, where a paragraph's end takes a browser out of a drawing": (
        '<svg><desc><svg></p><title><a title="</title><img src=x onerror=x>">', "1:21", ELEMENT.format("title"),
    ),
    "a film whose title is a program": ('<video title="<script src=x></script>">', "1:1", ELEMENT.format("video")),
    "a template with a program behind it": ("<template><col><textarea></template><script src=x></script>", "1:37", ELEMENT.format("script")),
    "a form with a field from long ago": ("<form><isindex onfocus=alert(1) autofocus>", "1:7", ELEMENT.format("isindex")),
    "a form to elsewhere": ("<form action=https://a.example></form>", "1:1", ELEMENT.format("form")),
    "a button that sends elsewhere": ("<button formaction=//a.example>x</button>", "1:1", ELEMENT.format("button")),
    "a link that tells another": ('<a href="/" ping="https://a.example/">x</a>', "1:13", ATTRIBUTE.format("ping", "a")),
    "a picture that tells another": ('<img alt="" src="x.png" attributionsrc>', "1:25", ATTRIBUTE.format("attributionsrc", "img")),
    "a picture from elsewhere": ("Hi ![x](https://a.example/x.png)", "1:9", ELSEWHERE),
    "such a picture beside a link there": ("[x](https://a.example/x.png)\n![x](https://a.example/x.png)", "2:6", ELSEWHERE),
    "such a picture by its reference": ("![x][y]\n\n[y]: //a.example/x.png", "3:6", ELSEWHERE),
    "such a picture whose words are a link": (r"![a\](ok.png) ](https://a.example/x.png)", "1:17", ELSEWHERE),
    "such a picture whose words are code": ("![a`](ok.png)`](https://a.example/x.png)", "1:17", ELSEWHERE),
    "such a picture with signs by name": ("![x](/&sol;a.example/x.png)", "1:4", ELSEWHERE),
    "such a picture in angle brackets": ("![x](< https://a.example/x.png>)", "1:7", ELSEWHERE),
    "such a picture after a space that is none": ("![x](\u00a0//a.example/x.png)", "1:6", ELSEWHERE),
    "such a picture in HTML": ('<p><img alt="" src="https://a.example/x.png"></p>', "1:21", ELSEWHERE),
    "such a picture without a scheme": ('<img alt="" src=//a.example/x.png>', "1:17", ELSEWHERE),
    "such a picture with other slashes": (r'<img alt="" src=/\a.example/x.png>', "1:17", r'The link "/\a.example/x.png" leads nowhere.'),
    "such a picture with an odd scheme": ("![x](https:a.example/x.png)", "1:6", ELSEWHERE),
    "such a picture in two sizes": ('<img alt="" src=x.png srcset="https://a.example/x.png 2x">', "1:23", ATTRIBUTE.format("srcset", "img")),
    "such a picture behind a table": ("<table background=https://a.example/x.png></table>", "1:8", ATTRIBUTE.format("background", "table")),
    "a picture that is no file": ("![x](#x)", "1:6", 'The link "#x" leads nowhere.'),
    "a film from elsewhere": ("![x](https://a.example/x.mp4)", "1:6", ELSEWHERE),
    "a film in a link": ("[![x](a.mp4)](/contact.md)", "1:7", "A film may not stand inside a link."),
    "a link in a link": ("[a <b@c.example> d](/contact.md)", "1:5", "A link may not stand inside a link."),
    "an element of somebody's own": ('<my-card a="1">x</my-card>', "1:1", ELEMENT.format("my-card")),
    "a part of another program": ("See <Component/> here", "1:5", ELEMENT.format("Component")),
    "a word": ("Dear <name>, I saw the <title> post", "1:6", ELEMENT.format("name")),
    "a second word": ("Dear <name>, I saw the <title> post", "1:24", ELEMENT.format("title")),
    "words with spaces": ("Dear <your first name>, hello", "1:6", ELEMENT.format("your first name")),
    "the end of a word": ("Dear </name>, hello", "1:6", ELEMENT.format("/name")),
    "a heart": ("<div>\nI </3 it> you\n</div>", "2:3", ELEMENT.format("/3")),
    "PHP": ("<?php echo 1 ?>", "1:1", ELEMENT.format("?php")),
    "PHP in a line": ("A <?php echo 1 ?> b", "1:3", ELEMENT.format("?php")),
    "data of XML": ("<![CDATA[x y]]>", "1:1", ELEMENT.format("![CDATA[x")),
    "data of XML in a line": ("A <![CDATA[<script>x()</script>]]>", "1:3", ELEMENT.format("![CDATA[<script")),
    "another mark of XML": ("<div>\n<![odd x]>\n</div>", "2:1", ELEMENT.format("![odd")),
    "the kind of a document": ("<!DOCTYPE html>", "1:1", ELEMENT.format("!DOCTYPE")),
    "a comment that never ends": ("Hi\n\n<!-- all\n\nthis", "3:1", "A comment is opened here and never closed: the rest of the text is lost."),
    "a tag that never ends": ("<div\nx", "1:1", "This tag is never closed."),
    "left open": ("So <b>bold", "1:4", OPEN.format("b")),
    "left open in one paragraph, closed in the next": ("<b>a\n\nb</b>", "1:1", OPEN.format("b")),
    "left open in an entry": ("- <div>\n- x\n\n</div>", "1:3", OPEN.format("div")),
    "left open in a cell": ("|a|b|\n|-|-|\n|<b>x|y</b>|", "3:2", OPEN.format("b")),
    "ended at once": ("<div/>\n\nx", "1:1", OPEN.format("div")),
    "closed twice": ("<b>x</b></b>", "1:9", NOT_OPENED.format("b")),
    "never opened": ("x\n\n</div>", "3:1", NOT_OPENED.format("div")),
    "closed the wrong way round": ("x <b><i>y</b></i>", "1:6", OPEN.format("i")),
    "closed with a line's end": ("a</br>b", "1:2", '"<br>" has no end of its own.'),
    "a paragraph in a paragraph": ("<p>a</p>\n<p>a<p>b</p></p>", "2:5", OTHERWISE.format("p")),
    "a block in a paragraph": ("<p>\n<div>x</div>\n</p>", "2:1", OTHERWISE.format("div")),
    "a list in a paragraph": ("<p>\n\n- a\n\n</p>", "1:1", OTHERWISE.format("p")),
    "a checklist in a paragraph": ("<p>\n\n```checklist\nx\n```\n\n</p>", "1:1", OTHERWISE.format("p")),
    "a block in a table": (
        "<table><tr><div>x</div><td>y</td></tr></table>", "1:1", OTHERWISE.format("table"),
    ),
    "words in a table": ("<table>words<tbody><tr><td>x</td></tr></tbody></table>", "1:1", OTHERWISE.format("table")),
    "a cell without a table": ("x\n\n<div><td>x</td></div>", "3:6", OTHERWISE.format("td")),
    "rows without a table": ("a <tbody>x</tbody>", "1:3", OTHERWISE.format("tbody")),
    "a link of HTML in a link": ("<a href=/contact.md>x [y](/contact.md)</a>", "1:1", OTHERWISE.format("a")),
    "bold that ends in a link": ("[a <b>x](/contact.md)</b>", "1:4", OTHERWISE.format("b")),
    "an id of the site": ("<p id=site--main>x</p>", "1:7", ID.format("site--main")),
    "an id of a checklist": ("{#after-a-rejection--pack}\n## X", "2:1", ID.format("after-a-rejection--pack")),
    "an id of two words": ('<p id="a b">x</p>', "1:8", ID.format("a b")),
    "an id of nothing": ("<p id>x</p>", "1:6", ID.format("")),
    "an id twice": ("<p id=a>x</p>\n\n<p lang=cy id=a>y</p>", "3:15", 'The id "a" stands here twice.'),
    "an id that a heading has": ("## Two words\n\n<p id=two-words>y</p>", "3:7", 'The id "two-words" stands here twice.'),
    "an id above code": ("{#x}\n```\na\n```", "1:1", NOTHING_HAS_IT),
    "an id above HTML": ("{#x}\n<div>\na\n</div>", "1:1", NOTHING_HAS_IT),
    "an id above nothing": ("a\n\n{#x}", "3:1", NOTHING_HAS_IT),
    **refused(
        "script style iframe frame frameset object embed applet base meta link form input button select "
        "option textarea dialog template noscript noframes noembed plaintext xmp listing title html head "
        "body main article section header footer nav aside svg math audio video source track picture "
        "image canvas map area portal marquee font center nobr big tt col colgroup slot h1 label "
        "fieldset legend output progress",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("markdown", "place", "what"), REFUSED.values(), ids=REFUSED)
def test_html_that_is_not_allowed_is_reported_at_its_place(
    markdown: str, place: str, what: str
) -> None:
    found = {f"{one.line}:{one.column} {one.what}" for one in read(markdown).problems}
    assert f"{place} {what}" in found


BOX = '<div class="scroll-box" role="region" tabindex="0" aria-label="{}">'
FINE = {
    "code in a line": ("Write `<script>` and `onclick=x`.", "<p>Write <code>&lt;script&gt;</code> and <code>onclick=x</code>.</p>"),
    "words after a backslash": (r"Dear \<name>, see \<script>", "<p>Dear &lt;name&gt;, see &lt;script&gt;</p>"),
    "words in square brackets": ("Dear [name]", "<p>Dear [name]</p>"),
    "signs by name": ("&lt;script> &amp;lt; &copy; &#x41;", "<p>&lt;script&gt; &amp;lt; © A</p>"),
    "a NUL by number": ("a&#0;b", "<p>a\ufffdb</p>"),
    "sums": ("1 < 2, 3 > 2, a<b and <>", "<p>1 &lt; 2, 3 &gt; 2, a&lt;b and &lt;&gt;</p>"),
    "a tag that is none": ("<svg/onload=alert(1)>", "<p>&lt;svg/onload=alert(1)&gt;</p>"),
    "half a tag": ('a <b and <a href="', '<p>a &lt;b and &lt;a href="</p>'),
    "a comment": ("a <!-- <script>x()</script> --> b", "<p>a  b</p>"),
    "a comment of paragraphs": ("<!-- a\n\n<script>\n\nb -->\n\nx", "\n<p>x</p>"),
    "a comment alone": ("<!-- x -->", ""),
    "a line's end": ("a<br>b<br/>c<BR />d", "<p>a<br>b<br>c<br>d</p>"),
    "a line across": ("<hr/>\n\nx", "<hr>\n<p>x</p>"),
    "to fold out": ("<details open><summary>A</summary>\n\n**b**\n\n</details>", '<details open=""><summary>A</summary>\n<p><strong>b</strong></p>\n</details>'),
    "quotation marks of any kind": ("<b lang=cy title='a\"b>c'>x</b>", '<p><b lang="cy" title="a&quot;b&gt;c">x</b></p>'),
    "an attribute that looks like a script": ('<p title="<script src=x></script>">x</p>', '<p title="&lt;script src=x&gt;&lt;/script&gt;">x</p>'),
    "an attribute that looks like a checklist": (
        "<p title='<div data-checklist=\"x\"></div>'>y</p>", '<p title="&lt;div data-checklist=&quot;x&quot;&gt;&lt;/div&gt;">y</p>',
    ),
    "a table": (
        "<table>\n<caption>A</caption>\n<tr><th scope=row>b</th><td colspan=2>c</td></tr>\n</table>",
        BOX.format("Table") + '<table>\n<caption>A</caption>\n<tbody><tr><th scope="row">b</th><td colspan="2">c</td></tr>\n</tbody></table></div>',
    ),
    "a table in every part": (
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
        BOX.format("Table") + "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table></div>",
    ),
    "a list": ("<ol start=3 reversed type=a><li value=7>x</li></ol>", '<ol start="3" reversed="" type="a"><li value="7">x</li></ol>'),
    "empty lines that stand as they are": ("<pre>\n\na\n\n\nb</pre>", BOX.format("Code") + "<pre>a\n\n\nb</pre></div>"),
    "a picture in a line": ('a <img src="x.png" alt="b"> c', '<p>a <img src="x.png" alt="b"> c</p>'),
    "a look of the site": ('<a class="button" href="x.md">Go</a>', '<p><a data-address="x.md" class="button" href="x.md">Go</a></p>'),
    "capitals": ("<B>x</b>", "<p><b>x</b></p>"),
    "bold around Markdown": ("<b>a *b*</b> [c](x.md)", '<p><b>a <em>b</em></b> <a data-address="x.md" href="x.md">c</a></p>'),
    "Markdown around bold": ("*a <b>b</b>* [<i>c</i>](x.md)", '<p><em>a <b>b</b></em> <a data-address="x.md" href="x.md"><i>c</i></a></p>'),
    "words of a picture": ("![Dear <name>](x.png)", '<p><img src="x.png" alt="Dear &lt;name&gt;"></p>'),
    "a link that looks like a program in code": ("[x](javas`cript:alert(1)`)", '<p><a data-address="javas`cript:alert(1)`" href="javas`cript:alert(1)`">x</a></p>'),
    "a link in pieces, which is none": ("> [x](javas\n> cript:alert(1))", "<blockquote>\n<p>[x](javas\ncript:alert(1))</p>\n</blockquote>"),
    "a link with a space, which is none": ("[x](javascript:alert('a', 1))", "<p>[x](javascript:alert(‘a’, 1))</p>"),
    "a place by its name": ("{#here lang=cy}\n## Words", '<h2 id="here" lang="cy">Words</h2>'),
    "braces that are words": ("a {x} {onclick=y} [b]{style=z}", "<p>a {x} {onclick=y} [b]{style=z}</p>"),
    "templates": ("`{{ 7*7 }}` `{% include '/etc/passwd' %}`", "<p><code>{{ 7*7 }}</code> <code>{% include '/etc/passwd' %}</code></p>"),
    "marks of another program": ("wzxhzdk:0 klzzwxh:0000", "<p>wzxhzdk:0 klzzwxh:0000</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("markdown", "html"), FINE.values(), ids=FINE)
def test_allowed_html_is_rendered(markdown: str, html: str) -> None:
    assert not read(markdown).problems
    assert shown(markdown) == html


@pytest.mark.parametrize("markdown", [case[0] for case in REFUSED.values()], ids=REFUSED)
def test_refused_html_is_harmless_even_if_rendered(markdown: str) -> None:
    assert programs_in(shown(markdown)) == []


# From Python 3.13.6 on, its parser ends such a comment where browsers do.
def test_a_comment_that_browsers_end_early_hides_nothing_that_runs() -> None:
    markdown = "<!--><img src=x alt=y onerror=alert(1)>-->"
    assert "onerror" not in shown(markdown)


MESSAGES = {
    "Dear <name>": '"<name>" may not stand in a page, so readers would not see it. '
    "If it is words, write \\<name> or [name]. If not, take it out.",
    "<div>\nDear <name>\n</div>": '"<name>" may not stand in a page, so readers would not see it. '
    "If it is words, write &lt;name> or [name]. If not, take it out.",
    "<?php x ?>": '"<?php>" may not stand in a page, so readers would not see it. '
    "If it is words, write \\<?php>. If not, take it out.",
    "<iframe src=x></iframe>": '"<iframe>" may not stand in a page, so readers would not see it. Link to the page instead.',
    "<video src=x.mp4></video>": '"<video>" may not stand in a page, so readers would not see it. '
    "Write ![What it shows](../assets/name.mp4).",
    "<h1>x</h1>": '"<h1>" may not stand in a page, so readers would not see it. Write a line that starts with "## ".',
    "a <b>b": '"<b>" is opened here and not closed in the same part of the text. '
    'Write "</b>" where it ends. If it is words, write "\\<b>".',
    "a <b and so>b</b>": '"and=" may not stand in "<b>". Take it out. If it is words, write "\\<b".',
    "<p>a<div>b</div></p>": 'Browsers would not read "<div>" here as it is typed. '
    "Put no block into <p>, no words into a table but in its cells, no link into a link.",
    '<p class="card">x</p>': 'The site has no look for "card". '
    "Take the class out, or use one of: button, button--quiet.",
    "<p id=a--b>x</p>": '"a--b" may not be the id of anything here. Use letters, digits and single hyphens.',
    r"[x](..\contact.md)": r'The link "..\contact.md" leads nowhere. Write "/" in place of each "\".',
}


@pytest.mark.parametrize(("markdown", "words"), MESSAGES.items(), ids=[*MESSAGES])
def test_a_message_says_what_to_write_instead(markdown: str, words: str) -> None:
    assert read(markdown).problems[0].message == words


@pytest.mark.parametrize(
    "markdown",
    [
        "Dear <name>, I saw the <title> post",
        "<name>, hello",
        "<name>\n\nHello",
        "- <name>\n- x <your name>",
        "<div>\nDear <name>, I saw\n  the <title> post\n</div>",
        "|a|\n|-|\n|<name>|",
        "a <?php echo 1 ?> b <![CDATA[x]]> c <!DOCTYPE html> d",
        "<?php x ?>",
        "Dear </name> x",
        "<!-- x --> a\n\n**<name>**",
    ],
)
def test_following_the_advice_shows_the_words(markdown: str) -> None:
    lines = markdown.split("\n")
    words = re.sub(r"\W+", "", markdown)
    for problem in reversed(in_order(read(markdown).problems)):
        line, column = lines[problem.line - 1], problem.column - 1
        sign = "&lt;" if problem.fix.split("write ")[1].startswith("&lt;") else "\\<"
        assert line[column] == "<"
        lines[problem.line - 1] = line[:column] + sign + line[column + 1 :]
    followed = "\n".join(lines)
    assert not read(followed).problems
    text = re.sub(r"<[^>]*>", "", shown(followed))
    assert all(word in text for word in re.findall(r"name|title|php|CDATA|DOCTYPE", words))


def test_each_of_several_findings_has_its_own_place() -> None:
    button = '<b onclick="x()">Hi</b>'
    markdown = f"Words.\n\n{button} and {button}\n\n```html\n{button}\n```\n\n- {button}"
    found = read_markdown(markdown, "a.md", 10).problems
    assert [(problem.line, problem.column) for problem in found] == [(12, 4), (12, 32), (18, 6)]


def test_a_page_full_of_refused_html_is_read_within_the_time_limit() -> None:
    before = time.process_time()
    found = read("<img src=&#47;/a>\n\n" * 1_400).problems
    assert time.process_time() - before < SECONDS
    assert len(found) <= MAX_PROBLEMS + 1  # which says that there are more


@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\u3000", "\x01", "\n"])
@pytest.mark.parametrize("name", ["javascript", "JAVASCRIPT", "data", "vbscript", "file"])
def test_a_link_in_the_text_of_a_checklist_leads_to_no_program(space: str, name: str) -> None:
    for link in (f"[x](<{space}{name}:x>)", f"[x]({space}{name}:x)", f"<{space}{name}:x>"):
        html = str(block_html(link, str))
        assert not re.search(rf'href="\s*{name}:', html, re.IGNORECASE), html


def test_a_page_with_html_that_is_not_allowed_stops_the_build(make_site: MakeSite) -> None:
    site = make_site(article("hello", "", "Hi.\n\n<style>p{}</style>"))
    (found,) = site.problems()
    assert found.startswith('docs/articles/hello.md:10:1: "<style>" may not stand in a page, so')
    result = site.build()
    assert result.returncode == 1
    assert found in result.stderr
    assert not site.path("").exists()


def test_problems_of_html_do_not_hide_those_above_it(make_site: MakeSite) -> None:
    found = make_site(article("hello", "tags: x", "<script>x</script>")).problems()
    assert [line.split(": ")[0] for line in found] == [
        "docs/articles/hello.md:7:1",
        "docs/articles/hello.md:9:1",
    ]


def test_no_setting_allows_more_html(make_site: MakeSite) -> None:
    site = make_site()
    file = site.folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8").replace("extra:\n", "extra:\n  raw_html: true\n", 1)
    file.write_text(text, encoding="utf-8")
    line = text.split("\n").index("  raw_html: true") + 1
    (found,) = site.problems()
    assert found.startswith(f'mkdocs.yml:{line}:3: "raw_html" is not a key that can stand here.')


def test_what_a_plugin_puts_into_a_page_stops_the_build(make_site: MakeSite) -> None:
    site = make_site(article("hello"))
    (site.folder / "more.py").write_text(
        "def on_page_content(html, **_):\n    return html + '<script>x()</script>'\n",
        encoding="utf-8",
    )
    file = site.folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"hooks:.*\n", "\\g<0>  - more.py\n", text), encoding="utf-8")
    result = site.build()
    assert result.returncode == 1
    assert '1:1: A plugin or hook puts "<script>" into this page' in result.stderr
    assert "Traceback" not in result.stderr


def test_no_page_has_an_id_of_the_site_that_a_heading_could_have(make_site: MakeSite) -> None:
    words = "Reading settings title\n\n## Search dialog title\n\n## Search dialog field"
    page = make_site(article("hello", body=f"## {words}")).built().page("articles/hello/")
    ids = [node.attributes["id"] for node in page.all("[id]")]
    assert len(ids) == len(set(ids))
    assert [one for one in ids if "--" not in str(one)] == [
        "reading-settings-title", "search-dialog-title", "search-dialog-field",
    ]  # fmt: skip
