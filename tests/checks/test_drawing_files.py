"""Drawings: what may stand in them draws, and all else is a problem at its place."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawing_cases import FINE, HEAD, HEAVY, REFUSED, WHOLE, XHTML
from fuzzing import examples
from guide import is_explained
from hostile_drawings import Maker
from resource_site.checks.drawings.drawing_check import check_drawing
from resource_site.problems import MAX_PROBLEMS
from time_limit import SECONDS

CLEAR = re.compile(r"[1-9][0-9]*:[1-9][0-9]*: [^\n]+[.?)]")


def problems(text: str, encoding: str = "utf-8") -> list[str]:
    found = check_drawing(text.encode(encoding, "surrogatepass"), "x.svg")
    return [str(problem).removeprefix("x.svg:") for problem in found]


@pytest.mark.parametrize(("inside", "expected"), REFUSED.values(), ids=REFUSED)
def test_an_element_or_attribute_that_is_not_allowed_is_reported_at_its_place(
    inside: str, expected: str
) -> None:
    found = problems(f"{HEAD}\n{inside}</svg>")
    assert found
    assert found[0].startswith(expected)


@pytest.mark.parametrize(("text", "expected"), WHOLE.values(), ids=WHOLE)
def test_a_file_that_is_no_plain_drawing_is_refused(text: str, expected: str) -> None:
    found = problems(text)
    assert found
    assert found[0].startswith(expected)


@pytest.mark.parametrize("name", FINE)
def test_files_that_drawing_programs_save_are_accepted(name: str) -> None:
    assert problems(FINE[name], "utf-16" if name == "UTF-16" else "utf-8") == []


@pytest.mark.parametrize(("text", "expected"), HEAVY.values(), ids=HEAVY)
def test_a_large_drawing_is_read_within_the_time_limit(text: str, expected: str) -> None:
    before = time.process_time()
    found = problems(text)
    assert time.process_time() - before < SECONDS
    assert len(found) <= MAX_PROBLEMS + 1  # which says that there are more
    assert bool(found) == bool(expected)
    assert "".join(found[:1]).startswith(expected)


def test_several_findings_are_reported_at_once_but_not_those_inside_another() -> None:
    frame = f"<foreignObject><p {XHTML} style='x'>\n</p></foreignObject>"
    inside = f"<script/>\n<g onload='x' ping='x'/>\n{frame}<set/>"
    places = [found.split(" ")[0] for found in problems(f"{HEAD}\n{inside}</svg>")]
    assert places == ["2:1:", "3:1:", "3:1:", "4:1:", "5:21:"]


def test_the_advice_works_when_it_is_followed() -> None:
    (found,) = problems("<svg><g/></svg>")
    written = re.search(r'Write (<svg xmlns="[^"]+") where it starts with <svg\.', found)
    assert written
    assert problems(f"{written[1]}><g/></svg>") == []


def test_the_advice_on_labels_of_draw_io_works() -> None:
    plain = '<g fill="#000000" font-size="12px"><text x="60" y="34">Start</text></g>'
    (text,) = re.findall(r"<text x=.*?</text>", FINE["draw.io"])
    formatted = FINE["draw.io"].replace(
        text,
        '<switch><foreignObject style="overflow: visible;" pointer-events="none" width="100%" '
        'requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility">'
        f'<div {XHTML} style="display: flex;">Start</div></foreignObject>{plain}</switch>',
    )
    (found,) = problems(formatted)
    assert found.endswith(
        '"<foreignObject>" may not stand in a drawing. Save the drawing with its words as plain '
        "text or shapes, or as a PNG. In draw.io, choose Edit > Select All and untick "
        '"Formatted Text" under Text; then Edit > Select Vertices, untick "Word Wrap" under Text, '
        "and export it again."
    )
    assert is_explained(found)
    assert problems(FINE["draw.io"].replace(text, plain)) == []


def test_bytes_of_another_encoding_have_their_place() -> None:
    raw = HEAD.encode() + b"\n<text>caf\xe9</text></svg>"
    assert list(map(str, check_drawing(raw, "x.svg"))) == [
        'x.svg:2:10: This drawing is not written in the encoding that it names. Save it as "UTF-8".'
    ]


fuzz = examples(100)


@fuzz
@given(raw=st.binary(max_size=400))
def test_any_bytes_are_accepted_or_reported(raw: bytes) -> None:
    for whole in (raw, HEAD.encode() + raw):
        for found in check_drawing(whole, "x"):
            assert CLEAR.fullmatch(str(found).removeprefix("x:"))


@fuzz
@given(text=st.text(max_size=60) | st.integers().map(lambda number: Maker(number).css()))
def test_any_drawing_is_accepted_or_reported(text: str) -> None:
    for whole in (text, f"<svg>{text}</svg>", f"{HEAD}<style>{text}</style></svg>"):
        assert all(map(CLEAR.fullmatch, problems(whole)))
