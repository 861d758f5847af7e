"""Drawings as a browser shows them: every label fits, does not touch another, and can be read on a phone."""

import pytest
from conftest import ROOT, folders, view

from pipeline.article.pictures import read_drawing
from pipeline.article.pictures.room import width

pytestmark = pytest.mark.browser

PICTURES = sorted(path.name for path in (ROOT / "source/pictures").glob("*.svg"))
LANGUAGES = [folder for folder in folders() if folder]
NARROW = {"width": 320, "height": 800}
BOXES = """() => [...document.querySelectorAll("text")].map(text => {
    const {left, top, right, bottom} = text.getBoundingClientRect()
    const size = parseFloat(getComputedStyle(text).fontSize)
    const spans = text.children.length ? [...text.children] : [text]
    const lines = spans.map(each => [each.textContent, each.getComputedTextLength() / size])
    return {box: [left, top, right, bottom], said: text.textContent, lines,
            direction: getComputedStyle(text).direction}
})"""
WIDTHS = "[...document.querySelectorAll('.picture img')].map(each => [each.width, each.naturalWidth])"
FRAME = """() => { const {left, top, right, bottom} = document.querySelector("rect").getBoundingClientRect()
    return [left, top, right, bottom] }"""


def rooms(name):
    drawing = read_drawing((ROOT / "source/pictures" / name).read_bytes(), name)
    return [word.room for word in drawing.words if word.room]


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_fits(site, browser, language, name):
    with view(browser) as page:
        assert page.goto(f"{site.url}{language}/muscle-spasms/pictures/{name}").status == 200
        labels, frame = page.evaluate(BOXES), page.evaluate(FRAME)
    assert len(labels) == len(rooms(name)) >= 5
    for label, room in zip(labels, rooms(name), strict=True):
        assert len(label["lines"]) <= room.lines
        assert max(measured for _, measured in label["lines"]) <= room.width, label["said"]
        assert label["direction"] == ("rtl" if language == "ar" else "ltr")
        left, top, right, bottom = label["box"]
        assert frame[0] < left < right < frame[2]
        assert frame[1] < top < bottom < frame[3]
    for number, one in enumerate(labels):
        assert not [other["said"] for other in labels[number + 1 :] if overlap(one["box"], other["box"])], one["said"]


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_estimate_of_widths_is_on_the_large_side(site, browser, language):
    lines = []
    with view(browser) as page:
        for name in PICTURES:
            page.goto(f"{site.url}{language}/muscle-spasms/pictures/{name}")
            lines += [line for label in page.evaluate(BOXES) for line in label["lines"]]
    assert [text for text, measured in lines if measured > 1.02 * width(text)] == []
    assert sum(width(text) for text, _ in lines) <= 1.5 * sum(measured for _, measured in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_can_be_read_on_a_narrow_phone(site, browser, language):
    with view(browser, viewport=NARROW) as page:
        page.goto(f"{site.url}{language}/muscle-spasms.html")
        widths = page.evaluate(
            "[...document.querySelectorAll('.picture img')].map(each => [each.width, each.naturalWidth])"
        )
    assert len(widths) == len(PICTURES)
    for shown, natural in widths:
        assert 18 * shown / natural >= 12
