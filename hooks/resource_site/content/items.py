"""The items of a checklist: one model for each kind."""

from difflib import get_close_matches
from itertools import chain
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict, Discriminator, Tag

from .fields.field_types import Slug, Strict, Unique, key
from .fields.text_limits import Details, Label, Sentence

Priority = Literal["essential", "optional", "advanced"]
PRIORITIES: tuple[Priority, ...] = ("essential", "optional", "advanced")
"""How much an item matters, the most first."""


class Item(Strict):
    """The keys that all kinds share. A model's title is what the browser editor calls the kind."""

    kind: ClassVar[str]

    hint: Sentence | None = key(
        "Hint",
        "A smaller line that helps. 200 characters at most.",
        default=None,
        hint="A smaller line that helps.",
        examples=["A friend, a support worker, or us."],
    )
    more: Details | None = key(
        "More about it",
        "Why or how, for those who want to know: folded away on the page, a note at the end of "
        "the sheet. 2,000 characters at most.",
        default=None,
        hint="Why or how, for those who want to know. Folded away on the page, a note on paper.",
    )
    priority: Priority | None = key(
        "How much it matters",
        "essential, optional or advanced. Readers can choose to see only one of them.",
        default=None,
        hint="Readers can choose to see only these.",
    )
    id: Slug = key(
        "Name for saved answers",
        "The item's own name. Keep it when you change the words: answers are saved under it.",
        default="",
        hint="Small letters, digits and hyphens. Give one and keep it, then answers that "
        "people saved are found again when you change the words.",
        examples=["tell-someone"],
    )

    @property
    def prompt(self) -> str:
        """Return the task or question (inline Markdown): the value of the key named as the kind."""
        text: str = getattr(self, self.kind)
        return text


class Tick(Item):
    """Something to do, with a box to tick."""

    model_config = ConfigDict(title="Tick: something to do")
    kind: ClassVar[str] = "tick"
    tick: Sentence = key(
        "What to do",
        "Something to do, with a box to tick.",
        hint="",
        examples=["Tell one person you trust."],
    )


class Write(Item):
    """A question to answer in words."""

    model_config = ConfigDict(title="Write: room for words")
    kind: ClassVar[str] = "write"
    write: Sentence = key(
        "Question", "A question to answer in words.", hint="", examples=["What went well?"]
    )
    lines: int = key(
        "Lines",
        "How many lines there are to write on, from 1 to 20.",
        default=3,
        hint="Room to write. 3 if left out.",
        ge=1,
        le=20,
    )
    example: Sentence | None = key(
        "Worked example",
        "How somebody else answered, beside the empty box. 200 characters at most.",
        default=None,
        hint="How somebody else answered it.",
        examples=["It went badly today, and last month one went well."],
    )


class Scale(Item):
    """A feeling or judgement between two ends."""

    model_config = ConfigDict(title="Scale: numbers between two ends")
    kind: ClassVar[str] = "scale"
    scale: Sentence = key(
        "Question",
        "A question to answer with a number.",
        hint="",
        examples=["How confident do you feel today?"],
    )
    from_: Label = key(
        "The low end", "What the lowest number means.", hint="Such as: Not ready", alias="from"
    )
    to: Label = key("The high end", "What the highest number means.", hint="Such as: Ready")
    steps: int = key(
        "Steps",
        "How many numbers there are, from 2 to 10.",
        default=5,
        hint="How many numbers. 5 if left out.",
        ge=2,
        le=10,
    )
    urgent_help: bool = key(
        "Who to call, if it is low",
        "True shows who to call below it when a reader chooses a low number: for how they feel.",
        default=False,
        hint="Shows who to call when a reader chooses a low number.",
    )

    @property
    def low_steps(self) -> int:
        """Return how many numbers, from 1 on, count as low: two of five, one of three."""
        return 2 if self.steps > 3 else 1


class Choose(Item):
    """Options to choose one of, or many."""

    model_config = ConfigDict(title="Choose: options")
    kind: ClassVar[str] = "choose"
    choose: Sentence = key(
        "Question",
        "A question to answer by choosing.",
        hint="",
        examples=["Which part was hardest?"],
    )
    options: Annotated[list[Label], Unique] = key(
        "Options",
        "2 to 12 answers to choose from.",
        hint="Two or more.",
        entry="Option",
        examples=[["Preparing", "Answering questions"]],
        min_length=2,
        max_length=12,
    )
    many: bool = key(
        "More than one",
        "True allows more than one answer.",
        default=False,
        hint="People may choose more than one.",
    )


class Table(Item):
    """A small grid to fill in."""

    model_config = ConfigDict(title="Table: a grid to fill in")
    kind: ClassVar[str] = "table"
    table: Sentence = key(
        "What the table is for",
        "What the grid is for.",
        hint="",
        examples=["Turn a harsh thought into a fair one"],
    )
    columns: list[Label] = key(
        "Columns",
        "1 to 4 headings.",
        hint="What stands at the top of each.",
        entry="Column",
        examples=[["What I told myself", "What is also true"]],
        min_length=1,
        max_length=4,
    )
    rows: int = key(
        "Rows",
        "How many rows there are to fill in, from 1 to 12.",
        default=3,
        hint="Empty rows to fill in. 3 if left out.",
        ge=1,
        le=12,
    )
    row: Label | None = key(
        "Name of a row",
        'What one row is, such as "Application": rows are then called Application one, Application '
        "two and so on where they stand below each other, as on a phone and in large print.",
        default=None,
        hint="On a phone and in large print, rows are called Application one, two and so on.",
        examples=["Application"],
    )
    example: list[Label] = key(
        "Worked example",
        "A row that somebody else filled in: one entry for each column.",
        default=[],
        hint="A row that somebody else filled in, one entry for each column.",
        entry="Cell",
        examples=[["I am no good at this", "Last month one went well"]],
        max_length=4,
    )


ITEM_KINDS: dict[str, type[Item]] = {
    model.kind: model for model in (Tick, Write, Scale, Choose, Table)
}


def kind_of(value: Any) -> str | None:
    """Return the kind of an item, by the key that names it exactly or nearly, or None.

    A nearly right key is enough, so that the errors are those of the kind that was meant.
    """
    if isinstance(value, Item):
        return value.kind
    if not isinstance(value, dict):
        return None
    similar = (get_close_matches(key[:60], ITEM_KINDS, n=1, cutoff=0.75) for key in value)
    keys = chain(value, chain.from_iterable(similar))
    return next((key for key in keys if key in ITEM_KINDS), None)


def _text_to_tick(value: Any) -> Any:
    """Read a plain string as a tick item."""
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
    BeforeValidator(_text_to_tick),
]
