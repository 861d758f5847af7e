"""The words of the page frame, and their translations that come with the package."""

from pathlib import Path

import pytest

from pipeline.catalogs import State, state
from pipeline.catalogs.frame import SITE, WORKBENCH, frame_messages, shipped
from pipeline.locale import parse_locale

ROOT = Path(__file__).parent.parent.parent
LOCALES = ["ar", "de", "es", "fr", "ja", "pt_BR", "zh_Hans"]


def test_the_words_are_found_in_templates_and_renderers():
    texts = {message.key.text for message in frame_messages()}
    assert {"Contents", "Last reviewed", "Picture: {description}", "Not yet reviewed by a clinician"} <= texts


def test_notes_for_translators_reach_them():
    (message,) = (message for message in frame_messages() if message.key.text == "Translated from {language}")
    assert any("bare name of a language" in comment for comment in message.comments)


@pytest.mark.parametrize("domain", [SITE, WORKBENCH])
@pytest.mark.parametrize("locale", LOCALES)
def test_every_word_is_translated_in_the_locales_that_ship(locale, domain):
    messages = shipped(parse_locale(locale), domain).by_key()
    states = {message.key.text: state(messages.get(message.key)) for message in frame_messages(domain)}
    assert states == dict.fromkeys(states, State.TRANSLATED)


@pytest.mark.parametrize("domain", [SITE, WORKBENCH])
@pytest.mark.parametrize("locale", LOCALES)
def test_what_ships_is_what_this_repository_publishes(locale, domain):
    path = f"{locale}/LC_MESSAGES/{domain}.po"
    assert (ROOT / "pipeline" / "locales" / path).read_bytes() == (ROOT / "locales" / path).read_bytes(), "make frame"


def test_a_language_that_does_not_ship_has_no_translations():
    assert shipped(parse_locale("fi")) is None
