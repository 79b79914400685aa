"""Checks that the targets of links and of embedded checklists exist and are published."""

import posixpath
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from ..content.addresses.link_targets import LinkTargets
from ..content.publication import State
from ..markdown.document import Link, ShownChecklist
from ..markdown.links import link_problem, target_of
from ..problems import Problem, suggest
from ..reading.entries import Body, Entries

_PAGES = (".md", ".yml")
_GENERATED = (".html", ".pdf", ".txt", "")
"""Extensions of generated files, which are not in ``docs/``."""


class LinkChecker:
    """Checks links against everything that was read.

    ``site_url`` is the URL of the published site, or "".
    """

    def __init__(
        self, entries: Entries, addresses: LinkTargets, today: date, *, site_url: str
    ) -> None:
        self._addresses = addresses
        self._site_url = site_url.rstrip("/") + "/" if site_url else ""
        self._broken = entries.broken
        self._ids = {body.source: body.text.ids for body in entries.bodies}
        self._checklists = {entry.model.slug: entry.model for entry in entries.checklists}
        models = [entry.model for entry in entries.publications]
        self._unpublished: dict[str, State] = {
            model.source: state for model in models if (state := model.state(today)) != "published"
        }
        self._unpublished |= {
            entry.model.source: "draft" for entry in entries.easy_reads if not entry.model.is_ready
        }
        self._moved = {
            f"{model.kind}s/{old}": model.source for model in models for old in model.moved_from
        }

    def body(self, body: Body) -> Iterator[Problem]:
        """Yield the problems of the links and embedded checklists of one page."""
        for link in body.text.links:
            yield from self.link(body.source, body.path, link)
        seen: set[str] = set()
        for shown in body.text.checklists:
            yield from self._shown_checklist(body, shown, seen)
            seen.add(shown.slug)

    def yaml_link(self, source: str, path: str, link: Link) -> Iterator[Problem]:
        """Yield the problems of a link in YAML, whose syntax was not checked while reading."""
        problem = link_problem(link.href, is_shown=link.kind != "link")
        if problem:
            yield _at(path, link, *problem)
        else:
            yield from self.link(source, path, link)

    def link(self, source: str, path: str, link: Link) -> Iterator[Problem]:
        """Yield the problems of the target of a link in the file ``source``."""
        target = target_of(link.href, source)
        if self._site_url and link.href.startswith(self._site_url):
            yield from self._own_url(source, path, link)
        elif target is None:
            if link.href.startswith("#"):
                yield from self._fragment(path, link, source)
        elif self._is_from_broken(target):
            return
        elif link.kind == "captions" and target not in self._addresses:
            what = "This film has no captions for people who cannot hear it."
            fix = f'Put them beside it in a file "{posixpath.basename(target)}".'
            yield _at(path, link, what, fix)
        elif target not in self._addresses:
            moved = self._moved.get(target.rpartition(".")[0] or target)
            intended = moved or self._addresses.source_of(target)
            near = self._addresses.nearest(target)
            fix = "Check the spelling of the file's name."
            if intended:
                fix = f'Name the file: "/{intended}".'
            elif near:
                fix = f'Did you mean "/{near}"?'
            nowhere = f'The link "{link.href}" leads nowhere.'
            what = f'The page of the link "{link.href}" has moved.' if moved else nowhere
            yield _at(path, link, what, fix)
        else:
            yield from self._known_target(source, path, link, target)

    def _own_url(self, source: str, path: str, link: Link) -> Iterator[Problem]:
        """Yield the problems of a link that has this site's own URL."""
        address = unquote(urlsplit(link.href[len(self._site_url) :]).path)
        target = self._addresses.source_of(address)
        if target:
            yield from self._known_target(source, path, link, target)
        elif not (
            address in self._addresses
            or address.strip("/") in self._moved
            or posixpath.splitext(address)[1] not in _GENERATED
            or self._is_from_broken(address)
        ):
            what = f'The link "{link.href}" leads to no page of this site.'
            yield _at(path, link, what, 'Name the file in docs/, such as "/articles/name.md".')

    def _known_target(self, source: str, path: str, link: Link, target: str) -> Iterator[Problem]:
        """Yield the problems of a link whose ``target`` exists: its state and the fragment."""
        if target in self._unpublished and self._is_published(source):
            yield self._unreachable(path, link, target)
        elif target.endswith(_PAGES) and target not in self._broken:
            yield from self._fragment(path, link, target)

    def _fragment(self, path: str, link: Link, source: str) -> Iterator[Problem]:
        """Yield a problem if a link's fragment is not an id on the page of ``source``."""
        name = unquote(urlsplit(link.href).fragment)
        known = self._ids.get(source, frozenset())
        if not name or name.startswith(":~:") or name in known:  # ":~:text=" quotes text
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
        """Return whether there is such a checklist, valid or not."""
        return slug in self._checklists or self.is_broken(f"checklists/{slug}")

    def is_broken(self, stem: str) -> bool:
        """Return whether the file ``stem``, a path without extension, is invalid."""
        return any(posixpath.splitext(source)[0] == stem for source in self._broken)

    def is_withdrawn(self, stem: str) -> bool:
        """Return whether the article or checklist ``stem`` is withdrawn."""
        sources = (f"{stem}{suffix}" for suffix in _PAGES)
        return any(self._unpublished.get(source) == "withdrawn" for source in sources)

    def _is_from_broken(self, address: str) -> bool:
        """Return whether a file or address comes from an invalid file, which is reported itself."""
        if address.startswith("topics/") and "topics.yml" in self._broken:
            return True
        # A checklist's worksheets are in a folder with its name.
        return address in self._broken or self.is_broken(posixpath.dirname(address))

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
        elif (
            checklist and checklist.source in self._unpublished and self._is_published(body.source)
        ):
            yield self._unreachable(path, shown, checklist.source)

    def _is_published(self, source: str) -> bool:
        """Return whether readers see this page, so that its links must work."""
        return source not in self._unpublished and source not in self._broken

    def _unreachable(self, path: str, link: Link | ShownChecklist, source: str) -> Problem:
        state = self._unpublished[source]
        offer = ""
        if isinstance(link, Link) and source.startswith(("articles/", "checklists/")):
            offer = f' "resources unlink docs/{source}" takes out all links to it.'
        if state == "withdrawn":
            fix = f"Name another, or take this out.{offer}"
            return _at(path, link, f'"{source}" is withdrawn.', fix)
        why = "a draft" if state == "draft" else "not published yet"
        fix = f"Publish it first, or take this out until then.{offer}"
        return _at(path, link, f'"{source}" is {why}, so readers cannot reach it.', fix)


def _at(path: str, link: Link | ShownChecklist, what: str, fix: str) -> Problem:
    return Problem(path, link.line, link.column, what, fix)
