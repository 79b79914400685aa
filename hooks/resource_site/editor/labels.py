"""What the editor calls each key, and what it says below the field, in plain words."""

from typing import TypeAlias

Words: TypeAlias = tuple[str, str]
"""A label and a hint; an empty hint shows none."""

_ADDRESS_WORDS = "Small letters, digits and hyphens."

KEYS: dict[str, Words] = {
    "title": ("Title", "The large heading."),
    "summary": ("Summary", "One sentence, for lists and search engines."),
    "topics": ("Topics", "The shelves it stands on."),
    "published": ("Published", "The day readers first see it. It may be a day to come."),
    "reviewed": ("Reviewed", "The day you last checked its facts. Readers see it."),
    "review_every": ("Review every", "Such as 12 months, or 2 years."),
    "author": ("Author", "Who wrote it. If left out, the organisation."),
    "sources": ("Sources", "Where your facts come from."),
    "sources.title": ("Name", "The name of the law, page or book."),
    "sources.url": ("Web address", "Copy it from the browser. It starts with https://"),
    "moved_from": ("Old names of the file", f"If you gave it a new name. {_ADDRESS_WORDS}"),
    "urgent_help": ("Who to call", "Shows who to call when it all feels too much."),
    "withdrawn": (
        "Withdrawn, because",
        "Why readers no longer find this here, in a sentence they read. Empty while it stands.",
    ),
    "draft": ("Draft", "While it is on, readers do not see this. Switch it off when it is ready."),
    "checklists": ("Checklists", "Shown at the end of the article."),
    "numbered": ("Numbered", "Gives each heading a large number, for a list of tips."),
    "minutes": ("Minutes", "About how long it takes."),
    "intro": ("Introduction", "A few sentences. It may hold **bold** and links."),
    "sections": ("Sections", ""),
    "sections.title": ("Title of the section", ""),
    "sections.intro": ("Introduction to the section", "If it needs one."),
    "sections.items": ("Items", "What people tick, write, choose or fill in."),
    "hint": ("Hint", "A smaller line that helps."),
    "id": (
        "Name for saved answers",
        f"{_ADDRESS_WORDS} Give one and keep it, then answers that people saved are found "
        "again when you change the words.",
    ),
    "tick": ("What to do", ""),
    "write": ("Question", ""),
    "lines": ("Lines", "Room to write. 3 if left out."),
    "scale": ("Question", ""),
    "from": ("The low end", "Such as: Not ready"),
    "to": ("The high end", "Such as: Ready"),
    "steps": ("Steps", "How many numbers. 5 if left out."),
    "choose": ("Question", ""),
    "options": ("Options", "Two or more."),
    "many": ("More than one", "People may choose more than one."),
    "table": ("What the table is for", ""),
    "columns": ("Columns", "What stands at the top of each."),
    "rows": ("Rows", "Empty rows to fill in. 3 if left out."),
    "slug": ("Part of the web address", f"{_ADDRESS_WORDS} Do not change it once published."),
    "start_here": ("Start here", "The short way to what many readers come for."),
    "start_here.title": ("Heading", ""),
    "start_here.text": ("Text", ""),
    "start_here.article": ("Article", ""),
    "start_here.checklist": ("Checklist", ""),
}
"""The words for each key, by the way to it; a key alone is the same wherever it stands."""

SINGLE: dict[str, str] = {
    "sources": "Source",
    "moved_from": "Old name",
    "sections": "Section",
    "items": "Item",
    "options": "Option",
    "columns": "Column",
}
"""What one entry of a list is called, on the button that adds it."""

KINDS: dict[str, str] = {
    "tick": "Tick: something to do",
    "write": "Write: room for words",
    "scale": "Scale: numbers between two ends",
    "choose": "Choose: options",
    "table": "Table: a grid to fill in",
}
"""What each kind of item is called where staff add one."""

INTERFACE: dict[str, str] = {
    "work_with_local_repo": "Open the folder on this computer",
    "work_with_local_repo_description": (
        "Choose the project's folder: the one that holds mkdocs.yml. "
        "Your browser then asks whether it may save there."
    ),
    "sign_in_error.not_project_root": (
        "This is not the project's folder. Choose the one that holds mkdocs.yml."
    ),
    "sign_in_error.picker_dismissed": "No folder was opened. Please try again.",
    "working_with_local_repo": "Working in the folder on this computer",
    "local_workflow.unsupported_browser": (
        "This browser cannot save into a folder. Use Chrome or Edge on a computer, "
        "or write in the files themselves."
    ),
    "view_on_live_site": "See the page",
}
"""Words of the editor itself that took knowing Git, in its own names for them."""


def words_for(path: str) -> Words | None:
    """Return the words for the key at ``path``, such as ``sections.title``, if there are any."""
    return KEYS.get(path) or KEYS.get(path.rpartition(".")[2])
