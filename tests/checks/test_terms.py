"""Words across a whole catalog."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.article.glossary import variants
from pipeline.checks.terms import (
    FINDERS,
    RULES,
    Glossary,
    Term,
    check_forbidden,
    check_inconsistent,
    check_kept,
    check_reused,
    check_terms,
    read_glossary,
)
from pipeline.checks.writing.forms import holds

from .pairs import pair
from .words import words


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_the_rules(rule):
    for bad, good in ((rule.bad, rule.good), *rule.more):
        assert list(rule.check(words(bad)))
        assert not list(rule.check(words(good)))


def test_every_rule_has_what_finds_its_problems():
    assert set(FINDERS) == {rule.code for rule in RULES}
    for rule in RULES:
        bad = words(rule.bad)
        assert [problem for _, problem in FINDERS[rule.code](bad.pairs, bad.glossary)] == list(rule.check(bad))


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        ("Artery", ["Artery"]),
        ("Magnetic resonance imaging (MRI)", ["Magnetic resonance imaging", "MRI"]),
        ("筋萎縮性側索硬化症（きんいしゅく、ALS）", ["筋萎縮性側索硬化症", "きんいしゅく", "ALS"]),
        ("Ecografía (ultrasonido)", ["Ecografía", "ultrasonido"]),
    ],
)
def test_the_names_of_an_entry(entry, names):
    assert variants(entry) == names


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Die Arterien sind eng.", "Arterie"),
        ("Ihr Nervensystem", "Nerv"),
        ("mit medizinischen Fachkräften", "Medizinische Fachkraft"),
        ("las arterias estrechas", "Arteria"),
        ("des nerfs", "Nerf"),
        ("ÉLECTROLYTES", "Électrolytes"),
        ("с артериями", "артерия"),
        ("valtimoiden seinät", "valtimo"),
        ("în arterele sale", "arteră"),
        ("الأعصاب تنقل", "العصب"),
        ("ضيق الشرايين", "الشريان"),
        ("وبالجفاف", "الجفاف"),
        ("لشريانك", "الشريان"),
        ("動脈の壁", "動脈"),
        ("电解质失衡", "电解质"),
        ("Eine MRT-Aufnahme", "MRT"),
        ("MRIで調べる", "MRI"),
    ],
)
def test_a_form_that_stands_in_a_text(text, form):
    assert holds(text, form)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Die Schlagader ist eng.", "Arterie"),
        ("Die Vene", "Nerv"),
        ("الوريد", "الشريان"),
        ("العضلة تنقبض", "العصب"),
        ("静脉的壁", "动脉"),
        ("Eine CT-Aufnahme", "MRT"),
        ("die MRTs", "MR"),
    ],
)
def test_a_form_that_does_not(text, form):
    assert not holds(text, form)


ENTRIES = [
    pair("Artery", "Arterie", "de", "dt"),
    pair("Artery", "Artère", "fr", "dt"),
    pair("Nerve", "Nerv", "de", "dt"),
    pair("Nervous system", "Nervensystem", "de", "dt"),
    pair("Multiple sclerosis (MS)", "Multiple Sklerose (MS)", "de", "dt"),
    pair("Genetic therapy", "Gentherapie", "de", "dt"),
    pair("A vessel.", "Ein Gefäß.", "de", "dd"),
]


def found(*pairs):
    return [(each.segment.text, problem.message) for each, problem in check_terms(pairs, read_glossary(ENTRIES))]


@pytest.mark.parametrize(
    "msgid",
    [
        "The artery is narrow.",
        "ARTERIES are narrow.",
        "your [artery](glossary.md#artery)",
        "the artery’s wall",
        "Arteries",
    ],
)
def test_a_term_in_any_case_and_number(msgid):
    assert len(found(pair(msgid, "Die Schlagader ist eng."))) == 1
    assert found(pair(msgid, "Ihre Arterien sind eng.")) == []


@pytest.mark.parametrize(
    "msgid",
    ["The arterial wall", "Ms Smith", "the nervous man", "genetic changes", "A vessel."],
)
def test_words_that_are_no_terms(msgid):
    assert found(pair(msgid, "Etwas anderes")) == []


def test_a_longer_term_hides_the_shorter_one_within_it():
    glossary = Glossary((Term("cord", {"de": ("Strang",)}), Term("spinal cord", {"de": ("Rückenmark",)})))
    assert list(check_terms([pair("the spinal cord", "das Rückenmark")], glossary)) == []


def test_a_term_is_told_once_and_at_its_first_message():
    first, second = pair("An artery.", "Ein Gefäß."), pair("Two arteries.", "Zwei Gefäße.")
    assert [text for text, _ in found(first, second)] == ["An artery."]
    assert [text for text, _ in found(pair("Artery", "Arterie"), second)] == ["Two arteries."]


def test_a_locale_without_translations_of_the_terms_is_not_judged():
    assert found(pair("An artery.", "Una vena.", "es")) == []


def test_the_language_stands_for_its_territories():
    glossary = Glossary((Term("artery", {"pt": ("artéria",)}),))
    assert list(check_terms([pair("artery", "veia", "pt_BR")], glossary))
    assert not list(check_terms([pair("artery", "artéria", "pt_BR")], glossary))


def test_a_problem_says_what_the_glossary_has():
    ((_, message),) = found(pair("She has MS.", "Sie hat ALS."))
    assert message == "the glossary translates “Multiple sclerosis (MS)” as “Multiple Sklerose” or “MS”"


def test_more_terms_join_those_of_the_glossary():
    more = [Term("Artery", forbidden={"de": ("Ader",)}), Term("Osmosis", do_not_translate=True)]
    glossary = read_glossary(ENTRIES, more)
    assert len(glossary.terms) == len({pair.segment.text for pair in ENTRIES if pair.segment.kind == "dt"}) + 1
    ((_, problem),) = check_forbidden([pair("An artery.", "Eine Ader, also eine Arterie.")], glossary)
    assert problem.fix == "Write “Arterie”."


@pytest.mark.parametrize(
    ("msgstr", "locale", "reported"),
    [
        ("Ein Spasmus.", "de", True),
        ("Ein spasmus.", "de", True),
        ("Spasmuskrampf", "de", False),
        ("Ein Krampf.", "de", False),
        ("痙攣が起きる", "ja", True),
        ("つりが起きる", "ja", False),
    ],
)
def test_forbidden_translations(msgstr, locale, reported):
    glossary = Glossary((Term("cramp", forbidden={"de": ("Spasmus",), "ja": ("痙攣",)}),))
    assert bool(list(check_forbidden([pair("A cramp.", msgstr, locale)], glossary))) is reported


@pytest.mark.parametrize(
    ("msgstr", "reported"),
    [("Die Mayo Clinic", False), ("Die Mai-Klinik", True), ("Die Mayo-Klinik", False)],
)
def test_names_that_stay(msgstr, reported):
    glossary = Glossary((Term("Mayo Clinic", {"de": ("Mayo-Klinik",)}, do_not_translate=True),))
    assert bool(list(check_kept([pair("The Mayo Clinic", msgstr)], glossary))) is reported


def test_one_text_translated_in_two_ways():
    one, other = pair("Call a doctor.", "Rufen Sie den Arzt."), pair("Call a doctor.", "Holen Sie Hilfe.")
    assert [each.translation for each, _ in check_inconsistent([one, one, other])] == ["Holen Sie Hilfe."]
    assert not list(check_inconsistent([one, pair("Call a doctor.", "Appelez un médecin.", "fr")]))


def test_one_translation_for_two_texts():
    long = "Nach der Untersuchung dürfen Sie eine Stunde lang nichts essen."
    one, other = pair("Do not eat for an hour.", long), pair("Do not drive for an hour.", long)
    assert [each.segment.text for each, _ in check_reused([one, other])] == ["Do not drive for an hour."]
    assert not list(check_reused([one, one]))
    assert not list(check_reused([one, pair("Do NOT eat for an hour!", long)]))
    assert not list(check_reused([pair("Yes", "Ja"), pair("Yeah", "Ja")]))


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=5), st.sampled_from(["de", "ar", "ja"]))
@settings(max_examples=100, deadline=None)
def test_no_text_stops_the_rules(texts, locale):
    entries = [pair(msgid, msgstr, locale, "dt") for msgid, msgstr in texts]
    glossary = read_glossary(entries, [Term(msgid, forbidden={locale: (msgstr,)}) for msgid, msgstr in texts])
    for find in FINDERS.values():
        list(find(entries, glossary))
