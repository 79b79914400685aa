"""The keys of ``mkdocs.yml`` that MkDocs itself reads, where a slip of staff would break a build.

MkDocs says what is wrong without a line, and for some values with a traceback, before it loads any
code of ours. So ``resources`` looks first at which keys there are, and at the kind of each value.
What stands inside the values of ``theme``, ``plugins`` and ``validation``,
and whether a file it names is there, only MkDocs says.

No pydantic model, which would be longer: a value is of the kind that MkDocs' YAML takes it for, and
what is wrong with it has words of its own, so each kind would need a validator beside its line.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from ipaddress import ip_address

import yaml

from ..content.value_types import is_web_address
from ..problems import Location, Problem
from .yaml.yaml_tree import YamlTree

NEEDED = ("site_name", "site_url", "nav", "extra")

TEXTS = frozenset((
    "copyright", "dev_addr", "docs_dir", "draft_docs", "edit_uri", "edit_uri_template",
    "exclude_docs", "not_in_nav", "remote_branch", "remote_name", "repo_name", "repo_url",
    "site_author", "site_description", "site_dir", "site_name", "site_url",
))  # fmt: skip
SWITCHES = frozenset(("strict", "use_directory_urls"))
FILES = frozenset(("extra_css", "extra_templates", "hooks", "watch"))
LISTS = FILES | {"extra_javascript", "markdown_extensions", "nav", "plugins"}
GROUPS = frozenset(("extra", "theme", "validation"))
KNOWN = TEXTS | SWITCHES | LISTS | GROUPS
"""Every key MkDocs knows; a test holds them against MkDocs."""

_NEVER_NOTHING = frozenset(("extra_javascript", "hooks", "validation", "watch", *NEEDED))
_FOLDERS = frozenset(("docs_dir", "site_dir"))
"""What ``resources`` itself has to know, and so no tag may say."""

MOST = {"site_name": 80, "site_description": 200}
"""Characters that MkDocs' own texts may have; they stand on every page and picture."""

_PLACE = re.compile(r"(localhost|[0-9.]+|\[[0-9a-fA-F:.]+\]):(\d{1,5})")


def key_problems(tree: YamlTree) -> Iterator[Problem]:
    """Yield what is wrong with MkDocs' own keys in ``tree``, the settings of the site."""
    given = tree.data if isinstance(tree.data, dict) else {}
    for key in NEEDED:
        if not given.get(key):
            yield Problem(tree.path, 1, 1, f'"{key}" is missing.', f'Add a line "{key}: …".')
    for key, value in given.items():
        if key == "INHERIT":
            what = "The settings of the site stand in one file."
            yield tree.problem((key,), what, "Copy what that file holds to here.", at_key=True)
        elif key == "markdown_extensions":
            what = "The site has one kind of Markdown, so extensions of it mean nothing here."
            fix = "Take out this line, and those below it that belong to it."
            yield tree.problem((key,), what, fix, at_key=True)
        elif key not in KNOWN:
            near = get_close_matches(key, sorted(KNOWN), n=1)
            fix = (
                f'Did you mean "{near[0]}"?' if near else 'Take it out, or move it under "extra:".'
            )
            what = f'"{key}" is not a key that can stand here.'
            yield tree.problem((key,), what, fix, at_key=True)
        elif value or key not in NEEDED:
            yield from _wrong_values(tree, key, value)


def text_of(tree: YamlTree, key: str) -> str:
    """Return the text that MkDocs reads at ``key``, or "" where there is none to be known here."""
    value = tree.data.get(key) if isinstance(tree.data, dict) else None
    return value if isinstance(value, str) and _kind(tree, (key,)) == "str" else ""


def _wrong_values(tree: YamlTree, key: str, value: object) -> Iterator[Problem]:
    kind = _kind(tree, (key,))
    if kind == "tag":
        if key in _FOLDERS:
            yield tree.problem((key,), f'"{key}" may have no tag.', "Write the folder's name.")
        return
    if kind == "null" and key not in _NEVER_NOTHING:
        return
    wrong = None
    if key in TEXTS:
        wrong = _wrong_with_text(key, value, kind)
    elif key in SWITCHES and kind != "bool":
        wrong = f'"{key}" is on or off.', 'Write "true" or "false", without quotation marks.'
    elif key in LISTS - {"nav"} and kind != "list" and not (key == "plugins" and kind == "dict"):
        wrong = f'"{key}" should be a list.', 'Write each entry on a line of its own, after "- ".'
    elif key in GROUPS and kind != "dict" and not (key == "theme" and kind == "str"):
        wrong = f'"{key}" should be a group of keys.', "Write them below it, after two spaces each."
    if wrong:
        yield tree.problem((key,), *wrong)
    elif key in FILES and isinstance(value, list):
        for index in range(len(value)):
            if _kind(tree, (key, index)) not in ("str", "tag"):
                what = "This is not the name of a file."
                yield tree.problem((key, index), what, "Put it in quotation marks if it is one.")


def _wrong_with_text(key: str, value: object, kind: str) -> tuple[str, str] | None:
    """Return what is wrong with the value of one of ``TEXTS``, and how to fix it."""
    is_text = isinstance(value, str)
    if key in ("site_url", "repo_url") and not (is_text and is_web_address(str(value))):
        fix = 'Write the whole address; it starts with "https://".'
        return "This is not the address of a website.", fix
    if not is_text:
        return f'"{key}" should be a text.', "Write it on the line of its key."
    text = str(value)
    if len(text) > MOST.get(key, len(text)):
        return "This is too long.", f"Use at most {MOST[key]} characters."
    if key == "dev_addr" and not _is_place(text):
        fix = 'Write a host, a colon and a number, such as "127.0.0.1:8000".'
        return "This is not a place for a preview.", fix
    if kind != "str":
        return f'YAML does not take "{text}" for words.', "Put it in quotation marks."
    return None


def _is_place(text: str) -> bool:
    """Tell whether MkDocs can show a preview at ``text``."""
    match = _PLACE.fullmatch(text)
    try:
        return bool(
            match
            and int(match[2]) <= 65_535
            and (match[1] == "localhost" or ip_address(match[1].strip("[]")))
        )
    except ValueError:
        return False


def _kind(tree: YamlTree, location: Location) -> str:
    """Return what MkDocs' YAML takes the value at ``location`` for.

    That is "list", "dict", "tag" for one with a tag, or the end of YAML's own name of a kind:
    ``No`` is a "bool" and ``5`` an "int".
    """
    value = tree.at(location)
    line, column = tree.place(location)
    row = line - tree.first_line
    typed = tree.lines[row][column - 1 :] if row < len(tree.lines) else ""
    if typed.startswith("!"):
        return "tag"
    if not isinstance(value, str):
        return type(value).__name__
    if typed.startswith(('"', "'", "|", ">")):
        return "str"
    tag = yaml.resolver.Resolver().resolve(  # type: ignore[no-untyped-call]
        yaml.ScalarNode, value, (True, False)
    )
    return str(tag).rpartition(":")[2]
