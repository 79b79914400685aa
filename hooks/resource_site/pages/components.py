"""The components of pages, each with its parameters and examples, from the YAML beside it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import yaml
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, create_model

from ..checks.readiness.page_notes import PageNotes
from ..content.checklist import Checklist
from ..content.fields.field_types import Slug, Strict, refusal
from ..content.fields.text_limits import Paragraphs, Phrase, Sentence
from ..content.forms import EasyReadFrontMatter, Forms
from ..content.library import Library
from ..content.publication import Source
from ..content.site.contact import Contact
from ..content.topic import Topic
from ..markdown.document import Heading
from ..problems import ContentError, Problem, suggest
from ..reading.text_file import read_text
from ..reading.validation import validate
from ..reading.yaml.yaml_tree import parse_yaml
from .filters import size_words
from .library_view import CardView, CardViews, LibraryView
from .pagination import ListPage

TYPES: dict[str, Any] = {
    "text": str,
    "number": int,
    "true or false": bool,
    "group of texts": dict[str, str],
    "list of texts": list[str],
    "list of pairs": list[tuple[str, str]],
    "CardView": CardView,
    "list of CardView": list[CardView],
    "Checklist": Checklist,
    "Contact": Contact,
    "EasyRead": EasyReadFrontMatter,
    "Forms": Forms,
    "list of Heading": list[Heading],
    "Library": Library,
    "ListPage": ListPage,
    "PageNotes": PageNotes,
    "list of Problem": list[Problem],
    "list of Source": list[Source],
    "list of Topic": list[Topic],
}
"""What a parameter may be: the data of examples is validated as these."""


def _check_type(name: str) -> str:
    if name not in TYPES:
        raise refusal(f'"{name}" is not a type of parameter.', suggest(name, TYPES))
    return name


class _PlainText(yaml.SafeDumper):
    """Writes the text 4 as 4 and not as '4', since this project's YAML has no other kind."""

    yaml_implicit_resolvers = {}


class Parameter(Strict):
    """What a macro takes, or what an included template reads from the page around it."""

    name: Phrase
    type: Annotated[Phrase, AfterValidator(_check_type)]
    required: bool = False
    description: Sentence


class Example(Strict):
    """One state of a component."""

    name: Slug
    note: Sentence | None = None
    """What to look at: a theme or a width that matters, or that it shows on paper alone."""
    macro: Phrase | None = None
    """The macro to call, where the file has others than the component's main one."""
    revealed: bool = False
    """Show what is hidden until a script shows it."""
    data: dict[str, Any]
    """Values by the names of parameters."""

    @property
    def yaml(self) -> str:
        """Return the data as it could stand in the file."""
        return yaml.dump(self.data, Dumper=_PlainText, sort_keys=False, allow_unicode=True).strip()


class ComponentFile(Strict):
    """The keys that may stand in ``<name>.yaml``, beside the template ``<name>.html``."""

    description: Paragraphs
    macro: Phrase | None = None
    """The main macro of the template; nothing where the template is included."""
    as_markup: bool = False
    """Show its HTML as text: what it writes can stand only inside a tag or in the head."""
    params: list[Parameter] = []
    examples: Annotated[list[Example], Field(min_length=1)]


@dataclass(frozen=True)
class Component:
    """A component as its file describes it, and the validated data of each of its examples."""

    name: str
    template: str
    file: ComponentFile
    values: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class ComponentGallery:
    """The components in ``folder``. They are read only when their page is made anew."""

    folder: Path

    @cached_property
    def all(self) -> tuple[list[Component], list[Problem]]:
        """Return every component whose file is right, and what is wrong in the other files."""
        components: list[Component] = []
        problems: list[Problem] = []
        for file in sorted(self.folder.glob("*/*.yaml")):
            try:
                components.append(self._read(file))
            except ContentError as error:
                problems += error.problems
        return components, problems

    def _read(self, file: Path) -> Component:
        path = file.relative_to(self.folder.parent.parent).as_posix()
        tree = parse_yaml(read_text(file, path), path)
        found = validate(ComponentFile, tree)
        model = _model_of(found.params)
        places = [("examples", index, "data") for index in range(len(found.examples))]
        data = [validate(model, tree, at=place) for place in places]
        values = tuple({name: getattr(one, name) for name in one.model_fields_set} for one in data)
        template = file.relative_to(self.folder.parent).with_suffix(".html").as_posix()
        return Component(file.stem, template, found, values)

    @pass_context
    def html(self, context: Context, component: Component, index: int) -> str:
        """Return the HTML of an example.

        All examples stand in one page, so each has its name in the ids that are otherwise the same
        (``site--…``). What it leads to does not exist: its links lead to this page, and a file is
        said to have 50 KB.
        """
        example = component.file.examples[index]
        env = context.environment.overlay()
        env.filters = {
            **env.filters,
            # compiled templates call it as they call the one of MkDocs
            "url": pass_context(lambda _context, _address: "./"),
            "file_at": pass_context(lambda _context, _address, _source: "./"),
            "file_size": lambda _: size_words(50_000),
        }
        given = {name: _as_templates_see(one) for name, one in component.values[index].items()}
        names = {**context.get_all(), **given}
        module = env.get_template(component.template).make_module(names)
        macro = example.macro or component.file.macro
        shown = getattr(module, macro) if macro else module
        if callable(shown):
            shown = shown(**{name: given[name] for name in given if name in shown.arguments})
        html = str(shown).replace("site--", f"site--{component.name}-{example.name}--")
        html = html.replace(" hidden>", ">") if example.revealed else html
        return html if component.file.as_markup else Markup(html)  # noqa: S704 - from our templates


def _model_of(params: list[Parameter]) -> type[BaseModel]:
    """Return a model of an example's data; nothing behind a key that may be left out is none."""
    fields: dict[str, Any] = {
        one.name: (TYPES[one.type], ...)
        if one.required
        else (Annotated[TYPES[one.type] | None, BeforeValidator(lambda value: value or None)], None)
        for one in params
    }
    return create_model("ExampleData", __base__=Strict, **fields)


def _as_templates_see(value: object) -> object:
    """Return ``value``, or a view of it if it is a library; what is looked up is not recorded."""
    if not isinstance(value, Library):
        return value
    view = LibraryView(value, CardViews(value))
    view.get = lambda name, about: view.lookups[name](about)
    return view
