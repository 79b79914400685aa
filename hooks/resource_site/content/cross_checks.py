"""What no file can know alone: that the topics, checklists, pages and names it mentions fit."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from ..problems import Problem, suggest
from .addresses import GENERATED, SCHEMES, Addresses, target_of
from .article import Article
from .body import Mention
from .checklist import Checklist
from .entries import Entries, Entry
from .inline_markdown import link_addresses
from .standard_page import StandardPage
from .yaml_tree import Location

AnyEntry: TypeAlias = Entry[Article] | Entry[Checklist] | Entry[StandardPage]


def cross_check(entries: Entries, addresses: Addresses, today: date) -> list[Problem]:
    """Return every problem between the files of ``docs/`` on the day ``today``."""
    check = _Check(entries, addresses, today)
    return [
        *check.topic_slugs(),
        *check.moved_from(),
        *(problem for entry in entries.articles for problem in check.article(entry)),
        *(problem for entry in entries.checklists for problem in check.checklist(entry)),
        *(problem for entry in entries.pages for problem in check.page(entry)),
    ]


class _Check:
    def __init__(self, entries: Entries, addresses: Addresses, today: date) -> None:
        self.entries = entries
        self.addresses = addresses
        self.today = today
        self.topics = {entry.model.slug for entry in entries.topics}
        self.checklists = {entry.model.slug: entry.model for entry in entries.checklists}
        self.broken = entries.broken
        self.articles = {entry.model.slug for entry in entries.articles}
        shown = [e.model for e in entries.articles] + [e.model for e in entries.checklists]
        self.hidden = {
            model.source: state for model in shown if (state := model.state(today)) != "published"
        }

    def topic_slugs(self) -> Iterator[Problem]:
        seen: set[str] = set()
        for entry in self.entries.topics:
            slug = entry.model.slug
            if slug in seen:
                what = f'The slug "{slug}" stands above already.'
                yield entry.problem(("slug",), what, "Give each topic a slug of its own.")
            seen.add(slug)

    def moved_from(self) -> Iterator[Problem]:
        """Check that an old address leads to one page only, and that no page stands there."""
        for kind in (self.entries.articles, self.entries.checklists):
            taken = {entry.model.slug for entry in kind}
            for entry in kind:
                for index, old in enumerate(entry.model.moved_from):
                    if old in taken:
                        what = f'"{old}" is the address of another page.'
                        fix = "Take it out here, or rename that page first."
                        yield entry.problem(("moved_from", index), what, fix)
                    taken.add(old)

    def article(self, entry: Entry[Article]) -> Iterator[Problem]:
        article = entry.model
        yield from self._topics(entry)
        for index, slug in enumerate(article.checklists):
            if not self._is_checklist(slug):
                what = f'There is no checklist "{slug}".'
                yield entry.problem(("checklists", index), what, suggest(slug, self.checklists))
        yield from self.body(entry, published=article.source not in self.hidden)

    def checklist(self, entry: Entry[Checklist]) -> Iterator[Problem]:
        yield from self._topics(entry)
        published = entry.model.source not in self.hidden
        for location, text in _texts(entry.model):
            yield from self._text_links(entry, location, text, published)
        seen: set[str] = set()
        for number, section in enumerate(entry.model.sections):
            for index, item in enumerate(section.items):
                if item.id in seen:
                    what = f'The id "{item.id}" stands in this checklist twice.'
                    fix = "Change one of them; each item needs an id of its own."
                    yield entry.problem(("sections", number, "items", index, "id"), what, fix)
                seen.add(item.id)

    def page(self, entry: Entry[StandardPage]) -> Iterator[Problem]:
        if entry.model.address in GENERATED.values():
            what = f'The site makes the page at "{entry.model.address}" by itself.'
            yield entry.problem((), what, "Give this file another name.")
        yield from self.body(entry, published=True)
        start = entry.model.start_here
        if start:
            yield from self._text_links(entry, ("start_here", "text"), start.text, True)
        for kind, slug, known in (
            ("article", start and start.article, self.articles),
            ("checklist", start and start.checklist, self.checklists),
        ):
            if slug and slug not in known and not self._is_broken(f"{kind}s/{slug}"):
                what = f'There is no {kind} "{slug}".'
                yield entry.problem(("start_here", kind), what, suggest(slug, known))

    def body(
        self, entry: Entry[Article] | Entry[StandardPage], *, published: bool
    ) -> Iterator[Problem]:
        mentions = entry.model.mentions
        for link in mentions.links:
            yield from self._link(entry, link, published)
        seen: set[str] = set()
        for mention in mentions.checklists:
            yield from self._shown_checklist(entry, mention, published, seen)
            seen.add(mention.value)

    def _is_checklist(self, slug: str) -> bool:
        return slug in self.checklists or self._is_broken(f"checklists/{slug}")

    def _is_broken(self, stem: str) -> bool:
        """Tell whether this file has problems of its own; saying so once is enough."""
        return any(source.rpartition(".")[0] == stem for source in self.broken)

    def _topics(self, entry: Entry[Article] | Entry[Checklist]) -> Iterator[Problem]:
        # Where topics.yml itself is broken, saying so once is enough.
        if not self.topics:
            return
        for index, slug in enumerate(entry.model.topics):
            if slug not in self.topics:
                what = f'There is no topic "{slug}" in topics.yml.'
                yield entry.problem(("topics", index), what, suggest(slug, self.topics))

    def _shown_checklist(
        self,
        entry: Entry[Article] | Entry[StandardPage],
        mention: Mention,
        published: bool,
        seen: set[str],
    ) -> Iterator[Problem]:
        slug = mention.value
        checklist = self.checklists.get(slug)
        if checklist is None and self._is_checklist(slug):
            return
        if checklist is None:
            what = f'There is no checklist "{slug}".' if slug else "No checklist is named here."
            yield _at(entry, mention, what, suggest(slug, self.checklists))
        elif slug in seen:
            what = f'The checklist "{slug}" is shown above already.'
            yield _at(entry, mention, what, "Show it once, and link to it here.")
        elif published and checklist.source in self.hidden:
            yield self._hidden(entry, mention, checklist.source)

    def _text_links(
        self, entry: AnyEntry, location: Location, text: str, published: bool
    ) -> Iterator[Problem]:
        place = entry.problem(location, "", "")
        for address in link_addresses(text):
            yield from self._link(entry, Mention(address, place.line, place.column), published)

    def _link(self, entry: AnyEntry, mention: Mention, published: bool) -> Iterator[Problem]:
        href = mention.value
        scheme = href.partition(":")[0].lower() if ":" in href.partition("/")[0] else ""
        if scheme and scheme not in SCHEMES:
            what = f'A link may not start with "{scheme}:".'
            yield _at(entry, mention, what, "Link to a web address, an e-mail address or a file.")
            return
        target = target_of(href, entry.model.source)
        if target is None:
            return
        if target in self.broken:
            return
        if target not in self.addresses:
            meant = self.addresses.source_at(target)
            fix = (
                f'Name the file: "/{meant}".' if meant else "Check the spelling of the file's name."
            )
            yield _at(entry, mention, f'The link "{href}" leads nowhere.', fix)
        elif published and target in self.hidden:
            yield self._hidden(entry, mention, target)

    def _hidden(self, entry: AnyEntry, mention: Mention, source: str) -> Problem:
        state = "a draft" if self.hidden[source] == "draft" else "not published yet"
        fix = "Publish it first, or take this out until then."
        return _at(entry, mention, f'"{source}" is {state}, so readers cannot reach it.', fix)


def _at(entry: AnyEntry, mention: Mention, what: str, fix: str) -> Problem:
    return Problem(entry.tree.path, mention.line, mention.column, what, fix)


def _texts(checklist: Checklist) -> Iterable[tuple[Location, str]]:
    """Return every text of a checklist that may hold links, with its place."""
    if checklist.intro:
        yield ("intro",), checklist.intro
    for number, section in enumerate(checklist.sections):
        at: Location = ("sections", number)
        if section.intro:
            yield (*at, "intro"), section.intro
        for index, item in enumerate(section.items):
            yield (*at, "items", index, item.kind), item.prompt
            if item.hint:
                yield (*at, "items", index, "hint"), item.hint
