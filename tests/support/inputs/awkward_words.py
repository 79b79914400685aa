"""A small site whose words fit no small screen: every construct, with what is long in it."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from small_site import Site

WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauund"
"""A word of 60 letters."""

ADDRESS = f"https://www.gov.uk/{'find-a-job-near-you-' * 8}?place={WORD}"
NAME = WORD + "x" * 10
"""As many letters as a title may have, without a space."""

NUMBERS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
COLUMNS = [f"{number}day" for number in NUMBERS]
CELLS = [f"{column} lasts{index}" for index, column in enumerate(COLUMNS)]
CODE = " ".join(f"piece{number}" for number in range(60))

BODY = f"""\
Words, {WORD}, and **{WORD}** with `{WORD}`, ~~{WORD}~~ and a note[^1]. Again[^1] and[^long].

Read {ADDRESS} or [{WORD}]({ADDRESS}), or [another page](other.md).

## A heading of {WORD}

### {WORD}

- {WORD}
    - Second
        - Third
            - Fourth
                - Fifth
                    - Sixth
                        - Seventh {WORD}

9. Nine
10. Ten {WORD}

- [ ] To do: {WORD}
- [x] Done

> Said {WORD}
>
> > Inside it
> >
> > > And further in, {WORD}

{"> " * 18}Far inside, {WORD}

> [!NOTE]
> Note {WORD}

> [!TIP]
> Tip with a list:
>
> - {WORD}

> [!IMPORTANT]
> Important.

> [!WARNING]
> | First | {WORD} |
> |---|---|
> | Of an alert | Second |

> [!CAUTION]
> Caution.

{WORD}
: What {WORD} means

Short
: One meaning

: Another, with more to say about it

## The table

| {" | ".join(COLUMNS)} |
|{"---|" * len(COLUMNS)}
| {" | ".join(CELLS)} |

| What | Left | Middle | Right |
|---|:---|:---:|---:|
| {WORD} | 1 | 2 | 3 |

| Day | Time |
|---|---|
| Monday | 9 to 5 |

<table><tr><th>Typed</th><td>{WORD}</td><td>{WORD}</td></tr></table>

## The code

```
{CODE}
```

    {WORD} {CODE}

## What is shown

![A wide wall](../assets/wall.png)

![A wide wall with words below](../assets/wall.png "Below it: {WORD}")

![A practice interview](../assets/film.mp4)

![Two people meet](../assets/film.mp4 "A film, {WORD}")

![A talk](../assets/talk.mp3)

[Go to {WORD}](other.md){{.button}} [Not now](other.md){{.button .button--quiet}}

<details><summary>More about {WORD}</summary>

Folded away {WORD}

</details>

---

Press <kbd>Ctrl</kbd> and <kbd>P</kbd>, see <mark>{WORD}</mark>, H<sub>2</sub>O.

```checklist
short
```

[^1]: The first note, at {ADDRESS}

[^long]: A note of {WORD}
"""

SHORT = """\
title: {title}
summary: {word} {word} and more
topics: [{topic}]
published: 2026-11-01
reviewed: 2026-11-02
"""

SECTIONS = f"""\
minutes: 20
intro: Take {WORD} with you.
sections:
  - title: {NAME}
    intro: Take {WORD} with you.
    items:
      - Tick {WORD}
      - tick: Tick
        hint: Think of {WORD}
      - write: Write about {WORD}
      - scale: How much {WORD}?
        from: {WORD}
        to: {WORD}
        steps: 10
      - choose: Which {WORD}?
        options: [{WORD}, Another {WORD}]
      - table: Make a plan of {WORD}
        columns: [{WORD}, Second {WORD}, Third {WORD}, Fourth {WORD}]
"""

ONE_SECTION = f"""\
minutes: 20
sections:
  - title: {NAME}
    items: [Tick {WORD}, write: Write about {WORD}]
"""

TOPIC = WORD.lower()


def awkward_site(folder: Path) -> Site:
    """Return a built site of such pages."""
    site = Site(folder)
    front = SHORT.format(title=NAME, word=WORD, topic=TOPIC)
    rest = f"author: {WORD}\nchecklists: [long]\nsources: [{{title: {WORD}, url: '{ADDRESS}'}}]\n"
    topics = f"- slug: {TOPIC}\n  title: {WORD}\n  summary: About {WORD}\n"
    files = {
        "topics.yml": topics,
        "articles/long.md": f"---\n{front}{rest}urgent_help: true\n---\n{BODY}",
        "articles/other.md": f"---\n{front.replace(NAME, 'Other')}numbered: true\n---\n## {WORD}\n",
        "articles/gone.md": f"---\n{front.replace(NAME, 'Gone')}withdrawn: {WORD}\n---\nText.\n",
        "checklists/long.yml": front + SECTIONS,
        "checklists/short.yml": front.replace(NAME, "Short") + ONE_SECTION,
        "about.md": f"---\ntitle: {NAME}\nsummary: {WORD}\n---\n{WORD}\n",
        "assets/film.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n",
    }
    for name, text in files.items():
        file = folder / "docs" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    picture = BytesIO()
    Image.new("RGB", (1600, 400), "#4a2259").save(picture, "PNG")
    for name, content in {
        "wall.png": picture.getvalue(),
        "film.mp4": b"\x00\x00\x00\x18ftypmp42film",
        "talk.mp3": b"ID3talk",
    }.items():
        (folder / "docs/assets" / name).write_bytes(content)
    return site.built()
