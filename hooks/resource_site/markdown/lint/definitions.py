"""What a name stands for, ``[name]: address`` and ``[^name]: words``: once each, and in use."""

from collections.abc import Mapping, Sequence
from typing import Any

from markdown_it.token import Token

from ..dialect.limits import MOST_SHORT
from ..source import MarkdownSource, Place


def definition_slips(
    tokens: Sequence[Token], env: Mapping[str, Any], source: MarkdownSource
) -> None:
    """Report names that stand for two things or too much, and notes that nothing leads to.

    ``tokens`` still hold each note where it was typed, and ``env`` what the parser noted of them.
    """
    for one in env.get("references", {}).values():
        size = len(one["href"]) + len(one["title"])
        if size > MOST_SHORT:
            place, _ = _place_and_name(source, one["map"][0])
            what = f"This address and its title have {size} characters; {MOST_SHORT} is the most."
            source.report(place, what, "Write them where the link stands: [words](address).")
    twice = [one["map"][0] for one in env.get("duplicate_refs", ())]
    seen = set()
    for token in tokens:
        if token.type != "footnote_reference_open" or not token.map:
            continue
        label = token.meta["label"]
        if label in seen:
            twice.append(token.map[0])
        elif env["footnotes"]["refs"][f":{label}"] < 0:
            place, name = _place_and_name(source, token.map[0])
            what = f'No words lead to the note "{name}", so readers would not see it.'
            source.report(place, what, f'Write "{name}" in the text where the note belongs.')
        seen.add(label)
    for row in twice:
        place, name = _place_and_name(source, row)
        what = f'"{name}:" stands twice in this text, and only one of them counts.'
        source.report(place, what, "Give one of them another name, or take it out.")


def _place_and_name(source: MarkdownSource, row: int) -> tuple[Place, str]:
    """Return where the definition in this row starts, and its name in brackets."""
    line = source.lines[row]
    start = max(0, line.find("["))
    return (source.first_line + row, start + 1), line[start : line.find("]:", start) + 1]
