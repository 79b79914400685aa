"""Generates sites of any size, reproducibly, from the text of the project's own articles."""

import random
import re
from pathlib import Path

PROJECT = Path(__file__).parent.parent
WORDS_EACH = 700
"""About as long as the project's own articles."""


def add_articles(docs: Path, count: int, seed: int = 7) -> None:
    """Write ``count`` articles into ``docs``, with its topics and links to each other."""
    rng = random.Random(seed)  # noqa: S311 - a benchmark keeps no secrets
    texts = [file.read_text(encoding="utf-8") for file in sorted(docs.glob("articles/*.md"))]
    prose = re.findall(r"(?m)^[A-Z][^\n#|`\[]{60,}$", "\n".join(texts))
    topics = re.findall(r"slug: (\S+)", (docs / "topics.yml").read_text(encoding="utf-8"))
    checklists = [file.stem for file in sorted(docs.glob("checklists/*.yml"))]
    for number in range(count):
        some_topics = ", ".join(rng.sample(topics, 2))
        body: list[str] = []
        words = 0
        while words < WORDS_EACH:
            paragraph = rng.choice(prose)
            if words % 5 == 0:
                body.append(f"## What about {rng.randrange(1000)} and {words}?")
            if words % 3 == 0:
                link = f"article-{rng.randrange(count)}"
                paragraph += f" See [another one]({link}.md)."
            body.append(paragraph)
            words += len(paragraph.split())
        (docs / f"articles/article-{number}.md").write_text(
            f"---\ntitle: Article number {number}\nsummary: What article {number} says.\n"
            f"topics: [{some_topics}]\npublished: 2026-{1 + number % 10:02}-{1 + number % 28:02}\n"
            f"reviewed: 2026-11-20\nchecklists: [{rng.choice(checklists)}]\nsources: []\n---\n\n"
            + "\n\n".join(body)
            + "\n",
            encoding="utf-8",
        )
