"""What we ask Babel: names, tags, directions, plural forms, dates and numbers of locales."""

from __future__ import annotations

import datetime as dt
import difflib
import gettext
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale as BabelLocale
from babel import UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date as babel_format_date
from babel.dates import format_timedelta
from babel.lists import format_list as babel_format_list
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal, format_percent
from babel.plural import PluralRule

_IDENTIFIER = re.compile(r"[A-Za-z]{2,3}(?:_[A-Za-z]{4})?(?:_(?:[A-Za-z]{2}|[0-9]{3}))?")


_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva"}
"""Scripts as the locales of the C library name them: ``sr@latin``."""

_SCRIPT = 4
"""The length of the code of a script, as in ``zh_Hans``."""

_COMPOUND_SCRIPTS = {
    "Hans": ("Hani",),
    "Hant": ("Hani",),
    "Jpan": ("Hani", "Hira", "Kana"),
    "Kore": ("Hang", "Hani"),
}
_ENDLESS = 10**9
"""So many hours, days or years are never reached: a period stays one of minutes."""

_ROMANIZED = frozenset({"hi", "zh"})
"""Languages that CLDR also has in Latin letters, which their readers expect only where the tag says so."""


class UnknownLocale(ValueError):
    """An identifier that CLDR does not know; the message names near ones."""


@dataclass(frozen=True, slots=True)
class Locale:
    """One language, as gettext, HTML and its readers call it."""

    name: str
    """As gettext and Babel write it: ``pt_BR``."""

    tag: str
    """As BCP 47 and HTML write it: ``pt-BR``."""

    direction: str
    """``ltr`` or ``rtl``."""

    autonym: str
    """The language's name in the language itself, with a capital where a list of languages has one."""


ACCENTED = Locale("en_XA", "en-XA", "ltr", "English (accented)")
MIRRORED = Locale("ar_XB", "ar-XB", "rtl", "English (mirrored)")
PSEUDO_LOCALES = {locale.name: locale for locale in (ACCENTED, MIRRORED)}
"""Locales that nobody speaks (XA and XB are for private use), to see what of a page breaks when it is translated."""


@cache
def parse_locale(identifier: str) -> Locale:
    """Return the locale of `identifier`, written in any of the usual ways.

    Such as ``pt_BR``, ``pt-br``, ``zh-Hans`` and ``sr@latin``; a withdrawn code becomes that of today (``iw``: ``he``).
    Raises `UnknownLocale` for anything that CLDR, as shipped with Babel, does not know.
    """
    name = _canonical(identifier)
    try:
        babel = BabelLocale.parse(name) if _IDENTIFIER.fullmatch(name) else None
    except (UnknownLocaleError, ValueError):
        babel = None
    # Babel drops a script that it has no data for; its readers would get the letters of another.
    if (
        babel is None
        or str(babel) not in locale_identifiers()
        or not set(name.split("_")) <= set(str(babel).split("_"))
    ):
        raise UnknownLocale(f"unknown locale {identifier!r}; {_nearest(name)}")
    autonym = babel.get_display_name(babel) or name
    # Babel resolves `zh_CN` to Chinese (simplified, China); the shorter name is the one that readers look for.
    return Locale(name, name.replace("_", "-"), babel.text_direction, autonym[:1].upper() + autonym[1:])


def _canonical(identifier: str) -> str:
    """Language in lower case, script in title case, territory in upper case, joined by underscores."""
    code, _, modifier = identifier.replace("-", "_").partition("@")
    language, *rest = code.split("_")
    rest = [part.title() if len(part) == _SCRIPT else part.upper() for part in rest]
    if modifier:
        rest.insert(0, _MODIFIERS.get(modifier.lower(), f"@{modifier}"))
    # Of aliases to several parts, such as Dari to the Persian of Afghanistan, only the whole name stands for the other.
    alias = get_global("language_aliases").get(language.lower(), language.lower())
    return "_".join([*alias.split("_"), *dict.fromkeys(rest)])


