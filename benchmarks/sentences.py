"""Count the cases of the golden sentences that splitters get exactly right, and the ends of sentences in real texts.

    python benchmarks/sentences.py              # golden cases by splitter
    python benchmarks/sentences.py --languages  # and ours by language
    python benchmarks/sentences.py DATA...      # files of JSON lines {"lang", "text"} with one sentence each

Which cases rules were tuned on: all of GOLDEN; none of HELD_OUT; of SECOND those at even places (124 of 235), looked
at after the first run on it. That first run: ours 207 of 235 (88.1 %; even places 106 of 124, odd ones 101 of
111), ICU 51.1 %, pysbd 50.0 % (of the 134 in its languages), sentencex 47.7 %; HELD_OUT had 154 of 162 then (95.1 %).

Three of the cases of SECOND that are still missed are sentences inside one quotation, which we count one by one.

Real sentences are joined, five at a time, and the score is the F1 of the ends that a splitter finds between them. pysbd
is measured where it is installed (it is no dependency); languages that it does not know count only in its own rows.
"""

from __future__ import annotations

import json
import runpy
import sys
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

import sentencex  # type: ignore[import-untyped]
from icu4py.breakers import SentenceBreaker

from pipeline.readability.sentences import split_sentences

CASES = Path(__file__).parent.parent / "tests" / "readability"
TOGETHER = 5
ENDS = tuple(".!?…。！？।۔؟")

PARTS = (
    ("tuned on", "golden_sentences.py", "GOLDEN", slice(None)),
    ("held out", "golden_sentences_held_out.py", "HELD_OUT", slice(None)),
    ("second set, looked at after its first run", "golden_sentences_second.py", "SECOND", slice(0, None, 2)),
    ("second set, held out", "golden_sentences_second.py", "SECOND", slice(1, None, 2)),
)
"""Title, file, variable, and the places of the cases that are counted together."""

Splitter = Callable[[str, str], list[str]]


def splitters() -> dict[str, Splitter]:
    """Return the splitters by name: each takes a text and a language."""
    found: dict[str, Splitter] = {
        "ours": split_sentences,
        "sentencex": lambda text, language: list(sentencex.segment(language, text)),
        "ICU": lambda text, language: list(SentenceBreaker(text, language)),
    }
    try:
        import pysbd  # noqa: PLC0415  # only here if somebody installed it
        from pysbd.languages import LANGUAGE_CODES  # noqa: PLC0415
    except ImportError:
        return found
    known = {code: pysbd.Segmenter(language=code, clean=False) for code in LANGUAGE_CODES}
    return {**found, "pysbd": lambda text, language: known[language].segment(text) if language in known else []}


def cases(name: str, variable: str, places: slice) -> Iterator[tuple[str, str]]:
    """Yield the language and the text with bars of the golden cases at these `places` of each language in one file."""
    for language, texts in runpy.run_path(str(CASES / name))[variable].items():
        yield from ((language, text) for text in texts[places])


def bare(sentences: list[str]) -> list[str]:
    """Return the sentences without spaces, about which splitters may differ."""
    return [found for sentence in sentences if (found := "".join(sentence.split()))]


def golden(name: str, variable: str, places: slice, *, by_language: bool) -> None:
    """Print the share of the cases at these `places` of each language that each splitter gets exactly right."""
    for splitter, split in splitters().items():
        right: dict[str, list[bool]] = {}
        for language, text in cases(name, variable, places):
            if found := bare(split(text.replace("|", ""), language)):
                right.setdefault(language, []).append(found == bare(text.split("|")))
        results = [result for group in right.values() for result in group]
        print(f"    {splitter:10} {sum(results)} of {len(results)}, {sum(results) / len(results):.1%}")
        if by_language and splitter == "ours":
            print("       ", ", ".join(f"{code} {sum(group)}/{len(group)}" for code, group in right.items()))


def real(path: Path) -> None:
    """Print for each splitter the F1 of the ends inside groups of joined sentences, and its speed."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    language = rows[0]["lang"]
    texts = [" ".join(row["text"].split()) for row in rows if row["text"].rstrip().endswith(ENDS)]
    groups = [texts[index : index + TOGETHER] for index in range(0, len(texts), TOGETHER)]
    space = "" if language in {"zh", "ja"} else " "
    for splitter, split in splitters().items():
        start = time.process_time()
        pairs = [(_inner_ends(group), _inner_ends(split(space.join(group), language))) for group in groups]
        seconds = time.process_time() - start
        shared = sum(len(truth & found) for truth, found in pairs)
        both = sum(len(truth) + len(found) for truth, found in pairs)
        size = sum(len(text.encode()) for text in texts) / 1e6
        print(
            f"{path.name}: {language}: {splitter}: F1 {2 * shared / both if both else 0:.3f}, {size / seconds:.2f} MB/s"
        )


def _inner_ends(sentences: list[str]) -> set[int]:
    """Return the positions, spaces not counted, at which all sentences but the last end."""
    return set(accumulate(len(sentence) for sentence in bare(sentences)[:-1]))


def main(arguments: list[str]) -> None:
    """Measure what the arguments ask for."""
    files = [Path(argument) for argument in arguments if not argument.startswith("-")]
    for path in files:
        real(path)
    if not files:
        by_language = "--languages" in arguments
        for title, name, variable, places in PARTS:
            print(title)
            golden(name, variable, places, by_language=by_language)


if __name__ == "__main__":
    main(sys.argv[1:])
