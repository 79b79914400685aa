"""The lines of a checklist, one model for each kind of item."""

from difflib import get_close_matches
from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Field, Tag, model_validator

from .value_types import Different, Phrase, Sentence, Slug, Strict


class Item(Strict):
    """What every kind of item has: an optional hint and an id that keeps saved answers."""

    kind: ClassVar[str]

    hint: Sentence | None = None
    """A smaller line that helps. 200 characters at most."""
    id: Slug = ""
    """The item's own name. Keep it when you change the words: answers are saved under it."""

    @property
    def prompt(self) -> str:
        """Return the words the candidate answers to (inline Markdown)."""
        words: str = getattr(self, self.kind)
        return words


class Tick(Item):
    """Something to do, with a box to tick."""

    kind: ClassVar[str] = "tick"
    tick: Sentence
    """Something to do, with a box to tick."""


class Write(Item):
    """A question to answer in words."""

    kind: ClassVar[str] = "write"
    write: Sentence
    """A question to answer in words."""
    lines: Annotated[int, Field(ge=1, le=20)] = 3
    """How many lines there are to write on, from 1 to 20."""


class Scale(Item):
    """A feeling or judgement between two ends."""

    kind: ClassVar[str] = "scale"
    scale: Sentence
    """A question to answer with a number."""
    from_: Annotated[Phrase, Field(alias="from")]
    """What the lowest number means."""
    to: Phrase
    """What the highest number means."""
    steps: Annotated[int, Field(ge=2, le=10)] = 5
    """How many numbers there are, from 2 to 10."""


class Choose(Item):
    """Options to choose one of, or many."""

    kind: ClassVar[str] = "choose"
    choose: Sentence
    """A question to answer by choosing."""
    options: Annotated[list[Phrase], Field(min_length=2, max_length=12), Different]
    """2 to 12 answers to choose from."""
    many: bool = False
    """True allows more than one answer."""


class Table(Item):
    """A small grid to fill in."""

    kind: ClassVar[str] = "table"
    table: Sentence
    """What the grid is for."""
    columns: Annotated[list[Phrase], Field(min_length=1, max_length=4)]
    """1 to 4 headings."""
    rows: Annotated[int, Field(ge=1, le=12)] = 3
    """How many rows there are to fill in, from 1 to 12."""


ITEM_KINDS: dict[str, type[Item]] = {
    model.kind: model for model in (Tick, Write, Scale, Choose, Table)
}


def kind_of(value: Any) -> str | None:
    """Return the kind of item that staff wrote or misspelt, or nothing where no key names one."""
    if isinstance(value, Item):
        return value.kind
    if not isinstance(value, dict):
        return None
    named = next((key for key in value if key in ITEM_KINDS), None)
    # A misspelt one is best explained by the kind that was meant.
    return named or next((near for key in value if (near := _nearest_kind(str(key)))), None)


def _nearest_kind(key: str) -> str | None:
    near = get_close_matches(key[:60], ITEM_KINDS, n=1, cutoff=0.75)
    return near[0] if near else None


def _plain_line_is_tick(value: Any) -> Any:
    return {"tick": value} if isinstance(value, str) else value


AnyItem = Annotated[
    Annotated[Tick, Tag("tick")]
    | Annotated[Write, Tag("write")]
    | Annotated[Scale, Tag("scale")]
    | Annotated[Choose, Tag("choose")]
    | Annotated[Table, Tag("table")],
    Discriminator(
        kind_of,
        custom_error_type="refused",
        custom_error_message="{what} {fix}",
        custom_error_context={
            "what": "This item has no kind.",
            "fix": (
                f"Start it with one of: {', '.join(ITEM_KINDS)}, and a colon. "
                "If it is a line of text with a colon in it, put it in quotation marks."
            ),
        },
    ),
]


class PlainLines(Strict):
    """A holder of items in which a plain line of text stands for a tick box."""

    @model_validator(mode="before")
    @classmethod
    def _read_plain_lines(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("items"), list):
            return {**value, "items": [_plain_line_is_tick(item) for item in value["items"]]}
        return value
