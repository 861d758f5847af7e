"""Which language the workbench speaks."""

import pytest

from pipeline.locale import parse_locale
from pipeline.preview.languages import interface_language

KNOWN = [parse_locale(name) for name in ("en", "ar", "de", "pt_BR", "zh_Hans")]


@pytest.mark.parametrize(
    ("wanted", "accepted", "language"),
    [
        pytest.param("de", "ar", "de", id="the reader chose"),
        pytest.param("", "de-AT,de;q=0.9,en;q=0.5", "de", id="a country that we do not have"),
        pytest.param("", "fi, ar;q=0.2, de;q=0.8", "de", id="by weight"),
        pytest.param("", "pt-BR", "pt_BR", id="the very one"),
        pytest.param("", "ZH-cn", "zh_Hans", id="capitals do not count"),
        pytest.param("", "de;q=0, ar;q=0.1", "ar", id="one that is refused"),
        pytest.param("", "fi", "en", id="one that we do not have"),
        pytest.param("../x", "", "en", id="nothing that we know"),
        pytest.param("", ";;q=,,*;q=x", "en", id="no language at all"),
    ],
)
def test_the_language_is_the_one_that_the_reader_wants_most(wanted, accepted, language):
    assert interface_language(wanted, accepted, KNOWN).name == language
