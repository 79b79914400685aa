"""Links and shown checklists, wherever they stand: that they lead to what readers can reach."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from ..problems import Problem, suggest
from .addresses import SCHEMES, Addresses, target_of
from .body import FENCE_NAME, Mention
from .entries import Body, Entries


class MentionChecks:
    """Checks what files mention against everything that was read."""

    def __init__(self, entries: Entries, addresses: Addresses, today: date) -> None:
        self._addresses = addresses
        self._broken = entries.broken
        self._checklists = {entry.model.slug: entry.model for entry in entries.checklists}
        shown = [e.model for e in entries.articles] + [e.model for e in entries.checklists]
        self._hidden = {
            model.source: state for model in shown if (state := model.state(today)) != "published"
        }

    def body(self, body: Body) -> Iterator[Problem]:
        """Yield the problems of one Markdown body."""
        for title in body.mentions.titles:
            what = "A heading with one # is the page's own title, which stands above already."
            yield _at(body, title, what, "Start it with ## instead.")
        for link in body.mentions.links:
            yield from self.link(body, link)
        for fence in body.mentions.odd_fences:
            what = "This block means a checklist but would not show one."
            fix = f'Write ``` and "{FENCE_NAME}" alone, then one name, then a line of ```.'
            yield _at(body, fence, what, fix)
        seen: set[str] = set()
        for mention in body.mentions.checklists:
            yield from self._shown_checklist(body, mention, seen)
            seen.add(mention.value)

    def link(self, body: Body, mention: Mention) -> Iterator[Problem]:
        """Yield what is wrong with one link."""
        href = mention.value
        try:
            scheme = urlsplit(href).scheme
        except ValueError:
            fix = "Copy it from the browser; if it is only an example, take the link out."
            yield _at(body, mention, f'"{href}" is not a web address.', fix)
            return
        if scheme and scheme not in SCHEMES:
            what = f'A link may not start with "{scheme}:".'
            yield _at(body, mention, what, "Link to a web address, an e-mail address or a file.")
            return
        target = target_of(href, body.source)
        if target is None or target in self._broken:
            return
        if target not in self._addresses:
            meant = self._addresses.source_at(target)
            spelling = "Check the spelling of the file's name."
            fix = f'Name the file: "/{meant}".' if meant else spelling
            yield _at(body, mention, f'The link "{href}" leads nowhere.', fix)
        elif target in self._hidden and self._is_read(body):
            yield self._unreachable(body, mention, target)

    def has_checklist(self, slug: str) -> bool:
        """Tell whether there is such a checklist, even one with problems of its own."""
        return slug in self._checklists or self.is_broken(f"checklists/{slug}")

    def is_broken(self, stem: str) -> bool:
        """Tell whether this file has problems of its own; saying so once is enough."""
        return any(source.rpartition(".")[0] == stem for source in self._broken)

    def _shown_checklist(self, body: Body, mention: Mention, seen: set[str]) -> Iterator[Problem]:
        slug = mention.value
        checklist = self._checklists.get(slug)
        if not self.has_checklist(slug):
            what = f'There is no checklist "{slug}".' if slug else "No checklist is named here."
            yield _at(body, mention, what, suggest(slug, self._checklists))
        elif slug in seen:
            what = f'The checklist "{slug}" is shown above already.'
            yield _at(body, mention, what, "Show it once, and link to it here.")
        elif checklist and checklist.source in self._hidden and self._is_read(body):
            yield self._unreachable(body, mention, checklist.source)

    def _is_read(self, body: Body) -> bool:
        """Tell whether readers reach this page; what it leads to must then be there too."""
        return body.source not in self._hidden and body.source not in self._broken

    def _unreachable(self, body: Body, mention: Mention, source: str) -> Problem:
        state = "a draft" if self._hidden[source] == "draft" else "not published yet"
        fix = "Publish it first, or take this out until then."
        return _at(body, mention, f'"{source}" is {state}, so readers cannot reach it.', fix)


def _at(body: Body, mention: Mention, what: str, fix: str) -> Problem:
    return Problem(body.path, mention.line, mention.column, what, fix)