def _nearest(name: str) -> str:
    """Return which locales were perhaps meant: those of the language, those named so in English, those spelt alike."""
    # Babel also has some variants, such as `ca_ES_VALENCIA`, for which gettext and we have no name.
    known = sorted(filter(_IDENTIFIER.fullmatch, locale_identifiers()), key=lambda other: (other.count("_"), other))
    language = name.partition("_")[0].lower()
    near = [other for other in known if other.partition("_")[0] == language][:3] or _named(name)
    near = near or difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    return f"did you mean {' or '.join(near)}?" if near else "use a name such as es, pt_BR or zh_Hans"


def _named(name: str) -> list[str]:
    """Return the languages whose English name is much like `name`."""
    names = {told.lower(): code for code, told in BabelLocale("en").languages.items() if code in locale_identifiers()}
    return [names[near] for near in difflib.get_close_matches(name.replace("_", " ").lower(), names, n=3, cutoff=0.8)]


# --- plural forms -------------------------------------------------------------------------------------------------

_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""Of CLDR, in the order in which gettext's tools number the forms."""

_COUNTED = range(1001)
"""Things that people count; what holds for millions only (French "many") gets no form of its own, as in gettext."""

_FORMS = re.compile(r"nplurals=([0-9]+); plural=(.*);")


@cache
def plural_forms(locale: Locale) -> str:
    """Return the value of the gettext header ``Plural-Forms``, from the CLDR rules for cardinal numbers.

    The forms are the CLDR categories that the whole numbers up to 1000 have, in CLDR's order. Where a formula that
    gettext's tools write gives the same forms for these numbers, it is that one; otherwise it is made from the rules.
    """
    from babel.messages.plurals import PLURALS, get_plural  # noqa: PLC0415 - slow to import, and seldom needed

    categories = plural_categories(locale, _COUNTED)
    used = [category for category in _CATEGORIES if category in categories]
    wanted = [used.index(category) for category in categories]
    usual = [f"nplurals={count}; plural={formula};" for count, formula in dict.fromkeys(PLURALS.values())]
    own = get_plural(locale.name).plural_forms
    found = next((forms for forms in (own, *usual) if _numbered(forms) == (len(used), wanted)), None)
    return found or _made_forms(BabelLocale.parse(locale.name).plural_form, used)


def _numbered(forms: str) -> tuple[int, list[int]] | None:
    """Return how many forms there are, and which one each number gets."""
    found = _FORMS.fullmatch(forms)
    if found is None:
        return None
    form = gettext.c2py(found[2])
    return int(found[1]), [form(number) for number in _COUNTED]


def _made_forms(rule: PluralRule, used: Sequence[str]) -> str:
    conditions = {category: _condition(node) for category, node in rule.abstract}
    formula = "".join(f"{conditions[category]} ? {form} : " for form, category in enumerate(used[:-1]))
    return f"nplurals={len(used)}; plural=({formula}{len(used) - 1});"


def _condition(node: Any) -> str:
    """Return a condition of a CLDR rule, as Babel has parsed it, in the language of gettext's formulas.

    A gettext formula knows whole numbers only, so what a rule says about decimals is ``0`` (never) or ``1`` (always).
    """
    kind, parts = node
    if kind == "relation":
        return _relation(*parts[1:])
    if kind == "not":
        inner = _condition(parts[0])
        return {"0": "1", "1": "0"}.get(inner, f"!({inner})")
    joint, idle, decisive = (" && ", "1", "0") if kind == "and" else (" || ", "0", "1")
    told = [condition for part in parts if (condition := _condition(part)) != idle]
    if decisive in told:
        return decisive
    return joint.join(f"({each})" if "||" in each else each for each in told) if told else idle


def _relation(operand: Any, ranges: Any) -> str:
    """Return the condition that an operand is in one of several ranges."""
    kind, parts = operand
    name, divisor = (parts[0][0], f"%{parts[1][1][0]}") if kind == "mod" else (kind, "")
    limits = [(low[1][0], high[1][0]) for low, high in ranges[1]]
    if name not in {"n", "i"}:  # about the digits of a decimal fraction, of which a whole number has none
        return str(int(any(low <= 0 <= high for low, high in limits)))
    told = [f"n{divisor}=={low}" if low == high else f"n{divisor}>={low} && n{divisor}<={high}" for low, high in limits]
    return " || ".join(told)


