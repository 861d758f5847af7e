"""Rules for a catalog as a whole: its header, its form, and messages that belong to no text."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Indel

from pipeline.catalogs import Catalog, Message, format_po
from pipeline.catalogs.review import METHOD, METHODS
from pipeline.checks.rule import Problem, Rule
from pipeline.locale import Locale, plural_categories, plural_forms
from pipeline.model import Key, Severity


@dataclass(frozen=True, slots=True)
class WholeCatalog:
    """A catalog with what it should agree with."""

    catalog: Catalog
    content: bytes
    """The bytes that it was read from."""

    locale: Locale
    path: str
    wanted: frozenset[Key]
    """The messages of the source."""

    template: Catalog | None = None
    """The template of its domain, if that can be read."""


# Those that `msgfmt --check` asks for, and the language, without which tools guess.
_FIELDS = (
    "Project-Id-Version",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
)
_BOILERPLATE = re.compile(
    r"PACKAGE VERSION|YEAR-MO-DA|FULL NAME|EMAIL@ADDRESS|LL@li\.org|SOME DESCRIPTIVE TITLE|FIRST AUTHOR"
)
_PLURAL_FIELD = re.compile(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*")
_NUMBERS = range(1001)
_NEAR = 0.6
"""The least similarity of a message and the one that it was before somebody edited it."""


def _missing_fields(whole: WholeCatalog) -> Iterator[Problem]:
    missing = [name for name in _FIELDS if not whole.catalog.metadata.get(name)]
    if missing:
        yield Problem(f"the header lacks {', '.join(missing)}", whole.catalog.head.linenum)


def _boilerplate(whole: WholeCatalog) -> Iterator[Problem]:
    lines = whole.catalog.field_lines
    for name, value in whole.catalog.metadata.items():
        if found := _BOILERPLATE.search(value):
            yield Problem(f"{name} still says {found[0]}", lines.get(name, whole.catalog.head.linenum), value)
    for comment in whole.catalog.head.translator_comments:
        if found := _BOILERPLATE.search(comment):
            yield Problem(f"the comment at the top still says {found[0]}", 1, comment)
            return


def _method(whole: WholeCatalog) -> Iterator[Problem]:
    if (value := whole.catalog.metadata.get(METHOD, "")) and value not in METHODS:
        message = f"{METHOD} says {value!r}, which is none of {', '.join(METHODS)}"
        yield Problem(message, whole.catalog.field_lines.get(METHOD, whole.catalog.head.linenum), value)


def _plural_forms(whole: WholeCatalog) -> Iterator[Problem]:
    value = whole.catalog.metadata.get("Plural-Forms", "")
    line = whole.catalog.field_lines.get("Plural-Forms", whole.catalog.head.linenum)
    if not value:
        return
    problem = _plural_fault(value)
    # Without a plural message nobody meets a wrong form; gettext's own tables differ from CLDR for some languages.
    if not problem and any(message.plural for message in whole.catalog.active):
        problem = _plural_difference(value, whole.locale)
    if problem:
        yield Problem(problem, line, value, f"Write Plural-Forms: {plural_forms(whole.locale)}")


def _plural_fault(value: str) -> str:
    """Return what is wrong with a formula whatever the language."""
    found = _PLURAL_FIELD.fullmatch(value)
    if found is None:
        return "Plural-Forms is not written as nplurals=…; plural=…;"
    try:
        form = _formula(found[2])
        odd = next((number for number in _NUMBERS if not 0 <= form(number) < int(found[1])), None)
    except (ValueError, ArithmeticError, RecursionError) as error:
        return f"the formula of Plural-Forms cannot be used: {error}"
    return "" if odd is None else f"the formula gives form {form(odd)} for {odd}, but nplurals is {found[1]}"


def _plural_difference(value: str, locale: Locale) -> str:
    """Return two numbers that get one form where the language needs two; a form too many does no harm."""
    found = _PLURAL_FIELD.fullmatch(value)
    form = _formula(found[2]) if found else int
    first: dict[int, tuple[int, str]] = {}
    for number, category in zip(_NUMBERS, plural_categories(locale, _NUMBERS), strict=True):
        other, needed = first.setdefault(form(number), (number, category))
        if needed != category:
            return f"the formula gives {other} and {number} the same form, but {locale.name} needs two"
    return ""


def _formula(text: str) -> Callable[[int], int]:
    """Return the function of a formula in C. Raises `ValueError` if it is none."""
    compiled: Callable[[int], int] = gettext.c2py(text)
    return compiled


def _edited(whole: WholeCatalog) -> Iterator[Problem]:
    """A message that is neither in the article nor in the template from which the catalog was last brought up to date.

    A block that the author reworded is another matter: its old text came from an older template.
    """
    if whole.template is None or not _made_from(whole.catalog, whole.template):
        return
    known = whole.wanted | whole.template.by_key().keys()
    present = whole.catalog.by_key()
    lost = [key.text for key in known if key not in present]
    for message in whole.catalog.active:
        if message.key not in known:
            near = process.extractOne(message.msgid, lost, scorer=Indel.normalized_similarity, score_cutoff=_NEAR)
            if near:
                yield Problem(
                    "this msgid was edited; it is the name by which the text is found",
                    message.linenum,
                    message.msgid,
                    f"Make it again: {near[0]}",
                )


def _made_from(catalog: Catalog, template: Catalog) -> bool:
    date = template.metadata.get("POT-Creation-Date")
    return bool(date) and catalog.metadata.get("POT-Creation-Date") == date


def _not_canonical(whole: WholeCatalog) -> Iterator[Problem]:
    if format_po(whole.catalog).encode() != whole.content:
        yield Problem("the file is not written as msgcat --no-wrap would write it", whole=True)


def _canonical(whole: WholeCatalog) -> str:
    return format_po(whole.catalog)


def _stray_previous(whole: WholeCatalog) -> Iterator[Problem]:
    for message in whole.catalog.active:
        if _has_stray_previous(message):
            yield Problem("previous text (#|) stands above a translation that is confirmed", message.linenum)


def _has_stray_previous(message: Message) -> bool:
    return message.begun and not message.fuzzy and message.previous_msgid is not None


def _without_previous(whole: WholeCatalog) -> str:
    messages = [message.copy() for message in whole.catalog]
    for message in messages:
        if not message.obsolete and _has_stray_previous(message):
            message.previous_msgctxt = message.previous_msgid = message.previous_msgid_plural = None
    return format_po(whole.catalog.with_messages(messages))


_HEADER = (
    'msgid ""\nmsgstr ""\n'
    '"Project-Id-Version: Health\\n"\n'
    '"PO-Revision-Date: 2026-03-01 10:00+0000\\n"\n'
    '"Last-Translator: Ana Ruiz\\n"\n'
    '"Language-Team: none\\n"\n'
    '"Language: {}\\n"\n'
    '"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n'
)
_GERMAN = _HEADER.format("de")
_ENTRY = '\nmsgid "Drink water."\nmsgstr "Trinken Sie Wasser."\n'
_TABLETS = '\nmsgid "one tablet"\nmsgid_plural "{n} tablets"\nmsgstr[0] "eine Tablette"\nmsgstr[1] "{n} Tabletten"\n'
_POLISH = (
    '\nmsgid "one tablet"\nmsgid_plural "{n} tablets"\n'
    'msgstr[0] "jedna tabletka"\nmsgstr[1] "{n} tabletki"\nmsgstr[2] "{n} tabletek"\n'
)

RULES: tuple[Rule[WholeCatalog], ...] = (
    Rule(
        code="C201",
        name="header-field",
        severity=Severity.WARNING,
        summary="A field is missing in the header.",
        why="Tools for translators refuse the file, or guess its language and lose work.",
        fix="Add the field; a new catalog from plainspoken add-locale has all of them.",
        check=_missing_fields,
        bad=_GERMAN.replace('"Language: de\\n"\n', "") + _ENTRY,
        good=_GERMAN + _ENTRY,
    ),
    Rule(
        code="C202",
        name="header-boilerplate",
        severity=Severity.NOTE,
        summary="The header still holds the words of an empty form.",
        why="Readers and reviewers cannot learn who translated the page, and when.",
        fix="Put in the real name, team or date.",
        check=_boilerplate,
        bad=_GERMAN.replace("Ana Ruiz", "FULL NAME <EMAIL@ADDRESS>") + _ENTRY,
        good=_GERMAN + _ENTRY,
    ),
    Rule(
        code="C203",
        name="plural-forms",
        severity=Severity.WARNING,
        summary="The formula for plural forms is not that of the language.",
        why="Readers would see the wrong form of a word beside a number.",
        fix="Copy the field Plural-Forms from a new catalog of this language.",
        check=_plural_forms,
        bad=_GERMAN + '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n' + _TABLETS,
        good=_GERMAN + '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n' + _TABLETS,
        more=(
            (
                "lang: pl\n"
                + _HEADER.format("pl")
                + '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\\n"\n'
                + _POLISH,
                "lang: pl\n"
                + _HEADER.format("pl")
                + '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14)'
                + ' ? 1 : 2);\\n"\n'
                + _POLISH,
            ),
        ),
    ),
    Rule(
        code="C204",
        name="msgid-edited",
        severity=Severity.WARNING,
        summary="Somebody edited the text of the source (msgid) in a catalog.",
        why="The block finds its translation by that text, so readers get the source's language instead.",
        fix="Edit the msgstr, not the msgid; to change the source, edit the article.",
        check=_edited,
        bad=_GERMAN
        + '"POT-Creation-Date: 2026-02-01 10:00+0000\\n"\n'
        + _ENTRY.replace("Drink water", "Drink enough water"),
        good=_GERMAN + '"POT-Creation-Date: 2026-02-01 10:00+0000\\n"\n' + _ENTRY,
    ),
    Rule(
        code="C205",
        name="not-canonical",
        severity=Severity.NOTE,
        summary="The file is not in the form that all tools can agree on, which msgcat --no-wrap writes.",
        why="Changes of line breaks hide the changes of words from those who review them for readers.",
        fix="Run plainspoken check --fix; nobody has to do it by hand.",
        check=_not_canonical,
        mend=_canonical,
        bad=_GERMAN + _ENTRY.replace("Trinken Sie", 'Trinken "\n"Sie'),
        good=_GERMAN + _ENTRY,
    ),
    Rule(
        code="C206",
        name="stray-previous",
        severity=Severity.NOTE,
        summary="The previous source text (#|) is still there though the translation is confirmed.",
        why="Translators take it for a sign that work is left, and look at finished text again.",
        fix="Remove the lines that begin with #|.",
        check=_stray_previous,
        mend=_without_previous,
        bad=_GERMAN + _ENTRY.replace("\nmsgid", '\n#| msgid "Drink milk."\nmsgid', 1),
        good=_GERMAN + _ENTRY,
    ),
    Rule(
        code="C207",
        name="translation-method",
        severity=Severity.WARNING,
        summary="The header names a way of translating that nobody knows.",
        why="The page then does not tell readers whether people or a machine translated it.",
        fix="Write X-Translation-Method: human, machine-corrected or machine.",
        check=_method,
        bad=_GERMAN + '"X-Translation-Method: by hand\\n"\n' + _ENTRY,
        good=_GERMAN + '"X-Translation-Method: human\\n"\n' + _ENTRY,
    ),
)
