"""Rules for how sentences are written down: signs that trouble translators, their tools, or people who listen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.article.inline import PLAIN_KINDS
from pipeline.checks.manuscript import Manuscript, Words, tidy
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

_UNDERSCORES = re.compile(r"(?<![\w\\])(_{1,2})(?=[^\s_])[^_\n]*(?<=[^\s_])\1(?!\w)")
_ADDRESS = re.compile(r"(?<![\w/@.:=\"'])(?:https?://|www\.(?=\w))[^\s<>\"\[\]]*[^\s<>\"\[\].,;:!?)*_]")
_DOTS = re.compile(r"(?<!\.)\.{3}(?!\.)")
_LONGEST = 500
_LONGEST_WITHOUT_SPACES = 250
_WITHOUT_SPACES = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my"})

# Endings that authors put in brackets to mean one or many, or one sex or the other.
_ENDINGS: Mapping[str, str] = {
    "ca": "s|es|a|ns",
    "de": "n|en|e|er|s|in|innen",
    "en": "s|es|ies",
    "es": "s|es|a|as|n",
    "fr": "s|e|es|x|ne|nes|trice",
    "gl": "s|es|a|as",
    "it": "e|i|a|s",
    "nl": "s|en|e|n",
    "pt": "s|es|a|as",
}
_STRAIGHT = re.compile(r"\"(?<!\d\")")
_CURLY = re.compile(r"[“”„]")
_STRAIGHT_APOSTROPHE = re.compile(r"'(?<=[^\W\d_]')(?=[^\W\d_])")
_CURLY_APOSTROPHE = re.compile(r"’(?<=[^\W\d_]’)(?=[^\W\d_])")
_QUOTE_STYLES = (
    ("quotation mark", _STRAIGHT, _CURLY),
    ("apostrophe", _STRAIGHT_APOSTROPHE, _CURLY_APOSTROPHE),
)


def _each(subject: Manuscript, words: Words, pattern: re.Pattern[str], message: str) -> Iterator[Problem]:
    """Report the first place in `words` where `pattern` matches; one for each block is enough to find them all."""
    if found := pattern.search(words.text):
        yield Problem(message, subject.place(words.segment, found[0]), _around(words.text, found))


def _around(text: str, found: re.Match[str]) -> str:
    start = text.rfind(" ", 0, max(found.start() - 20, 0)) + 1
    return tidy(text[start : found.end() + 40])


def _underscores(subject: Manuscript) -> Iterator[Problem]:
    for words in _markdown(subject):
        if "_" in words.text:
            yield from _each(subject, words, _UNDERSCORES, "emphasis is written with underscores")


def _bare_address(subject: Manuscript) -> Iterator[Problem]:
    for words in _markdown(subject):
        found = _ADDRESS.search(words.text) if "www." in words.text or "://" in words.text else None
        if found and not any(found[0] in text for _, _, text in subject.links):
            yield Problem("an address in a sentence is no link", subject.place(words.segment, found[0]), found[0])


def _long_block(subject: Manuscript) -> Iterator[Problem]:
    longest = _LONGEST_WITHOUT_SPACES if subject.language in _WITHOUT_SPACES else _LONGEST
    for words in _markdown(subject):
        if len(words.plain) > longest:
            message = f"a block of {len(words.plain)} characters, at most {longest} are good"
            yield Problem(message, words.segment.line, tidy(words.plain))


def _dots(subject: Manuscript) -> Iterator[Problem]:
    for words in subject.words:
        if "..." in words.text:
            yield from _each(subject, words, _DOTS, "three dots stand for an ellipsis")


def _plural(subject: Manuscript) -> Iterator[Problem]:
    endings = _ENDINGS.get(subject.language)
    if endings is None:
        return
    pattern = re.compile(rf"[^\W\d_]{{3,}}\((?:{endings})\)(?!\()")
    for words in subject.words:
        if "(" in words.text:
            yield from _each(subject, words, pattern, "one word stands for two, by an ending in brackets")


def _mixed_quotes(subject: Manuscript) -> Iterator[Problem]:
    everything = "\n".join(words.plain for words in subject.words)
    for name, straight, curly in _QUOTE_STYLES:
        counts = {straight: len(straight.findall(everything)), curly: len(curly.findall(everything))}
        if not all(counts.values()):
            continue
        rare = min(counts, key=lambda pattern: counts[pattern])
        style, other = ("straight", "curly") if rare is straight else ("curly", "straight")
        for words in subject.words:
            if found := rare.search(words.plain):
                message = f"a {style} {name} here, {other} ones elsewhere"
                needle = words.plain[max(found.start() - 12, 0) : found.end() + 4].strip()
                yield Problem(message, subject.place(words.segment, needle), _around(words.plain, found))
                break


def _markdown(subject: Manuscript) -> Iterator[Words]:
    return (words for words in subject.words if words.segment.kind not in PLAIN_KINDS)


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="S108",
        name="underscore-emphasis",
        severity=Severity.NOTE,
        summary="Emphasis is written with underscores.",
        why="In a language without spaces between words the underscores stay on the page, and translators copy them.",
        fix="Write *word* or **word**.",
        check=_underscores,
        bad="Drink _enough_ water.",
        good="Drink *enough* water.",
    ),
    Rule(
        code="S109",
        name="bare-address",
        severity=Severity.WARNING,
        summary="An address stands in a sentence as it is.",
        why="It is no link, a screen reader spells it out, and translators may change it by mistake.",
        fix="Write [words](address), or <address>.",
        check=_bare_address,
        bad="Read more at https://example.org/cramps today.",
        good="Read more in the [guide to cramps](https://example.org/cramps) today.",
    ),
    Rule(
        code="S110",
        name="long-block",
        severity=Severity.NOTE,
        summary="A block of text is very long.",
        why="It tires readers, and one changed word makes translators read all of it again.",
        fix="Make two paragraphs of it, or a list.",
        check=_long_block,
        bad="Drink water and rest. " * 24,
        good="Drink water and rest. " * 4,
    ),
    Rule(
        code="S111",
        name="three-dots",
        severity=Severity.NOTE,
        summary="Three dots stand for an ellipsis.",
        why="A screen reader may say “dot dot dot”, and the line may break between them.",
        fix="Write … (one character), or end the sentence.",
        check=_dots,
        bad="Wait...",
        good="Wait…",
    ),
    Rule(
        code="S112",
        name="plural-in-brackets",
        severity=Severity.WARNING,
        summary="A word has an ending in brackets.",
        why="It is hard to read and to say aloud, and other languages build their plurals in other ways.",
        fix="Write the plural, or both words.",
        check=_plural,
        bad="Take your medicine(s) with water.",
        good="Take your medicines with water.",
        more=(("lang: fr\nPrenez votre (vos) comprimé(s).", "lang: fr\nPrenez vos comprimés."),),
    ),
    Rule(
        code="S113",
        name="mixed-quotes",
        severity=Severity.NOTE,
        summary="Straight and curly quotation marks or apostrophes stand in one article.",
        why="Translators do not know which to follow, and a message that differs in them only is translated twice.",
        fix="Use one kind throughout.",
        check=_mixed_quotes,
        bad='He said “no”.\n\nShe said "yes".',
        good="He said “no”.\n\nShe said “yes”.",
    ),
)
