"""Every package is named by its exact version and hashes, for every system, with no host."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from small_site import PROJECT

SETTINGS = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = {
    "build": [*SETTINGS["build-system"]["requires"], *SETTINGS["dependency-groups"]["installer"]],
    "site": SETTINGS["project"]["dependencies"],
    "test": SETTINGS["project"]["optional-dependencies"]["test"],
    "bench": SETTINGS["project"]["optional-dependencies"]["bench"],
    "nightly": SETTINGS["project"]["optional-dependencies"]["nightly"],
    "sbom": SETTINGS["dependency-groups"]["sbom"],
    "upkeep": SETTINGS["project"]["optional-dependencies"]["upkeep"],
}


def locked(name: str) -> list[tuple[Requirement, list[str]]]:
    """Return each package of a lock with its hashes."""
    text = (PROJECT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    found = []
    for entry in re.split(r"\n(?=[a-z0-9])", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE)):
        requirement, *hashes = entry.replace("\\\n", "").split("--hash=")
        found.append((Requirement(requirement.strip()), [one.strip() for one in hashes]))
    return found


@pytest.mark.parametrize("name", ASKED)
def test_a_lock_names_one_exact_version_of_all_that_is_asked_for(name: str) -> None:
    versions = {canonicalize_name(req.name): req.specifier for req, _ in locked(name)}
    for text in ASKED[name]:
        asked = Requirement(text)
        (exact,) = versions[canonicalize_name(asked.name)]
        assert exact.operator == "=="
        assert asked.specifier.contains(exact.version), f"{text}: run make lock"


@pytest.mark.parametrize("name", ASKED)
def test_every_package_of_a_lock_has_its_hashes_and_no_host(name: str) -> None:
    text = (PROJECT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    for requirement, hashes in locked(name):
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in hashes)


def test_what_is_built_for_each_system_has_a_hash_for_each() -> None:
    hashes = {requirement.name: found for requirement, found in locked("site")}
    # A wheel for each of four Pythons on Linux, macOS and Windows, on two kinds of processor each.
    for name in ("pyyaml", "pillow", "pydantic-core", "markupsafe"):
        assert len(hashes[name]) > 4 * 3 * 2


def test_the_larger_locks_have_the_versions_of_the_smaller_ones() -> None:
    def entries(name: str) -> set[str]:
        return {str(requirement) for requirement, _ in locked(name)}

    assert entries("site") <= entries("test") <= entries("upkeep")


def test_what_builds_packages_has_the_same_versions_where_a_site_needs_it_too() -> None:
    needed = {str(req) for req, _ in locked("upkeep")}
    names = {req.name for req, _ in locked("upkeep")}
    assert {str(req) for req, _ in locked("build") if req.name in names} <= needed
