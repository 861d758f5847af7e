"""``build en_XA ar_XB``: pages that only their makers see."""

import re

import pytest
from click.testing import CliRunner
from lxml import html

from pipeline.cli import main

from .support import make_project

ARTICLES = {
    "guide.md": "---\ntitle: Guide\ndescription: What to do.\n---\n\n## Help\n\nDrink 2 cups. See [notes](notes.md).\n",
    "notes.md": "---\ntitle: Notes\ndescription: More.\n---\n\nRead `code` and **rest**.\n",
}


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path, ARTICLES, 'locales = ["de"]\nbase-url = "https://example.org/"\ntitle = "Health"')


def run(files, *arguments):
    return CliRunner().invoke(main, [*arguments, "--project", str(files.root)])


def structure(files, path):
    return [element.tag for element in html.fromstring(files.read(path)).find(".//article").iter()]


def test_pages_are_written_in_both_and_have_the_structure_of_the_source(project):
    done = run(project, "build", "en_XA", "ar_XB")
    assert done.exit_code == 0, done.output
    for tag in ("en-XA", "ar-XB"):
        for name in ("guide", "notes"):
            found = structure(project, f"output/{tag}/{name}.html")
            source = structure(project, f"output/en/{name}.html")
            assert [each for each in found if each not in {"dt", "dd", "dl", "bdi"}] == [
                each for each in source if each not in {"dt", "dd", "dl", "bdi"}
            ]
    page = html.fromstring(project.read("output/ar-XB/guide.html"))
    assert (page.get("lang"), page.get("dir")) == ("ar-XB", "rtl")


def test_a_long_page_with_a_picture_and_a_glossary_is_made_too(project):
    text = "Drink water with a cramp, and rest. " * 200
    project.write("source/long.md", f"---\ntitle: Long\ndescription: D.\n---\n\n{text}\n\n![A leg](leg.svg)\n")
    project.write("source/glossary.md", "---\ntitle: Words\ndescription: D.\n---\n\nCramp {: #cramp }\n:   It hurts.\n")
    labels = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><text y="20" font-size="18">Knee</text></svg>'
    )
    project.write("source/leg.svg", labels)
    for tag, name in (("ar-XB", "ar_XB"), ("en-XA", "en_XA")):
        done = run(project, "build", name)
        assert done.exit_code == 0, done.output
        page = html.fromstring(project.read(f"output/{tag}/long.html"))
        # Longer words are no forms of the longer term; mirrored ones are.
        explained = page.xpath("//button[@class='explain' and @popovertarget='page--term-cramp']")
        assert len(explained) == (tag == "ar-XB")
        (picture,) = page.xpath("//article//img/@src")
        assert ">Knee<" not in project.read(f"output/{tag}/{picture}")


def test_no_word_of_the_page_stays_plain(project):
    run(project, "build", "en_XA")
    page = html.fromstring(project.read("output/en-XA/guide.html"))
    texts = [text for text in page.find("body").itertext() if text.strip()]
    assert [text for text in texts if re.search("[A-Za-z]", text)] == []


def test_nothing_leads_to_them_and_the_next_build_takes_them_away(project):
    run(project, "build")
    run(project, "build", "en_XA")
    others = [path for path in (project / "output").rglob("*.*") if "en-XA" not in path.parts]
    assert [path.name for path in others if "en-XA" in path.read_text(encoding="utf-8") and path.name[0] != "."] == []
    assert (project / "output/en-XA/guide.html").exists()
    done = run(project, "build")
    assert "removed" in done.output
    assert not (project / "output/en-XA").exists()
    assert (project / "output/en/guide.html").exists()


def test_they_stand_beside_real_languages_and_are_no_locale_of_the_project(project):
    done = run(project, "build", "de", "en_XA")
    assert done.exit_code == 0
    assert run(project, "build", "en_XX").exit_code == 2
    assert run(project, "check", "en_XA").exit_code == 2


def test_what_cannot_be_read_costs_its_own_page_only(project):
    project.write("source/bad.md", b"\xff\xfe")
    done = run(project, "build", "en_XA")
    assert done.exit_code == 2
    assert done.output.count("source/bad.md") == 1
    assert (project / "output/en-XA/guide.html").exists()
