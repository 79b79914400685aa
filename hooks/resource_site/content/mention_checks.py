"""Links and shown checklists, wherever they stand: that they lead to what readers can reach."""

import posixpath
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from ..problems import Problem, suggest
from .addresses import SCHEMES, Addresses, target_of
from .body import FENCE_NAME, Mention
from .entries import Body, Entries
from .headings import Headings

PAGE_ENDINGS = (".md", ".yml")


class MentionChecks:
    """Checks what files mention against everything that was read."""

    def __init__(
        self, entries: Entries, addresses: Addresses, headings: Headings, today: date
    ) -> None:
        self._addresses = addresses
        self._headings = headings
        self._broken = entries.broken
        self._checklists = {entry.model.slug: entry.model for entry in entries.checklists}
        shown = [e.model for e in entries.articles] + [e.model for e in entries.checklists]
        self._hidden = {
            model.source: state for model in shown if (state := model.state(today)) != "published"
        }
        self._moved = {
            f"{model.kind}s/{old}": model.source for model in shown for old in model.moved_from
        }

    @property
    def surroundings(self) -> tuple[object, ...]:
        """Return all that the problems of a mention depend on besides its file and headings."""
        return (
            self._addresses.all(),
            sorted(self._broken),
            sorted(self._hidden.items()),
            sorted(self._moved.items()),
            sorted(self._checklists),
        )

    def body(self, body: Body) -> Iterator[Problem]:
        """Yield the problems of one Markdown body."""
        for title in body.mentions.titles:
            what = "A heading with one # is the page's own title, which stands above already."
            yield _at(body, title, what, "Start it with ## instead.")
        for link in body.mentions.links:
            yield from self.link(body, link)
        for link in body.mentions.html_links:
            yield from self._html_link(body, link)
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
        if wrong := _cannot_start(body, mention):
            yield wrong
            return
        target = target_of(href, body.source)
        if target is None:
            yield from self._same_page(body, mention)
        elif self._is_unread(target):
            return
        elif target not in self._addresses:
            moved = self._moved.get(target.rpartition(".")[0] or target)
            meant = moved or self._addresses.source_at(target)
            near = self._addresses.nearest(target)
            spelling = "Check the spelling of the file's name."
            fix = f'Did you mean "/{near}"?' if near else spelling
            fix = f'Name the file: "/{meant}".' if meant else fix
            nowhere = f'The link "{href}" leads nowhere.'
            what = f'The page of the link "{href}" has moved.' if moved else nowhere
            yield _at(body, mention, what, fix)
        else:
            yield from self._arrival(body, mention, target)

    def _html_link(self, body: Body, mention: Mention) -> Iterator[Problem]:
        """Yield what is wrong with an address inside HTML, which browsers take as it is.

        One that runs a program is for ``raw_html`` to refuse, unless the settings allow it.
        """
        try:
            parts = urlsplit(mention.value)
        except ValueError:
            yield _no_address(body, mention)
            return
        if parts.scheme or parts.netloc or not parts.path:
            yield from self._same_page(body, mention)
            return
        here = self._addresses.resolve(f"/{body.source}", "")
        whole = posixpath.normpath(posixpath.join(f"/{here}", unquote(parts.path)))
        source = self._addresses.source_at(whole)
        place = whole.strip("/")
        if source:
            yield from self._arrival(body, mention, source)
        elif not self._is_unread(place) and not self.is_broken(place or "index"):
            what = f'The address "{mention.value}" in HTML leads nowhere.'
            fix = (
                "Write a link as [words](file.md), a picture as ![words](file.png): "
                "then the site finds the address."
            )
            yield _at(body, mention, what, fix)

    def _same_page(self, body: Body, mention: Mention) -> Iterator[Problem]:
        if mention.value.startswith("#"):
            yield from self._place(body, mention, body.source)

    def _arrival(self, body: Body, mention: Mention, source: str) -> Iterator[Problem]:
        """Yield what is wrong with where a link arrives that does lead to ``source``."""
        if source in self._hidden and self._is_read(body):
            yield self._unreachable(body, mention, source)
        elif source.endswith(PAGE_ENDINGS) and source not in self._broken:
            yield from self._place(body, mention, source)

    def _place(self, body: Body, mention: Mention, source: str) -> Iterator[Problem]:
        """Yield what is wrong with the heading, on the page of ``source``, that a link names."""
        name = unquote(urlsplit(mention.value).fragment)
        if not name or name.startswith(":~:"):  # the words themselves
            return
        known = self._headings.on(source)
        if known is None or name in known:
            return
        what = f'There is no heading "#{name}" in "{source}".'
        near = get_close_matches(name, sorted(known), n=1)
        if near:
            fix = f'Did you mean "#{near[0]}"?'
        elif known:
            fix = "Compare it with the heading: small letters, and hyphens for spaces."
        else:
            fix = "Link to the page itself."
        yield _at(body, mention, what, fix)

    def has_checklist(self, slug: str) -> bool:
        """Tell whether there is such a checklist, even one with problems of its own."""
        return slug in self._checklists or self.is_broken(f"checklists/{slug}")

    def is_broken(self, stem: str) -> bool:
        """Tell whether this file has problems of its own; saying so once is enough."""
        return any(posixpath.splitext(source)[0] == stem for source in self._broken)

    def _is_unread(self, place: str) -> bool:
        """Tell whether the file or address ``place`` comes from a file with problems of its own."""
        if place.startswith("topics/") and "topics.yml" in self._broken:
            return True
        # A checklist's worksheets stand in a folder with its name.
        return place in self._broken or self.is_broken(posixpath.dirname(place))

    def is_withdrawn(self, stem: str) -> bool:
        """Tell whether readers find, in place of this file's page, why it is gone."""
        return any(
            state == "withdrawn" and source.rpartition(".")[0] == stem
            for source, state in self._hidden.items()
        )

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
        state = self._hidden[source]
        if state == "withdrawn":
            fix = "Name another, or take this out."
            return _at(body, mention, f'"{source}" is withdrawn.', fix)
        why = "a draft" if state == "draft" else "not published yet"
        fix = "Publish it first, or take this out until then."
        return _at(body, mention, f'"{source}" is {why}, so readers cannot reach it.', fix)


def _cannot_start(body: Body, mention: Mention) -> Problem | None:
    """Return what is wrong with the start of an address, if something is."""
    href = mention.value
    try:
        scheme = urlsplit(href).scheme
    except ValueError:
        return _no_address(body, mention)
    if scheme and scheme not in SCHEMES:
        what = f'A link may not start with "{scheme}:".'
        fix = "Link to a web address, an e-mail address or a file."
        return _at(body, mention, what, fix)
    return None


def _no_address(body: Body, mention: Mention) -> Problem:
    fix = "Copy it from the browser; if it is only an example, take the link out."
    return _at(body, mention, f'"{mention.value}" is not a web address.', fix)


def _at(body: Body, mention: Mention, what: str, fix: str) -> Problem:
    return Problem(body.path, mention.line, mention.column, what, fix)
