"""A review sheet in a browser, opened from a folder as from a USB stick."""

import pytest
from conftest import window

from pipeline.catalogs import read_po
from pipeline.catalogs.corrections import read_corrections, rows
from pipeline.locale import parse_locale
from pipeline.render.sheet import Table, render_sheet

pytestmark = pytest.mark.browser

CATALOG = b"""\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "One  \\nTwo & <b>three</b>"
msgstr "Uno  \\nDos y <b>tres</b>"

msgid "Rest"
msgstr "Reposo"
"""


def test_corrections_are_made_and_saved(browser, axe, tmp_path):
    source, target = parse_locale("en"), parse_locale("es")
    path = tmp_path / "sheet.html"
    path.write_text(
        render_sheet([Table("x", rows(read_po(CATALOG, ""), target, "x"))], source, target), encoding="utf-8"
    )
    with window(browser) as page:
        faults = []
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(path.as_uri())
        assert page.inner_text("#status") == "0 corrections"
        page.locator("[contenteditable]").nth(1).focus()
        page.keyboard.press("End")
        page.keyboard.type("  & <i>sueño</i>")
        assert page.inner_text("#status") == "1 correction"
        with page.expect_download() as download:
            page.click("#save")
        download.value.save_as(tmp_path / "saved.html")
        page.evaluate(axe)
        assert page.evaluate("axe.run()")["violations"] == []
        page.goto((tmp_path / "saved.html").as_uri())
        assert page.inner_text("#status") == "1 correction", "work goes on where it was left"
        assert faults == []
    (correction,) = read_corrections((tmp_path / "saved.html").read_bytes(), "saved.html")
    assert correction.lines == ("Reposo & <i>sueño</i>",)
