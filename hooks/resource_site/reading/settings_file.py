"""Reading and checking ``mkdocs.yml``."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path, PureWindowsPath
from urllib.parse import urlsplit

from ..content.addresses.link_targets import LinkTargets
from ..content.fields.field_types import is_web_address
from ..content.site.settings import Settings
from ..problems import ContentError, Location, Problem
from .mkdocs_keys import KNOWN, OWN_FILES, key_problems, text_of
from .text_file import read_text
from .validation import keys_in, validate
from .yaml.yaml_tree import YamlTree, parse_yaml

_OWN_ENDINGS = (".css", ".js", ".mjs")
_NOTICE = timedelta(days=30)
"""How long before a day in the settings is over this is said."""

_A_YEAR = timedelta(days=366)
_NAV_LINE = 'Write a line such as "- Contact: contact.md".'


class SettingsFile:
    """``mkdocs.yml``: the validated settings, and the YAML with the position of each."""

    def __init__(self, file: Path) -> None:
        """Read ``file``; raises ``ContentError`` with every problem of its keys."""
        keys = KNOWN | keys_in(Settings)
        self.tree = parse_yaml(read_text(file, file.name), file.name, ignore_tags=True, keys=keys)
        problems = [*key_problems(self.tree), *_hook_problems(self.tree)]
        if problems:
            raise ContentError(problems)
        self.docs = file.parent / (text_of(self.tree, "docs_dir") or "docs")
        self.site = file.parent / (text_of(self.tree, "site_dir") or "site")
        """The output folder of a build."""
        self.site_url = text_of(self.tree, "site_url")
        self.site_name = text_of(self.tree, "site_name")
        self.overrides = file.parent / str(self.tree.value_at(("theme", "custom_dir")))
        hooks, plugins = self.tree.data.get("hooks") or [], self.tree.data.get("plugins")
        self.only_hook = file.parent / hooks[0] if len(hooks) == 1 and not plugins else None
        """The generator's own; None where other hooks or plugins take part in a build."""
        self.preview_address = _preview_address(self.tree)
        self.settings = validate(Settings, self.tree, at=("extra",))

    def check(self, addresses: LinkTargets) -> list[Problem]:
        """Return a problem for each file that the settings name and ``addresses`` do not."""
        return [
            *self._check_contact(addresses),
            *self._check_nav(addresses),
            *self._check_own_files(addresses),
        ]

    def _check_contact(self, addresses: LinkTargets) -> Iterator[Problem]:
        contact = self.settings.contact
        page = self.docs / contact.page
        if (
            contact.page in ("index.md", "")
            or contact.page not in addresses
            or page.suffix != ".md"
        ):
            what = f'"{contact.page}" is not a page of its own in {self.docs.name}/.'
            fix = 'Name the page about the contact, such as "contact.md".'
            yield self.tree.problem(("extra", "contact", "page"), what, fix)
        if contact.photo and contact.photo not in addresses:
            what = f'There is no file "{contact.photo}" in {self.docs.name}/.'
            fix = "Check the spelling, or put the file there."
            yield self.tree.problem(("extra", "contact", "photo"), what, fix)

    def _check_nav(self, addresses: LinkTargets) -> Iterator[Problem]:
        """Check the navigation: a list of titles, each with a file or a web address."""
        entries = self.tree.value_at(("nav",))
        if not isinstance(entries, list):
            entries = []
            yield self.tree.problem(("nav",), '"nav" should be a list of links.', _NAV_LINE)
        for index, entry in enumerate(entries):
            targets = list(entry.items()) if isinstance(entry, dict) else []
            if len(targets) != 1 or not isinstance(targets[0][1], str):
                yield self.tree.problem(("nav", index), "This is not a link.", _NAV_LINE)
                continue
            title, source = targets[0][0], str(targets[0][1])
            if source.startswith(("https:", "http:")):
                if not is_web_address(source):
                    what = f'"{source}" is not a web address.'
                    fix = 'Copy it from the browser; it starts with "https://".'
                    yield self.tree.problem(("nav", index, title), what, fix)
            elif source not in addresses:
                what = f'There is no page "{source}".'
                fix = "Check the spelling of the file's name."
                yield self.tree.problem(("nav", index, title), what, fix)

    def _check_own_files(self, addresses: LinkTargets) -> Iterator[Problem]:
        """Check the files that MkDocs adds to each page or to the site."""
        for location, source in self._own_files():
            if source in addresses:
                continue
            if is_web_address(source) or source.startswith("//"):
                what = "The site loads nothing from other websites."
                fix = f"Put the file into {self.docs.name}/, and its name here."
            else:
                what = f'There is no file "{source}" in {self.docs.name}/.'
                fix = "Check the spelling, or put the file there."
            yield self.tree.problem(location, what, fix)

    @property
    def own_files(self) -> frozenset[str]:
        """Return the styles and scripts that are added to each page: paths inside ``docs/``."""
        return frozenset(name for _, name in self._own_files() if name.endswith(_OWN_ENDINGS))

    def _own_files(self) -> Iterator[tuple[Location, str]]:
        """Yield where each file of ``OWN_FILES`` is named, and its name."""
        for key in OWN_FILES:
            entries = self.tree.data.get(key)
            for index, entry in enumerate(entries if isinstance(entries, list) else ()):
                if isinstance(entry, dict):
                    yield (key, index, "path"), str(entry.get("path"))
                else:
                    yield (key, index), str(entry)

    def expiry(self, today: date) -> Iterator[Problem]:
        """Yield what is to be said of the day on which ``security:`` expires, if anything.

        It stops neither a check nor a build: a day that passed must not keep a correction from
        readers. The build leaves ``security.txt`` out from that day on.
        """
        security, location = self.settings.security, ("extra", "security", "expires")
        if not security:
            return
        day = security.expires.isoformat()
        fix = "See that the contact is still right, and write a later day, within a year."
        if security.expires <= today:
            what = f"This day has come ({day}), so the site has no security.txt."
            yield self.tree.problem(location, what, fix, "warning")
        elif security.expires <= today + _NOTICE:
            yield self.tree.problem(location, f"This day will soon come ({day}).", fix, "note")
        elif security.expires > today + _A_YEAR:
            what = f"This day is more than a year away ({day})."
            yield self.tree.problem(location, what, fix, "warning")

    def placeholders(self) -> list[Problem]:
        """Return a problem for each address in the domain ``.example``, which RFC 2606 reserves."""
        fix = "Put the real address here before you publish."
        return [
            self.tree.problem(location, f'"{value}" is a placeholder, not a real address.', fix)
            for location, value in self.tree.texts()
            if (location[0] == "extra" or location == ("site_url",)) and _is_placeholder(value)
        ]


def _hook_problems(tree: YamlTree) -> Iterator[Problem]:
    """Yield a problem if ``hooks:`` has entries, and the generator is none of them."""
    hooks = tree.data.get("hooks") if isinstance(tree.data, dict) else None
    names = [PureWindowsPath(str(hook)).name for hook in hooks] if isinstance(hooks, list) else []
    if names and "pipeline.py" not in names:
        what = 'The generator of the site, "hooks/pipeline.py", is not listed here.'
        yield tree.problem(("hooks", 0), what, 'Put a line "- hooks/pipeline.py" above this one.')


def _preview_address(tree: YamlTree) -> str:
    """Return the URL at which ``mkdocs serve`` shows the home page."""
    host = text_of(tree, "dev_addr") or "127.0.0.1:8000"
    path = urlsplit(text_of(tree, "site_url")).path.strip("/")
    return f"http://{host}/{path}/" if path else f"http://{host}/"


def _is_placeholder(value: str) -> bool:
    try:
        host = urlsplit(value).hostname or value
    except ValueError:
        return False
    return host.lower().rstrip(".").endswith(".example")
