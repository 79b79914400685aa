"""Drawings of one valid article and checklist, for tests to put beside what they are about."""

ARTICLE = """
docs/articles/being-turned-down.md
    ---
    title: Being turned down
    summary: What may help.
    topics: [after-an-interview]
    published: 2026-11-01
    reviewed: 2026-11-02
    checklists: [after-a-rejection]
    ---
    It hurts. That is normal.

    ## What now?

    Rest.

    ## And then?

    Try again.
"""

CHECKLIST = """
docs/checklists/after-a-rejection.yml
    title: After a rejection
    summary: One step at a time.
    topics: [after-an-interview]
    published: 2026-11-01
    reviewed: 2026-11-02
    minutes: 20
    sections:
      - title: First
        items:
          - Wait a day.
"""

EVERY_KIND = """
docs/checklists/every-kind.yml
    title: Every kind of item
    summary: One of each.
    topics: [after-an-interview]
    published: 2026-11-01
    reviewed: 2026-11-02
    minutes: 20
    intro: Take your *time*.
    sections:
      - title: To do
        intro: Small steps.
        items:
          - Wait a **day**.
          - tick: Tell one person you trust.
            hint: A friend, or [us](../contact.md).
            id: tell-someone
      - title: To think about
        items:
          - write: What went well?
            lines: 4
          - scale: How confident do you feel?
            from: Not at all
            to: Very
            steps: 5
          - choose: Which part was hardest?
            options: [Preparing, Answering, "No"]
          - choose: What would help?
            options: [Time, Quiet]
            many: true
          - table: Turn a harsh thought into a fair one
            columns: [What I told myself, What is also true]
            rows: 3
"""

EASY_READ = """
docs/easy-read/no-facts.md
    ---
    title: A few words
    summary: Short and easy.
    reviewed: 2026-11-02
    tested_with: a reading group
    ---

    You had an interview.
"""


def article(slug: str, front_matter: str = "", body: str = "Text.") -> str:
    """Return a drawing of a valid article; ``front_matter`` adds lines or replaces keys."""
    keys = {
        "title": slug.replace("-", " ").capitalize(),
        "summary": "One sentence.",
        "topics": "[after-an-interview]",
        "published": "2026-11-01",
        "reviewed": "2026-11-02",
    }
    more = [line for line in front_matter.strip().split("\n") if line]
    named = {line.partition(":")[0] for line in more}
    lines = [f"{key}: {value}" for key, value in keys.items() if key not in named] + more
    text = "\n".join(["---", *lines, "---", *body.split("\n")])
    indented = "\n".join(f"    {line}".rstrip() for line in text.split("\n"))
    return f"docs/articles/{slug}.md\n{indented}\n"
