"""Pseudo-locales in the workbench: to be looked at, not to be edited."""

import pytest
from lxml import html

from pipeline.commands.pseudo import build_pseudo
from pipeline.locale import PSEUDO_LOCALES

from .test_preview import WATER, text_of_main
from .workbenches import Workbench, plain


@pytest.fixture
def workbench(translated):
    return Workbench(translated.root)


def test_they_are_offered_and_no_page_leads_to_them(workbench):
    page = html.document_fromstring(workbench.get("/?article=guide&locale=en_XA").text)
    (choice,) = page.xpath("//select[@id='locale']/option[@selected]")
    assert choice.get("value") == "en_XA"
    assert page.find(".//iframe").get("src").startswith("/pages/en-XA/guide.html")
    for address in ("/pages/de/guide.html", "/pages/en/index.html"):
        assert "XA" not in workbench.get(address).text


@pytest.mark.parametrize("locale", PSEUDO_LOCALES.values(), ids=str)
def test_a_page_is_the_one_that_build_makes(translated, workbench, locale):
    build_pseudo(translated.open(), [locale])
    built = translated.read(f"output/{locale.tag}/guide.html")
    shown = workbench.get(f"/pages/{locale.tag}/guide.html").text
    assert text_of_main(shown) == text_of_main(built)
    assert html.document_fromstring(shown).get("dir") == locale.direction
    assert workbench.get(f"/pages/{locale.tag}/index.html").status_code == 200
    assert workbench.get(f"/pages/{locale.tag}/guide.txt").text == translated.read(f"output/{locale.tag}/guide.txt")
    assert workbench.get(f"/pages/{locale.tag}/guide.bilingual.html").status_code == 404


def test_a_block_tells_its_text_and_cannot_be_changed(translated, workbench):
    told, _ = workbench.panel(WATER, locale="en_XA")
    assert "⟦Ðŕîîñķ" in told
    assert "the program made it from the source" in plain(told)
    assert "<form" not in told
    assert "locales/en_XA" not in told
    before = translated.snapshot()
    assert workbench.save(WATER, "x", locale="en_XA", seen="").status_code == 400
    body = workbench.edit(WATER, "x", locale="en_XA", seen="")
    assert workbench.post("/api/check", body).status_code == 400
    assert translated.snapshot() == before


def test_its_blocks_are_all_ready_and_follow_the_source(translated, workbench):
    assert {block["state"] for block in workbench.view(locale="ar_XB")["blocks"]} == {"ready"}
    translated.write("source/guide.md", translated.read("source/guide.md").replace(WATER, "Sleep."))
    assert "⟦Šļ" in workbench.view(locale="en_XA")["page"]
