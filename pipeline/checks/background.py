"""What a project says about all its translations: the language of the sources, hosts that may differ, terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import urlsplit

from pipeline.locale import UnknownLocale, parse_locale


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a glossary."""

    source: str
    """As the glossary has it; a second name may stand in brackets: ``Multiple sclerosis (MS)``."""

    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The translations that are right, by the name of the locale (``pt_BR``) or of its language (``pt``)."""

    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The translations that must not be used, in the same way; they are searched for letter by letter."""

    do_not_translate: bool = False
    """True for a name that is the same in every language."""


@dataclass(frozen=True, slots=True)
class Background:
    """What holds for every translation of a project."""

    source_tag: str = "en"
    """The language tag of the sources."""

    hosts: tuple[str, ...] = ()
    """Hosts whose pages differ by language, so that a translator may link to another one; ``*`` stands for anything."""

    terms: tuple[Term, ...] = ()
    """Names that are not translated, and words that are not to be used."""

    def place(self, address: str) -> str:
        """Return what a translation has to keep of an address: all of it, or for these hosts only which it is."""
        try:
            host = (urlsplit(address).hostname or "") if self.hosts and "//" in address else ""
        except ValueError:  # http://[
            return address
        return next((pattern for pattern in self.hosts if host and fnmatchcase(host, pattern)), address)


ENGLISH = Background()
"""A project that says nothing, with English sources."""

BACKGROUND_KEYS = ("terms", "localizable-hosts")
"""The keys of the configuration that `read_background` reads."""

TERM_KEYS = ("do-not-translate", "forbidden")


def read_background(table: Mapping[str, Any], source_tag: str) -> tuple[Background, list[tuple[str, str]]]:
    """Return what a configuration says, and each key with what is wrong with it.

    ``localizable-hosts`` is a list of hosts; ``terms`` is a table that `read_terms` reads.
    """
    hosts, fault = _hosts(table.get("localizable-hosts", []))
    faults = [("localizable-hosts", fault)] if fault else []
    terms = table.get("terms", {})
    known, wrong = read_terms(terms) if isinstance(terms, dict) else ((), ["must be a table"])
    return Background(source_tag, hosts, known), [*faults, *(("terms", each) for each in wrong)]


def read_terms(table: Mapping[str, Any]) -> tuple[tuple[Term, ...], list[str]]:
    """Return the terms of the table ``[terms]`` of a configuration, and what is wrong with it.

    ``do-not-translate`` is a list of names; ``forbidden`` a table of terms, each with the words that must not be used
    for it by locale.
    """
    faults = [
        f"{key} is unknown; did you mean {get_close_matches(key, TERM_KEYS, n=1, cutoff=0.0)[0]}?"
        for key in table
        if key not in TERM_KEYS
    ]
    names, forbidden = table.get("do-not-translate", []), table.get("forbidden", {})
    if not _are_texts(names):
        faults.append('do-not-translate must be a list of names: ["Mayo Clinic"]')
        names = []
    if not isinstance(forbidden, dict):
        faults.append('forbidden must be a table: cramp = { de = ["Spasmus"] }')
        forbidden = {}
    faults += (fault for term, words in forbidden.items() for fault in _faults(term, words))
    if faults:
        return (), faults
    terms = {name: Term(name, do_not_translate=True) for name in names}
    for source, words in forbidden.items():
        known = {parse_locale(locale).name: tuple(forms) for locale, forms in words.items()}
        terms[source] = Term(source, forbidden=known, do_not_translate=source in terms)
    return tuple(terms.values()), []


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)


def _faults(term: str, words: object) -> Iterator[str]:
    if not isinstance(words, dict) or not all(map(_are_texts, words.values())):
        yield f'{term} must have lists of words by locale: {{ de = ["Spasmus"] }}'
        return
    for locale in words:
        try:
            parse_locale(locale)
        except UnknownLocale as error:
            yield f"{term}: {error}"


def _hosts(hosts: object) -> tuple[tuple[str, ...], str]:
    if not isinstance(hosts, list):
        return (), 'must be a list of hosts: ["*.wikipedia.org"]'
    for host in hosts:
        if not isinstance(host, str) or "/" in host or not host.strip("*."):
            return (), f"{host} is no host; write a name such as en.wikipedia.org or *.wikipedia.org"
    return tuple(host.lower() for host in hosts), ""
