"""New catalogs, what may be published, and headers that fit their folder."""

import pytest

from pipeline.catalogs import State, format_po, header_errors, lookup, new_catalog, read_po, state, state_of
from pipeline.locale import parse_locale
from pipeline.model import Key, Segment

from .support import NOW, PLURAL_HEADER, msgcat, msgfmt, read, template

LOCALES = ("es", "fr", "de", "pt_BR", "ar", "zh_Hans", "ja")


@pytest.mark.parametrize("name", LOCALES)
def test_gettext_finds_nothing_to_correct_in_a_new_catalog(name: str) -> None:
    source = template("a", "b\n", ("context", "a"))
    plural = read_po((PLURAL_HEADER + 'msgid "%d"\nmsgid_plural "%ds"\nmsgstr[0] ""\nmsgstr[1] ""\n').encode(), "x.pot")
    source.extend(plural)
    text = format_po(new_catalog(source, parse_locale(name), NOW))
    checked = msgfmt(text)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert msgcat(text.encode()).decode() == text
    assert header_errors(read_po(text.encode(), "x.po"), parse_locale(name), "x.po") == []


def test_the_header_of_a_new_catalog() -> None:
    catalog = new_catalog(template("a"), parse_locale("pt_BR"), NOW)
    assert list(catalog.metadata.items()) == [
        ("Project-Id-Version", "A project"),
        ("Report-Msgid-Bugs-To", ""),
        ("POT-Creation-Date", "2026-11-22 10:30+0000"),
        ("PO-Revision-Date", "2026-11-22 10:30+0000"),
        ("Last-Translator", "Automatically generated"),
        ("Language-Team", "Portuguese (Brazil)"),
        ("Language", "pt_BR"),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", "nplurals=2; plural=(n > 1);"),
        ("X-Review-State", "not yet reviewed by a native-speaking clinician"),
    ]


def test_a_new_catalog_shares_nothing_with_its_template() -> None:
    source = template("a")
    catalog = new_catalog(source, parse_locale("es"), NOW)
    catalog[0].flags.append("fuzzy")
    catalog[0].msgstr = "b"
    assert (source[0].flags, source[0].msgstr) == ([], "")


MESSAGES = """
msgid "done"
msgstr "hecho"

#, fuzzy
msgid "doubtful"
msgstr "dudoso"

msgid "empty"
msgstr ""

#, fuzzy
msgid "fuzzy and empty"
msgstr ""

msgctxt "verb"
msgid "done"
msgstr "hacer"

#~ msgid "old"
#~ msgstr "viejo"
"""


@pytest.mark.parametrize(
    ("text", "context", "translation", "expected"),
    [
        ("done", None, "hecho", State.TRANSLATED),
        ("done", "verb", "hacer", State.TRANSLATED),
        ("done", "", None, State.MISSING),
        ("doubtful", None, None, State.FUZZY),
        ("empty", None, None, State.MISSING),
        ("fuzzy and empty", None, None, State.MISSING),
        ("old", None, None, State.MISSING),
        ("unknown", None, None, State.MISSING),
    ],
)
def test_only_finished_translations_are_published(
    text: str, context: str | None, translation: str | None, expected: State
) -> None:
    catalog = read(MESSAGES)
    segment = Segment(text, "p", context=context)
    assert lookup(catalog)(segment) == translation
    assert lookup(catalog, [segment.key])(segment) is None
    assert state_of(catalog, segment.key) is expected


@pytest.mark.parametrize(
    ("forms", "expected"), [(("", ""), State.MISSING), (("a", ""), State.FUZZY), (("a", "b"), State.TRANSLATED)]
)
def test_a_plural_message_needs_all_its_forms(forms: tuple[str, str], expected: State) -> None:
    body = f'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "{forms[0]}"\nmsgstr[1] "{forms[1]}"\n'
    assert state(read(body, PLURAL_HEADER).by_key()[Key(None, "a")]) is expected


def header(language: str, body: str = "", plural: str = "") -> list[tuple[str, int | None]]:
    fields = f'"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {language}\\n"\n'
    fields += f'"Plural-Forms: {plural}\\n"\n' if plural else ""
    catalog = read(body, f'msgid ""\nmsgstr ""\n{fields}\n')
    errors = header_errors(catalog, parse_locale("pt_BR"), "locales/pt_BR/x.po")
    assert all(error.path == "locales/pt_BR/x.po" for error in errors)
    return [(error.message, error.line) for error in errors]


@pytest.mark.parametrize("language", ["pt_BR", "pt-BR", "PT_br", ""])
def test_the_language_may_be_written_in_any_usual_way(language: str) -> None:
    assert header(language) == []


@pytest.mark.parametrize("language", ["pt", "es", "Portuguese", "pt_BR.UTF-8"])
def test_another_language_is_an_error(language: str) -> None:
    told = f"the header says Language: {language}, but this folder is for pt_BR; correct one of the two"
    assert header(language) == [(told, 4)]


def test_plural_forms_matter_only_where_there_are_plurals() -> None:
    plural_message = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    told = "the plural forms do not fit pt_BR; write Plural-Forms: nplurals=2; plural=(n > 1);"
    assert header("pt_BR", plural="nplurals=3; plural=0;") == []
    assert header("pt_BR", plural_message, "nplurals=2; plural=n>1;") == []
    assert header("pt_BR", plural_message, "nplurals=3; plural=0;") == [(told, 5)]
    assert header("pt_BR", plural_message) == [(told, 1)]
