"""Texts to edit in the browser editor, with all the Markdown the site has, and their pages."""

from markdown_it import MarkdownIt
from mdit_py_plugins.gfm import gfm_plugin
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from editing import PATIENCE, Editing
from small_site import Site

PLACE = "docs/articles/no-facts.md"
HEAD = """---
# A note to myself
title: "A text"
summary: One thing to try.  # short
topics: [your-rights]
published: 2026-11-20
reviewed: 2026-11-20

# None yet.
sources: []
---
"""
EVERYTHING = """
First words, with `code`, \\*stars\\*, a [link](../contact.md "Us"){.button} and a note.[^1]

2019\\. That was the year I left.
It goes on here.

\\- not a list

Dear \\<name\\>, hello. Some*thing* and **Bold:**text. ~~Gone~~ and ~gone~, [short][name].

| Day | Task |
|:---|---:|
| Monday | Rest \\| walk |
| Tuesday | `a \\| b` |

> [!NOTE]
> You can ask for more time.
>
> - one

> Soon.

<details>
<summary>What if they say no?</summary>

Ask *why*.

</details>

Term
: What it means

    And more.

{.button}
[Go on](../contact.md)

~~~
code
~~~

- One

    ```
    code
    ```

- Two
* Another list

1) [x] task
2) [ ] task

![A red arrow](/assets/upright.webp "Its words")

![A film](/assets/upright.mp4)

```checklist
after-a-rejection
```

<!-- a note for the next writer -->
Underlined
----------

    indented code

Line one\\
Line two\x20\x20
Line three, [words]{lang=cy}, <abbr title="x">y</abbr> &nbsp; www.acas.org.uk/a_b_c

***

[name]: https://www.acas.org.uk/
[^1]: From our own guide.

    More of it.

The end.
"""
TEXTS = {
    "everything": EVERYTHING,
    "code": "\nPress `code` now.\n",
    "escapes": "\nI left school.\n\n2019\\. That was the year.\n\n\\- not a list\n",
    "abbreviation": "\nThe NHS helps.\n\n*[NHS]: National Health Service\n",
    "python-markdown": '\n!!! note "So"\n    Yes.\n\n    - one\n\nWords.\n{: lang="cy" }\n',
    "no empty line": "Words.",
    "many empty lines": "\n\n\n  Words.  \n\n\n\nMore.\n\n\n",
    "line ends of Windows": "\r\nOne\\\r\ntwo.\r\n\r\n- three  \r\n\r\n",
    "a comment alone": "\n<!-- to do -->\n",
    "never closed": "\n<!-- to do\n\n```\ncode\n",
}


def on_the_page(markdown: str) -> str:
    """Return the words of the page, a line for each paragraph and each line break."""
    html = MarkdownIt("commonmark").use(gfm_plugin).render(markdown)
    page = LexborHTMLParser(
        html.replace("\n", " ").replace("<br />", "\n").replace("</p>", "\n</p>")
    )
    lines = (page.body.text() if page.body else "").splitlines()
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def body_of(file: str) -> str:
    return file.split("\n---\n", 1)[1].lstrip("\n")


def open_text(editing: Editing, site: Site, body: str, head: str = HEAD) -> None:
    editing.open_folder(site.folder, {PLACE: head + body})
    editing.go("articles/entries/no-facts")
    expect(editing.text).to_be_visible(timeout=PATIENCE)
