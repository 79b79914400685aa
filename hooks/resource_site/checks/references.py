"""Links and shown checklists, wherever they stand: that they lead to what readers can reach."""

import posixpath
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from ..content.link_targets import LinkTargets
from ..markdown.document import Link, ShownChecklist
from ..markdown.links import link_problem, target_of
from ..problems import Problem, suggest
from ..reading.entries import Body, Entries

_PAGES = (".md", ".yml")
_MADE = (".html", ".pdf", ".txt", "")
"""Endings of what only the site itself has at an address of its own."""


class References:
    """Checks what files name against everything that was read.

    ``site_url`` is the site's own address on the web, or empty.
    """

    def __init__(
        self, entries: Entries, addresses: LinkTargets, today: date, *, site_url: str
    ) -> None:
        self._addresses = addresses
        self._site_url = site_url.rstrip("/") + "/" if site_url else ""
        self._broken = entries.broken
        self._ids = {body.source: body.text.ids for body in entries.bodies}
        self._checklists = {entry.model.slug: entry.model for entry in entries.checklists}
        shown = [e.model for e in entries.articles] + [e.model for e in entries.checklists]
        self._hidden = {
            model.source: state for model in shown if (state := model.state(today)) != "published"
        }
        self._moved = {
            f"{model.kind}s/{old}": model.source for model in shown for old in model.moved_from
        }

    def body(self, body: Body) -> Iterator[Problem]:
        """Yield the problems of the text of one page."""
        for link in body.text.links:
            yield from self.link(body.source, body.path, link)
        seen: set[str] = set()
        for shown in body.text.checklists:
            yield from self._shown_checklist(body, shown, seen)
            seen.add(shown.slug)

    def text_link(self, source: str, path: str, link: Link) -> Iterator[Problem]:
        """Yield what is wrong with one link in YAML text."""
        wrong = link_problem(link.href, is_shown=False)
        if wrong:
            yield _at(path, link, *wrong)
        else:
            yield from self.link(source, path, link)

    def link(self, source: str, path: str, link: Link) -> Iterator[Problem]:
        """Yield what is wrong with where one link of the file ``source`` leads."""
        target = target_of(link.href, source)
        if self._site_url and link.href.startswith(self._site_url):
            yield from self._own_address(source, path, link)
        elif target is None:
            if link.href.startswith("#"):
                yield from self._place(path, link, source)
        elif self._is_unread(target):
            return
        elif link.kind == "captions" and target not in self._addresses:
            what = "This film has no captions for people who cannot hear it."
            fix = f'Put them beside it in a file "{posixpath.basename(target)}".'
            yield _at(path, link, what, fix)
        elif target not in self._addresses:
            moved = self._moved.get(target.rpartition(".")[0] or target)
            meant = moved or self._addresses.source_of(target)
            near = self._addresses.nearest(target)
            spelling = "Check the spelling of the file's name."
            fix = f'Did you mean "/{near}"?' if near else spelling
            fix = f'Name the file: "/{meant}".' if meant else fix
            nowhere = f'The link "{link.href}" leads nowhere.'
            what = f'The page of the link "{link.href}" has moved.' if moved else nowhere
            yield _at(path, link, what, fix)
        else:
            yield from self._arrival(source, path, link, target)

    def _own_address(self, source: str, path: str, link: Link) -> Iterator[Problem]:
        """Yield what is wrong with a link that names a page of this site by its web address."""
        place = unquote(urlsplit(link.href[len(self._site_url) :]).path)
        found = self._addresses.source_of(place)
        known = found or place in self._addresses or place.strip("/") in self._moved
        if found:
            yield from self._arrival(source, path, link, found)
        elif not known and posixpath.splitext(place)[1] in _MADE and not self._is_unread(place):
            what = f'The link "{link.href}" leads to no page of this site.'
            yield _at(path, link, what, 'Name the file in docs/, such as "/articles/name.md".')

    def _arrival(self, source: str, path: str, link: Link, target: str) -> Iterator[Problem]:
        """Yield what is wrong with where a link arrives that does lead to ``target``."""
        if target in self._hidden and self._is_read(source):
            yield self._unreachable(path, link, target)
        elif target.endswith(_PAGES) and target not in self._broken:
            yield from self._place(path, link, target)

    def _place(self, path: str, link: Link, source: str) -> Iterator[Problem]:
        """Yield what is wrong with the heading, on the page of ``source``, that a link names."""
        name = unquote(urlsplit(link.href).fragment)
        known = self._ids.get(source, frozenset())
        if not name or name.startswith(":~:") or name in known:  # or it names the words themselves
            return
        near = get_close_matches(name, sorted(known), n=1)
        if near:
            fix = f'Did you mean "#{near[0]}"?'
        elif known:
            fix = "Compare it with the heading: small letters, and hyphens for spaces."
        else:
            fix = "Link to the page itself."
        yield _at(path, link, f'There is no heading "#{name}" in "{source}".', fix)

    def has_checklist(self, slug: str) -> bool:
        """Tell whether there is such a checklist, even one with problems of its own."""
        return slug in self._checklists or self.is_broken(f"checklists/{slug}")

    def is_broken(self, stem: str) -> bool:
        """Tell whether this file has problems of its own; saying so once is enough."""
        return any(posixpath.splitext(source)[0] == stem for source in self._broken)

    def is_withdrawn(self, stem: str) -> bool:
        """Tell whether readers find, in place of this file's page, why it is gone."""
        endings = (f"{stem}{ending}" for ending in _PAGES)
        return any(self._hidden.get(source) == "withdrawn" for source in endings)

    def _is_unread(self, place: str) -> bool:
        """Tell whether the file or address ``place`` comes from a file with problems of its own."""
        if place.startswith("topics/") and "topics.yml" in self._broken:
            return True
        # A checklist's worksheets stand in a folder with its name.
        return place in self._broken or self.is_broken(posixpath.dirname(place))

    def _shown_checklist(
        self, body: Body, shown: ShownChecklist, seen: set[str]
    ) -> Iterator[Problem]:
        slug, path = shown.slug, body.path
        checklist = self._checklists.get(slug)
        if not self.has_checklist(slug):
            what = f'There is no checklist "{slug}".' if slug else "No checklist is named here."
            yield _at(path, shown, what, suggest(slug, self._checklists))
        elif slug in seen:
            what = f'The checklist "{slug}" is shown above already.'
            yield _at(path, shown, what, "Show it once, and link to it here.")
        elif checklist and checklist.source in self._hidden and self._is_read(body.source):
            yield self._unreachable(path, shown, checklist.source)

    def _is_read(self, source: str) -> bool:
        """Tell whether readers reach this page; what it leads to must then be there too."""
        return source not in self._hidden and source not in self._broken

    def _unreachable(self, path: str, at: Link | ShownChecklist, source: str) -> Problem:
        state = self._hidden[source]
        if state == "withdrawn":
            fix = "Name another, or take this out."
            return _at(path, at, f'"{source}" is withdrawn.', fix)
        why = "a draft" if state == "draft" else "not published yet"
        fix = "Publish it first, or take this out until then."
        return _at(path, at, f'"{source}" is {why}, so readers cannot reach it.', fix)


def _at(path: str, at: Link | ShownChecklist, what: str, fix: str) -> Problem:
    return Problem(path, at.line, at.column, what, fix)
