"""Checks of MkDocs' own keys in ``mkdocs.yml``.

MkDocs reports errors without a line, some with a traceback, and before it loads our code. So the
``resources`` command first checks which keys there are, and the type of each value. It leaves to
MkDocs what is inside ``theme``, ``plugins`` and ``validation``, and whether files exist.

A pydantic model would be longer: types are those that MkDocs' YAML resolves, and messages are our
own, so nearly every key would need a validator.
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
"""Every key MkDocs knows; a test compares them with MkDocs' own list."""

_NOT_NULL = frozenset(("extra_javascript", "hooks", "validation", "watch", *NEEDED))
_WITHOUT_TAG = frozenset(("docs_dir", "site_dir"))
"""Keys that ``resources`` reads itself, so that a tag such as ``!ENV`` is not allowed."""

MAX_LENGTHS = {"site_name": 80, "site_description": 200}
"""Characters; both texts are on every page and social card."""

_HOST_AND_PORT = re.compile(r"(localhost|[0-9.]+|\[[0-9a-fA-F:.]+\]):(\d{1,5})")


def key_problems(tree: YamlTree) -> Iterator[Problem]:
    """Yield the problems of MkDocs' own keys in ``tree``, that of ``mkdocs.yml``."""
    settings = tree.data if isinstance(tree.data, dict) else {}
    for key in NEEDED:
        if not settings.get(key):
            yield Problem(tree.path, 1, 1, f'"{key}" is missing.', f'Add a line "{key}: …".')
    for key, value in settings.items():
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
            yield from _value_problems(tree, key, value)


def text_of(tree: YamlTree, key: str) -> str:
    """Return the string that MkDocs reads at ``key``, or "" if there is no such string."""
    value = tree.data.get(key) if isinstance(tree.data, dict) else None
    return value if isinstance(value, str) and _type_of(tree, (key,)) == "str" else ""


def _value_problems(tree: YamlTree, key: str, value: object) -> Iterator[Problem]:
    kind = _type_of(tree, (key,))
    if kind == "tag":
        if key in _WITHOUT_TAG:
            yield tree.problem((key,), f'"{key}" may have no tag.', "Write the folder's name.")
        return
    if kind == "null" and key not in _NOT_NULL:
        return
    message = None
    if key in TEXTS:
        message = _text_problem(key, value, kind)
    elif key in SWITCHES and kind != "bool":
        message = f'"{key}" is on or off.', 'Write "true" or "false", without quotation marks.'
    elif key in LISTS - {"nav"} and kind != "list" and not (key == "plugins" and kind == "dict"):
        message = f'"{key}" should be a list.', 'Write each entry on a line of its own, after "- ".'
    elif key in GROUPS and kind != "dict" and not (key == "theme" and kind == "str"):
        message = (
            f'"{key}" should be a group of keys.',
            "Write them below it, after two spaces each.",
        )
    if message:
        yield tree.problem((key,), *message)
    elif key in FILES and isinstance(value, list):
        for index in range(len(value)):
            if _type_of(tree, (key, index)) not in ("str", "tag"):
                what = "This is not the name of a file."
                yield tree.problem((key, index), what, "Put it in quotation marks if it is one.")


def _text_problem(key: str, value: object, kind: str) -> tuple[str, str] | None:
    """Return ``what`` and ``fix`` for a wrong value of one of ``TEXTS``, else None."""
    is_text = isinstance(value, str)
    if key in ("site_url", "repo_url") and not (is_text and is_web_address(str(value))):
        fix = 'Write the whole address; it starts with "https://".'
        return "This is not the address of a website.", fix
    if not is_text:
        return f'"{key}" should be a text.', "Write it on the line of its key."
    text = str(value)
    if len(text) > MAX_LENGTHS.get(key, len(text)):
        return "This is too long.", f"Use at most {MAX_LENGTHS[key]} characters."
    if key == "dev_addr" and not _is_host_and_port(text):
        fix = 'Write a host, a colon and a number, such as "127.0.0.1:8000".'
        return "This is not a place for a preview.", fix
    if kind != "str":
        return f'YAML does not take "{text}" for words.', "Put it in quotation marks."
    return None


def _is_host_and_port(text: str) -> bool:
    match = _HOST_AND_PORT.fullmatch(text)
    try:
        return bool(
            match
            and int(match[2]) <= 65_535
            and (match[1] == "localhost" or ip_address(match[1].strip("[]")))
        )
    except ValueError:
        return False


def _type_of(tree: YamlTree, location: Location) -> str:
    """Return the type that YAML resolves the value at ``location`` to.

    That is "list", "dict", "tag" if it has a tag, or the last part of the type's tag in YAML:
    ``No`` is a "bool", ``5`` an "int".
    """
    value = tree.value_at(location)
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
