"""Rules for one message and its translation, compared as the parser renders them. An error keeps it unpublished."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.article.inline import Inline
from pipeline.checks.background import ENGLISH, Background
from pipeline.checks.rule import Problem, Rule
from pipeline.locale import Locale
from pipeline.model import Segment, Severity


@dataclass(frozen=True, slots=True)
class Pair:
    """A message and its translation."""

    segment: Segment
    translation: str
    locale: Locale
    source: Inline
    """The message, rendered."""

    target: Inline
    """The translation, rendered."""

    background: Background = ENGLISH
    """What the project says about all its translations."""


PLACEHOLDER = re.compile(r"\{[A-Za-z_]\w*\}")
# Tags that a language may need and that cannot harm: isolation, ruby, line breaks, small raised letters.
WELCOME_TAGS = frozenset({"bdi", "span", "ruby", "rb", "rt", "rp", "wbr", "sup", "sub", "br"})
_TO_CLOSE = sorted(WELCOME_TAGS - {"wbr", "br"})
_LEFTOVERS = (
    (re.compile(r"\]\s*\("), "]("),
    (re.compile(r"\]\s*\["), "]["),
    (re.compile(r"\*\*"), "**"),
    (re.compile(r"`"), "`"),
    (re.compile(r"(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)"), "*"),
    (re.compile(r"_"), "_"),
)
_ANY_LEFTOVER = re.compile(r"[]*`_]")
_NOTHING: Counter[str] = Counter()


def _difference(what: str, count: Callable[[Inline], Counter[str]]) -> Callable[[Pair], Iterator[Problem]]:
    """Return a check that `count` gives the same for both sides."""

    def check(pair: Pair) -> Iterator[Problem]:
        source, target = count(pair.source), count(pair.target)
        if (source or target) and source != target:  # most have none, and counters are slow to compare
            yield Problem(f"{what}: {_told(source - target, target - source)}")

    return check


def _links(pair: Pair) -> Iterator[Problem]:
    source, target = _places(pair.source.links, pair), _places(pair.target.links, pair)
    if (source or target) and source != target:
        yield Problem(f"links differ: {_told(source - target, target - source)}")


def _places(links: Counter[str], pair: Pair) -> Counter[str]:
    """Return the links, each with what a translation has to keep of it."""
    if not pair.background.hosts:
        return links
    return Counter(pair.background.place(address) for address in links.elements())


def _told(missing: Counter[str], added: Counter[str]) -> str:
    parts = [f"missing {', '.join(missing.elements())}"] if missing else []
    parts += [f"added {', '.join(added.elements())}"] if added else []
    return "; ".join(parts)


def _blank(pair: Pair) -> Iterator[Problem]:
    target = pair.target
    if not (any(map(str.isalnum, target.text)) or target.images or target.code):
        yield Problem("the translation has no letters")


def _alternative(pair: Pair) -> Iterator[Problem]:
    if pair.target.without_alternative > pair.source.without_alternative:
        yield Problem("a picture lost its text alternative")


def _tags(pair: Pair) -> Iterator[Problem]:
    if pair.source.tags == pair.target.tags:
        return
    missing, added = pair.source.tags - pair.target.tags, pair.target.tags - pair.source.tags
    added = Counter({tag: count for tag, count in added.items() if tag.lstrip("/") not in WELCOME_TAGS})
    if missing or added:
        yield Problem(f"HTML tags differ: {_told(missing, added)}")


def _unclosed(pair: Pair) -> Iterator[Problem]:
    for tag in _TO_CLOSE if pair.target.tags or pair.source.tags else ():
        open_in_target, open_in_source = (tags[tag] - tags[f"/{tag}"] for tags in (pair.target.tags, pair.source.tags))
        if open_in_target != open_in_source:
            yield Problem(f"<{tag}> is not closed, or closed too often")


def _attributes(inline: Inline) -> Counter[str]:
    if not inline.attributes:
        return _NOTHING
    return Counter({f'{tag} {name}="{value}"': count for (tag, name, value), count in inline.attributes.items()})


def _placeholders(pair: Pair) -> Iterator[Problem]:
    if "{" not in pair.segment.text and "{" not in pair.translation:
        return
    source, target = (Counter(PLACEHOLDER.findall(text)) for text in (pair.segment.text, pair.translation))
    if source.keys() != target.keys():
        yield Problem(f"placeholders differ: {_told(source - target, target - source)}")


def _literal_markup(pair: Pair) -> Iterator[Problem]:
    for pattern, name in _LEFTOVERS if _ANY_LEFTOVER.search(pair.target.text) else ():
        if len(pattern.findall(pair.target.text)) > len(pattern.findall(pair.source.text)):
            yield Problem(f"{name} would be read as text, not as markup")
            return


def _inner_breaks(pair: Pair) -> Iterator[Problem]:
    if pair.translation.count("\n") != pair.segment.text.count("\n"):
        yield Problem("the number of line breaks differs")


RULES: tuple[Rule[Pair], ...] = (
    Rule(
        code="T101",
        name="blank",
        severity=Severity.ERROR,
        summary="The translation holds nothing to read.",
        why="The reader would find an empty place where the source has text.",
        fix="Translate the message, or empty it, so that the source text is shown.",
        check=_blank,
        bad="Drink enough water.\n…",
        good="Drink enough water.\nTrinken Sie genug Wasser.",
    ),
    Rule(
        code="T102",
        name="link-target",
        severity=Severity.ERROR,
        summary="The links lead to other places than those of the source.",
        why="A lost or changed address sends the reader astray, or to a site that nobody has checked.",
        fix="Copy each address from the source; translate the words in the square brackets only.",
        check=_links,
        bad="See [arteries](glossary.md#artery).\nSiehe [Arterien](glossar.md).",
        good="See [arteries](glossary.md#artery).\nSiehe [Arterien](glossary.md#artery).",
    ),
    Rule(
        code="T103",
        name="image",
        severity=Severity.ERROR,
        summary="The pictures are not those of the source.",
        why="The reader misses a picture, or sees one that nobody has checked.",
        fix="Copy the address of each picture from the source.",
        check=_difference("pictures differ", lambda inline: inline.images),
        bad="![A calf](pictures/calf.svg)\n![Eine Wade](bilder/wade.svg)",
        good="![A calf](pictures/calf.svg)\n![Eine Wade](pictures/calf.svg)",
    ),
    Rule(
        code="T104",
        name="image-alternative-lost",
        severity=Severity.ERROR,
        summary="A picture has a text alternative in the source and none in the translation.",
        why="People who cannot see the picture would not learn what it shows.",
        fix="Translate the words between ![ and ].",
        check=_alternative,
        bad="![A calf](pictures/calf.svg)\n![](pictures/calf.svg)",
        good="![A calf](pictures/calf.svg)\n![Eine Wade](pictures/calf.svg)",
    ),
    Rule(
        code="T105",
        name="html-tags",
        severity=Severity.ERROR,
        summary="HTML tags are missing or added.",
        why="A lost tag breaks the page; an added one can run a program on the reader's device.",
        fix="Keep the tags of the source; add none but those for direction, ruby and line breaks.",
        check=_tags,
        bad="Take <strong>one</strong>.\n<script>x</script>Nehmen Sie eine.",
        good="Take <strong>one</strong>.\nNehmen Sie <strong>eine</strong>.",
    ),
    Rule(
        code="T106",
        name="html-unclosed",
        severity=Severity.ERROR,
        summary="An HTML tag that the translation may use is not closed.",
        why="All text that follows on the page would be taken to be inside it.",
        fix="Close each tag.",
        check=_unclosed,
        bad="lang: ar\nTake one.\nخذ <bdi>واحدة.",
        good="lang: ar\nTake one.\nخذ <bdi>واحدة</bdi>.",
    ),
    Rule(
        code="T107",
        name="attributes",
        severity=Severity.ERROR,
        summary="Attributes such as classes, ids, styles or handlers are missing or added.",
        why="An added attribute can hide text from the reader or run a program.",
        fix="Copy each {: … } from the source; add none.",
        check=_difference("attributes differ", _attributes),
        bad="Take one.\nNehmen Sie *eine*{: style=display:none }.",
        good="Take *one*{: .dose }.\nNehmen Sie *eine*{: .dose }.",
    ),
    Rule(
        code="T108",
        name="placeholder",
        severity=Severity.ERROR,
        summary="Placeholders in braces are missing, added or changed.",
        why="The reader would see a name in braces in place of a date or a language.",
        fix="Copy each placeholder as it is.",
        check=_placeholders,
        bad="Reviewed by {name}\nGeprüft von {Name}",
        good="Reviewed by {name}\nGeprüft von {name}",
    ),
    Rule(
        code="T109",
        name="footnote",
        severity=Severity.ERROR,
        summary="References to footnotes are missing or added.",
        why="The reader could not find the source of a statement.",
        fix="Keep each [^…] of the source.",
        check=_difference("footnotes differ", lambda inline: inline.footnotes),
        bad="Most spasms stop.[^1]\nDie meisten Krämpfe hören auf.",
        good="Most spasms stop.[^1]\nDie meisten Krämpfe hören auf.[^1]",
    ),
    Rule(
        code="T110",
        name="literal-markup",
        severity=Severity.ERROR,
        summary="Markup would be shown as text.",
        why="Stray signs disturb reading, and a screen reader reads each of them aloud.",
        fix="Close what is opened; no space between ] and (; write * or **, never _.",
        check=_literal_markup,
        bad="Take **one**.\nNehmen Sie **eine.",
        good="Take **one**.\nNehmen Sie **eine**.",
    ),
    Rule(
        code="T111",
        name="line-break",
        severity=Severity.WARNING,
        summary="Line breaks are missing or added.",
        why="Lines of an address or a list of steps would run together.",
        fix="Break the line where the source does, and nowhere else.",
        check=_inner_breaks,
        bad="Line one  \\nLine two\nZeile eins, Zeile zwei",
        good="Line one  \\nLine two\nZeile eins  \\nZeile zwei",
    ),
)
