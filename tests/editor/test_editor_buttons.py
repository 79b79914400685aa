"""The buttons above a text in the browser editor, and the Markdown they make."""

import pytest
from playwright.sync_api import expect

from editing import PATIENCE, Editing
from editor_texts import PLACE, body_of, open_text
from small_site import Site
from tiny_files import HEIC

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8"
    "cfc00000000301010018dd8db00000000049454e44ae426082"
)


@pytest.mark.nightly
def test_buttons_make_what_they_say(editing: Editing, editor_site: Site) -> None:
    open_text(editing, editor_site, "\nStart.\n")
    page = editing.page
    editing.go_on_after("Start.")
    editing.press("Enter")
    page.get_by_label("Kind of paragraph").select_option("Heading")
    editing.type("What now?\nSome ")
    editing.press("Control+b")
    editing.type("bold")
    editing.press("Control+b")
    editing.type(", ")
    editing.button("Italic").click()
    editing.type("italic:")
    editing.button("Italic").click()
    editing.type("words and ")
    editing.button("Link").click()
    page.get_by_role("textbox", name="Words", exact=True).fill("a guide")
    page.get_by_label("Address, or a page of this site").fill("/articles/no-facts.md")
    editing.press("Enter")
    editing.type(".\n")
    editing.button("List").click()
    editing.type("one\ntwo\n")
    editing.press("Tab")
    editing.type("inside\n")
    editing.press("Shift+Tab", "Enter")
    editing.button("Note").click()
    editing.type("Mind <this>.\n\n")
    editing.button("Table").click()
    editing.type("Day\tTask\tMonday\tRest\nor walk\tTuesday")
    editing.button("Take the row out").click()
    editing.press("Control+End")
    editing.button("Checklist").click()
    editing.button("Show").click()
    editing.type("The end.")
    assert (
        body_of(editing.save(PLACE)[PLACE])
        == """Start.

## What now?

Some **bold**, <em>italic:</em>words and [a guide](/articles/no-facts.md).

- one
- two
  - inside

> [!NOTE]
> Mind \\<this>.

| Day | Task |
| --- | --- |
| Monday | Rest<br>or walk |

```checklist
after-a-rejection
```

The end.
"""
    )
    assert editing.complaints == []


def test_a_picture_is_kept_with_its_words(editing: Editing, editor_site: Site) -> None:
    open_text(editing, editor_site, "\nStart.\n")
    editing.go_on_after("Start.")
    editing.button("Picture").click()
    chooser = editing.page.locator("input[type=file]").last
    chooser.set_input_files(
        {"name": "My arrow (1).png", "mimeType": "image/png", "buffer": PICTURE}
    )
    editing.button("Insert").click()
    editing.page.get_by_label("What it shows").fill("A [red] arrow")
    editing.page.get_by_label("Words below it").fill("It points up")
    editing.button("Add").click()
    editing.type("Go on.")
    files = editing.save(PLACE)
    assert body_of(files[PLACE]) == (
        'Start.\n\n![A \\[red\\] arrow](/assets/my-arrow-1.png "It points up")\n\nGo on.\n'
    )
    assert "docs/assets/my-arrow-1.png" in files


def test_a_photo_that_browsers_do_not_show_is_refused_with_a_way_out(
    editing: Editing, editor_site: Site
) -> None:
    open_text(editing, editor_site, "\nStart.\n")
    editing.go_on_after("Start.")
    editing.button("Picture").click()
    editing.page.locator("input[type=file]").last.set_input_files(
        {"name": "IMG_2041.heic", "mimeType": "image/heic", "buffer": HEIC}
    )
    refusal = editing.page.get_by_role("dialog").filter(has_text="few browsers show it")
    expect(refusal).to_contain_text('resources import "IMG_2041.heic"', timeout=PATIENCE)
    assert editing.asked_elsewhere == []


def test_markdown_can_be_typed_as_such(editing: Editing, editor_site: Site) -> None:
    open_text(editing, editor_site, "\nStart.\n")
    editing.button("Markdown").click()
    source = editing.page.get_by_role("textbox", name="Text", exact=True)
    source.fill("Start.\n\n* a <b>list</b>\n\n[x]: y.md\n[z][x] | no\ntable")
    editing.button("Markdown").click()
    expect(editing.text.get_by_role("listitem")).to_have_count(1)
    editing.go_on_after("Start.")
    editing.type(" Now.")
    assert body_of(editing.save(PLACE)[PLACE]) == (
        "Start. Now.\n\n* a <b>list</b>\n\n[x]: y.md\n[z][x] | no\ntable\n"
    )
