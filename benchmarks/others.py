"""The same articles as projects for other generators, with their default settings."""

import re
from collections.abc import Callable
from pathlib import Path

_TITLE = re.compile(r"^title: (.*)$", re.MULTILINE)
_FENCE = re.compile(r"^```checklist\n.*?^```\n", re.MULTILINE | re.DOTALL)

PLAIN = """\
site_name: Plain
site_url: https://plain.example/
theme:
  name: material
nav:
  - Home: index.md
not_in_nav: |
  /articles/*
validation:
  links:
    not_found: ignore
    unrecognized_links: ignore
    anchors: ignore
"""
LIKE = (
    PLAIN
    + """\
plugins:
  - search
  - tags
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - footnotes
  - tables
  - smarty
  - toc:
      toc_depth: 2-3
  - pymdownx.details
  - pymdownx.superfences
"""
)
HUGO = 'baseURL = "https://plain.example/"\ntitle = "Plain"\ndisableKinds = ["taxonomy", "term"]\n'
LAYOUT = (
    "<!doctype html><html lang='en'><head><title>{{ .Title }}</title></head>"
    "<body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>\n"
)


def _articles(docs: Path, folder: Path, write: Callable[[str, str], str]) -> None:
    folder.mkdir(parents=True)
    for file in sorted(docs.glob("articles/*.md")):
        _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
        title = _TITLE.search(front)
        text = write(title[1] if title else file.stem, _FENCE.sub("", body))
        (folder / file.name).write_text(text, encoding="utf-8")


def plain_mkdocs(docs: Path, folder: Path) -> None:
    """Write a project for MkDocs with Material, with articles not in the navigation."""
    _articles(docs, folder / "docs/articles", lambda title, body: f"# {title}\n\n{body}")
    (folder / "docs/index.md").write_text("# Home\n\nWelcome.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")


def like_mkdocs(project: Path, folder: Path) -> None:
    """Write a project for MkDocs with Material that is as similar to ours as possible.

    It has similar Markdown extensions, topics as tags, dates, summaries and search.
    """
    for file in sorted(project.glob("docs/articles/*.md")):
        _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
        front = front.replace("topics:", "tags:").replace("summary:", "description:")
        target = folder / "docs/articles" / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"---\n{front}---\n\n{_FENCE.sub('', body)}", encoding="utf-8")
    (folder / "docs/index.md").write_text("# Home\n\nWelcome.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(LIKE, encoding="utf-8")


def plain_hugo(docs: Path, folder: Path) -> None:
    """Write a project for Hugo with a minimal theme."""
    _articles(docs, folder / "content", lambda title, body: f"---\ntitle: {title}\n---\n{body}")
    for name in ("single", "list"):
        file = folder / f"layouts/_default/{name}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(LAYOUT, encoding="utf-8")
    (folder / "hugo.toml").write_text(HUGO, encoding="utf-8")
