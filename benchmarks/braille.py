"""Read braille back: the share of an article's words that liblouis finds again in its own braille, by table.

    python benchmarks/braille.py

Needs liblouis with its tables (on Debian and Ubuntu: `apt install liblouis20 liblouis-data`). The first tables are
those that `braille = true` uses, the others are why it does not use them. A word is found if it is read back letter
by letter. Quotation marks, dashes and full stops that share their cells with another sign count as lost here; in
`tests/render/test_braille.py` these are folded, and all words of English, Spanish and Arabic are found. German braille
usually has no capital letters, and its table is not made to be read back.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests/render"))

from site_pages import published

from pipeline.errors import InputError
from pipeline.render.braille.louis import from_braille, to_braille, version
from pipeline.render.braille.tables import TABLES
from pipeline.render.plain_text.page import text_lines

OTHERS = (("en", "en-ueb-g2.ctb"), ("fr", "fr-bfu-g2.ctb"), ("ja", "ja-kantenji.utb"), ("zh_Hans", "zhcn-g1.ctb"))
ROWS = [*(("pt_BR" if language == "pt" else language, table) for language, table in TABLES.items()), *OTHERS]


def units(text: str, locale: str) -> list[str]:
    """Return what is counted: words, or characters where there are no spaces."""
    return list("".join(text.split())) if locale in {"ja", "zh_Hans"} else text.split()


def shares(locale: str, table: str) -> Iterator[int]:
    """Yield how many words an article has in a language, how many are read back, and how many cells it takes."""
    lines = text_lines(published(locale), lambda text, _tag: text)
    cells = [to_braille(line, table) for line in lines]
    words = [units(line, locale) for line in lines]
    found = [units(from_braille(each, table), locale) for each in cells]
    yield sum(map(len, words))
    pairs = zip(words, found, strict=True)
    yield sum(one == other for each, back in pairs for one, other in zip(each, back, strict=False))
    yield sum(map(len, cells))


def main() -> None:
    """Print the table."""
    try:
        print(f"liblouis {version()}")
        print(f"{'language':<10} {'table':<18} {'words':>6} {'read back':>10} {'cells':>7}")
        for locale, table in ROWS:
            words, found, cells = shares(locale, table)
            print(f"{locale:<10} {table:<18} {words:>6} {found / words:>10.1%} {cells:>7}")
    except InputError as error:
        sys.exit(f"benchmarks/braille.py: {error}")


if __name__ == "__main__":
    main()
