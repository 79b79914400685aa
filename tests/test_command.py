"""``resources check``, as staff run it."""

from conftest import MakeSite
from samples import CHECKLIST


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
