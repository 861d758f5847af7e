"""Rules for words across a whole catalog: those of the glossary, and texts translated in more than one way.

They need more than one message at a time: their subject is `Words`, and each finding belongs to one of its pairs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.article.glossary import variants
from pipeline.checks.background import Term
from pipeline.checks.rule import Problem, Rule
from pipeline.checks.translation import Pair
from pipeline.checks.writing.forms import holds, source_pattern
from pipeline.checks.writing.words import WORD
from pipeline.locale import Locale
from pipeline.model import Severity
from pipeline.readings import split_reading

_LONG = 40
_START = 2
"""Letters of a term's first word that stay in all its forms."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of a project."""

    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The translated messages of one article in one language (or of several), and the glossary."""

    pairs: Sequence[Pair]
    glossary: Glossary = field(default_factory=Glossary)


Found = Iterator[tuple[Pair, Problem]]


def read_glossary(entries: Iterable[Pair], more: Iterable[Term] = ()) -> Glossary:
    """Return the glossary whose articles' terms (kind ``dt``) and translations are among `entries`, and `more` terms.

    What `more` says about a term of the glossary is joined to it.
    """
    forms: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for pair in entries:
        if pair.segment.kind == "dt":
            forms[split_reading(pair.source.text)[0]][pair.locale.name] = tuple(variants(pair.target.text))
    given = {term.source: term for term in more}
    terms = [Term(source, known) for source, known in forms.items() if source not in given]
    for source, term in given.items():
        terms.append(Term(source, {**forms.get(source, {}), **term.forms}, term.forbidden, term.do_not_translate))
    return Glossary(tuple(terms))


def agreed(pair: Pair, glossary: Glossary) -> list[tuple[str, tuple[str, ...]]]:
    """Return the terms of the glossary in a message, each with the translations that are right."""
    return [
        (term.source, (term.source,) if term.do_not_translate else _of(term.forms, pair.locale))
        for _, terms in _uses([pair], glossary)
        for term in terms
    ]


# --- terms -------------------------------------------------------------------------------------------------------


def check_terms(pairs: Sequence[Pair], glossary: Glossary) -> Found:
    """Yield each term of the glossary that an article translates otherwise: once, at its first message."""
    told: set[int] = set()
    for pair, terms in _uses(pairs, glossary):
        for term in terms:
            forms = _of(term.forms, pair.locale)
            if not forms or id(term) in told or any(holds(pair.target.text, form) for form in forms):
                continue
            told.add(id(term))
            wanted = " or ".join(f"“{form}”" for form in forms)
            yield pair, Problem(f"the glossary translates “{term.source}” as {wanted}", fix=f"Write {wanted}.")


def check_forbidden(pairs: Sequence[Pair], glossary: Glossary) -> Found:
    """Yield each use of a translation that the glossary forbids."""
    for pair, terms in _uses(pairs, Glossary(tuple(term for term in glossary.terms if term.forbidden))):
        for term in terms:
            for form in _of(term.forbidden, pair.locale):
                if form and _exactly(form).search(pair.target.text):
                    right = " or ".join(f"“{form}”" for form in _of(term.forms, pair.locale))
                    yield pair, Problem(f"“{form}” is not to be used for “{term.source}”", fix=_advice(right))
                    break


def check_kept(pairs: Sequence[Pair], glossary: Glossary) -> Found:
    """Yield each name that has to stay as it is and does not."""
    names = Glossary(tuple(term for term in glossary.terms if term.do_not_translate))
    for pair, terms in _uses(pairs, names):
        for term in terms:
            allowed = (*variants(term.source), *_of(term.forms, pair.locale))
            if not any(holds(pair.target.text, name) for name in allowed):
                yield pair, Problem(f"“{term.source}” is a name and is not translated", fix=f"Write “{term.source}”.")


def _advice(right: str) -> str:
    return f"Write {right}." if right else ""


def _of(forms: Mapping[str, tuple[str, ...]], locale: Locale) -> tuple[str, ...]:
    return forms.get(locale.name) or forms.get(locale.name.partition("_")[0], ())


def _exactly(form: str) -> re.Pattern[str]:
    # Where words have no spaces between them, a letter may well follow.
    around = (r"(?<!\w)", r"(?!\w)") if form.isascii() or form.upper() != form.lower() else ("", "")
    return re.compile(around[0] + re.escape(form) + around[1], re.IGNORECASE)


def _uses(pairs: Sequence[Pair], glossary: Glossary) -> Iterator[tuple[Pair, list[Term]]]:
    """Yield each message that holds terms of the glossary, and these."""
    named = [(variant, term) for term in glossary.terms for variant in variants(term.source)]
    named.sort(key=lambda each: len(each[0]), reverse=True)  # a longer term hides a shorter one within it
    by_start: defaultdict[str, list[tuple[int, re.Pattern[str], Term]]] = defaultdict(list)
    for place, (variant, term) in enumerate(named):
        if first := WORD.search(variant.lower()):
            by_start[first[0][:_START]].append((place, re.compile(source_pattern(variant)), term))
    for pair in pairs if by_start else ():
        starts = by_start.keys() & {word[:_START] for word in WORD.findall(pair.source.text.lower())}
        candidates = sorted((each for start in starts for each in by_start[start]), key=lambda each: each[0])
        if candidates and (found := _named(pair.source.text, candidates)):
            yield pair, found


def _named(text: str, candidates: list[tuple[int, re.Pattern[str], Term]]) -> list[Term]:
    found: dict[int, Term] = {}
    for _, pattern, term in candidates:
        text, count = pattern.subn(" ", text)
        if count:
            found[id(term)] = term
    return list(found.values())


# --- the same text twice -----------------------------------------------------------------------------------------


def check_inconsistent(pairs: Sequence[Pair], _: Glossary | None = None) -> Found:
    """Yield each message that another article translates otherwise."""
    first: dict[tuple[object, ...], str] = {}
    for pair in pairs:
        key = (pair.locale.name, pair.segment.key, pair.segment.kind)
        other = first.setdefault(key, pair.translation)
        if other != pair.translation:
            yield pair, Problem(f"another article translates the same text as “{other}”")


def check_reused(pairs: Sequence[Pair], _: Glossary | None = None) -> Found:
    """Yield each long translation that stands for another text too."""
    first: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        if len(pair.translation) < _LONG:
            continue
        other = first.setdefault((pair.locale.name, pair.translation), pair)
        if _differ(other.source.text, pair.source.text):
            yield pair, Problem(f"“{_shortened(other.source.text)}” has the same translation")


def _differ(one: str, other: str) -> bool:
    """Whether two texts differ in more than case, spaces and punctuation."""
    return [*filter(str.isalnum, one.lower())] != [*filter(str.isalnum, other.lower())]


def _shortened(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"


# --- the rules ---------------------------------------------------------------------------------------------------


def _alone(find: Callable[[Sequence[Pair], Glossary], Found]) -> Callable[[Words], Iterator[Problem]]:
    """Return `find` as the check of a rule."""

    def check(words: Words) -> Iterator[Problem]:
        return (problem for _, problem in find(words.pairs, words.glossary))

    return check


RULES: tuple[Rule[Words], ...] = (
    Rule(
        code="T401",
        name="glossary",
        severity=Severity.WARNING,
        summary="A term of the glossary is translated otherwise than the glossary has it.",
        why="Readers cannot find the word in the glossary, and may take it for another thing.",
        fix="Use the word of the glossary, or change the glossary.",
        check=_alone(check_terms),
        bad="Blood flows through the artery.\nDas Blut fließt durch die Schlagader.",
        good="Blood flows through the artery.\nDas Blut fließt durch die Arterie.",
    ),
    Rule(
        code="T402",
        name="forbidden-term",
        severity=Severity.ERROR,
        summary="A translation is used that the glossary forbids.",
        why="The project knows that readers misunderstand it, or that it hurts them.",
        fix="Use the word of the glossary.",
        check=_alone(check_forbidden),
        bad="Ask your doctor about the cramp.\nFragen Sie Ihren Arzt nach dem Spasmus.",
        good="Ask your doctor about the cramp.\nFragen Sie Ihren Arzt nach dem Krampf.",
    ),
    Rule(
        code="T403",
        name="do-not-translate",
        severity=Severity.WARNING,
        summary="A name that has to stay as it is has been translated or left out.",
        why="Readers cannot find the product, the place or the organization.",
        fix="Write the name as the source does.",
        check=_alone(check_kept),
        bad="The Mayo Clinic has a page.\nDie Mai-Klinik hat eine Seite.",
        good="The Mayo Clinic has a page.\nDie Mayo Clinic hat eine Seite.",
    ),
    Rule(
        code="T404",
        name="inconsistent",
        severity=Severity.NOTE,
        summary="The same text is translated in two ways.",
        why="Readers may look for a difference where there is none.",
        fix="Use one translation for both, if nothing speaks against it.",
        check=_alone(check_inconsistent),
        bad="Call a doctor.\nRufen Sie einen Arzt.\nCall a doctor.\nHolen Sie ärztliche Hilfe.",
        good="Call a doctor.\nRufen Sie einen Arzt.\nCall a doctor.\nRufen Sie einen Arzt.",
    ),
    Rule(
        code="T405",
        name="reused",
        severity=Severity.WARNING,
        summary="Two different texts have the same long translation.",
        why="One of them has probably been pasted in the wrong place, and its text is missing.",
        fix="Compare both with their sources.",
        check=_alone(check_reused),
        bad="Do not drive for an hour after it.\nNach der Untersuchung dürfen Sie eine Stunde lang nichts essen.\n"
        "Do not eat for an hour after it.\nNach der Untersuchung dürfen Sie eine Stunde lang nichts essen.",
        good="Do not drive for an hour after it.\nNach der Untersuchung dürfen Sie eine Stunde lang nicht fahren.\n"
        "Do not eat for an hour after it.\nNach der Untersuchung dürfen Sie eine Stunde lang nichts essen.",
    ),
)

FINDERS: Mapping[str, Callable[[Sequence[Pair], Glossary], Found]] = {
    "T401": check_terms,
    "T402": check_forbidden,
    "T403": check_kept,
    "T404": check_inconsistent,
    "T405": check_reused,
}
"""What finds the problems of each rule, with the pair that each belongs to."""
