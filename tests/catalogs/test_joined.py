"""One catalog for a whole language and back: nothing is lost, and nobody's change is."""

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.catalogs import format_po, new_catalog, read_po
from pipeline.catalogs.joined import join, restore_header
from pipeline.catalogs.splitting import split
from pipeline.locale import parse_locale

from .support import HEADER, NOW, msgcat, po_files, read, template, translated


def two(first, second):
    return {"a": read(first), "b/c": read(second)}


def texts(catalogs):
    return {domain: format_po(catalog) for domain, catalog in catalogs.items()}


def saved(catalog, *commands):
    """The catalog as programs of gettext save it, one after the other."""
    data = format_po(catalog).encode()
    for command in commands:
        data = subprocess.run([*command, "-"], input=data, capture_output=True, check=True).stdout
    return read_po(data, "joined.po")


def edited(catalog, old, new):
    text = format_po(catalog)
    assert text.count(f'"{old}"') == 1
    return read_po(text.replace(f'"{old}"', f'"{new}"').encode(), "joined.po")


A = '#. Paragraph\n#: source/a.md\nmsgid "Rest"\nmsgstr "Ruhe"\n\n#: source/a.md\nmsgid "One"\nmsgstr "Eins"\n'
B = '#. Heading\n#: source/b/c.md\nmsgid "Rest"\nmsgstr "Ruhe"\n\n#: source/b/c.md\nmsgid "Two"\nmsgstr ""\n'
UNLIKE = B.replace("Ruhe", "Der Rest")
HARD = """\
# A translator's note.
#, fuzzy
#| msgid "Old"
msgid "Rest"
msgstr "Erholung"

msgctxt "domain:a|x"
msgid "Rest"
msgstr "Odd"

msgctxt ""
msgid "Rest"
msgstr "Empty"

#~ msgctxt "verb"
#~ msgid "One"
#~ msgstr "Weg"
"""


# --- joining ------------------------------------------------------------------------------------------------------


def test_what_is_the_same_stands_once_with_all_its_references():
    joined = join(two(A, B))
    assert [message.msgid for message in joined] == ["Rest", "One", "Two"]
    assert joined[0].occurrences == [("source/a.md", ""), ("source/b/c.md", "")]
    assert joined[0].extracted_comments == ["Paragraph", "Heading"]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(UNLIKE, id="another translation"),
        pytest.param(B.replace("msgid", "#, fuzzy\nmsgid", 1), id="one in doubt"),
        pytest.param(f"# Mine.\n{B}", id="a comment"),
        pytest.param(B.replace("Ruhe", ""), id="one untranslated"),
    ],
)
def test_what_differs_stands_once_for_each_domain(second):
    joined = join(two(A, second))
    assert [message.msgctxt for message in joined if message.msgid == "Rest"] == ["domain:a", "domain:b/c"]


def test_the_contexts_of_authors_stay_apart():
    names = ["a|b", "a", "a%7Cb"]
    catalogs = {name: read(f'msgctxt "b"\nmsgid "x"\nmsgstr "{name}"\n') for name in names}
    joined = join(catalogs)
    assert [message.msgctxt for message in joined] == ["domain:a%7Cb|b", "domain:a|b", "domain:a%257Cb|b"]
    assert not split(joined, catalogs).catalogs
    again = {name: read('msgctxt "b"\nmsgid "x"\nmsgstr ""\n') for name in names}
    assert [catalog[0].msgstr for catalog in split(joined, again, names).catalogs.values()] == names


# --- and back -----------------------------------------------------------------------------------------------------

SAVED = [
    pytest.param([], id="as it is"),
    pytest.param([["msgcat", "--no-wrap"]], id="no wrap"),
    pytest.param([["msgcat", "--width=60"]], id="wrapped"),
    pytest.param([["msgcat", "--sort-output"]], id="in another order"),
    pytest.param([["msgcat", "--no-location"]], id="without references"),
    pytest.param([["msgattrib", "--no-obsolete", "--sort-by-file"]], id="without obsolete messages"),
    pytest.param([["sed", "/^#[.:]/d"]], id="without the comments of templates"),
    pytest.param([["msgattrib", "--clear-previous"]], id="without previous texts"),
]


@pytest.mark.parametrize("commands", SAVED)
@pytest.mark.parametrize("second", [B, UNLIKE, HARD], ids=["alike", "unlike", "hard"])
def test_what_nobody_changed_changes_nothing(second, commands):
    catalogs = two(A, second)
    result = split(saved(join(catalogs), *commands), catalogs)
    assert (result.catalogs, result.conflicts, result.strangers) == ({}, [], [])


