"""What an author changed, graded by the harm that the old translation could do (see `pipeline.catalogs.edits`).

The words for numbers, units, negations and limits are those of the safety rules; here both texts are in one language,
so that every change counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from pipeline.article.glossary import variants
from pipeline.catalogs.edits import Edit, Harm, cosmetic, digits, grade_plainly, read_shape
from pipeline.checks.medicines import medicines
from pipeline.checks.safety.amount import Amount
from pipeline.checks.safety.facts import Facts, facts
from pipeline.checks.safety.languages import language, language_code
from pipeline.checks.safety.lexicon import Found
from pipeline.checks.writing.forms import source_pattern

_TURNING = {"negation": {"strong", "paired", "prohibit", "mild", "soft"}, "limits": None, "bounds": None}
"""The families, and their keys (None: all), whose words can turn a statement round or bound it."""

_MORE = {
    "en": "stop stops before after less more fewer least most under over above below until till always must emergency",
    "de": "stopp stoppen aufhören vor nach weniger mehr unter über bis immer müssen erst sofort notfall",
    "es": "deje parar suspenda antes después menos más debajo encima hasta siempre debe emergencia",
    "fr": "arrêtez cessez avant après moins plus dessous dessus jusque toujours devez urgence",
    "pt": "pare suspenda antes depois menos mais abaixo acima até sempre deve emergência",
    "it": "smetta sospenda prima dopo meno più sotto sopra fino sempre deve emergenza",
}
"""Words of some languages that say when, how much or whether, beyond the lists of the safety rules."""

_ELSEWHERE_TOO = frozenset(
    {"times", "second", "foot", "patch", "injection", "slice", "cup", "glass", "drop", "deg", "m"}
)
"""Units whose names mean other things as well; without a number they do not count."""

_PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "des", "anti", "hypo", "hyper")
"""Beginnings that turn a word into its opposite in one of these languages."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SIGN = re.compile(r"(?<!\w)[-−+±≈](?=\d)|[<>≤≥](?=\s?\d)")
"""What stands before a number and makes another of it."""

_CACHED = 2048


def grader(tag: str, terms: Iterable[str] = ()) -> Callable[[str, str], Edit]:
    """Return the function that grades edits of texts in the language of `tag`; `terms` are those of the glossary."""
    code = language_code(tag)
    patterns = [(term, re.compile(source_pattern(form))) for term in terms for form in variants(term)]

    @lru_cache(maxsize=_CACHED)
    def grade(old: str, new: str) -> Edit:
        one, other = read_shape(old).plain, read_shape(new).plain
        reasons = dict.fromkeys(_reasons(facts(one, code), facts(other, code), code))
        reasons |= dict.fromkeys(_names_changed(one, other, patterns))
        if reasons:
            return Edit(Harm.CRITICAL, tuple(reasons))
        if not language(code).known:
            return grade_plainly(old, new)
        if digits(old) != digits(new) and not facts(one, code).amounts:
            return grade_plainly(old, new)
        found = cosmetic(old, new, commas=not _delicate(facts(one, code)))
        return Edit(Harm.WORDING) if found is None or _months(old, new, code) else Edit(Harm.COSMETIC, found)

    return grade


def _reasons(old: Facts, new: Facts, code: str) -> Iterator[str]:
    """Say everything in the words that makes the edit critical."""
    yield from _amounts(old, new)
    signs, new_signs = _SIGN.findall(old.text), _SIGN.findall(new.text)
    if signs != new_signs:
        yield f"{_listed(signs) or 'no sign'} → {_listed(new_signs) or 'no sign'} before a number"
    order, new_order = (_turning(each, code) for each in (old, new))
    turning, others = Counter(order), Counter(new_order)
    if turning != others:
        yield from _replaced([*(turning - others).elements()], [*(others - turning).elements()])
    elif _scope_moved(old, new):
        yield f"“{min(turning)}” belongs to other words now"
    elif order != new_order:
        yield f"the order of {_listed(sorted(turning))}"
    yield from _opposites(old.text, new.text)
    for family in ("units", "periods", "warnings"):
        gone, added = (sorted(_keys(each, family) - _keys(than, family)) for each, than in ((old, new), (new, old)))
        yield from _replaced(gone, added)


def _replaced(gone: Sequence[str], added: Sequence[str]) -> Iterator[str]:
    """Say what took whose place."""
    if gone and added:
        yield f"{_listed(gone)} → {_listed(added)}"
    elif gone or added:
        yield f"{_listed(gone or added)} {'is gone' if gone else 'is new'}"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))


