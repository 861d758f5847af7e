"""Where sentences end: a table of cases, and what must hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readability.english import ABBREVIATIONS
from pipeline.readability.sentences import split_sentences

GOLDEN = [
    # Each case is a block with a bar where a sentence ends.
    "Rest the muscle.| Put ice on it.",
    "Stop!| Call 911 now.| Can you breathe?",
    "What is sepsis?!| It is serious.",
    "Muscle spasms are harmless",
    # Abbreviations before something
    "Dr. Smith sees patients.| She is kind.",
    "Mr. and Mrs. Lee have diabetes.| They walk daily.",
    "He took e.g. Ibuprofen every day.| Then he slept.",
    "Tests (e.g. MRI, CT) help.| Ask your doctor.",
    "Some salts (e.g., sodium) help muscles.| Others do not.",
    "It may take time (i.e., seconds to minutes) to subside.| Afterwards it is sore.",
    "We compared flu vs. COVID-19 shots.| Both work.",
    "It costs approx. $20 per month.| Insurance may help.",
    "Prof. J. R. Brown wrote it.| It is short.",
    # Abbreviations with a number behind them
    "See fig. 3 and table No. 5 for doses.| Keep this page.",
    "Your visit is on Jan. 5 at noon.| Bring your card.",
    "See p. 5.| Then stop.",
    "Take max. 5 tablets.| Drink water.",
    "No.| I said no.",
    # Abbreviations that may end a sentence
    "The clinic closes at 5 p.m.| Please come early.",
    "Come at 3 p.m. on Fridays.| Bring your card.",
    "We open at 9 a.m. Monday.| Call first.",
    "Avoid beer, wine, etc.| They slow healing.",
    "Beer, wine, etc. slow healing.| Avoid them.",
    "Open Mon. to Fri. at noon.| Closed Sat. and Sun.",
    "Take 1 tsp. of syrup.| Wait an hour.",
    # Abbreviations before names
    "The U.S. Food and Drug Administration approved it.| It is safe.",
    "She moved to the U.S.| She was ten.",
    "In the U.S. and Canada it is sold freely.",
    "Ann Lee, Ph.D., leads the team.| She helps.",
    "She has a Ph.D.| Her work is known.",
    "Go to St. Mary's Hospital.| Park on Main St. near the gate.",
    "Smith Jr. came.| He left.",
    "Smith et al. (2021) found it.| The rest agreed.",
    # Single letters
    "Take vitamin C.| It helps.",
    "Hepatitis B.| Symptoms vary.",
    "So do I.| Then we left.",
    "J. K. Brown came.| He sat down.",
    "Use Q. and A. cards.| Then stop.",
    # Numbers
    "Take 2.5 mg twice a day.| Do not take more than 7.5 mg.",
    "The dose is .5 mg.| Take it.",
    "He weighs 70 kg.| She weighs 60.",
    "It weighs 5 kg.| 20 people came.",
    "She was born in 1990.| He was not.",
    "Use version 2.1.3 of the app.| Update today.",
    # List numbers
    "1. Wash your hands.| 2. Dry them well.",
    "A. Wash.| B. Dry.",
    "(a) Wash.| (b) Dry.",
    # Quotation marks and brackets
    "“Do I need a test?” she asked.| The nurse said yes.",
    '"Stop!" he said.| "Rest."',
    'He said, "Rest now."| She agreed.',
    "He said: ‘Go.’| She went.",
    "Call us today.| (We are open until 6.)| Ask for help.",
    "Two people came [see note 3.]| Then they left.",
    "Some people (about 1 in 10) feel sick.| Most do not.",
    # Ellipses
    "I felt tired... and then I slept.| The next day was better.",
    "Wait… then breathe out.| Repeat it.",
    "The pain went away…| Then it came back.",
    "The pain went away...| Then it came back.",
    # Signs alone
    "Go now!| *** Then rest.",
    "Wait (really? )",
    # Addresses
    "Visit www.nhs.uk for help.| Or call 111.",
    "Write to help.desk@health.org today.| We reply fast.",
    # A line break is a space
    "Rest the\nmuscle.| Put ice\n on it.",
]

SIGNS = st.sampled_from(
    [*"aAbI15 .!?…()[]“”‘’'\",:-—_\n\t。", "Dr. ", "e.g. ", "p.m. ", "No. ", "The ", "U.S. ", "é", "\u0301", "\ud800"]
)
TEXTS = st.one_of(st.text(), st.lists(SIGNS, max_size=60).map("".join))


def split(text: str) -> list[str]:
    return split_sentences(text, "en", ABBREVIATIONS)


@pytest.mark.parametrize("case", GOLDEN)
def test_english_sentences(case: str) -> None:
    expected = [" ".join(sentence.split()) for sentence in case.split("|")]
    assert split(case.replace("|", "")) == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u2029"])
def test_no_text_has_no_sentences(text: str) -> None:
    assert split(text) == []


@given(TEXTS.filter(lambda text: text.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in text)))
def test_nothing_is_lost_and_nothing_added(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@given(TEXTS.filter(lambda text: not any("\ud800" <= sign <= "\udfff" for sign in text)))
def test_sentences_are_trimmed_and_not_empty(text: str) -> None:
    sentences = split(text)
    assert all(sentence == sentence.strip() != "" for sentence in sentences)


def test_a_long_block_is_cut_only_where_sentences_end() -> None:
    # `sentencex` is given chunks; their borders must not show.
    sentences = [f"This is sentence {number} of a long block, told by Dr. Brown." for number in range(2_000)]
    assert split(" ".join(sentences)) == sentences


def test_a_sentence_longer_than_a_chunk_stays_whole() -> None:
    long = "word " * 10_000 + "end."
    assert split(f"{long} Next one.") == [long, "Next one."]
