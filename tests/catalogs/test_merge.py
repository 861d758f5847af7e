"""Nothing that a translator wrote is lost, and nothing changes when nothing changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.catalogs import Catalog, Message, fill, format_po, lookup, merge, new_catalog, read_po
from pipeline.locale import parse_locale
from pipeline.model import Key, Segment

from .support import LATER, NOW, PLURAL_HEADER, msgcat, msgfmt, read, template, translated

LONG = "Call your doctor or nurse if the pain in your back does not go away after two weeks."
REWORDED = "Call your doctor or nurse if the pain in your back does not stop after two weeks."


def by_text(catalog: Catalog) -> dict[str, Message]:
    return {message.msgid: message for message in catalog}


def test_nothing_changes_when_nothing_changed() -> None:
    source = template("a", ("c", "a"), "b")
    catalog = translated(source)
    catalog[0].translator_comments = ["", "a note"]
    catalog[1].flags = ["fuzzy", "no-python-format"]
    catalog[1].previous_msgid = "before"
    catalog.header = "Translators:\nMaría"
    catalog.metadata["X-Generator"] = "Poedit"
    assert format_po(merge(catalog, source, LATER)) == format_po(catalog)


def test_the_inputs_are_not_changed() -> None:
    source, catalog = template(REWORDED, "b"), translated(template(LONG, "z" * 30))
    before = format_po(source), format_po(catalog)
    merged = merge(catalog, source, LATER)
    for message in (merged.head, *merged):
        message.flags.append("no-wrap")
        message.translator_comments.append("changed")
    merged.metadata["Language"] = "fr"
    assert (format_po(source), format_po(catalog)) == before


def test_messages_come_in_the_order_of_the_template_with_its_comments() -> None:
    catalog = translated(template("a", "b"))
    source = template("b", "new", "a")
    source[0].extracted_comments = ["Another place"]
    source[0].occurrences = [("source/y.md", "")]
    merged = merge(catalog, source, LATER)
    assert [(message.msgid, message.msgstr) for message in merged] == [("b", "«b»"), ("new", ""), ("a", "«a»")]
    assert (merged[0].comment, merged[0].occurrences) == ("Another place", [("source/y.md", "")])


def test_a_reworded_message_is_a_guess_with_the_previous_text() -> None:
    catalog = translated(template(("c", LONG), "b"))
    catalog[0].translator_comments = ["a note"]
    merged = merge(catalog, template(REWORDED, "b"), LATER)
    guess = merged[0]
    assert (guess.msgid, guess.msgstr, guess.fuzzy) == (REWORDED, f"«c{LONG}»", True)
    assert (guess.previous_msgctxt, guess.previous_msgid, guess.msgctxt) == ("c", LONG, None)
    assert guess.translator_comments == ["a note"]
    assert len(merged) == 2  # as with msgmerge, the old message lives on in the guess
    assert lookup(merged)(Segment(REWORDED, "p")) is None


def test_a_message_reworded_twice_keeps_the_text_that_was_translated() -> None:
    once = merge(translated(template(LONG)), template(REWORDED), LATER)
    twice = merge(once, template(REWORDED.replace("two", "three")), LATER)
    assert (twice[0].msgstr, twice[0].previous_msgid) == (f"«{LONG}»", LONG)


def test_a_message_that_vanished_becomes_obsolete_and_comes_back() -> None:
    source, catalog = template("a", "b"), translated(template("a", "b"))
    catalog[1].translator_comments = ["a note"]
    without = merge(catalog, template("a"), LATER)
    assert format_po(without).endswith('\n# a note\n#~ msgid "b"\n#~ msgstr "«b»"\n')
    again = read_po(format_po(without).encode(), "x.po")
    assert format_po(merge(again, source, LATER)) == format_po(catalog)


def test_a_message_that_vanished_without_translation_is_dropped() -> None:
    catalog = new_catalog(template("a", "b"), parse_locale("es"), NOW)
    assert [message.msgid for message in merge(catalog, template("a"), LATER)] == ["a"]


def test_a_fuzzy_message_stays_fuzzy_when_it_vanishes_and_comes_back() -> None:
    catalog = translated(template("a"))
    catalog[0].flags, catalog[0].previous_msgid = ["fuzzy"], "before"
    again = merge(merge(catalog, template("z"), LATER), template("a"), LATER)
    assert (again[0].fuzzy, again[0].previous_msgid, again[0].msgstr) == (True, "before", "«a»")


def test_the_header_stays_with_the_date_of_the_template() -> None:
    catalog = translated(template("a"))
    catalog.metadata |= {"Project-Id-Version": "Ours", "X-Reviewed-By": "Dr. B"}
    merged = merge(catalog, template("b", now=LATER), LATER)
    assert merged.metadata == catalog.metadata | {"POT-Creation-Date": "2026-11-23 10:30+0000"}
    assert list(merged.metadata) == list(catalog.metadata)


def test_a_poor_header_is_completed() -> None:
    merged = merge(read('msgid "a"\nmsgstr "b"\n'), template("a"), LATER)
    assert merged.metadata == {
        "Content-Type": "text/plain; charset=UTF-8",
        "POT-Creation-Date": "2026-11-22 10:30+0000",
        "Project-Id-Version": "A project",
        "PO-Revision-Date": "2026-11-23 10:30+0000",
    }


def test_messages_know_where_they_stand_in_the_file() -> None:
    catalog = read(f'msgid "a"\nmsgstr "b"\n\nmsgid "{LONG}"\nmsgstr "c"\n')
    merged = merge(catalog, template("new", REWORDED, "a"), LATER)
    assert [(message.linenum, message.msgstr_line) for message in merged] == [(None, None), (7, 8), (4, 5)]


# --- plural forms: articles have none, the page frame may -----------------------------------------------------------


def plural(body: str) -> Catalog:
    return read(body, PLURAL_HEADER)


PLURAL = 'msgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "%d día"\nmsgstr[1] "%d días"\n'


def test_plural_forms_are_kept() -> None:
    catalog = plural(PLURAL)
    merged = merge(catalog, plural(PLURAL.replace("día", "")), LATER)
    assert merged[0].msgstr_plural == {0: "%d día", 1: "%d días"}
    assert not merged[0].fuzzy


def test_a_message_that_gets_a_plural_is_fuzzy() -> None:
    merged = merge(plural('msgid "%d day"\nmsgstr "%d día"\n'), plural(PLURAL), LATER)
    assert (merged[0].msgstr_plural, merged[0].fuzzy) == ({0: "%d día", 1: "%d día"}, True)


def test_a_message_that_loses_its_plural_is_fuzzy_and_keeps_all_forms() -> None:
    merged = merge(plural(PLURAL), plural('msgid "%d day"\nmsgstr ""\n'), LATER)
    assert (merged[0].msgstr, merged[0].fuzzy, merged[0].tcomment) == ("%d día", True, "Plural: %d días")


def test_another_plural_text_makes_a_message_fuzzy() -> None:
    merged = merge(plural(PLURAL), plural(PLURAL.replace("days", "dayz")), LATER)
    assert (merged[0].fuzzy, merged[0].previous_msgid_plural) == (True, "%d days")


def test_new_plural_messages_have_as_many_forms_as_the_language() -> None:
    arabic = new_catalog(template("a"), parse_locale("ar"), NOW)
    merged = merge(arabic, plural(PLURAL), LATER)
    assert merged[0].msgstr_plural == dict.fromkeys(range(6), "")
    assert msgfmt(format_po(merged)).returncode == 0


# --- properties -----------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(["take", "one", "tablet", "two", "a", "day", "not", "never", "500", "mg", "doctor", "call"])
SENTENCES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
KEYS = st.builds(Key, st.sampled_from([None, None, None, "", "c"]), SENTENCES)
ARTICLES = st.lists(KEYS, max_size=12, unique=True)


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    catalog = new_catalog(template(), parse_locale("es"), NOW)
    for number, key in enumerate(draw(ARTICLES)):
        message = Message(msgctxt=key.context, msgid=key.text, msgstr=draw(st.sampled_from(["", f"<{number}>"])))
        message.obsolete = bool(message.msgstr) and draw(st.booleans())
        message.flags = draw(st.sampled_from([[], ["fuzzy"]]))
        message.translator_comments = draw(st.sampled_from([[], [f"note {number}"]])) if message.msgstr else []
        catalog.append(message)
    return read_po(format_po(catalog).encode(), "x.po")


@st.composite
def templates(draw: st.DrawFn, catalog: Catalog) -> Catalog:
    """Some old messages, some with another last word, some new ones, in any order."""
    old = [message.key for message in catalog]
    kept = draw(st.lists(st.sampled_from(old), unique=True)) if old else []
    edited = [Key(key.context, f"{key.text} {draw(WORDS)}") if draw(st.booleans()) else key for key in kept]
    keys = dict.fromkeys(draw(st.permutations(edited + draw(ARTICLES))))
    made = template(now=LATER)
    made.extend(Message(msgctxt=key.context, msgid=key.text, extracted_comments=["Paragraph"]) for key in keys)
    return made


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_merging_loses_nothing_and_merging_again_changes_nothing(data: st.DataObject) -> None:
    catalog = data.draw(catalogs())
    source = data.draw(templates(catalog))
    merged = merge(catalog, source, LATER)

    assert [message.key for message in merged.active] == [message.key for message in source]
    written = [message.msgstr for message in merged]
    notes = [message.tcomment for message in merged]
    for message in catalog:
        assert written.count(message.msgstr) == 1 or not message.msgstr
        assert not message.tcomment or message.tcomment in notes

    old = catalog.by_key()
    for message in merged.active:
        published = old.get(message.key)
        if message.msgstr and not message.fuzzy and published:
            assert message.msgstr == published.msgstr
        if message.key not in {known.key for known in catalog}:
            assert message.fuzzy or not message.msgstr  # nothing new is published unseen

    text = format_po(merged)
    assert format_po(merge(merged, source, LATER)) == text
    assert format_po(merge(read_po(text.encode(), "x.po"), source, LATER)) == text


@given(catalogs())
@settings(max_examples=15, deadline=None)
def test_a_merged_catalog_is_in_the_canonical_form(catalog: Catalog) -> None:
    text = format_po(merge(catalog, template(LONG, "one tablet"), LATER))
    assert msgcat(text.encode()).decode() == text


# --- fill -----------------------------------------------------------------------------------------------------------


def test_fill_takes_only_what_is_missing() -> None:
    source = template("done", "doubtful", "empty", "fuzzy and empty", "unfinished there", "unknown")
    catalog = new_catalog(source, parse_locale("es"), NOW)
    ours = by_text(catalog)
    ours["done"].msgstr = ours["doubtful"].msgstr = "ours"
    ours["doubtful"].flags = ours["fuzzy and empty"].flags = ["fuzzy"]
    ours["fuzzy and empty"].previous_msgid = "before"
    other = translated(template("done", "doubtful", "empty", "fuzzy and empty", "unfinished there", "only there"))
    by_text(other)["unfinished there"].flags = ["fuzzy"]

    filled = by_text(fill(catalog, other))
    assert {text: message.msgstr for text, message in filled.items()} == {
        "done": "ours",
        "doubtful": "ours",
        "empty": "«empty»",
        "fuzzy and empty": "«fuzzy and empty»",
        "unfinished there": "",
        "unknown": "",
    }
    assert [message.msgid for message in filled.values() if message.fuzzy] == ["doubtful"]
    assert filled["fuzzy and empty"].previous_msgid is None
    assert ours["empty"].msgstr == ""


def test_fill_leaves_obsolete_messages_and_other_plural_forms_alone() -> None:
    catalog = plural(PLURAL.replace("%d día", "").replace('""s"', '""') + '\n#~ msgid "a"\n#~ msgstr "b"\n')
    three = PLURAL + 'msgstr[2] "%d díaz"\n'
    other = read('msgid "a"\nmsgstr "c"\n' + three, PLURAL_HEADER.replace("=2", "=3"))
    assert format_po(fill(catalog, other)) == format_po(catalog)


@pytest.mark.parametrize("name", ["es", "ar"])
def test_fill_takes_plural_forms(name: str) -> None:
    supply = new_catalog(plural(PLURAL), parse_locale(name), NOW)
    supply[0].msgstr_plural = {form: f"{form} %d" for form in supply[0].msgstr_plural}
    assert format_po(fill(new_catalog(plural(PLURAL), parse_locale(name), NOW), supply)) == format_po(supply)