# --- numbers -------------------------------------------------------------------------------------------------------


def _amounts(old: Facts, new: Facts) -> Iterator[str]:
    before, after = ([amount for amount in of.amounts if _counts(amount)] for of in (old, new))
    keys, new_keys = ([_identity(amount) for amount in amounts] for amounts in (before, after))
    if keys == new_keys:
        return
    gone, added = Counter(keys) - Counter(new_keys), Counter(new_keys) - Counter(keys)
    if not gone and not added:
        yield "the order of the numbers"
        return
    texts = [
        [of.text[amount.start : amount.end].strip() for amount in amounts if _identity(amount) in changed]
        for of, amounts, changed in ((old, before, gone), (new, after, added))
    ]
    yield f"{', '.join(texts[0]) or 'no number'} → {', '.join(texts[1]) or 'no number'}"


def _counts(amount: Amount) -> bool:
    if amount.digits or amount.sure:
        return True
    return amount.value != 1 and amount.unit not in {"times", "monthname"}


def _identity(amount: Amount) -> tuple[object, ...]:
    values = tuple(round(value, 6) for value in amount.values)
    return values, amount.unit, amount.per, amount.ranged, amount.clock, amount.code, amount.phone


# --- words ---------------------------------------------------------------------------------------------------------


def _turning(of: Facts, code: str) -> list[str]:
    """Return the words that can turn a statement round, in their order."""
    found = [(piece.start, of.text[piece.start : piece.end]) for piece in of.found if _turns(piece)]
    more = frozenset(_MORE.get(code, "").split())
    covered = {place for piece in of.found if _turns(piece) for place in range(piece.start, piece.end)}
    words = (word for word in _WORD.finditer(of.text) if word[0] in more and word.start() not in covered)
    return [word for _, word in sorted([*found, *((each.start(), each[0]) for each in words)])]


def _turns(piece: Found) -> bool:
    for family, key in piece.meanings:
        keys = _TURNING.get(family, frozenset[str]())
        if keys is None or key in keys:
            return True
    return False


def _scope_moved(old: Facts, new: Facts) -> bool:
    """Tell whether a negation turned to a word that stood without it before, or left one that still stands."""
    before, after = _negated(old), _negated(new)
    stays = set(_WORD.findall(old.text)) & set(_WORD.findall(new.text))
    return bool((before ^ after) & stays)


def _negated(of: Facts) -> set[str]:
    """Return the words that follow a negation."""
    ends = (piece.end for piece in of.found if _turns(piece))
    return {word[0] for end in ends if (word := _WORD.search(of.text, end))}


def _opposites(old: str, new: str) -> Iterator[str]:
    """Say which words became their opposites: *safe*, *unsafe*; *harmful*, *harmless*."""
    before, after = Counter(_WORD.findall(old)), Counter(_WORD.findall(new))
    gone, added = before - after, after - before
    for word in gone:
        others = {prefix + word for prefix in _PREFIXES} | {word.removesuffix("ful") + "less"}
        others |= {word.removeprefix(prefix) for prefix in _PREFIXES} | {word.removesuffix("less") + "ful"}
        yield from (f"“{word}” → “{other}”" for other in sorted((others - {word}) & added.keys()))


def _keys(of: Facts, family: str) -> frozenset[str]:
    return of.has(family) - _ELSEWHERE_TOO if family == "units" else of.has(family)


def _delicate(of: Facts) -> bool:
    """Tell whether a comma may change the sense: *Do not stop, call* and *Do not, stop: call*."""
    return any(_turns(piece) for piece in of.found) or any(amount.digits for amount in of.amounts)


def _months(old: str, new: str, code: str) -> bool:
    """Tell whether a capital makes a month of a word, or the other way round."""
    pairs = zip(read_shape(old).words, read_shape(new).words, strict=False)
    changed = [one for one, other in pairs if one != other]
    return any("months" in facts(word, code).keys for word in changed)


# --- names ---------------------------------------------------------------------------------------------------------


def _names_changed(old: str, new: str, patterns: list[tuple[str, re.Pattern[str]]]) -> Iterator[str]:
    before, after = Counter(medicines(old)), Counter(medicines(new))
    yield from _replaced([*(before - after).elements()], [*(after - before).elements()])
    terms, new_terms = (Counter(_terms(text, patterns)) for text in (old, new))
    yield from _replaced([*(terms - new_terms).elements()], [*(new_terms - terms).elements()])


def _terms(text: str, patterns: list[tuple[str, re.Pattern[str]]]) -> Iterator[str]:
    return (term for term, pattern in patterns for _ in pattern.finditer(text))
