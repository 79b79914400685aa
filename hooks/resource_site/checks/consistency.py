"""Checks between files: the topics and checklists they name, slugs, ids, moves and links."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ..content.addresses.link_targets import LinkTargets
from ..content.article import Article
from ..content.checklist import Checklist
from ..content.fields.field_types import is_slug
from ..content.forms import EasyRead
from ..content.items import Write
from ..content.standard_page import StandardPage
from ..markdown.document import Link
from ..markdown.inline import link_targets_in
from ..problems import Location, Problem, first_of, suggest
from ..reading.entries import Entries, Entry
from ..reading.file_names import SOURCE_FOLDERS
from ..reading.yaml.yaml_tree import YamlTree
from .broken_links import LinkChecker
from .layouts import layout_problems

_TIME_ZONES = timedelta(days=1)
"""The date can be a day ahead where somebody writes of where the site is built."""


def consistency_problems(
    entries: Entries, addresses: LinkTargets, today: date, *, site_url: str
) -> list[Problem]:
    """Return every problem between the files of ``docs/`` on the day ``today``.

    ``site_url`` is the URL of the published site, or "".
    """
    check = _Check(entries, LinkChecker(entries, addresses, today, site_url=site_url))
    reviews = _future_reviews(entries, today)
    return [*check.topic_slugs(), *check.moved_from(), *check.files(), *reviews]


def _future_reviews(entries: Entries, today: date) -> Iterator[Problem]:
    """Yield a problem for each page whose day of review, which readers see, is in the future."""
    for entry in (*entries.publications, *entries.easy_reads, *entries.pages):
        reviewed = entry.model.reviewed
        if reviewed and reviewed > today + _TIME_ZONES:
            what = f'"reviewed" is {reviewed.isoformat()}, a day that is still to come.'
            fix = "Write the day on which the facts were last checked."
            yield entry.problem(("reviewed",), what, fix)


class _Check:
    def __init__(self, entries: Entries, links: LinkChecker) -> None:
        self.entries = entries
        self.links = links
        self.topics = {entry.model.slug for entry in entries.topics}
        self.checklists = {entry.model.slug for entry in entries.checklists}
        self.articles = {entry.model.slug for entry in entries.articles}
        self.pages = {entry.model.source.removesuffix(".md") for entry in entries.pages}

    def files(self) -> Iterator[Problem]:
        entries = self.entries
        for tree in entries.trees.values():
            yield from self.names(tree)
        for body in entries.bodies:
            yield from first_of(self.links.body(body))
        for article in entries.articles:
            yield from self.article(article)
        for easy_read in entries.easy_reads:
            yield from self.easy_read(easy_read)
        for checklist in entries.checklists:
            yield from first_of(self.checklist(checklist))
        for page in entries.pages:
            yield from self.page(page)

    def topic_slugs(self) -> Iterator[Problem]:
        seen = {"index"}  # the list of topics
        for entry in self.entries.topics:
            slug = entry.model.slug
            if slug in seen:
                what = f'The slug "{slug}" is taken already.'
                yield entry.problem(("slug",), what, "Give each topic a slug of its own.")
            seen.add(slug)
            on_it = {
                one.model.slug for one in self.entries.publications if slug in one.model.topics
            }
            for index, named in enumerate(entry.model.order):
                if named not in on_it and not self._is_broken(named):
                    what = f'Nothing on this topic is called "{named}".'
                    yield entry.problem(("order", index), what, suggest(named, on_it))

    def _is_broken(self, slug: str) -> bool:
        """Return whether a file has this name and a problem of its own, which is reported."""
        return any(self.links.is_broken(f"{kind}/{slug}") for kind in SOURCE_FOLDERS)

    def moved_from(self) -> Iterator[Problem]:
        """Check that a former address is that of one page only, and of no current page."""
        for kind in (self.entries.articles, self.entries.checklists):
            live = {entry.model.slug for entry in kind}
            claimed: dict[str, str] = {}
            for entry in kind:
                for index, old in enumerate(entry.model.moved_from):
                    what = ""
                    if old == entry.model.slug:
                        what = f'"{old}" is this page\'s own address.'
                    elif old in live:
                        what = f'"{old}" is the address of another page.'
                    elif old in claimed:
                        what = f'"{old}" is an old address of "{claimed[old]}" already.'
                    if what:
                        yield entry.problem(("moved_from", index), what, "Take it out here.")
                    claimed[old] = entry.model.source

    def article(self, entry: Entry[Article]) -> Iterator[Problem]:
        if entry.model.text.is_empty and not entry.model.draft:
            fix = 'Write the article below the second "---", or make it a draft.'
            yield entry.problem(("title",), "The article has no text.", fix)

        forms = entry.model.forms
        for keys, href, kind in forms.files if forms else ():
            place = entry.problem(("forms", *keys), "", "")
            link = Link(href, place.line, place.column, kind)
            yield from self.links.yaml_link(entry.model.source, place.path, link)

    def easy_read(self, entry: Entry[EasyRead]) -> Iterator[Problem]:
        slug, subjects = entry.model.slug, entry.model.subjects
        known = {*self.articles, *self.pages}
        if slug not in known and not self.entries.broken.intersection(subjects):
            what = f'There is no article or page "{slug}" that this is the Easy Read of.'
            fix = f"Give this file its name. {suggest(slug, known)}"
            yield entry.problem(("title",), what, fix)

    def checklist(self, entry: Entry[Checklist]) -> Iterator[Problem]:
        for location, text in _texts(entry.model):
            yield from self._text_links(entry, location, text)
        seen: set[str] = set()
        for place, item in entry.model.located_items:
            if item.id in seen:
                what = f'The id "{item.id}" stands in this checklist twice.'
                fix = "Change one of them; each item needs an id of its own."
                yield entry.problem((*place, "id"), what, fix)
            seen.add(item.id)
        yield from layout_problems(entry)

    def page(self, entry: Entry[StandardPage]) -> Iterator[Problem]:
        start = entry.model.start_here
        if not start:
            return
        yield from self._text_links(entry, ("start_here", "text"), start.text)
        for kind, slug, known in (
            ("article", start.article, self.articles),
            ("checklist", start.checklist, self.checklists),
        ):
            location = ("start_here", kind)
            if slug and slug not in known and not self.links.is_broken(f"{kind}s/{slug}"):
                what = f'There is no {kind} "{slug}".'
                yield entry.problem(location, what, suggest(slug, known))
            elif slug and self.links.is_withdrawn(f"{kind}s/{slug}"):
                yield entry.problem(location, f'The {kind} "{slug}" is withdrawn.', "Name another.")

    def names(self, tree: YamlTree) -> Iterator[Problem]:
        """Check the topics and checklists that a file names, even if it is invalid."""
        for index, slug in _slugs(tree, "topics"):
            if self.topics and slug not in self.topics:  # without topics, topics.yml is invalid
                what = f'There is no topic "{slug}" in topics.yml.'
                yield tree.problem(("topics", index), what, suggest(slug, self.topics))
        for index, slug in _slugs(tree, "checklists"):
            if not self.links.has_checklist(slug):
                what = f'There is no checklist "{slug}".'
                yield tree.problem(("checklists", index), what, suggest(slug, self.checklists))
            elif "withdrawn" not in tree.data and self.links.is_withdrawn(f"checklists/{slug}"):
                what = f'The checklist "{slug}" is withdrawn.'
                yield tree.problem(("checklists", index), what, "Name another, or take it out.")

    def _text_links(
        self, entry: Entry[Checklist] | Entry[StandardPage], location: Location, text: str
    ) -> Iterator[Problem]:
        place = entry.problem(location, "", "")
        for href in link_targets_in(text):
            link = Link(href, place.line, place.column)
            yield from self.links.yaml_link(entry.model.source, place.path, link)


def _slugs(tree: YamlTree, key: str) -> list[tuple[int, str]]:
    """Return the valid slugs in the list at ``key``, if there is one, with their indices."""
    value = tree.data.get(key) if isinstance(tree.data, dict) else None
    entries = value if isinstance(value, list) else []
    return [(i, slug) for i, slug in enumerate(entries) if isinstance(slug, str) and is_slug(slug)]


def _texts(checklist: Checklist) -> Iterable[tuple[Location, str]]:
    """Yield every text of a checklist that can have links, with its location."""
    if checklist.intro:
        yield ("intro",), checklist.intro
    if checklist.closing:
        yield ("closing",), checklist.closing
    if checklist.for_supporters:
        yield ("for_supporters",), checklist.for_supporters
    for number, section in enumerate(checklist.sections):
        if section.intro:
            yield ("sections", number, "intro"), section.intro
    for place, item in checklist.located_items:
        yield (*place, item.kind), item.prompt
        if item.hint:
            yield (*place, "hint"), item.hint
        if item.more:
            yield (*place, "more"), item.more
        if isinstance(item, Write) and item.example:
            yield (*place, "example"), item.example
