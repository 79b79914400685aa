"""Checks of MkDocs' own keys in ``mkdocs.yml``.

MkDocs reports errors without a line, some with a traceback, and before it loads our code. So the
``resources`` command first checks which keys there are, which of them have an effect here, and the
type of each value. It leaves to MkDocs the options of plugins, and whether folders exist.

A pydantic model would be longer: types are those that MkDocs' YAML resolves, and messages are our
own, so nearly every key would need a validator.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import yaml

from ..content.fields.field_types import is_web_address
from ..problems import Location, Problem
from .yaml.yaml_tree import YamlTree

NEEDED = {"site_name": "…", "site_url": "…", "nav": "…", "extra": "…", "theme": "…",
          "hooks": "[hooks/pipeline.py]"}  # fmt: skip

TEXTS = frozenset((
    "dev_addr", "docs_dir", "remote_branch", "remote_name", "site_description", "site_dir",
    "site_name", "site_url",
))  # fmt: skip
SWITCHES = frozenset(("strict",))
FILES = frozenset(("extra_css", "extra_templates", "hooks", "watch"))
OWN_FILES = ("extra_css", "extra_javascript", "extra_templates")
"""Lists of files of the folder of content; they are checked where that has been read."""
LISTS = FILES | {"extra_javascript", "nav", "plugins"}
GROUPS = frozenset(("extra", "theme"))
EFFECTIVE = TEXTS | SWITCHES | LISTS | GROUPS

_NO_REPOSITORY = "Pages have no link to the files they are made from."
WITHOUT_EFFECT = {
    "copyright": 'The foot of each page names the organisation under "extra:".',
    "draft_docs": 'A draft has the line "draft: true" in its own file.',
    "edit_uri": _NO_REPOSITORY,
    "edit_uri_template": _NO_REPOSITORY,
    "exclude_docs": "Every file in the folder of content is read; keep others elsewhere.",
    "markdown_extensions": "The site has one kind of Markdown.",
    "not_in_nav": "A page need not be in the navigation.",
    "repo_name": _NO_REPOSITORY,
    "repo_url": _NO_REPOSITORY,
    "site_author": 'Pages name the organisation under "extra:".',
    "use_directory_urls": "The address of each page is made from the name of its file.",
    "validation": "All links are checked in any case.",
}
"""MkDocs' other keys, and what there is instead. Such a key is a problem."""

PLUGINS_READ = frozenset(("copyright", "repo_name", "repo_url", "site_author"))
"""Those that stand for the plugins that read them, if there are any."""

KNOWN = EFFECTIVE | WITHOUT_EFFECT.keys()
"""Every key MkDocs knows; a test compares them with MkDocs' own list."""

_THEME = ("custom_dir", "name", "static_templates")
_LOOK = "How the site looks is made in the folder that custom_dir names."

_OWN_ADDRESSES = "The site makes its pages from articles, checklists and topics alone."
PLUGINS_WITHOUT_EFFECT = {
    "awesome-nav": 'The navigation is the list "nav:".',
    "awesome-pages": 'The navigation is the list "nav:".',
    "blog": _OWN_ADDRESSES,
    "exclude": WITHOUT_EFFECT["exclude_docs"],
    "glightbox": "The security policy lets no plugin run a script inside a page.",
    "i18n": "The site has one language.",
    "literate-nav": 'The navigation is the list "nav:".',
    "offline": 'Pages open without a network by the line "offline: true" under "extra:".',
    "privacy": "The site loads nothing from other websites in any case.",
    "search": "The site has a search of its own.",
    "section-index": 'The navigation is the list "nav:".',
    "social": "The site makes the pictures of shared pages itself.",
    "tags": 'A page names its subjects after "topics:".',
}
"""Plugins that can do nothing here, by their names without that of a theme."""

_NOT_NULL = frozenset(("extra_javascript", "watch", *NEEDED))
_WITHOUT_TAG = frozenset(("docs_dir", "site_dir"))
"""Keys that ``resources`` reads itself, so that a tag such as ``!ENV`` is not allowed."""

MAX_LENGTHS = {"site_name": 80, "site_description": 200}
"""Characters; both texts are on every page and social card."""

