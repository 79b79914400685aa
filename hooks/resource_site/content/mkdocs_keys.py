"""The keys of ``mkdocs.yml`` that MkDocs itself reads, where a slip of staff would break a build.

MkDocs says what is wrong without a line, and for some values with a traceback, before it loads any
code of ours. So ``resources`` looks first.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

import yaml

from ..problems import Problem
from .fields import is_web_address
from .yaml_tree import YamlTree

NEEDED = ("site_name", "site_url", "nav", "extra")

TEXTS = frozenset(
    (
        "copyright",
        "dev_addr",
        "docs_dir",
        "edit_uri",
        "edit_uri_template",
        "remote_branch",
        "remote_name",
        "repo_name",
        "repo_url",
        "site_author",
        "site_description",
        "site_dir",
        "site_name",
        "site_url",
    )
)
OTHERS = frozenset(
    (
        "draft_docs",
        "exclude_docs",
        "extra",
        "extra_css",
        "extra_javascript",
        "extra_templates",
        "hooks",
        "markdown_extensions",
        "nav",
        "not_in_nav",
        "plugins",
        "strict",
        "theme",
        "use_directory_urls",
        "validation",
        "watch",
    )
)
"""Every other key MkDocs knows; a test holds all of them against MkDocs."""

MOST = {"site_name": 80, "site_description": 200}
"""Characters that MkDocs' own texts may have; they stand on every page and picture."""

_PLACE = re.compile(r"(?:[^\s:]+|\[[0-9a-fA-F:]+\]):\d{1,5}")


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
        elif key not in TEXTS | OTHERS:
            near = get_close_matches(key, sorted(TEXTS | OTHERS), n=1)
            fix = (
                f'Did you mean "{near[0]}"?' if near else 'Take it out, or move it under "extra:".'
            )
            what = f'"{key}" is not a key that can stand here.'
            yield tree.problem((key,), what, fix, at_key=True)
        elif key in TEXTS and value:
            wrong = _wrong_with_text(tree, key, value)
            if wrong:
                yield tree.problem((key,), *wrong)


def _wrong_with_text(tree: YamlTree, key: str, value: object) -> tuple[str, str] | None:
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
    if key == "dev_addr" and not _PLACE.fullmatch(text):
        fix = 'Write a host, a colon and a number, such as "127.0.0.1:8000".'
        return "This is not a place for a preview.", fix
    if not _is_read_as_text(tree, key, text):
        return f'YAML does not take "{text}" for words.', "Put it in quotation marks."
    return None


def _is_read_as_text(tree: YamlTree, key: str, value: str) -> bool:
    """Tell whether MkDocs' YAML takes ``value`` for text: ``No``, ``5`` and a date are none."""
    line, column = tree.place((key,))
    is_plain = tree.lines[line - tree.first_line][column - 1 :].startswith(value[:1])
    tag = yaml.resolver.Resolver().resolve(  # type: ignore[no-untyped-call]
        yaml.ScalarNode, value, (True, False)
    )
    return not is_plain or tag == "tag:yaml.org,2002:str"