@pytest.mark.parametrize("commands", SAVED)
def test_each_translation_comes_to_its_domain(commands):
    catalogs = two(A, UNLIKE)
    joined = edited(edited(join(catalogs), "Der Rest", "Das Übrige"), "Eins", "Eines")
    result = split(saved(joined, *commands), catalogs)
    assert texts(result.catalogs) == texts(two(A.replace("Eins", "Eines"), UNLIKE.replace("Der Rest", "Das Übrige")))


def test_a_translation_of_a_shared_message_comes_to_all_domains():
    catalogs = two(A, B)
    result = split(edited(join(catalogs), "Ruhe", "Pause"), catalogs)
    assert texts(result.catalogs) == texts(two(A.replace("Ruhe", "Pause"), B.replace("Ruhe", "Pause")))


def test_marks_and_comments_of_translators_come_too():
    catalogs = two(A, HARD)
    joined = join(catalogs)
    for message in joined:
        if message.msgctxt == "domain:b/c":
            message.flags, message.previous_msgid, message.translator_comments = [], None, ["Checked."]
        if message.msgctxt == "domain:a":
            message.flags = ["fuzzy"]
    found = texts(split(saved(joined), catalogs).catalogs)
    assert '# Checked.\nmsgid "Rest"\nmsgstr "Erholung"' in found["b/c"]
    assert '#, fuzzy\nmsgid "Rest"\nmsgstr "Ruhe"' in found["a"]


def merged(joined, folder, *options):
    """The catalog as msgmerge makes it with the template of a translator who knows nothing of our contexts."""
    (folder / "x.pot").write_text(format_po(template("Rest", "One", "Two", "Three")), encoding="utf-8")
    (folder / "x.po").write_text(format_po(joined), encoding="utf-8")
    command = ["msgmerge", "--quiet", "--no-wrap", *options, folder / "x.po", folder / "x.pot"]
    data = subprocess.run(command, capture_output=True, check=True).stdout
    assert b"#~ msgctxt" in data
    return read_po(data, "joined.po")


def test_msgmerge_with_another_template_changes_nothing(tmp_path):
    catalogs = two(A, UNLIKE)
    joined = merged(edited(join(catalogs), "Der Rest", "Das Übrige"), tmp_path, "--previous")
    assert texts(split(joined, catalogs).catalogs) == texts({"b/c": read(UNLIKE.replace("Der Rest", "Das Übrige"))})


def test_msgmerge_without_previous_texts_puts_in_doubt_and_loses_nothing(tmp_path):
    catalogs = two(A, UNLIKE)
    joined = merged(edited(join(catalogs), "Der Rest", "Das Übrige"), tmp_path)
    found = texts(split(joined, catalogs).catalogs)
    assert found["b/c"] == format_po(read(UNLIKE.replace("Der Rest", "Das Übrige")))
    assert '#, fuzzy\nmsgid "Rest"\nmsgstr "Ruhe"' in found["a"]


def test_a_catalog_that_is_gone_is_made_again_with_its_header():
    old = translated(template("One", "Two", ("x", "One")))
    old.metadata |= {"X-Reviewed-By": "Ana  Ruiz,\N{NO-BREAK SPACE}nurse", "Last-Translator": "Bo"}
    old.head.translator_comments = ["At  the top.", ""]
    catalogs = {"a": old, "b": translated(template("Three"))}
    joined = saved(join(catalogs))
    new = new_catalog(template("One", "Two", ("x", "One")), parse_locale("es"), NOW)
    restore_header(new, joined, "a")
    result = split(joined, {**catalogs, "a": new}, ["a"])
    assert (
        read_po(format_po(result.catalogs["a"]).encode(), "").metadata == read_po(format_po(old).encode(), "").metadata
    )
    assert format_po(result.catalogs["a"]) == format_po(old)


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"a": 3}', '{"a": {"#": [1], "x": [2]}}'])
def test_a_damaged_field_does_no_harm(damage):
    catalogs = two(A, B)
    joined = join(catalogs)
    joined.metadata |= {"X-Joined-Fields": damage, "X-Joined-Messages": damage}
    new = new_catalog(template("One"), parse_locale("es"), NOW)
    restore_header(new, joined, "a")
    assert "Content-Type" in new.metadata
    assert not split(joined, catalogs).catalogs


# --- changes in both places ---------------------------------------------------------------------------------------


