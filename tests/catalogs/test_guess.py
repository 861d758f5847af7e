"""Which vanished message a new one is taken for."""

import pytest

from pipeline.catalogs import merge

from .support import LATER, template, translated

OLD = "Take one tablet of ibuprofen with a glass of water after every meal, and never take more than three a day."


def guessed(old: list[str], new: list[str]) -> dict[str, str | None]:
    merged = merge(translated(template(*old)), template(*new), LATER)
    return {message.msgid: message.previous_msgid for message in merged.active if message.fuzzy}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(OLD, OLD.replace("ibuprofen", "paracetamol"), id="one word"),
        pytest.param(OLD, OLD + " Ask your doctor first.", id="a sentence more"),
        pytest.param("Call your doctor at once.", "Call your doctor at once", id="a full stop"),
        pytest.param("What is a muscle spasm?", "What is a muscle spasms?", id="a letter in a short text"),
        pytest.param("Drink two glasses of water before bed", "Drink three glasses of water before bed", id="middle"),
        pytest.param(
            "请在饭后用一杯水服用一片布洛芬，每天不要超过三片。",
            "请在饭后用一杯水服用一片布洛芬，每天不要超过两片。",
            id="no spaces",
        ),
        pytest.param(
            "饭后" * 12 + "请用一杯水服用一片布洛芬", "饭后" * 12 + "请用一杯水服用两片布洛芬", id="one clause"
        ),
        pytest.param("ถ้าปวดหลังนานกว่าสองสัปดาห์ให้ไปพบแพทย์", "ถ้าปวดหลังนานกว่าสามสัปดาห์ให้ไปพบแพทย์", id="Thai"),
    ],
)
def test_a_small_change_is_recognized(old: str, new: str) -> None:
    assert guessed([old, "z"], [new, "z"]) == {new: old}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("When to call", "When to rest", id="short"),
        pytest.param("Iterator", "Try Operator", id="junk that msgmerge offers"),
        pytest.param(
            OLD, "A muscle spasm is when a muscle gets tight and will not relax, often after hard work.", id="long"
        ),
        pytest.param(
            "请在饭后用一杯水服用一片布洛芬，每天不要超过三片。",
            "肌肉痉挛是肌肉突然收缩并且无法放松，常见于运动之后。",
            id="no spaces",
        ),
        pytest.param("Stretch your legs slowly each day", "Drink more water when it is hot", id="middle"),
    ],
)
def test_another_text_is_not_guessed(old: str, new: str) -> None:
    assert guessed([old], [new]) == {}


def test_only_a_message_that_vanished_is_used() -> None:
    assert guessed([OLD], [OLD, OLD + " Please."]) == {}


def test_each_message_is_used_once_by_the_most_similar() -> None:
    near, far = OLD.replace("three", "four"), OLD.replace("three", "four").replace("glass", "cup")
    assert guessed([OLD], [far, near]) == {near: OLD}


def test_of_equals_the_nearest_wins() -> None:
    old = [f"Take {number} tablets every day with a glass of water" for number in ("two", "three", "four", "five")]
    new = [text.replace(number, "many") for text, number in [(old[2], "four")]]
    assert guessed([*old[:2], "anchor", old[2], old[3]], ["anchor", *new]) == {new[0]: old[2]}
    assert guessed([*old[:2], "anchor", old[2], old[3]], [*new, "anchor"]) == {new[0]: old[0]}


def test_the_same_context_wins() -> None:
    old = [("verb", OLD), "z", "anchor", OLD]
    merged = merge(translated(template(*old)), template("anchor", ("verb", OLD + " Now.")), LATER)
    assert (merged[1].previous_msgctxt, merged[1].previous_msgid) == ("verb", OLD)


def test_an_untranslated_message_is_no_guess() -> None:
    catalog = translated(template(OLD))
    catalog[0].msgstr = ""
    assert [message.fuzzy for message in merge(catalog, template(OLD + " Now."), LATER)] == [False]


def test_many_alike_messages_keep_their_order() -> None:
    old = [f"Exercise {number}: stretch your back slowly and hold for ten seconds" for number in range(60)]
    new = [text.replace("ten", "twenty") for text in old]
    assert guessed(old, new) == dict(zip(new, old, strict=True))
