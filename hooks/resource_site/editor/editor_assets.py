"""Every file of the editor, under the address it is published at."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..content.settings import Editor
from ..web.inline_head_script import HeadScript
from .configuration import Configuration
from .editor_policy import editor_policy
from .labels import INTERFACE

FOLDER = "admin"
_VENDOR = Path(__file__).parent / "vendor"
_PAGE = "editor.html"
_OURS = (".css", ".js")
_CMS = "sveltia-cms/npm/index.js"
_PROSEMIRROR = (
    "commands gapcursor history keymap markdown model schema-list state tables transform view"
)
_MODULES = {
    "sveltia-cms": _CMS,
    "immutable": "immutable/dist/immutable.es.js",
    "js-yaml": "js-yaml/dist/browser/js-yaml.esm.min.js",
    "markdown-it": "markdown-it/dist/browser/markdown-it.esm.min.js",
    "markdown-it-deflist": "markdown-it-deflist/index.js",
    "markdown-it-footnote": "markdown-it-footnote/index.js",
    "orderedmap": "orderedmap/dist/index.js",
    "rope-sequence": "rope-sequence/dist/index.js",
    "w3c-keyname": "w3c-keyname/index.js",
} | {f"prosemirror-{name}": f"prosemirror-{name}/dist/index.js" for name in _PROSEMIRROR.split()}
"""What our modules and the libraries import, and its file among the libraries."""
_DISTANT_FONT = re.compile(r"@font-face \{[^}]*https://cdn\.jsdelivr\.net/[^}]*\}")
_SUFFIX = {".mjs": ".js"}
"""Not every host knows that the first is a script, and a browser then refuses it."""
_NOT_PUBLISHED = ("SHA256SUMS", "package.json", "en-GB.json")


@dataclass(frozen=True)
class EditorFiles:
    """The editor as files: ours from ``overrides/editor``, and the libraries as they came."""

    templates: Path
    settings: Editor
    config: Configuration
    site_name: str

    @property
    def libraries(self) -> str:
        """Return where the libraries stand; a new version is a new address."""
        return f"{FOLDER}/{self._folder}"

    @property
    def policy(self) -> str:
        """Return the Content-Security-Policy of the page."""
        return editor_policy(self.settings.backend, self._import_map.hash)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the address and the text of each file that is made here."""
        environment = Environment(
            loader=FileSystemLoader(self.templates), autoescape=True, undefined=StrictUndefined
        )
        page = environment.get_template(_PAGE).render(
            site_name=self.site_name,
            policy=self.policy,
            import_map=self._import_map.text,
            has_host=self.settings.backend is not None,
        )
        yield f"{FOLDER}/index.html", page
        yield f"{FOLDER}/configuration.json", json.dumps(self.config, ensure_ascii=False)
        for file in sorted(self.templates.rglob("*")):
            if file.suffix in _OURS:
                address = file.relative_to(self.templates).as_posix()
                yield f"{FOLDER}/{address}", file.read_text(encoding="utf-8")
        # A browser loads no JSON as a module without being told so, and the editor does not.
        words = json.dumps(_interface(), ensure_ascii=False)
        yield f"{self.libraries}/sveltia-cms/locales/en-GB.js", f"export default {words};\n"
        yield (
            f"{self.libraries}/{_CMS}",
            _without_distant_fonts((_VENDOR / _CMS).read_text("utf-8")),
        )

    def copies(self) -> Iterator[tuple[str, Path]]:
        """Yield the address and the file of each part of the libraries that is copied."""
        for file in sorted(_VENDOR.rglob("*")):
            made_here = file.name in _NOT_PUBLISHED or file == _VENDOR / _CMS
            if file.is_file() and not made_here:
                path = file.relative_to(_VENDOR).with_suffix(_SUFFIX.get(file.suffix, file.suffix))
                yield f"{self.libraries}/{path.as_posix()}", file

    @property
    def _folder(self) -> str:
        sums = (_VENDOR / "SHA256SUMS").read_bytes()
        return f"libraries-{sha256(sums).hexdigest()[:12]}"

    @property
    def _import_map(self) -> HeadScript:
        """Where a browser finds what our module and the editor name: part of the page itself."""
        names = {name: f"./{self._folder}/{file}" for name, file in _MODULES.items()}
        locales = f"./{self._folder}/sveltia-cms/locales"
        names[f"{locales}/en-GB.json"] = f"{locales}/en-GB.js"
        return HeadScript(json.dumps({"imports": names}))


def _interface() -> dict[str, Any]:
    """Return the words of the editor itself, with ours in the place of the more technical ones."""
    words: dict[str, Any] = json.loads((_VENDOR / "sveltia-cms/locales/en-GB.json").read_bytes())
    for key, text in INTERFACE.items():
        *groups, last = key.split(".")
        reduce(lambda group, name: group[name], groups, words)[last] = text
    return words


def _without_distant_fonts(script: str) -> str:
    """Take out the rules that name fonts on another host; the editor brings the same fonts.

    Its makers mean the fonts it brings to go first, but Chromium asks the other host as well.
    """
    return _DISTANT_FONT.sub("", script)
