"""What we ask Babel: names, tags, directions, plural forms, dates and numbers of locales."""

from __future__ import annotations

import datetime as dt
import difflib
import math
import re
from dataclasses import dataclass
from functools import cache

from babel import Locale as BabelLocale
from babel import UnknownLocaleError
from babel.dates import format_date as babel_format_date
from babel.lists import format_list as babel_format_list
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal, format_percent

_IDENTIFIER = re.compile(r"[A-Za-z]{2,3}(?:_[A-Za-z]{4})?(?:_(?:[A-Za-z]{2}|[0-9]{3}))?")


_SCRIPT = 4
"""The length of the code of a script, as in ``zh_Hans``."""


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
