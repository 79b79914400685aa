"""Contact, organisation and word lists in the browser editor: only what was changed changes."""

from difflib import unified_diff

from editing import Editing
from small_site import PROJECT, Site

OWN = ("mkdocs.yml", "docs/words.yml", "docs/search.yml")


def test_contact_and_word_lists_are_changed_line_by_line(
    editing: Editing, editor_site: Site
) -> None:
    files = {path: (PROJECT / path).read_text(encoding="utf-8") for path in OWN}
    files["mkdocs.yml"] += "site_author: !ENV [AUTHOR, us] # only programs read this\n"
    editing.open_folder(editor_site.folder, files)

    editing.go("site/entries/settings")
    editing.write("Role", "Head of the network")
    assert _changed(editing, "mkdocs.yml", files) == [
        "-    role: Candidate Network Manager",
        "+    role: Head of the network",
    ]
    editing.go("site/entries/words")
    editing.add("House word")
    editing.write("Words to avoid", "jobseeker")
    editing.write("Say", "somebody looking for work")
    editing.write("Why", "People come first.")
    assert _changed(editing, "docs/words.yml", files) == [
        "+  - avoid:",
        "+      - jobseeker",
        "+    say: somebody looking for work",
        "+    why: People come first.",
    ]
    editing.go("site/entries/search")
    editing.write("Search for", "find somebody")
    assert _changed(editing, "docs/search.yml", files) == [
        "-  find: find someone to talk to",
        "+  find: find somebody",
    ]
    assert editing.complaints == []


def _changed(editing: Editing, path: str, before: dict[str, str]) -> list[str]:
    """Save, and return the lines of the file ``path`` that are other ones now."""
    after = editing.save(path)[path]
    lines = unified_diff(before[path].splitlines(), after.splitlines(), n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]
