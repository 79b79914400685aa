"""The kinds of text in content, each with the most characters it may have."""

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from ...markdown.dialect.typography import typographic


def _to_one_line(value: Any) -> Any:
    """Join text that is folded over several lines in the file."""
    return " ".join(value.split()) if isinstance(value, str) else value


_Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), BeforeValidator(_to_one_line)
]
_InPrint = AfterValidator(typographic)
"""Text without markup that readers see: quotation marks and dashes become those of print."""
Title = Annotated[
    _Line,
    StringConstraints(max_length=70),
    _InPrint,
    Field(examples=["Your first CV: where to start"]),
]
Summary = Annotated[
    _Line,
    StringConstraints(max_length=160),
    _InPrint,
    Field(examples=["What to put in, what to leave out, and how to ask someone to read it."]),
]
Phrase = Annotated[_Line, StringConstraints(max_length=80)]
"""A few words: a name, words to search for."""
Label = Annotated[Phrase, _InPrint]
"""A few words beside a box or above a column."""
Line = Annotated[_Line, StringConstraints(max_length=100), _InPrint]
"""One of the three lines of "In short"."""
Citation = Annotated[_Line, StringConstraints(max_length=140), _InPrint]
"""The title of a source."""
Sentence = Annotated[_Line, StringConstraints(max_length=200)]
"""An item or a hint, with inline Markdown."""
Paragraphs = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=800)]
"""A short introduction, with paragraphs and lists in Markdown."""
Details = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
"""What not every reader needs, with paragraphs and lists in Markdown."""
Transcript = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=8000)]
"""The words of a film, with paragraphs in Markdown."""
