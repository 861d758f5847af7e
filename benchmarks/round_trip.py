"""Translate every message of every Markdown file to itself, and compare the pages.

    python benchmarks/round_trip.py FOLDER

Prints files, messages, pages that changed (white space apart, since translators see soft line breaks as spaces), and
messages without an exact line. Exit status 1 if a page changed.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from pipeline.article import parse, to_html, translate
from pipeline.article.parser import new_parser
from pipeline.locale import parse_locale
from pipeline.model import Article

FRONT_MATTER = re.compile(r"(---|\+\+\+)\n.*?\n\1\n", re.DOTALL)


def main(folder: Path) -> int:
    """Run over every ``.md`` file below `folder`; return the exit status."""
    source, target = parse_locale("en"), parse_locale("de")
    files = messages = changed = without_line = 0
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        front = FRONT_MATTER.match(text)
        body = text[front.end() :] if front else text
        document = parse(Article(path.as_posix(), path.stem, "Title", "Description", body, 0), source)
        translated = translate(document, lambda segment: segment.text, target)
        expected = _words(new_parser().convert(body))
        files += 1
        messages += len(document.segments) - 2  # the title and the description are not the file's
        without_line += sum(segment.line is None for segment in document.segments[2:])
        if not (expected == _words(to_html(document, document.root)) == _words(to_html(translated, translated.root))):
            changed += 1
            print(f"changed: {path}")
    print(f"{files} files, {messages} messages, {changed} pages changed, {without_line} messages without an exact line")
    return int(changed > 0)


def _words(html: str) -> str:
    return " ".join(html.split())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
