"""Rules for the signs of a text: spaces, brackets, quotation marks, composed and disguised letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import is_normalized, normalize

from pipeline.checks.rule import Problem, Rule
from pipeline.checks.translation import Pair
from pipeline.checks.writing.balance import lone_bracket, lone_quotation_mark
from pipeline.checks.writing.french import respaced
from pipeline.checks.writing.homoglyphs import disguised
from pipeline.model import Severity

_SPACES = re.compile(r"(?<=\S)  +(?=\S)")
_CODE_OR_SPACES = re.compile(r"(?P<ticks>`+)(?s:.+?)(?P=ticks)(?!`)|(?<=\S)  +(?=\S)")
_CONTEXT = 12
# Quebec sets no space before `;`, `!` and `?`; Switzerland has houses of both kinds.
_OTHER_FRENCH = frozenset({"fr_CA", "fr_CH"})
_CLOSED_UP = frozenset({"abbr"})
"""Kinds whose colon is no punctuation mark but parts short form and long form."""


def _code_dropped(match: re.Match[str]) -> str:
    return "`" if match["ticks"] else match[0]


def _without_double_spaces(pair: Pair) -> str | None:
    if "  " not in pair.translation or _SPACES.search(_CODE_OR_SPACES.sub(_code_dropped, pair.segment.text)):
        return None
    mended = _CODE_OR_SPACES.sub(lambda match: match[0] if match["ticks"] else " ", pair.translation)
    return mended if mended != pair.translation else None


def _double_space(pair: Pair) -> Iterator[Problem]:
    mended = _without_double_spaces(pair)
    if mended is not None:
        yield Problem(f"there are two spaces {_where(pair.translation, mended)}")


def _where(text: str, mended: str) -> str:
    """Say where the first difference is."""
    first = next((at for at, (old, new) in enumerate(zip(text, mended, strict=False)) if old != new), len(mended))
    return f"at “{text[max(first - _CONTEXT, 0) : first + _CONTEXT].strip()}”"


def _brackets(pair: Pair) -> Iterator[Problem]:
    sign = lone_bracket(pair.target.text)
    if sign and not lone_bracket(pair.source.text):
        yield Problem(f"the bracket {sign} stands alone")


def _quotes(pair: Pair) -> Iterator[Problem]:
    sign = lone_quotation_mark(pair.target.text)
    if sign and not lone_quotation_mark(pair.source.text):
        yield Problem(f"the quotation mark {sign} stands alone")


def _with_french_spaces(pair: Pair) -> str | None:
    name = pair.locale.name
    if name[:2] != "fr" or name[2:3].isalpha() or name in _OTHER_FRENCH or pair.segment.kind in _CLOSED_UP:
        return None
    if pair.translation == pair.segment.text:
        return None
    mended = respaced(pair.translation)
    return mended if mended != pair.translation else None


def _french_spaces(pair: Pair) -> Iterator[Problem]:
    mended = _with_french_spaces(pair)
    if mended is not None:
        yield Problem(f"a no-break space is missing {_where(pair.translation, mended)}")


def _composed(pair: Pair) -> str | None:
    text = pair.translation
    if text.isascii() or is_normalized("NFC", text):
        return None
    composed = normalize("NFC", text)
    # As long as before: only the order of marks differs, as it does in everyday Arabic and Bengali, and nobody sees it.
    return composed if len(composed) < len(text) else None


def _not_composed(pair: Pair) -> Iterator[Problem]:
    if _composed(pair) is not None:
        yield Problem("letters and their accents are stored apart")


def _homoglyphs(pair: Pair) -> Iterator[Problem]:
    found = disguised(pair.target.text)
    if found and found[0] not in pair.source.text:
        word, letter, script = found
        yield Problem(f"in “{word}” the letter {letter} (U+{ord(letter):04X}) is {script}", fix=f"Type “{word}” again.")


RULES: tuple[Rule[Pair], ...] = (
    Rule(
        code="T306",
        name="double-space",
        severity=Severity.NOTE,
        summary="There are two spaces where one is enough.",
        why="The plain-text edition shows them, and they are a sign of a word that was taken out.",
        fix="Keep one space.",
        check=_double_space,
        mend=_without_double_spaces,
        bad="Drink water.\nTrinken Sie  Wasser.",
        good="Drink water.\nTrinken Sie Wasser.",
    ),
    Rule(
        code="T309",
        name="bracket-balance",
        severity=Severity.WARNING,
        summary="A bracket is not closed, or was never opened.",
        why="Readers cannot tell where the aside ends.",
        fix="Set both brackets, or none.",
        check=_brackets,
        bad="Rest (one day).\nRuhen Sie (einen Tag.",
        good="Rest (one day).\nRuhen Sie (einen Tag).",
        more=(
            (
                "lang: ja\nRest (one day).\n休んでください（一日。",
                "lang: ja\nRest (one day).\n休んでください（一日）。",
            ),
        ),
    ),
    Rule(
        code="T310",
        name="quote-balance",
        severity=Severity.WARNING,
        summary="A quotation mark has no partner.",
        why="Readers cannot tell where the quotation begins or ends.",
        fix="Set both quotation marks, or none.",
        check=_quotes,
        bad="Say “no”.\nSagen Sie „nein.",
        good="Say “no”.\nSagen Sie „nein“.",
        more=(("lang: zh_Hans\nSay “no”.\n说“不。", "lang: zh_Hans\nSay “no”.\n说“不”。"),),
    ),
    Rule(
        code="T311",
        name="french-spacing",
        severity=Severity.NOTE,
        summary="A no-break space is missing before a French punctuation mark or inside French quotation marks.",
        why="The mark can end up alone at the beginning of a line.",
        fix="Set a no-break space (U+00A0, or the narrow U+202F) before : ; ? ! », and after «.",
        check=_french_spaces,
        mend=_with_french_spaces,
        bad="lang: fr\nDoes it hurt?\nAvez-vous mal ?",
        good="lang: fr\nDoes it hurt?\nAvez-vous mal\u202f?",
    ),
    Rule(
        code="T312",
        name="decomposed",
        severity=Severity.NOTE,
        summary="Letters and their accents are stored apart.",
        why="Searching on the page does not find such words, and some screen readers spell them out.",
        fix="Store them in one piece (Unicode's form NFC).",
        check=_not_composed,
        mend=_composed,
        bad="lang: fr\ndoctor\nme\u0301decin",
        good="lang: fr\ndoctor\nm\u00e9decin",
        more=(("lang: ja\nglass\nク\u3099ラス", "lang: ja\nglass\nグラス"),),
    ),
    Rule(
        code="T313",
        name="homoglyph",
        severity=Severity.WARNING,
        summary="A letter of another script stands in a word because it looks the same.",
        why="A screen reader stumbles over the word, and nobody can search for it.",
        fix="Type the word again with the keyboard of your language.",
        check=_homoglyphs,
        bad="lang: ru\nthe patient\nпaциент",
        good="lang: ru\nthe patient\nпациент",
        more=(("lang: el\nthe patient\nο ασθεvής", "lang: el\nthe patient\nο ασθενής"),),
    ),
)
