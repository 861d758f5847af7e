"""Pictures from the article to the page: words in drawings, pictures for one language, sizes, and what is wrong."""

import pytest

from pipeline.commands.build import How, build
from pipeline.commands.check import check
from pipeline.commands.outcome import Outcome
from pipeline.commands.stats import stats
from pipeline.commands.update import update
from pipeline.commands.workers import Workers

from .support import RULES_TABLE, make_project, png, told

ARTICLE = """\
---
title: Calf
description: How to stretch.
---

Stretch your calf.

![A leg](pictures/leg.svg) ![A foot](pictures/foot.png)
"""
LABELS = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" data-mirror="rtl">
<title>A leg</title>
<text x="10" y="20" font-size="20" data-width="200">Heel</text>
<!-- translators: The front one. -->
<text x="10" y="90" font-size="20" data-width="200">Knee</text>
</svg>
"""
CONFIG = 'locales = ["ar", "de"]\n' + RULES_TABLE.replace('T330 = "off"', 'T330 = "warning"')
DRAWN = "guide/pictures/leg.svg"


@pytest.fixture
def pictured(tmp_path):
    """An article with a drawing and a photograph, translated but for one label, not built yet."""
    files = make_project(tmp_path, {"guide.md": ARTICLE}, config=CONFIG)
    files.write("source/pictures/leg.svg", LABELS)
    files.write("source/pictures/foot.png", png(640, 480))
    files.run(update)
    files.translate("de", table={"Heel": "Ferse", "A leg": "Ein Bein", "Knee": ""})
    files.translate("ar", table={"Heel": "كعب", "A leg": "ساق", "Knee": "ركبة"})
    return files


def same_as_new(files):
    """Whether the pages are those of a build that knows of no other."""
    before = files.contents("output")
    files.run(build, how=How(force=True))
    return files.contents("output") == before


def test_words_in_drawings_are_in_the_template_with_where_they_stand(pictured):
    template = pictured.read("locales/guide.pot")
    room = "there is room for about 16 Latin letters"
    assert f'#. Label in the picture “pictures/leg.svg”; {room}\n#: source/guide.md\nmsgid "Heel"' in template
    assert "#. Note: The front one." in template
    assert '#. Title of the picture “pictures/leg.svg”\n#: source/guide.md\nmsgid "A leg"' in template
    assert pictured.run(update, check=True).changed == []


def test_the_drawing_of_each_language_says_its_words(pictured):
    assert told(pictured.run(build).errors) == []
    german, arabic, english = (pictured.read(f"output/{tag}/{DRAWN}") for tag in ("de", "ar", "en"))
    assert ">Ferse<" in german
    assert 'xml:lang="en"' in german
    assert ">كعب<" in arabic
    assert 'direction="rtl"' in arabic
    assert "matrix(-1 0 0 1 400 0)" in arabic
    assert ">Heel<" in english
    assert not (pictured / "output/pictures/leg.svg").exists()


def test_a_page_shows_its_own_drawing_and_the_sizes(pictured):
    pictured.run(build)
    page = pictured.read("output/de/guide.html")
    assert 'height="480" src="../pictures/foot.png" width="640"' in page
    assert 'height="300" src="guide/pictures/leg.svg" width="400"' in page
    assert "noch nicht übersetzt" in page
    assert "notice" not in pictured.read("output/ar/guide.html")


def test_words_in_drawings_count(pictured):
    outcome = Outcome()
    progress = stats(pictured.open(), pictured.open().locales, outcome).progress
    missing = {each.locale.name: each.missing for each in progress if each.domain == "guide"}
    assert missing == {"ar": 0, "de": 1}
    assert "C102" in {each.rule for each in pictured.run(check).findings if each.excerpt == "Knee"}


def test_two_articles_that_show_one_drawing_each_have_their_own(pictured):
    pictured.write("source/b/other.md", ARTICLE.replace("pictures/", "../pictures/"))
    pictured.run(update)
    pictured.translate("de", "b/other", table={"Heel": "Hacke"})
    pictured.run(build)
    assert ">Hacke<" in pictured.read("output/de/b/other/pictures/leg.svg")
    assert 'src="other/pictures/leg.svg"' in pictured.read("output/de/b/other.html")
    assert ">Ferse<" in pictured.read(f"output/de/{DRAWN}")


@pytest.mark.parametrize("how", [How(), How(Workers(2))], ids=["alone", "two processes"])
def test_an_edited_drawing_makes_the_pages_of_its_article_again(pictured, how):
    pictured.run(build, how=how)
    pictured.write("source/pictures/leg.svg", LABELS.replace('y="20"', 'y="30"'))
    changed = pictured.run(build, how=how).changed
    assert sorted(changed) == [f"output/{tag}/{DRAWN}" for tag in ("ar", "de", "en")]
    pictured.write("source/pictures/leg.svg", LABELS.replace("Heel", "Foot"))
    pictured.run(build, how=how)
    assert 'xml:lang="en">Foot<' in pictured.read(f"output/de/{DRAWN}").replace(' text-anchor="start"', "")
    assert same_as_new(pictured)


def test_a_translated_label_makes_the_drawing_of_its_language_again(pictured):
    pictured.run(build)
    pictured.translate("de", table={"Heel": "Ferse", "A leg": "Ein Bein", "Knee": "Knie"})
    assert f"output/de/{DRAWN}" in (changed := pictured.run(build).changed)
    assert f"output/ar/{DRAWN}" not in changed
    assert pictured.run(build).changed == []
    assert same_as_new(pictured)


def test_drawings_go_with_their_page(pictured):
    pictured.run(build)
    pictured.write("source/guide.md", ARTICLE.replace("![A leg](pictures/leg.svg) ", ""))
    removed = pictured.run(build).removed
    assert {f"output/{tag}/{DRAWN}" for tag in ("ar", "de", "en")} <= set(removed)


def test_a_drawing_without_words_is_there_once(pictured):
    pictured.write("source/pictures/leg.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>")
    pictured.run(build)
    assert (pictured / "output/pictures/leg.svg").exists()
    assert not (pictured / f"output/de/{DRAWN}").exists()
    assert 'src="../pictures/leg.svg"' in pictured.read("output/de/guide.html")


def test_a_label_with_an_error_against_it_stays_in_the_source_language(pictured):
    pictured.translate("de", table={"Heel": "<b>Ferse</b>", "A leg": "Ein Bein", "Knee": "Knie"})
    pictured.run(build)
    drawn = pictured.read(f"output/de/{DRAWN}")
    assert ">Heel<" in drawn
    assert "Ferse" not in drawn


def test_a_long_label_is_reported(pictured):
    pictured.translate("de", table={"Heel": "Die Ferse bleibt fest auf dem Boden", "A leg": "Ein Bein", "Knee": "Knie"})
    found = [each for each in pictured.run(check).findings if each.rule == "T330"]
    assert [(each.excerpt, each.locale, each.source.line) for each in found] == [("Heel", "de", 8)]


def test_a_label_that_stands_in_two_places_has_the_least_room(pictured):
    pictured.write("source/pictures/b.svg", LABELS.replace('data-width="200"', 'data-width="40"'))
    pictured.write("source/guide.md", ARTICLE + "\n![B](pictures/b.svg)\n")
    pictured.run(update)
    pictured.translate("de", table={"Heel": "Ferse", "A leg": "Ein Bein", "Knee": "Knie"})
    assert "Heel" in {each.excerpt for each in pictured.run(check).findings if each.rule == "T330"}


# --- pictures of pixels -------------------------------------------------------------------------------------------


def test_a_picture_for_one_language_takes_the_place_of_the_usual_one(pictured):
    pictured.run(build)
    pictured.write("source/pictures/foot.de.png", png(10, 20))
    changed = pictured.run(build).changed
    assert sorted(changed) == ["output/de/guide.html", "output/pictures/foot.de.png"]
    assert 'height="20" src="../pictures/foot.de.png" width="10"' in pictured.read("output/de/guide.html")
    assert "foot.png" in pictured.read("output/ar/guide.html")
    (pictured / "source/pictures/foot.de.png").unlink()
    assert "output/pictures/foot.de.png" in pictured.run(build).removed
    assert same_as_new(pictured)


def test_a_picture_for_a_language_that_is_not_there_is_reported(pictured):
    pictured.write("source/pictures/foot.fr.png", png(1, 1))
    found = [
        (each.rule, each.excerpt, each.location.line) for each in pictured.run(check).findings if each.rule == "S130"
    ]
    assert found == [("S130", "pictures/foot.fr.png", 8)]


# --- what is wrong ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [build, update, check])
def test_a_damaged_drawing_is_told_with_its_line(pictured, command):
    pictured.write("source/pictures/leg.svg", LABELS.replace("<title>", "<script>").replace("</title>", "</script>"))
    errors = told(pictured.run(command).errors)
    assert [line.partition(" <script>")[0] for line in errors] == ["source/pictures/leg.svg:2: error:"]


def test_a_missing_drawing_is_told_once_and_all_the_rest_is_made(pictured):
    (pictured / "source/pictures/leg.svg").unlink()
    errors = told(pictured.run(build).errors)
    assert [line.split(";")[0] for line in errors] == [
        "source/guide.md:8: error: there is no picture source/pictures/leg.svg"
    ]
    assert (pictured / "output/de/guide.html").exists()
    pictured.write("source/pictures/leg.svg", LABELS)
    assert told(pictured.run(build).errors) == []
    assert same_as_new(pictured)


def test_a_folder_in_the_place_of_a_drawing_is_told(pictured):
    (pictured / "source/pictures/leg.svg").unlink()
    (pictured / "source/pictures/leg.svg").mkdir()
    assert any("it is a folder" in line for line in told(pictured.run(build).errors))
