"""What the workflows run and may do, and under which licence all of it is."""

import re
from typing import Any

import pytest
import yaml

from small_site import PROJECT

WORKFLOWS = sorted((PROJECT / ".github/workflows").glob("*.yml"), key=lambda file: file.name)


def read(name: str) -> dict[str, Any]:
    workflow: dict[str, Any] = yaml.safe_load((PROJECT / f".github/workflows/{name}").read_text())
    return workflow


@pytest.mark.parametrize("name", [file.name for file in WORKFLOWS])
def test_an_action_is_named_by_its_commit_and_no_token_stays_behind(name: str) -> None:
    """A tag can be moved to other code; a commit cannot."""
    text = (PROJECT / f".github/workflows/{name}").read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert used
    for action in used:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
    for job in read(name)["jobs"].values():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_who_builds_may_not_publish_and_who_publishes_runs_none_of_our_code() -> None:
    workflow = read("publish.yml")
    build, publish = workflow["jobs"]["build"], workflow["jobs"]["publish"]
    assert workflow["permissions"] == {}
    assert build["permissions"] == {"contents": "read"}
    assert publish["needs"] == "build"
    assert set(publish["permissions"]) == {"attestations", "id-token", "pages"}
    assert not [step for step in publish["steps"] if "run" in step]
    assert not [step for step in publish["steps"] if "checkout" in step.get("uses", "")]
    restored = [step for step in build["steps"] if "cache" in str(step)]
    assert restored == []


def test_every_other_workflow_may_only_read() -> None:
    others = [file.name for file in WORKFLOWS if file.name != "publish.yml"]
    assert len(others) > 2
    for name in others:
        assert read(name)["permissions"] == {"contents": "read"}, name
        jobs = read(name)["jobs"].values()
        assert name == "codeql.yml" or not [job for job in jobs if "permissions" in job], name


def test_what_looks_for_weak_places_may_tell_of_them_and_runs_none_of_our_code() -> None:
    (job,) = read("codeql.yml")["jobs"].values()
    assert job["permissions"] == {"contents": "read", "security-events": "write"}
    assert not [step for step in job["steps"] if "run" in step]
    assert job["strategy"]["matrix"]["language"] == ["actions", "javascript-typescript", "python"]


def test_the_licence_is_in_the_folder_and_in_the_package() -> None:
    text = (PROJECT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("MIT License\n\nCopyright (c) 2026 Inclusive Recruiting\n")
    package = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    assert '\nlicense = "MIT"\nlicense-files = ["LICENSE"]\n' in package
    assert "docs/" in (PROJECT / "README.md").read_text(encoding="utf-8").partition("## Licence")[2]