@cache
def scripts_of(locale: Locale) -> frozenset[str]:
    """Return the scripts that `locale` is written in, by their ISO 15924 codes (``Cyrl``, ``Latn``).

    A script that the name gives is the only one; a language without one may be written in all that CLDR has data for.
    Empty if CLDR does not know the language.
    """
    language, *rest = locale.name.split("_")
    # A territory alone may tell the script: `pa_PK`, `zh_TW`.
    likely = get_global("likely_subtags").get(locale.name) or get_global("likely_subtags").get(language, "")
    given = [part for part in (*rest, *likely.split("_")) if len(part) == _SCRIPT and part.isalpha()]
    named = set(given[:1])
    if not rest and language not in _ROMANIZED:
        others = (identifier.split("_") for identifier in locale_identifiers())
        named.update(other[1] for other in others if other[0] == language and len(other[1:] and other[1]) == _SCRIPT)
    return frozenset(script for name in named for script in _COMPOUND_SCRIPTS.get(name, (name,)))


def plural_categories(locale: Locale, numbers: Iterable[int]) -> list[str]:
    """Return the CLDR category (``one``, ``few``, ``other`` …) of each of `numbers`: those of one need one form."""
    category = BabelLocale.parse(locale.name).plural_form
    return [category(number) for number in numbers]


@cache
def _languages() -> frozenset[str]:
    return frozenset(str(code).partition("_")[0] for code in BabelLocale("en").languages)


def is_known_language(code: str) -> bool:
    """Tell whether CLDR, as shipped with Babel, knows the language with the code `code` (``es``), with data or not."""
    return code in _languages()


def _babel(locale: Locale) -> BabelLocale:
    """Return what CLDR knows of `locale`; of a pseudo-locale, what it knows of the language."""
    return BabelLocale.parse(locale.name.partition("_")[0] if locale.name in PSEUDO_LOCALES else locale.name)


def language_name(locale: Locale, reader: Locale) -> str:
    """Return what readers of `reader` call the language of `locale` (``anglais``)."""
    return _babel(locale).get_display_name(_babel(reader)) or locale.name


def open_graph_name(locale: Locale) -> str:
    """Return `locale` as Open Graph writes it: language and territory, the likeliest one where none is given."""
    language, *rest = locale.name.split("_")
    likely = get_global("likely_subtags")
    found = likely.get(locale.name) or likely.get("_".join([language, *rest[:-1]])) or likely.get(language) or ""
    territories = [part for part in (*rest, *found.split("_")[1:]) if len(part) != _SCRIPT]
    return "_".join([language, *territories[:1]])


def format_date(date: dt.date, locale: Locale) -> str:
    """Return `date` in full, as people of `locale` write it (``22 novembre 2026``)."""
    return babel_format_date(date, format="long", locale=_babel(locale))


def format_minutes(minutes: int, locale: Locale) -> str:
    """Return a number of minutes in full, in the form that the language has for that number (``4 دقائق``)."""
    # Not `format_unit`, which gives the name of its key in languages with one form only: "3 duration-minute".
    period = dt.timedelta(minutes=minutes)
    return format_timedelta(period, granularity="minute", threshold=_ENDLESS, locale=_babel(locale))


def format_number(number: float, locale: Locale) -> str:
    """Return `number` with the separators of `locale`."""
    return format_decimal(number, locale=_babel(locale))


def format_share(share: float, locale: Locale) -> str:
    """Return a share between 0 and 1 as a percentage, rounded down so that 100 % means all."""
    # Rounding to six digits first, because 0.29 * 100 is a little less than 29 in binary.
    return format_percent(math.floor(round(share * 100, 6)) / 100, locale=_babel(locale))


def format_names(names: list[str], locale: Locale) -> str:
    """Return a list of names as running text (``a, b y c``)."""
    return babel_format_list(names, locale=_babel(locale))
