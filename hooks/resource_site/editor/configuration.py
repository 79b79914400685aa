"""The configuration of Sveltia CMS: collections, file formats, forms and the Git backend."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from ..content.article import ArticleFrontMatter
from ..content.checklist import ChecklistFile
from ..content.forms import EasyReadFrontMatter
from ..content.site.settings import Backend
from ..content.standard_page import StandardPageFrontMatter
from ..content.topic import Topic
from ..reading.file_names import EASY_READ
from .form_fields import SLUG_PATTERN, Field, fields_of
from .site_forms import site_forms

Configuration: TypeAlias = dict[str, Any]

_PLACEHOLDER_BACKEND = {"name": "gitea", "repo": "local/site", "auth_methods": ["token"]}
"""For sites without a Git host: the editor requires one, even to work in a local folder."""
_HOME = "index.md"
_SMALLER = {"format": "webp", "quality": 85, "width": 2048, "height": 2048}
_UPLOADS = {
    "max_file_size": 20_000_000,
    "slugify_filename": True,
    # Phones make photos of 3 to 12 MB. Drawing one anew also drops its metadata.
    "transformations": {"jpeg": _SMALLER},
}
NO_SOURCES = "no_sources"
"""A field of the form only; ``formats.js`` converts it to and from an empty list of sources."""
_FRONT_MATTER = "-frontmatter"
"""Names of custom formats for Markdown files must end like this."""
_SLUG_FIELD = {
    "template": "{{title}}",
    "editable": ["create"],
    "hint": "The file's name, and the end of the web address. It cannot be changed here later.",
    "pattern": SLUG_PATTERN,
}


def configuration(
    *,
    site_name: str,
    docs: str,
    settings_file: str,
    pages: Iterable[str],
    publications: Iterable[str],
    backend: Backend | None,
    home: str,
) -> Configuration:
    """Return the configuration of the editor.

    ``docs`` is the content's folder, and ``settings_file`` that of the settings, relative to the
    project's root. In ``docs``, ``pages`` are the file names of the standard pages, and
    ``publications`` the paths of articles and checklists.
    ``home`` is the site's path on its host, such as ``/``.
    """
    pages = sorted(pages)
    choices = _link_choices(pages, sorted(publications))
    return {
        "load_config_file": False,
        "backend": _backend(backend),
        "app_title": f"{site_name}: editor",
        "logo": {"src": f"{home}assets/favicon.svg"},
        "media_folder": f"{docs}/assets",
        "public_folder": "/assets",
        "media_libraries": {
            "default": {"config": _UPLOADS},
            "stock_assets": {"providers": []},
        },
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        "editor": {"preview": False},
        "collections": [
            _articles(docs, choices),
            _checklists(docs),
            _easy_reads(docs, choices),
            {
                "name": "pages",
                "label": "Topics and pages",
                "icon": "topic",
                "files": [_topics(docs), *(_page(docs, name, choices) for name in pages)],
            },
            site_forms(docs, settings_file),
        ],
    }


def _backend(backend: Backend | None) -> Configuration:
    if not backend:
        return dict(_PLACEHOLDER_BACKEND)
    settings = backend.model_dump(mode="json", exclude_none=True)
    # Without an OAuth service, staff sign in with an access token of their own.
    has_oauth = backend.name == "github" and backend.base_url
    return settings if has_oauth else {**settings, "auth_methods": ["token"]}


def _link_choices(pages: Iterable[str], publications: Iterable[str]) -> Field:
    """Return the checklists to embed, by slug, and the pages to link to, by path, with titles."""
    paths = [PurePosixPath(path) for path in (*publications, *pages)]
    names = {path: path.stem.replace("-", " ").capitalize() for path in paths}
    return {
        "checklists": {path.stem: name for path, name in names.items() if path.suffix == ".yml"},
        "pages": {f"/{path}": name for path, name in names.items()},
    }


def _articles(docs: str, choices: Field) -> Configuration:
    fields: list[Field] = []
    for field in fields_of(ArticleFrontMatter):
        fields.append(field)
        if field["name"] == "topics":  # the keys after it are rarely needed
            fields.append(_body(choices | {"folder": "articles/"}))
        if field["name"] == "sources":
            fields.append(_no_sources())
    return _publications(docs, "article", "md", fields)


def _checklists(docs: str) -> Configuration:
    return _publications(docs, "checklist", "yml", fields_of(ChecklistFile))


def _easy_reads(docs: str, choices: Field) -> Configuration:
    """Return the collection of Easy Reads; each has the name of its article or page."""
    return {
        "name": EASY_READ,
        "label": "Easy Reads",
        "label_singular": "Easy Read",
        "icon": "image",
        "folder": f"{docs}/{EASY_READ}",
        "extension": "md",
        "format": f"{EASY_READ}{_FRONT_MATTER}",
        "slug": {**_SLUG_FIELD, "hint": "The file name of the article or page it tells."},
        "preview_path": f"{EASY_READ}/{{{{slug}}}}/",
        "view_filters": [{"label": "Drafts", "field": "draft", "pattern": True}],
        "fields": [*fields_of(EasyReadFrontMatter), _body(choices | {"folder": f"{EASY_READ}/"})],
    }


def _publications(docs: str, kind: str, extension: str, fields: list[Field]) -> Configuration:
    name = f"{kind}s"
    is_article = kind == "article"
    return {
        "name": name,
        "label": name.capitalize(),
        "label_singular": kind.capitalize(),
        "icon": "article" if is_article else "checklist",
        "folder": f"{docs}/{name}",
        "extension": extension,
        "format": f"{name}{_FRONT_MATTER}" if is_article else name,
        "slug": _SLUG_FIELD,
        "preview_path": f"{name}/{{{{slug}}}}/",
        "sortable_fields": ["title", "published", "reviewed"],
        "view_filters": [{"label": "Drafts", "field": "draft", "pattern": True}],
        "fields": fields,
    }


def _topics(docs: str) -> Configuration:
    topics: Field = {
        "name": "topics",
        "label": "Topics",
        "label_singular": "Topic",
        "hint": "In the order shown. If you change the address of one, change it in every file.",
        "widget": "list",
        "root": True,
        "min": 1,
        "max": 24,
        "summary": "{{fields.title}}",
        "fields": fields_of(Topic),
    }
    return {
        "name": "topics",
        "label": "Topics",
        "icon": "topic",
        "file": f"{docs}/topics.yml",
        "format": "topics",
        "fields": [topics],
    }


def _page(docs: str, name: str, choices: Field) -> Configuration:
    stem = PurePosixPath(name).stem
    fields = fields_of(StandardPageFrontMatter)
    if name != _HOME:
        fields = [field for field in fields if field["name"] != "start_here"]
    return {
        "name": stem,
        "label": "Home" if name == _HOME else stem.replace("-", " ").capitalize(),
        "icon": "home" if name == _HOME else "description",
        "file": f"{docs}/{name}",
        "format": f"page-{stem}{_FRONT_MATTER}",
        "preview_path": "" if name == _HOME else f"{stem}/",
        "fields": [*fields, _body(choices | {"folder": ""})],
    }


def _no_sources() -> Field:
    """Return a switch for "sources: []": a form cannot tell an empty list from no list."""
    return {
        "name": NO_SOURCES,
        "label": "No facts to prove",
        "hint": "Switch it on only if the article has no facts that need a source.",
        "widget": "boolean",
        "required": False,
        "default": False,
    }


def _body(choices: Field) -> Field:
    """Return the field of a Markdown body; ``overrides/editor/text`` implements its widget."""
    return {
        "name": "body",
        "label": "Text",
        "hint": "Type as you would in a letter. What you type is what readers see.",
        "widget": "article-text",
        "choices": choices,
    }
