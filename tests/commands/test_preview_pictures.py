"""Pictures in the workbench: drawings with their words in each language, and words that are corrected there."""

import os
import re

import pytest
from lxml import html

from pipeline.commands.update import update

from .support import make_project, png
from .workbenches import Workbench, plain

DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">
<title>A leg</title>
<text x="20" y="40">Calf muscle</text>
</svg>
"""
ARTICLE = """\
---
title: Leg
description: About legs.
---

![A leg](pictures/leg.svg)

![A knee](pictures/knee.png)

Rest your leg.
"""


@pytest.fixture
def project(tmp_path):
    files = make_project(
        tmp_path, {"leg.md": ARTICLE, "pictures/leg.svg": DRAWING, "pictures/knee.png": png(30, 20)}, 'locales = ["de"]'
    )
    files.run(update)
    files.translate("de", "leg", {"Calf muscle": "Wade"})
    return files


@pytest.fixture
def workbench(project):
    return Workbench(project.root)


def pictures(workbench, locale="de"):
    """The addresses of the pictures on the page, as seen from the server, and their elements."""
    page = html.document_fromstring(workbench.get(f"/pages/{locale}/leg.html").text)
    return [(f"/pages/{locale}/{image.get('src')}", image) for image in page.find(".//article").iter("img")]


def test_a_drawing_has_its_words_in_the_language_of_the_page(workbench):
    for locale, word in (("de", "Wade"), ("en", "Calf muscle")):
        (address, image), _ = pictures(workbench, locale)
        assert (image.get("width"), image.get("height")) == ("400", "200")
        answer = workbench.get(address)
        assert answer.headers["content-type"].startswith("image/svg+xml")
        assert f">{word}</text>" in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_its_words_are_blocks_and_a_correction_is_shown_at_once(project, workbench):
    before = pictures(workbench)[0][0]
    assert workbench.block("Calf muscle", "leg")["state"] == "ready"
    assert "picture" in plain(workbench.panel("Calf muscle", "leg")[0]).lower()
    assert workbench.save("Calf muscle", "Wadenmuskel", article="leg").json()["saved"]
    after = pictures(workbench)[0][0]
    assert after.partition("?")[0] == before.partition("?")[0]
    assert after != before, "a browser would not ask for it again"
    assert ">Wadenmuskel</text>" in workbench.get(after).text
    assert project.entry("de", "Calf muscle", "leg").msgstr == "Wadenmuskel"


def test_a_drawing_that_changes_is_shown_and_its_new_words_are_missing(project, workbench):
    before = workbench.view("leg")
    project.write("source/pictures/leg.svg", DRAWING.replace("Calf muscle", "Shin"))
    after = workbench.view("leg", was=before["stamp"])
    assert workbench.block("Shin", "leg")["state"] == "missing"
    assert after["page"] != before["page"]
    address, _ = pictures(workbench)[0]
    assert re.search(r'<text[^>]* xml:lang="en"[^>]*>Shin</text>', workbench.get(address).text)


def test_a_damaged_drawing_leaves_the_page_and_is_told_until_it_is_mended(project, workbench):
    before = workbench.view("leg")
    drawing = workbench.get(pictures(workbench)[0][0]).text
    project.write("source/pictures/leg.svg", DRAWING.replace("</svg>", ""))
    view = workbench.view("leg")
    assert view["page"] == before["page"]
    assert re.search(r"source/pictures/leg\.svg:\d+: error", plain(view["errors"]))
    assert workbench.get(pictures(workbench)[0][0]).text == drawing
    project.write("source/pictures/leg.svg", DRAWING)
    assert workbench.view("leg") == before


def test_a_picture_of_pixels_is_the_one_for_the_language_with_its_size(project, workbench):
    address, image = pictures(workbench)[1]
    assert image.get("width") == "30"
    project.write("source/pictures/knee.png", png(60, 20))
    again, image = pictures(workbench)[1]
    assert (image.get("width"), again == address) == ("60", False)
    assert workbench.get(again).content == png(60, 20)
    project.write("source/pictures/knee.de.png", png(90, 20))
    address, image = pictures(workbench)[1]
    assert (image.get("width"), "knee.de.png" in address) == ("90", True)
    assert workbench.get(address).content == png(90, 20)
    assert "knee.png" in pictures(workbench, "en")[1][0]


def test_a_picture_that_is_missing_does_not_hide_the_page(project, workbench):
    (project / "source/pictures/leg.svg").unlink()
    (project / "source/pictures/knee.png").unlink()
    assert "Rest your leg." in workbench.view("leg")["page"]
    assert [workbench.get(address).status_code for address, _ in pictures(workbench)] == [404, 404]


def test_two_changes_within_one_tick_of_the_clock_are_both_seen(project, workbench):
    place, status = project.po("de", "leg"), None
    for word in ("Eins", "Zwei"):
        text = re.sub('"(Wade|Eins)"', f'"{word}"', place.read_text(encoding="utf-8"))
        with place.open("r+", encoding="utf-8") as file:  # the same file, of the same size in the second round
            file.write(text)
            file.truncate()
        status = status or place.stat()
        os.utime(place, ns=(status.st_atime_ns, status.st_mtime_ns))
        assert word in workbench.panel("Calf muscle", "leg")[0]
