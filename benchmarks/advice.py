"""How often each rule for plain language speaks up: in easy text, where it should be silent, and in hard text.

    python benchmarks/advice.py DATA                          # the table
    python benchmarks/advice.py DATA --sample R106 es         # findings in easy text, to be judged by eye

DATA is a folder of JSON lines as in ``fit_level.py``: sentences and texts with a ``label`` (higher is harder), and
pairs of a ``hard`` and an ``easy`` text. Easy is what people say (a label in the lowest third of its set, or an easy
half) and the shared level too (plain or fairly plain): an easy half may be easier than its twin and still be hard.
Hard are labels in the highest third and hard halves. The articles of this repository with their translations are easy
text too, in a row of their own. A figure is findings per 100 sentences; a dot means none. Left out are the rules that
need a whole article or its paragraphs (R111, R118, R119): the texts are pieces, and the sets have lost the paragraphs.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.article import parse, translate
from pipeline.catalogs import lookup
from pipeline.checks import readability
from pipeline.checks.manuscript import Manuscript
from pipeline.checks.plain_language import RULES
from pipeline.checks.plain_language.draft import draft_of
from pipeline.checks.plain_language.language import FILES
from pipeline.commands.workspace import catalog_path, open_project, project_locales, read_articles, read_catalog
from pipeline.locale import Locale
from pipeline.model import Article, Document, Targets
from pipeline.readability import measure
from pipeline.readability.bands import LEVELS

LONG_SENTENCE = next(rule for rule in readability.RULES if rule.code == "R102")
JUDGED = (LONG_SENTENCE, *(rule for rule in RULES if rule.code not in {"R111", "R118", "R119"}))
TARGETS = Targets(grade=6, sentence_words=20)
TOGETHER = 100
"""Texts that are read as one article."""

MOST = 3_000
"""Texts of one set; more would not change the figures."""

SAMPLE = 30
EASY = LEVELS[:2]
MARKS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|~"})

Texts = dict[tuple[str, str], list[str]]
"""By language, and ``easy`` or ``hard``."""


def main(arguments: list[str]) -> None:
    """Print the table, or a sample of findings."""
    texts = read_texts(Path(arguments[0]) / "dev" if (Path(arguments[0]) / "dev").is_dir() else Path(arguments[0]))
    if arguments[1:2] == ["--sample"]:
        show_sample(texts, *arguments[2:4])
        return
    print(f"{'':12}{'sentences':>10}" + "".join(f"{rule.code:>7}" for rule in JUDGED))
    for (language, kind), found in sorted(texts.items()):
        show(f"{language} {kind}", (document_of(group, language) for group in groups(found)))
    for language, documents in own_articles().items():
        show(f"{language} ours", documents)


def read_texts(folder: Path) -> Texts:
    """Return the texts of all sets in `folder`."""
    found: Texts = defaultdict(list)
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        sys.exit(f"{folder}: no *.jsonl; name the folder of the data")
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        labels = [row["label"] for row in rows if "label" in row] or [0.0]
        third = (max(labels) - min(labels)) / 3
        own: Texts = defaultdict(list)
        for row in rows:
            easy = row.get("easy") or (row["text"] if row["label"] <= min(labels) + third else "")
            hard = row.get("hard") or (row["text"] if row["label"] >= max(labels) - third else "")
            if easy and measure(easy, row["lang"]).level in EASY:
                own[row["lang"], "easy"].append(easy)
            if hard:
                own[row["lang"], "hard"].append(hard)
        for place, texts in own.items():
            found[place] += texts if len(texts) <= MOST else random.Random(0).sample(texts, MOST)  # noqa: S311
    return found


def groups(texts: list[str]) -> Iterator[list[str]]:
    """Yield the texts, some at a time."""
    yield from (texts[start : start + TOGETHER] for start in range(0, len(texts), TOGETHER))


def document_of(texts: list[str], language: str) -> Document:
    """Return texts as one article; a line of a text is a paragraph, and what looks like markup is none."""
    lines = (" ".join(line.split()).translate(MARKS) for text in texts for line in text.splitlines())
    body = "\n\n".join(f"\u2060{line}" for line in lines if line)  # so that no paragraph begins like a list
    article = Article("x.md", "x", title="x", description="", body=body, body_line=0)
    return parse(article, Locale(language, language, "ltr", language))


def own_articles() -> dict[str, list[Document]]:
    """Return the articles of this repository in each language."""
    project = open_project(Path(__file__).parent.parent)
    sources, _ = read_articles(project)
    found = {project.source_locale.tag: sources}
    for locale in project_locales(project):
        files = [read_catalog(project, catalog_path(project, locale, each.article.domain), locale) for each in sources]
        found[locale.tag] = [
            translate(source, lookup(file.catalog), locale) for source, file in zip(sources, files, strict=True) if file
        ]
    return found


def findings(document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield rule, message and text of what is found in `document`."""
    manuscript = Manuscript(document, TARGETS)
    for rule in JUDGED:
        yield from ((rule.code, problem.message, problem.excerpt) for problem in rule.check(manuscript))


def show(name: str, documents: Iterable[Document]) -> None:
    """Print a row of the table."""
    sentences, counts = 0, Counter[str]()
    for document in documents:
        sentences += len(draft_of(Manuscript(document, TARGETS)).spots)
        counts.update(code for code, _, _ in findings(document))
    rates = (100 * counts[rule.code] / (sentences or 1) for rule in JUDGED)
    print(f"{name:12}{sentences:10}" + "".join(f"{rate:7.2f}" if rate else f"{'·':>7}" for rate in rates), flush=True)


def show_sample(texts: Texts, code: str, language: str, kind: str = "easy") -> None:
    """Print some findings of one rule in one language."""
    if language not in FILES:
        print(f"{language}: no word list; only rules that need none can have findings")
    found = [
        each
        for group in groups(texts[language, kind])
        for each in findings(document_of(group, language))
        if each[0] == code
    ]
    for _, message, text in random.Random(1).sample(found, min(SAMPLE, len(found))):  # noqa: S311
        print(f"{message}\n    {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
