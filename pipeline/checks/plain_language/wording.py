"""Rules for the words of a sentence: words with a plainer one, verbs hidden in nouns, words for people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from pipeline.article.prose import text_of
from pipeline.checks.manuscript import Manuscript
from pipeline.checks.plain_language.draft import Draft, Spot, draft_of
from pipeline.checks.plain_language.language import Match, PhraseTable, people_of, plainer_of, weak_verbs_of
from pipeline.checks.plain_language.worth import CostlySentence, Ledger, worst_sentences
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Document, Severity

_QUOTES = '"“”„«»‘'
_NOUN_ENDS = re.compile(
    r"\s*(?:[^\s\w]|$|(?:and|are|as|at|can|do|for|from|had|have|in|may|might|must|need|often|on|or|should|than|to|were|who|"
    r"will|with|would)\b)"
)
"""What stands behind “the elderly” where it means people; English only, as that list is."""

_EXPLAINED = frozenset({"a", "dt", "abbr", "dfn", "cite"})
"""Elements whose words are explained elsewhere, or are names."""


@lru_cache(maxsize=2)
def worst_of(draft: Draft) -> dict[int, CostlySentence]:
    """Return the worst sentences of a draft by their place in `Draft.spots`; none where the text is short.

    In a short text each sentence would be worth whole grades, and the grade is only a hint.
    """
    measured = draft.measure
    return {} if measured.indicative else {worst.index: worst for worst in worst_sentences(measured)}


@lru_cache(maxsize=2)
def ledger_of(draft: Draft) -> Ledger:
    """Return the counts of a draft whose text was measured."""
    return Ledger(draft.measure)


def _matches(draft: Draft, table: Callable[[str], PhraseTable]) -> Iterator[tuple[int, Spot, Match]]:
    """Yield each phrase of the list with its sentence, but for those that the article explains or quotes."""
    phrases = table(draft.language)
    explained = _explained(draft.document) if len(phrases) else frozenset()
    for index, spot in enumerate(draft.spots if len(phrases) else ()):
        for match in phrases.find(spot.text):
            if not (match.said.casefold() in explained or _left_alone(spot.text, match)):
                yield index, spot, match


@lru_cache(maxsize=2)
def _explained(document: Document) -> frozenset[str]:
    """Return the words, in small letters, that are linked to an explanation, or defined here."""
    texts = (text_of(document, each).casefold() for each in document.root.iter() if each.tag in _EXPLAINED)
    return frozenset(word for text in texts for word in (text.strip(), *text.split()))


def _left_alone(sentence: str, match: Match) -> bool:
    """Tell whether a phrase is quoted, explained in the brackets behind it, or itself the explanation in brackets."""
    before, behind = sentence[: match.start].rstrip(), sentence[match.end :].lstrip()
    return before.endswith((*_QUOTES, "(", "（")) or behind.startswith(("(", "（"))


def _plainer(subject: Manuscript) -> Iterator[Problem]:
    draft = draft_of(subject)
    for index, spot, match in _matches(draft, plainer_of):
        gain = ""
        if index in worst_of(draft):
            gain = ledger_of(draft).replaced(match.said, match.plainer).told("writing that")
        message = f"“{match.said}”: a plainer word is “{match.plainer}”{gain}"
        yield Problem(message, spot.line, spot.text, f"write “{match.plainer}”, if it fits")


def _nouns(subject: Manuscript) -> Iterator[Problem]:
    for _, spot, match in _matches(draft_of(subject), weak_verbs_of):
        message = f"“{match.said}” hides a verb: “{match.plainer}”"
        yield Problem(message, spot.line, spot.text, f"write “{match.plainer}”")


def _people(subject: Manuscript) -> Iterator[Problem]:
    for _, spot, match in _matches(draft_of(subject), people_of):
        if match.said.casefold().startswith("the ") and not _NOUN_ENDS.match(spot.text, match.end):
            continue  # “the blind spot”, “the elderly woman”
        message = f"“{match.said}” puts the illness before the person"
        yield Problem(message, spot.line, spot.text, f"write “{match.plainer}”, if it fits")


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="R106",
        name="plainer-word",
        severity=Severity.NOTE,
        summary="A word or phrase has a plainer one.",
        why="In health texts rare words tell more than long sentences (PEMAT 3, CDC Index 7, SHeLL).",
        fix="Use the plainer word; explain a term that readers need to know, or link it to the glossary.",
        check=_plainer,
        bad="Utilise a heating pad prior to exercise.",
        good="Use a heating pad before exercise.",
    ),
    Rule(
        code="R108",
        name="hidden-verb",
        severity=Severity.NOTE,
        summary="A noun hides what is done.",
        why="A verb says the same in fewer words, and says who does it.",
        fix="Use the verb.",
        check=_nouns,
        bad="Your doctor will make a decision.",
        good="Your doctor will decide.",
    ),
    Rule(
        code="R120",
        name="person-first",
        severity=Severity.NOTE,
        summary="Words reduce people to an illness.",
        why="People who feel labelled stop reading, and may not ask for help (SHeLL, person-centred language).",
        fix="Name the person first, then what they have, unless the people in question prefer otherwise.",
        check=_people,
        bad="Diabetics may get cramps.",
        good="People with diabetes may get cramps.",
    ),
)
