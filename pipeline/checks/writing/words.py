"""Words and names in a text, apart from what a translator may well leave as it is."""

from __future__ import annotations

import re

from pipeline.locale import Locale

WORD = re.compile(r"[^\W\d_]+")
ADDRESS = re.compile(r"(?<!\S)\S*(?:://|www\.|@|\w\.[A-Za-z]{2,6}(?:/|\b(?!\.)))\S*")
"""A web or mail address, as people read it."""

_QUOTED = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|\"[^\"]*\"|「[^「」]*」|『[^『』]*』|《[^《》]*》")


def unquoted(text: str) -> str:
    """Return `text` without what stands in quotation marks, such as the titles of works."""
    return _QUOTED.sub(" ", text)


def language_of(locale: Locale) -> str:
    """Return the language of `locale` without script and territory: ``pt`` for ``pt_BR``."""
    return locale.name.partition("_")[0]
