"""The files of the browser editor, by the address each is published at."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from os.path import relpath
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..content.site.settings import Editor
from ..pages.environment import render_template
from ..web.inline_head_script import HeadScript
from .configuration import Configuration, configuration
from .editor_policy import editor_policy
from .interface_texts import INTERFACE

FOLDER = "admin"
_VENDOR = Path(__file__).parent / "vendor"
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
"""The import map: each module name that our scripts and the libraries import, and its file."""
_REMOTE_FONT = re.compile(r"@font-face \{[^}]*https://cdn\.jsdelivr\.net/[^}]*\}")
_SUFFIX = {".mjs": ".js"}
"""Some hosts send .mjs with the wrong MIME type, and browsers refuse such a module."""
_NOT_PUBLISHED = ("SHA256SUMS", "package.json", "en-GB.json")


@dataclass(frozen=True)
class EditorFiles:
    """The files of the editor: ours from ``overrides/editor``, and the vendored libraries."""

    overrides: Path
    settings: Editor
    config: Configuration
    site_name: str
    has_notes: bool = False
    """Whether a preview serves it, which says what to look at (``editor_notes``)."""

    @classmethod
    def of(
        cls,
        settings: Editor,
        *,
        overrides: Path,
        docs: Path,
        config_file: Path,
        site_name: str,
        site_url: str,
        is_alone: bool = False,
        has_notes: bool = False,
    ) -> "EditorFiles":
        """Return the files of the editor for the content in ``docs``.

        ``config_file`` holds the settings.
        ``is_alone`` is whether the editor stands at the root of a host name of its own.
        """
        config = configuration(
            site_name=site_name,
            docs=Path(relpath(docs, config_file.parent)).as_posix(),
            settings_file=config_file.name,
            pages=[file.name for file in docs.glob("*.md")],
            publications=[
                file.relative_to(docs).as_posix()
                for pattern in ("articles/*.md", "checklists/*.yml")
                for file in docs.glob(pattern)
            ],
            backend=settings.backend,
            home="/" if is_alone else urlsplit(site_url.rstrip("/") + "/").path,
        )
        # Elsewhere, the editor takes the folder above its own for the site.
        own = {"site_url": site_url} if is_alone else {}
        return cls(overrides, settings, config | own, site_name, has_notes)

    @property
    def libraries(self) -> str:
        """Return the libraries' folder on the site; its name changes with their version."""
        return f"{FOLDER}/{self._folder}"

    @property
    def policy(self) -> str:
        """Return the Content-Security-Policy of the editor's page."""
        return editor_policy(self.settings.backend, self._import_map.hash)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the address and the text of each file that is generated or changed."""
        page = render_template(
            self.overrides,
            "editor/editor.html",
            site_name=self.site_name,
            policy=self.policy,
            import_map=self._import_map.text,
            has_host=self.settings.backend is not None,
            has_notes=self.has_notes,
            site=self.config.get("site_url", "../"),
        )
        yield f"{FOLDER}/index.html", page
        yield f"{FOLDER}/configuration.json", json.dumps(self.config, ensure_ascii=False)
        ours = self.overrides / "editor"
        for file in sorted(ours.rglob("*")):
            if file.suffix in _OURS:
                address = file.relative_to(ours).as_posix()
                yield f"{FOLDER}/{address}", file.read_text(encoding="utf-8")
        # A module because the CMS imports it, and imports JSON without the attribute browsers need.
        messages = json.dumps(_messages(), ensure_ascii=False)
        yield f"{self.libraries}/sveltia-cms/locales/en-GB.js", f"export default {messages};\n"
        script = (_VENDOR / _CMS).read_text("utf-8")
        # The CMS bundles the same fonts, but Chromium requests the remote ones as well.
        yield f"{self.libraries}/{_CMS}", _REMOTE_FONT.sub("", script)

    def copies(self) -> Iterator[tuple[str, Path]]:
        """Yield the address and the file of each vendored file that is copied unchanged."""
        for file in sorted(_VENDOR.rglob("*")):
            is_left_out = file.name in _NOT_PUBLISHED or file == _VENDOR / _CMS
            if file.is_file() and not is_left_out:
                path = file.relative_to(_VENDOR).with_suffix(_SUFFIX.get(file.suffix, file.suffix))
                yield f"{self.libraries}/{path.as_posix()}", file

    @property
    def _folder(self) -> str:
        sums = (_VENDOR / "SHA256SUMS").read_bytes()
        return f"libraries-{sha256(sums).hexdigest()[:12]}"

    @property
    def _import_map(self) -> HeadScript:
        """The import map, an inline script of the editor's page."""
        names = {name: f"./{self._folder}/{file}" for name, file in _MODULES.items()}
        locales = f"./{self._folder}/sveltia-cms/locales"
        names[f"{locales}/en-GB.json"] = f"{locales}/en-GB.js"
        return HeadScript(json.dumps({"imports": names}))


def _messages() -> dict[str, Any]:
    """Return the interface texts of the CMS, with ours in place of the more technical ones."""
    messages: dict[str, Any] = json.loads((_VENDOR / "sveltia-cms/locales/en-GB.json").read_bytes())
    for key, text in INTERFACE.items():
        *groups, last = key.split(".")
        reduce(lambda group, name: group[name], groups, messages)[last] = text
    return messages