def test_what_was_changed_in_the_single_catalog_since_stays():
    joined = edited(join(two(A, B)), "Eins", "Eines")
    now = two(A.replace("Ruhe", "Pause"), B)
    result = split(joined, now)
    assert texts(result.catalogs) == texts({"a": read(A.replace("Ruhe", "Pause").replace("Eins", "Eines"))})
    assert not result.conflicts


def test_what_was_changed_in_both_is_told_and_left():
    joined = edited(join(two(A, B)), "Ruhe", "Pause")
    now = two(A.replace("Ruhe", "Rast"), B)
    result = split(joined, now)
    ((domain, theirs, ours),) = result.conflicts
    assert (domain, theirs.msgstr, ours.msgstr) == ("a", "Pause", "Rast")
    assert texts(result.catalogs) == texts({"b/c": read(B.replace("Ruhe", "Pause"))})


def test_the_same_change_in_both_is_no_conflict():
    result = split(edited(join(two(A, B)), "Eins", "Eines"), two(A.replace("Eins", "Eines"), B))
    assert (result.catalogs, result.conflicts) == ({}, [])


def test_without_the_memory_of_the_header_nothing_is_overwritten():
    joined = edited(join(two(A, B)), "Eins", "Eines")
    del joined.metadata["X-Joined-Messages"]
    result = split(joined, two(A, B))
    assert [conflict.single.msgstr for conflict in result.conflicts] == ["Eins"]
    empty = split(joined, two(A.replace("Eins", ""), B))
    assert "Eines" in format_po(empty.catalogs["a"]), "but what is empty is filled"


def test_a_message_that_its_article_lost_is_kept_for_the_next_update():
    catalogs = two(A, B)
    joined = edited(join(catalogs), "Eins", "Eines")
    lost = two(A.partition("\n\n")[0], B)
    result = split(joined, lost)
    assert [(stranger.message.msgid, stranger.domain) for stranger in result.strangers] == [("One", "a")]
    assert '#: source/a.md\nmsgid "One"\nmsgstr "Eines"' in format_po(result.catalogs["a"])


def test_a_message_that_comes_from_nowhere_is_told():
    catalogs = two(A, B)
    joined = join(catalogs)
    joined.append(read('msgid "Mine"\nmsgstr "Meins"\n')[0])
    result = split(joined, catalogs)
    assert [(stranger.message.msgid, stranger.domain) for stranger in result.strangers] == [("Mine", "")]
    assert not result.catalogs


def test_a_tool_that_says_who_translated_is_believed():
    catalogs = two(A, B)
    joined = edited(join(catalogs), "Eins", "Eines")
    joined.metadata |= {"Last-Translator": "Bo", "PO-Revision-Date": "2027-01-01 00:00+0000", "X-Generator": "Poedit"}
    result = split(joined, catalogs)
    assert result.catalogs["a"].metadata["Last-Translator"] == "Bo"
    assert "X-Generator" not in result.catalogs["a"].metadata
    assert "Last-Translator" not in catalogs["a"].metadata, "what was given stays as it is"


# --- whatever the catalogs ----------------------------------------------------------------------------------------


def written(message):
    """Whether gettext, and so we, write what somebody translated of a message."""
    return message.begun and bool(message.first_msgstr or not message.obsolete)


@settings(max_examples=50)
@given(st.lists(po_files(), min_size=1, max_size=3))
def test_joining_and_splitting_is_lossless(files):
    catalogs = {f"d{number}": read_po(text.encode(), "x.po") for number, text in enumerate(files)}
    joined = format_po(join(catalogs))
    result = split(read_po(joined.encode(), "joined.po"), catalogs)
    assert (result.catalogs, result.conflicts, result.strangers) == ({}, [], [])
    empty = {domain: catalog.with_messages([]) for domain, catalog in catalogs.items()}
    kept = split(read_po(joined.encode(), "joined.po"), empty)
    begun = {
        (message.msgid, message.msgstr) for catalog in catalogs.values() for message in catalog if written(message)
    }
    told = {(stranger.message.msgid, stranger.message.msgstr) for stranger in kept.strangers}
    assert told == begun, "no translation is dropped"


@pytest.mark.parametrize("second", [B, UNLIKE, HARD], ids=["alike", "unlike", "hard"])
def test_the_joined_catalog_is_in_the_canonical_form(second):
    text = format_po(join(two(A, second)))
    assert msgcat(text.encode()).decode() == text
    assert format_po(read_po(text.encode(), "")) == text
    assert text.startswith(HEADER.partition("Content")[0])
