"""``resources check``, as staff run it."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from command_line import say
from conftest import MakeSite
from resource_site.__main__ import app
from resource_site.content.article import ArticleFrontMatter
from resource_site.content.checklist import ChecklistFile
from samples import ARTICLE, CHECKLIST
from small_site import PROJECT


def test_it_says_that_all_is_well(make_site: MakeSite) -> None:
    result = make_site(CHECKLIST).run("resource_site", "check")
    assert result.returncode == 0
    assert result.stdout == "No problems found.\n"
    assert result.stderr == ""


def test_it_lists_every_problem_and_fails(make_site: MakeSite) -> None:
    site = make_site(CHECKLIST.replace("minutes: 20", "minutes: soon\n    foo: bar"))
    result = site.run("resource_site", "check")
    assert result.returncode == 1
    assert result.stderr.splitlines() == [*site.problems(), "", "2 problems to fix."]


def test_publishing_is_refused_while_placeholders_stand(make_site: MakeSite) -> None:
    result = make_site().run("resource_site", "check", "--publish")
    assert result.returncode == 1
    assert "is a placeholder, not a real address." in result.stderr
    assert result.stderr.endswith("3 problems to fix.\n")


def test_settings_that_are_not_there_are_a_problem_not_a_traceback(make_site: MakeSite) -> None:
    result = make_site().run("resource_site", "check", "--config", "nope.yml")
    assert result.returncode == 1
    assert result.stderr.startswith("nope.yml:1:1: The file cannot be read:")
    assert "Traceback" not in result.stderr


def test_in_another_folder_every_command_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (
        "preview",
        "build",
        "check",
        "list",
        "due",
        "words a.md",
        "new article A",
        "rename article a b",
    ):
        result = CliRunner().invoke(app, words.split())
        assert (result.exit_code, result.output) == (
            1,
            "There is no mkdocs.yml in this folder. Open the terminal in the project's folder, "
            "the one that holds mkdocs.yml, and try again.\n",
        )


COMMANDS = ["preview", "build", "new", "check", "words", "list", "due", "rename", "schemas"]


def test_help_names_every_command_in_plain_letters(make_site: MakeSite) -> None:
    shown = CliRunner().invoke(app, ["--help"]).output
    assert shown.isascii(), "an old console shows all of it"
    assert "--install-completion" in shown
    for name in COMMANDS:
        assert re.search(rf"^  {name} +[A-Z]", shown, re.MULTILINE)
        help_text = CliRunner().invoke(app, [name, "--help"]).output
        assert help_text.isascii()
        assert help_text.startswith(f"Usage: root {name} ")
    assert "Traceback" not in say(make_site(), "nonsense").output


def test_a_shell_completes_commands_and_names(make_site: MakeSite) -> None:
    site = make_site(ARTICLE + CHECKLIST)
    asked = {"_RESOURCES_COMPLETE": "complete_bash", "COMP_CWORD": "3"}
    result = site.run("resource_site", COMP_WORDS="resources rename checklist aft", **asked)
    assert result.stdout.split() == ["after-a-rejection"]


def test_every_command_for_staff_is_in_their_guide() -> None:
    guide = (PROJECT / "PUBLISHING.md").read_text(encoding="utf-8")
    for name in COMMANDS[:-1]:
        assert f"`resources {name}" in guide


def test_the_guide_has_one_table_of_every_key_staff_may_write() -> None:
    guide = (PROJECT / "PUBLISHING.md").read_text(encoding="utf-8")
    table = guide.partition("| key | what it means | what it may hold |\n")[2].partition("\n\n")[0]
    keys = re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    assert len(keys) == len(set(keys))
    assert set(keys) == {*ArticleFrontMatter.model_fields, *ChecklistFile.model_fields}


def test_every_place_the_guides_lead_to_is_there() -> None:
    names = ("README.md", "PUBLISHING.md", "DEPLOYING.md", "CONTRIBUTING.md")
    guides = {name: (PROJECT / name).read_text(encoding="utf-8") for name in names}
    places = {
        name: {
            re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
            for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        }
        for name, text in guides.items()
    }
    for name, text in guides.items():
        prose = re.sub(r"^```.*?^```|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)
        for link in re.findall(r"\]\((?!https?:)([^)\s]+)\)", prose):
            file, _, place = link.partition("#")
            assert (PROJECT / (file or name)).exists(), link
            assert not place or place in places[file or name], link
