"""How problems are put into words: one line each, and how many there are."""

from resource_site.problems import MAX_CHOICES, ContentError, Problem, report, suggest

ERROR = Problem("docs/b.md", 2, 1, "This is wrong.", "Mend it.")
EARLIER = Problem("docs/a.md", 9, 1, "This is wrong too.", "Mend it.")
WARNING = Problem("docs/c.md", 1, 1, "This is late.", "Review it.", "warning")
NOTE = Problem("docs/d.md", 1, 1, "This is hard.", "Say it plainly.", "note")


def test_a_report_has_a_line_each_in_file_order_without_repeats_and_then_a_sum() -> None:
    assert report([ERROR, EARLIER, ERROR]) == (
        "docs/a.md:9:1: This is wrong too. Mend it.\n"
        "docs/b.md:2:1: This is wrong. Mend it.\n"
        "\n"
        "2 problems to fix."
    )


def test_the_summary_counts_each_severity_that_occurs() -> None:
    last = [
        report(found).splitlines()[-1]
        for found in ([], [ERROR], [WARNING], [NOTE], [ERROR, EARLIER, WARNING, NOTE])
    ]
    assert last == [
        "No problems found.",
        "1 problem to fix.",
        "No problems to fix. 1 warning to look at before you publish.",
        "No problems to fix. 1 note.",
        "2 problems to fix. 1 warning to look at before you publish. 1 note.",
    ]


def test_warnings_and_notes_say_their_severity() -> None:
    assert str(ERROR) == "docs/b.md:2:1: This is wrong. Mend it."
    assert str(WARNING) == "docs/c.md:1:1: warning: This is late. Review it."
    assert str(NOTE) == "docs/d.md:1:1: note: This is hard. Say it plainly."


def test_a_problem_shows_nothing_that_moves_a_cursor_or_turns_text_round() -> None:
    signs = "\x00\x08\x0b\x1f\x7f\x9b\u2028\u202e\u2066\ud800"
    problem = Problem(f"docs/{signs}\r\n.md", 1, 1, f"a{signs}b", f"c{signs}d")
    shown = "\N{REPLACEMENT CHARACTER}" * len(signs)
    assert problem.path == f"docs/{shown}\N{REPLACEMENT CHARACTER}.md"
    assert (problem.what, problem.fix) == (f"a{shown}b", f"c{shown}d")


def test_a_long_sentence_is_shown_by_its_two_ends() -> None:
    whole = "a" * 200 + "b" * 200
    assert Problem("p", 1, 1, whole, whole).message == f"{whole} {whole}"
    long = Problem("p", 1, 1, "a" * 300 + "b" * 300, "c" * 300 + "d" * 300)
    assert long.what == f"{'a' * 200} … {'b' * 200}"
    assert long.fix == f"{'c' * 200} … {'d' * 200}"
    assert Problem("p" * 900, 1, 1, "", "").path == "p" * 900


def test_suggestions_are_the_nearest_names_or_a_few_of_all() -> None:
    many = [f"choice-{n:02}" for n in range(MAX_CHOICES + 1)]
    assert suggest("appel", ["pear", "apple"]) == 'Did you mean "apple"?'
    assert suggest("x", []) == "There is none to choose from yet."
    assert suggest("x", ["b", "a"]) == "Use one of: a, b."
    assert suggest("x", many[:-1]) == f"Use one of: {', '.join(many[:-1])}."
    start, names = suggest("x", many).split("; some are: ")
    assert start == f"There are {len(many)}"
    assert len(set(names.removesuffix(".").split(", ")) & set(many)) == 5


def test_an_error_of_content_carries_its_problems_in_order_and_says_them() -> None:
    error = ContentError([ERROR, EARLIER, ERROR])
    assert error.problems == (EARLIER, ERROR)
    assert str(error) == report([ERROR, EARLIER])
