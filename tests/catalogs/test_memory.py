"""Suggestions from the other articles of a locale."""

from pipeline.catalogs import format_po, new_catalog
from pipeline.catalogs.memory import Memory
from pipeline.catalogs.merge import bring_up_to_date
from pipeline.catalogs.merging import ELSEWHERE, Kind, Merging
from pipeline.locale import parse_locale
from pipeline.model import Key

from .support import LATER, NOW, template, translated

TEXT = "Call your doctor or nurse if the pain in your back does not go away."
LIKE = "Call your doctor or nurse if the pain in your neck does not go away."


def taken_over(memory, *texts):
    empty = new_catalog(template(), parse_locale("es"), NOW)
    return bring_up_to_date(empty, template(*texts), LATER, Merging("here", memory=memory))


def test_the_same_text_of_another_article_is_a_suggestion():
    catalog, record = taken_over(Memory([("there", translated(template(TEXT)))]), TEXT)
    assert (catalog[0].msgstr, catalog[0].fuzzy, catalog[0].previous_msgid) == (f"«{TEXT}»", True, TEXT)
    assert (catalog[0].extracted_comments, record) == (["Paragraph", ELSEWHERE], [])


def test_the_owner_may_allow_that_it_is_used():
    catalog, record = taken_over(Memory([("there", translated(template(TEXT)))], exact_is_sure=True), TEXT)
    assert (catalog[0].msgstr, catalog[0].fuzzy) == (f"«{TEXT}»", False)
    assert [entry.kind for entry in record] == [Kind.REUSED]


def test_even_then_another_context_or_two_translations_make_it_fuzzy():
    two = translated(template(TEXT))
    two[0].msgstr = "otra"
    for others in ([translated(template(("verb", TEXT)))], [translated(template(TEXT)), two]):
        memory = Memory([(f"there {number}", each) for number, each in enumerate(others)], exact_is_sure=True)
        assert taken_over(memory, TEXT).catalog[0].fuzzy


def test_a_like_text_is_a_suggestion_always_and_an_unlike_or_short_one_never():
    memory = Memory([("there", translated(template(TEXT, "Call the doctor.")))], exact_is_sure=True)
    catalog = taken_over(memory, LIKE, "Call a doctor.", "Muscles need fluid and rest, and so do you.").catalog
    assert [(message.msgstr, message.fuzzy) for message in catalog] == [(f"«{TEXT}»", True), ("", False), ("", False)]
    assert catalog[0].previous_msgid == TEXT


def test_only_finished_translations_of_other_articles_count():
    doubtful, own = translated(template(TEXT)), translated(template(TEXT))
    doubtful[0].flags = ["fuzzy"]
    assert Memory([("there", doubtful), ("here", own)]).recall(Key(None, TEXT), "here") is None
    assert Memory([("there", doubtful), ("here", own)]).recall(Key(None, LIKE), "here") is None


def test_a_text_that_moved_to_another_article_brings_its_translation():
    retired = translated(template(TEXT))
    retired[0].obsolete = True
    recalled = Memory([("there", retired)]).recall(Key(None, TEXT), "here")
    assert (recalled.translation, recalled.sure) == (f"«{TEXT}»", False)


def test_a_message_that_is_there_already_gets_no_suggestion_again():
    memory = Memory([("there", translated(template(TEXT)))])
    catalog = taken_over(memory, TEXT).catalog
    catalog[0].msgstr, catalog[0].flags, catalog[0].previous_msgid = "", [], None
    again = bring_up_to_date(catalog, template(TEXT), LATER, Merging("here", memory=memory)).catalog
    assert 'msgstr ""\n' in format_po(again).rpartition("msgid")[2]
