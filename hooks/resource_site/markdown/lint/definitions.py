"""Checks of link definitions, ``[name]: address``, and of footnotes, ``[^name]: text``."""

from collections.abc import Mapping, Sequence
from typing import Any

from markdown_it.token import Token

from ..dialect.limits import MAX_DEFINITION
from ..source import MarkdownSource, Place


def lint_definitions(
    tokens: Sequence[Token], env: Mapping[str, Any], source: MarkdownSource
) -> None:
    """Report duplicate and overlong definitions, and footnotes without a reference.

    ``tokens`` and ``env`` are as the parser returned them, before ``footnote_tail`` moves notes.
    """
    for definition in env.get("references", {}).values():
        size = len(definition["href"]) + len(definition["title"])
        if size > MAX_DEFINITION:
            place, _ = _place_and_name(source, definition["map"][0])
            what = (
                f"This address and its title have {size} characters; {MAX_DEFINITION} is the most."
            )
            source.report(place, what, "Write them where the link stands: [words](address).")
    duplicate_rows = [definition["map"][0] for definition in env.get("duplicate_refs", ())]
    seen = set()
    for token in tokens:
        if token.type != "footnote_reference_open" or not token.map:
            continue
        label = token.meta["label"]
        if label in seen:
            duplicate_rows.append(token.map[0])
        elif env["footnotes"]["refs"][f":{label}"] < 0:
            place, name = _place_and_name(source, token.map[0])
            what = f'No words lead to the note "{name}", so readers would not see it.'
            source.report(place, what, f'Write "{name}" in the text where the note belongs.')
        seen.add(label)
    for row in duplicate_rows:
        place, name = _place_and_name(source, row)
        what = f'"{name}:" stands twice in this text, and only one of them counts.'
        source.report(place, what, "Give one of them another name, or take it out.")


def _place_and_name(source: MarkdownSource, row: int) -> tuple[Place, str]:
    """Return where the definition in ``row`` starts, and its name with the brackets."""
    line = source.lines[row]
    start = max(0, line.find("["))
    return (source.first_line + row, start + 1), line[start : line.find("]:", start) + 1]
