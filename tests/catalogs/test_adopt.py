"""A translated article → a catalog: nothing shifts, nothing is overwritten, what is unsure stays empty."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.catalogs import Catalog, Message, format_po, read_po
from pipeline.catalogs.adopt import adopt
from pipeline.catalogs.adopt_match import match
from pipeline.catalogs.adopt_traits import target_name
from pipeline.model import Segment

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

ASTHMA = """\
h2 | What is asthma? | Was ist Asthma?
p | Asthma makes it hard to breathe. About 300 million people have it. \
| Bei Asthma fällt das Atmen schwer. Etwa 300 Millionen Menschen haben es.
p | It often begins in childhood: | Es beginnt oft in der Kindheit:
li | in 5 of 10 people before the age of 10 | bei 5 von 10 Menschen vor dem Alter von 10 Jahren
li | in 2 of 10 people after the age of 40 | bei 2 von 10 Menschen nach dem Alter von 40 Jahren
h2 | What helps? | Was hilft?
p | Two medicines help most: salbutamol and [cortisone](drugs.md#cortisone). \
| Zwei Medikamente helfen am meisten: Salbutamol und [Kortison](medikamente.html#cortisone).
p | Take 2 puffs of salbutamol, and wait 4 minutes. | Nehmen Sie 2 Hübe Salbutamol und warten Sie 4 Minuten.
h2 | When should I call 112? | Wann soll ich 112 anrufen?
p | Call at once if you cannot speak, or if your lips turn blue. \
| Rufen Sie sofort an, wenn Sie nicht sprechen können oder Ihre Lippen blau werden.
"""
TEXTS = [tuple(map(str.strip, line.split("|"))) for line in ASTHMA.splitlines()]


def segments(column, texts=TEXTS):
    return [Segment(text[column], text[0], line) for line, text in enumerate(texts, 1)]


SOURCE, TARGET = segments(1), segments(2)
TRANSLATIONS = {english: german for _, english, german in TEXTS}


def catalog(**translations):
    made = Catalog()
    made.metadata = {"Language": "de", "Content-Type": "text/plain; charset=UTF-8"}
    made.extend(Message(msgid=text, msgstr=translations.get(text, "")) for text in TRANSLATIONS)
    return made


def adopted(target, threshold=0.95, before=None):
    result = adopt(before or catalog(), SOURCE, target, "asthma.html", threshold)
    return {pair.source.text: " ".join(each.text for each in pair.target) for pair in result.adopted}


def test_a_faithful_translation_is_adopted_whole():
    assert adopted(TARGET) == TRANSLATIONS


def test_everything_is_fuzzy_and_says_where_it_comes_from():
    result = adopt(catalog(), SOURCE, TARGET, "asthma.html")
    for message in result.catalog:
        assert message.fuzzy
        (comment,) = message.translator_comments
        assert comment.startswith("adopted: 0.9")
        assert comment.endswith(" from asthma.html")


def test_links_lead_where_they_lead_in_the_original():
    result = adopt(catalog(), SOURCE, TARGET, "asthma.html")
    assert "[Kortison](drugs.md#cortisone)" in result.catalog.by_key()[SOURCE[6].key].msgstr
    assert target_name("../de/drugs.html") == target_name("drugs.md") == "drugs"


def test_a_translation_that_is_there_stays():
    own = "Was hilft mir?"
    result = adopt(catalog(**{"What helps?": own}), SOURCE, TARGET, "asthma.html")
    message = result.catalog.by_key()[SOURCE[5].key]
    assert (message.msgstr, message.fuzzy, message.translator_comments) == (own, False, [])
    assert [pair.source.text for pair in result.kept] == ["What helps?"]


def test_the_catalog_that_was_given_is_not_changed():
    before = catalog()
    adopt(before, SOURCE, TARGET, "asthma.html")
    assert format_po(before) == format_po(catalog())


def test_what_is_written_is_read_back_the_same():
    text = format_po(adopt(catalog(), SOURCE, TARGET, "asthma.html").catalog)
    assert format_po(read_po(text.encode(), "de.po")) == text


@pytest.mark.parametrize("left_out", range(len(TEXTS)))
def test_what_is_left_out_moves_nothing(left_out):
    got = adopted(TARGET[:left_out] + TARGET[left_out + 1 :])
    assert SOURCE[left_out].text not in got
    assert got.items() <= TRANSLATIONS.items()
    assert len(got) >= len(TEXTS) / 2


@pytest.mark.parametrize("at", range(len(TEXTS) + 1))
def test_what_is_added_moves_nothing(at):
    extra = Segment("Diese Seite wurde von einer Klinik in unserer Stadt geschrieben.", "p", 99)
    result = adopt(catalog(), SOURCE, [*TARGET[:at], extra, *TARGET[at:]], "asthma.html")
    assert {pair.source.text: pair.target[0].text for pair in result.adopted}.items() <= TRANSLATIONS.items()
    assert extra in result.unused


def test_a_section_in_another_place_is_found_or_left_empty():
    got = adopted([*TARGET[5:8], *TARGET[:5], *TARGET[8:]])
    assert got.items() <= TRANSLATIONS.items()
    assert len(got) >= len(TEXTS) / 2


def test_a_list_of_like_items_of_which_one_is_missing_stays_empty():
    head = TEXTS[:2]
    items = [("li", f"your {english}", german) for english, german in
             [("arm", "Arme"), ("leg", "Bein"), ("ear", "Ohren"), ("eye", "Auge")]]  # fmt: skip
    source, target = segments(1, head + items), segments(2, head + items)
    del target[4]
    sure = [each for each in match(source, target) if each.confidence >= 0.95]
    assert all(
        target[each.target[0]].text == {s: t for _, s, t in head + items}[source[each.source].text] for each in sure
    )
    assert not [each for each in sure if each.source == 4]


def test_a_paragraph_in_two_parts_becomes_one_again():
    first, second = TARGET[1].text.split(". ", 1)
    parts = [replace(TARGET[1], text=f"{first}."), replace(TARGET[1], text=second)]
    got = adopted([TARGET[0], *parts, *TARGET[2:]], threshold=0.5)
    assert got[SOURCE[1].text] in {TARGET[1].text, None}


@settings(max_examples=15)
@given(st.lists(st.integers(0, len(TEXTS) - 1), unique=True, max_size=4), st.randoms(use_true_random=False))
def test_no_segment_is_used_twice(chosen, chance):
    target = [each for index, each in enumerate(TARGET) if index not in chosen]
    chance.shuffle(target)
    matches = match(SOURCE, target)
    used = [index for each in matches for index in each.target]
    assert len(used) == len(set(used))
    assert all(0 <= each.confidence <= 1.0001 for each in matches)


def test_another_article_is_not_adopted():
    other = ["Der Garten", "Rosen brauchen viel Sonne und guten Boden.", "Schneiden Sie sie im März.", "Gießen", "Oft."]
    target = [Segment(text, kind) for text, kind in zip(other, ["h2", "p", "p", "h2", "p"], strict=True)]
    assert adopted(target) == {}


def test_nothing_fits_nothing():
    assert match([], TARGET) == match(SOURCE, []) == []


@pytest.mark.parametrize(("locale", "form"), [("es", "html"), ("ja", "html")])
def test_planted_faults_shift_nothing(locale, form):
    from adopt import one  # noqa: PLC0415 - the benchmark, in small

    from pipeline.locale import parse_locale  # noqa: PLC0415

    counts, _ = one("glossary", parse_locale(locale), form, 41, 0.95)
    assert counts["shifted"] == counts["wrong"] == 0
    assert counts["right"] > counts["possible"] / 4
