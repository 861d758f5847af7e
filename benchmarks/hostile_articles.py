"""The time that the largest articles take which are let through, of kinds that cost a parser the square of their size.

    python benchmarks/hostile_articles.py

Each row is one kind: seconds of the processor, how often that is the time of plain prose of the same size, and why
the article was refused, if it was: then the kind has to be made smaller, to be just below the limits.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from pipeline.article import limits, parse
from pipeline.article.limits import beyond
from pipeline.locale import parse_locale
from pipeline.model import Article

SIZE = limits.MOST_BYTES - 1_000
BLOCK = limits.MOST_IN_BLOCK - 10
OPEN = limits.MOST_OPEN

KINDS: dict[str, Callable[[], str]] = {
    "prose": lambda: blocks("word " * 100),
    "one block after the other": lambda: blocks("word " * (BLOCK // 5)),
    "open square brackets": lambda: blocks("[" * OPEN),
    "open square brackets, long": lambda: blocks("[" * OPEN + "a" * (BLOCK - OPEN)),
    "brackets, opened and closed": lambda: blocks(("[" * OPEN + "]" * OPEN) * (BLOCK // OPEN // 2)),
    "pictures": lambda: blocks("![" * OPEN + "a" * (BLOCK - 2 * OPEN)),
    "links": lambda: blocks("[a](b)" * (BLOCK // 6)),
    "open links": lambda: blocks("[a](" * OPEN + "a" * (BLOCK - 4 * OPEN)),
    "less-than signs": lambda: blocks("<" * limits.MOST_LESS_THAN),
    "open tags": lambda: ("<a " * limits.MOST_OPEN_TAGS + "\n\n" + blocks("word " * 100))[:SIZE],
    "open comments": lambda: ("<!-- " * limits.MOST_OPEN_TAGS + "\n\n" + blocks("word " * 100))[:SIZE],
    "tags": lambda: blocks("<b>" * (BLOCK // 3)),
    "addresses": lambda: blocks("<http:a>" * (BLOCK // 8)),
    "stars": lambda: blocks("*a **b " * (BLOCK // 7)),
    "underscores": lambda: blocks("_a __b " * (BLOCK // 7)),
    "backticks": lambda: blocks("`a``b " * (BLOCK // 6)),
    "backslashes": lambda: blocks("\\" * BLOCK),
    "ampersands": lambda: blocks("&" * BLOCK),
    "blanks": lambda: blocks(("x" + " " * limits.MOST_BLANKS) * (BLOCK // (limits.MOST_BLANKS + 1))),
    "headings": lambda: "# x\n\n" * limits.MOST_HEADINGS,
    "abbreviations": lambda: "".join(f"*[A{i}]: b\n\n" for i in range(limits.MOST_DEFINITIONS)) + blocks("A1 " * 6000),
    "footnotes": lambda: "".join(f"[^{i}]: x\n\n" for i in range(limits.MOST_DEFINITIONS)) + "[^1] " * 490,
    "items": lambda: blocks("* x\n" * (BLOCK // 4)),
    "items apart": lambda: "* x\n\n" * (SIZE // 5),
    "nested quotations": lambda: blocks(">" * limits.MOST_NESTED + "x"),
    "nested items": lambda: blocks("- " * limits.MOST_NESTED + "x"),
    "stairs": lambda: blocks("\n".join("    " * step + "* x" for step in range(90))),
    "cells": lambda: blocks("|a|b|\n|-|-|\n" + "|x|y|\n" * (BLOCK // 6 - 3)),
    "wide table": lambda: blocks("|a" * (BLOCK // 4) + "|\n" + "|-" * (BLOCK // 4) + "|"),
    "boxes": lambda: blocks("\n".join("    " * step + "!!! x" for step in range(90))),
    "boxes of HTML": lambda: '<div markdown="1">\n\n' * 200,
    "attributes": lambda: blocks("x\n{: " + "a=b " * (BLOCK // 4 - 4) + "}"),
    "definitions": lambda: "t\n: d\n\n" * (SIZE // 8),
    "code": lambda: "```\n\n" * (SIZE // 5),
}


def blocks(text: str) -> str:
    """As many blocks of `text` as an article may have."""
    return f"{text}\n\n" * (SIZE // (len(text) + 2))


def seconds(body: str) -> tuple[float, str]:
    """How long the article takes, and what ended it."""
    article = Article(path="x.md", domain="x", title="T", description="D", body=body, body_line=0)
    started = time.process_time()
    try:
        parse(article, parse_locale("en"))
    except RecursionError:
        return time.process_time() - started, "RecursionError"
    return time.process_time() - started, ""


def main() -> None:
    """Print one row for each kind."""
    prose = seconds(KINDS["prose"]())[0]
    print(f"{'kind':30} {'kB':>5} {'seconds':>8} {'prose':>7}  refused")
    for kind, make in KINDS.items():
        body = make()
        refused = next(beyond(body, "x.md", 0), None)
        taken, ended = (0.0, "") if refused else seconds(body)
        told = refused.message if refused else ended
        print(f"{kind:30} {len(body) // 1000:5} {taken:8.2f} {taken / prose:6.1f}x  {told}", flush=True)


if __name__ == "__main__":
    main()
