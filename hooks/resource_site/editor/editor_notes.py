"""What the preview knows of each file, for the browser editor: findings, and what is to do."""

import json
from collections.abc import Mapping
from typing import Any

from ..checks.content_loader import HOME
from ..checks.readiness.page_notes import PageNotes


def editor_notes(notes: Mapping[str, PageNotes]) -> str:
    """Return ``notes`` as JSON: the findings of each file by its path, and groups of tasks.

    The words are those of ``resources check``. A task names the file it is about, or the page.
    """
    files = {
        note.path: [f"Line {each.line}: {each.message}" for each in note.findings]
        for note in notes.values()
        if note.findings
    }
    groups = [_group("Problems", _with_problems(notes))]
    to_do = notes[HOME].to_do if HOME in notes else {}
    for name, tasks in to_do.items():
        groups.append(
            _group(name, [_task(task.title, task.detail, page=task.address) for task in tasks])
        )
    return json.dumps({"files": files, "groups": [group for group in groups if group["tasks"]]})


def _with_problems(notes: Mapping[str, PageNotes]) -> list[dict[str, str]]:
    counts = {
        note.path: sum(each.severity == "error" for each in note.findings)
        for note in notes.values()
    }
    return [_task(path, f"{count}", file=path) for path, count in sorted(counts.items()) if count]


def _group(name: str, tasks: list[dict[str, str]]) -> dict[str, Any]:
    return {"name": name, "tasks": tasks}


def _task(title: str, detail: str, *, page: str = "", file: str = "") -> dict[str, str]:
    return {"title": title, "detail": detail, "page": page, "file": file}
