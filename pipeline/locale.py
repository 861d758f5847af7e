"""What we ask Babel: names, tags, directions, plural forms, dates and numbers of locales."""

from __future__ import annotations

import datetime as dt
import difflib
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from babel import Locale as BabelLocale
from babel import UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date as babel_format_date
from babel.lists import format_list as babel_format_list
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal, format_percent

_IDENTIFIER = re.compile(r"[A-Za-z]{2,3}(?:_[A-Za-z]{4})?(?:_(?:[A-Za-z]{2}|[0-9]{3}))?")


_SCRIPT = 4
"""The length of the code of a script, as in ``zh_Hans``."""

_COMPOUND_SCRIPTS = {
    "Hans": ("Hani",),
    "Hant": ("Hani",),
    "Jpan": ("Hani", "Hira", "Kana"),
    "Kore": ("Hang", "Hani"),
}
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


@cache
def parse_locale(identifier: str) -> Locale:
    """Return the locale of `identifier`, written in any of the usual ways (``pt_BR``, ``pt-br``, ``zh-Hans``).

    Raises `UnknownLocale` for anything that CLDR, as shipped with Babel, does not know.
    """
    name = _canonical(identifier)
    try:
        babel = BabelLocale.parse(name) if _IDENTIFIER.fullmatch(name) else None
    except (UnknownLocaleError, ValueError):
        babel = None
    if babel is None or str(babel) not in locale_identifiers():
        raise UnknownLocale(f"unknown locale {identifier!r}; {_nearest(name)}")
    autonym = babel.get_display_name(babel) or name
    # Babel resolves `zh_CN` to Chinese (simplified, China); the shorter name is the one that readers look for.
    return Locale(name, name.replace("_", "-"), babel.text_direction, autonym[:1].upper() + autonym[1:])


def _canonical(identifier: str) -> str:
    """Language in lower case, script in title case, territory in upper case, joined by underscores."""
    language, *rest = identifier.replace("-", "_").split("_")
    return "_".join([language.lower(), *(part.title() if len(part) == _SCRIPT else part.upper() for part in rest)])


def _nearest(name: str) -> str:
    near = difflib.get_close_matches(name, locale_identifiers(), n=3, cutoff=0.5)
    return f"did you mean {' or '.join(near)}?" if near else "use a name such as es, pt_BR or zh_Hans"


def plural_forms(locale: Locale) -> str:
    """Return the value of the gettext header ``Plural-Forms``, from the CLDR rules for cardinal numbers."""
    from babel.messages.plurals import get_plural  # noqa: PLC0415 - slow to import, and only new catalogs need it

    return get_plural(locale.name).plural_forms


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


def language_name(locale: Locale, reader: Locale) -> str:
    """Return what readers of `reader` call the language of `locale` (``anglais``)."""
    return BabelLocale.parse(locale.name).get_display_name(BabelLocale.parse(reader.name)) or locale.name


def format_date(date: dt.date, locale: Locale) -> str:
    """Return `date` in full, as people of `locale` write it (``22 novembre 2026``)."""
    return babel_format_date(date, format="long", locale=locale.name)


def format_number(number: float, locale: Locale) -> str:
    """Return `number` with the separators of `locale`."""
    return format_decimal(number, locale=locale.name)


def format_share(share: float, locale: Locale) -> str:
    """Return a share between 0 and 1 as a percentage, rounded down so that 100 % means all."""
    # Rounding to six digits first, because 0.29 * 100 is a little less than 29 in binary.
    return format_percent(math.floor(round(share * 100, 6)) / 100, locale=locale.name)


def format_names(names: list[str], locale: Locale) -> str:
    """Return a list of names as running text (``a, b y c``)."""
    return babel_format_list(names, locale=locale.name)
