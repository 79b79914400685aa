"""What no file can know alone: that the topics, checklists, pages and names it mentions fit."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from ..fingerprint import fingerprint
from ..problems import Problem, suggest
from .addresses import Addresses
from .article import Article
from .body import Mention
from .checklist import Checklist
from .entries import Body, Entries, Entry
from .fields import is_slug
from .fine_files import FineFiles
from .headings import Headings
from .inline_markdown import link_addresses
from .mention_checks import MentionChecks
from .standard_page import StandardPage
from .yaml_tree import Location, YamlTree


def cross_check(
    entries: Entries,
    addresses: Addresses,
    headings: Headings,
    today: date,
    fine: FineFiles,
) -> list[Problem]:
    """Return every problem between the files of ``docs/`` on the day ``today``.

    Files that ``fine`` knows to have none are not looked at again.
    """
    mentions = MentionChecks(entries, addresses, headings, today)
    check = _Check(entries, mentions)
    surroundings = fingerprint(mentions.surroundings, sorted(check.topics))
    problems = [*check.topic_slugs(), *check.moved_from()]
    for source, work in check.files().items():
        if fine.is_fine(source, surroundings, headings):
            continue
        with headings.listen() as asked:
            found = [problem for problems_of_part in work for problem in problems_of_part]
        problems += found
        if not found:
            fine.add(source, surroundings, asked)
    return problems


class _Check:
    def __init__(self, entries: Entries, mentions: MentionChecks) -> None:
        self.entries = entries
        self.mentions = mentions
        self.topics = {entry.model.slug for entry in entries.topics}
        self.checklists = {entry.model.slug for entry in entries.checklists}
        self.articles = {entry.model.slug for entry in entries.articles}

    def files(self) -> dict[str, list[Iterable[Problem]]]:
        """Return, for each file by its path inside ``docs/``, what finds its problems."""
        work: dict[str, list[Iterable[Problem]]] = defaultdict(list)
        entries = self.entries
        for source, tree in entries.trees.items():
            work[source].append(self.names(tree))
        for body in entries.bodies:
            work[body.source].append(self.mentions.body(body))
        for article in entries.articles:
            work[article.model.source].append(self.article(article))
        for checklist in entries.checklists:
            work[checklist.model.source].append(self.checklist(checklist))
        for page in entries.pages:
            work[page.model.source].append(self.page(page))
        return work

    def topic_slugs(self) -> Iterator[Problem]:
        seen = {"index"}  # the list of topics stands at that address
        for entry in self.entries.topics:
            slug = entry.model.slug
            if slug in seen:
                what = f'The slug "{slug}" is taken already.'
                yield entry.problem(("slug",), what, "Give each topic a slug of its own.")
            seen.add(slug)

    def moved_from(self) -> Iterator[Problem]:
        """Check that an old address leads to one page only, and that no page stands there."""
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
        if entry.model.mentions.is_empty:
            fix = 'Write the article below the second "---", or make it a draft.'
            if not entry.model.draft:
                yield entry.problem(("title",), "The article has no text.", fix)

    def checklist(self, entry: Entry[Checklist]) -> Iterator[Problem]:
        for location, text in _texts(entry.model):
            yield from self._text_links(entry, location, text)
        seen: set[str] = set()
        for number, section in enumerate(entry.model.sections):
            for index, item in enumerate(section.items):
                if item.id in seen:
                    what = f'The id "{item.id}" stands in this checklist twice.'
                    fix = "Change one of them; each item needs an id of its own."
                    yield entry.problem(("sections", number, "items", index, "id"), what, fix)
                seen.add(item.id)

    def page(self, entry: Entry[StandardPage]) -> Iterator[Problem]:
        start = entry.model.start_here
        if not start:
            return
        yield from self._text_links(entry, ("start_here", "text"), start.text)
        for kind, slug, known in (
            ("article", start.article, self.articles),
            ("checklist", start.checklist, self.checklists),
        ):
            at = ("start_here", kind)
            if slug and slug not in known and not self.mentions.is_broken(f"{kind}s/{slug}"):
                what = f'There is no {kind} "{slug}".'
                yield entry.problem(at, what, suggest(slug, known))
            elif slug and self.mentions.is_withdrawn(f"{kind}s/{slug}"):
                yield entry.problem(at, f'The {kind} "{slug}" is withdrawn.', "Name another.")

    def names(self, tree: YamlTree) -> Iterator[Problem]:
        """Check the topics and checklists a file names, even if it has other problems."""
        for index, slug in _listed(tree, "topics"):
            # Where topics.yml itself is broken, saying so once is enough.
            if self.topics and slug not in self.topics:
                what = f'There is no topic "{slug}" in topics.yml.'
                yield tree.problem(("topics", index), what, suggest(slug, self.topics))
        for index, slug in _listed(tree, "checklists"):
            if not self.mentions.has_checklist(slug):
                what = f'There is no checklist "{slug}".'
                yield tree.problem(("checklists", index), what, suggest(slug, self.checklists))
            elif "withdrawn" not in tree.data and self.mentions.is_withdrawn(f"checklists/{slug}"):
                what = f'The checklist "{slug}" is withdrawn.'
                yield tree.problem(("checklists", index), what, "Name another, or take it out.")

    def _text_links(
        self, entry: Entry[Checklist] | Entry[StandardPage], location: Location, text: str
    ) -> Iterator[Problem]:
        place = entry.problem(location, "", "")
        body = Body(entry.model.source, place.path)
        for address in link_addresses(text):
            yield from self.mentions.link(body, Mention(address, place.line, place.column))


def _listed(tree: YamlTree, key: str) -> list[tuple[int, str]]:
    """Return the entries of a list of words that may stand in ``tree``, with their places."""
    found = tree.data.get(key) if isinstance(tree.data, dict) else None
    words = found if isinstance(found, list) else []
    return [(i, w) for i, w in enumerate(words) if isinstance(w, str) and is_slug(w)]


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