_SITE = re.compile(
    r"https?://[\w.:\[\]-]+(/(?!\.{0,2}(/|$))([\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+)*/?", re.I
)
"""A host, and segments (RFC 3986, 3.3, and letters of any script), none empty, "." or ".."."""
_HOST_AND_PORT = re.compile(r"(localhost|[0-9.]+|\[[0-9a-fA-F:.]+\]):(\d{1,5})")


def key_problems(tree: YamlTree) -> Iterator[Problem]:
    """Yield the problems of MkDocs' own keys in ``tree``, that of ``mkdocs.yml``."""
    settings = tree.data if isinstance(tree.data, dict) else {}
    for key, value in NEEDED.items():
        if not settings.get(key):
            yield Problem(tree.path, 1, 1, f'"{key}" is missing.', f'Add a line "{key}: {value}".')
    for key, value in settings.items():
        if key == "INHERIT":
            what = "The settings of the site stand in one file."
            yield tree.problem((key,), what, "Copy what that file holds to here.", at_key=True)
        elif key in WITHOUT_EFFECT:
            if not (key in PLUGINS_READ and settings.get("plugins")):
                yield _without_effect(tree, (key,), key, WITHOUT_EFFECT[key])
        elif key not in KNOWN:
            near = get_close_matches(key, sorted(KNOWN), n=1)
            fix = (
                f'Did you mean "{near[0]}"?' if near else 'Take it out, or move it under "extra:".'
            )
            what = f'"{key}" is not a key that can stand here.'
            yield tree.problem((key,), what, fix, at_key=True)
        elif value or key not in NEEDED:
            yield from _value_problems(tree, key, value)
    for location in tree.below(("extra",)):
        if _type_of(tree, location) == "tag":
            what = 'A tag such as !ENV means nothing below "extra:".'
            yield tree.problem(location, what, "Write the value itself.")
    yield from _theme_problems(tree, settings.get("theme"))
    yield from _plugin_problems(tree, settings)


def _without_effect(tree: YamlTree, location: Location, name: str, instead: str) -> Problem:
    what = f'"{name}" means nothing here. {instead}'
    fix = "Take it out, with the lines below that belong to it."
    return tree.problem(location, what, fix, at_key=isinstance(location[-1], str))


def _theme_problems(tree: YamlTree, theme: object) -> Iterator[Problem]:
    if isinstance(theme, dict):
        for key in theme:
            if key not in _THEME:
                yield _without_effect(tree, ("theme", key), key, _LOOK)
    if theme and not (isinstance(theme, dict) and theme.get("custom_dir")):
        what = "The theme does not say where our templates are."
        yield tree.problem(("theme",), what, 'Write "custom_dir: overrides" below "theme:".')


def _plugin_problems(tree: YamlTree, settings: dict[str, Any]) -> Iterator[Problem]:
    if "plugins" not in settings:  # MkDocs then takes its own search
        yield Problem(tree.path, 1, 1, '"plugins" is missing.', 'Add a line "plugins: []".')
    plugins = settings.get("plugins") or []
    for place in range(len(plugins)) if isinstance(plugins, list) else plugins:
        entry = plugins[place] if isinstance(plugins, list) else place
        name = str(next(iter(entry), "")) if isinstance(entry, dict) else str(entry)
        instead = PLUGINS_WITHOUT_EFFECT.get(name.rpartition("/")[2])
        if instead:
            yield _without_effect(tree, ("plugins", place), name, instead)


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
    elif key in GROUPS and kind != "dict":
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
    if key == "site_url" and (problem := _address_problem(value)):
        return problem
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


def _address_problem(value: object) -> tuple[str, str] | None:
    if not (isinstance(value, str) and is_web_address(value)):
        fix = 'Write the whole address; it starts with "https://".'
        return "This is not the address of a website.", fix
    if not _SITE.fullmatch(value) or "." in urlsplit(value).path.rpartition("/")[2]:
        what = "This is the address of a page, or of no website."
        fix = "Write what all pages have in common, as a browser shows it, and a slash at its end."
        return what, fix
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
