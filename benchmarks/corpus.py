"""Write a project of made-up health articles with all their translations: the same for the same seed.

    python benchmarks/corpus.py FOLDER --articles 100 --locales 5 [--seed 1] [--ready 1.0]

An article has about 1,000 words in about 60 messages: questions as headings, paragraphs, lists, a critical box, now
and then a table and a link to another article. Article number *n* is the same however many there are. `--ready` is
the share of messages that are translated. Needs nothing besides the project's own packages.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus_words import CRITICAL, DESCRIPTIONS, HEADINGS, ITEMS, MARKED, NAMES, SENTENCES, SLOTS, TITLES, rows

SECTIONS = 9
LOCALES = NAMES[1:]
SLOT = re.compile(r"\{([a-z]+)\d?\}")

Phrase = tuple[str, ...]
"""One text in every language."""

FILLERS = {name: rows(table) for name, table in SLOTS.items()}
TABLES = {table: rows(table) for table in (TITLES, DESCRIPTIONS, HEADINGS, SENTENCES, MARKED, ITEMS, CRITICAL)}


class Writer:
    """Writes one article: `lines` is its Markdown, `messages` what its catalogs hold."""

    def __init__(self, number: int, seed: int) -> None:
        self._chance = random.Random(f"{seed}/{number}")  # noqa: S311 - a corpus is no secret
        self._number = number
        self.messages: dict[str, Phrase] = {}
        self.lines: list[str] = []

    def article(self) -> None:
        """Write all of it."""
        title, description = self._phrase(TITLES, str(self._number + 1)), self._phrase(DESCRIPTIONS)
        self._keep(title)
        self._keep(description)
        self.lines += ["---", f'title: "{title[0]}"', f'description: "{description[0]}"', "---", ""]
        for number in range(SECTIONS):
            self._add("## ", self._phrase(HEADINGS))
            self._paragraph(SENTENCES, 4)
            self._paragraph(SENTENCES, 3)
            self._paragraph(MARKED, 1)
            if number % 3 == 0:
                self._add("", self._phrase(CRITICAL), after=["{: .critical }"])
            for kind in ("- ",) * 3 if number % 2 else ():
                self._add(kind, self._phrase(ITEMS), blank=False)
            self.lines.append("")
        self._table()

    def _table(self) -> None:
        if self._number % 4:
            return
        cells = [self._phrase(ITEMS) for _ in range(6)]
        for cell in cells:
            self._keep(cell)
        self.lines += [f"| {cells[0][0]} | {cells[1][0]} |", "| --- | --- |"]
        self.lines += [f"| {cells[2][0]} | {cells[3][0]} |", f"| {cells[4][0]} | {cells[5][0]} |", ""]

    def _paragraph(self, table: str, count: int) -> None:
        sentences = [self._phrase(table) for _ in range(count)]
        self._add("", tuple(" ".join(texts) for texts in zip(*sentences, strict=True)))

    def _add(self, mark: str, phrase: Phrase, after: Sequence[str] = (), *, blank: bool = True) -> None:
        self._keep(phrase)
        self.lines += [mark + phrase[0], *after, *([""] if blank else [])]

    def _keep(self, phrase: Phrase) -> None:
        self.messages.setdefault(phrase[0], phrase)

    def _phrase(self, table: str, number: str = "") -> Phrase:
        chosen = self._chance.choice(TABLES[table])
        other = self._chance.randrange(self._number + 1)
        values = {name: self._chance.sample(fillers, 2) for name, fillers in FILLERS.items()}
        minutes = number or str(self._chance.randrange(2, 60))

        def filler(language: int) -> Callable[[re.Match[str]], str]:
            def text(slot: re.Match[str]) -> str:
                if slot[1] in {"n", "link"}:
                    return minutes if slot[1] == "n" else f"article-{other:05}.md"
                return values[slot[1]][slot[0][-2] == "2"][language]

            return text

        return tuple(capital(SLOT.sub(filler(place), text)) for place, text in enumerate(chosen))


def capital(text: str) -> str:
    """Return `text` with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def catalog(messages: dict[str, Phrase], locale: str, chance: random.Random, ready: float) -> str:
    """Return the catalog of one article in one language, in the form that msgcat writes."""
    forms = "nplurals=2; plural=(n != 1);"
    head = ["Language: " + locale, "Content-Type: text/plain; charset=UTF-8", "Plural-Forms: " + forms]
    rows = ['msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in head)]
    place = NAMES.index(locale)
    for text, phrase in messages.items():
        translation = phrase[place] if chance.random() < ready else ""
        rows += ["", f'msgid "{text}"', f'msgstr "{translation}"']
    return "\n".join([*rows, ""])


def translated(writer: Writer, locale: str) -> str:
    """Return the Markdown of an article as a translator of Markdown would write it."""
    place, text = NAMES.index(locale), "\n".join(writer.lines)
    for message in sorted(writer.messages, key=len, reverse=True):
        text = text.replace(message, writer.messages[message][place])
    return text


def write(  # noqa: PLR0913 - what a corpus is made of
    folder: Path, articles: int, locales: int, seed: int = 1, ready: float = 1.0, *, localized: bool = False
) -> None:
    """Write the project into `folder`; with `localized`, also the Markdown of each language."""
    names = LOCALES[:locales]
    listed = ", ".join(f'"{name}"' for name in names)
    put(
        folder / "plainspoken.toml",
        f'title = "Health"\nsource-locale = "en"\nlocales = [{listed}]\nbase-url = "https://health.example/"\n',
    )
    for number in range(articles):
        writer = Writer(number, seed)
        writer.article()
        name = f"article-{number:05}"
        put(folder / "source" / f"{name}.md", "\n".join(writer.lines))
        for locale in names:
            chance = random.Random(f"{seed}/{number}/{locale}")  # noqa: S311
            text = catalog(writer.messages, locale, chance, ready)
            put(folder / "locales" / locale / "LC_MESSAGES" / f"{name}.po", text)
            if localized:
                put(folder / "localized" / locale / f"{name}.md", translated(writer, locale))


def put(path: Path, text: str) -> None:
    """Write one file, and the folders around it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Read the arguments and write the corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--locales", type=int, default=5, choices=range(len(LOCALES) + 1))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ready", type=float, default=1.0)
    options = parser.parse_args()
    write(options.folder, options.articles, options.locales, options.seed, options.ready)


if __name__ == "__main__":
    main()
