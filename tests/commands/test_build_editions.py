"""``build``: sheets in two languages, feeds, and sitemaps that one file cannot hold."""

import shutil

import pytest
from lxml import etree, html

from pipeline.commands.build import build
from pipeline.commands.digests import Digests
from pipeline.commands.incremental import Record
from pipeline.commands.lists import Lists
from pipeline.commands.outcome import Outcome
from pipeline.commands.pages import Ours
from pipeline.commands.survey import Survey
from pipeline.commands.tasks import Frame
from pipeline.commands.update import update
from pipeline.errors import PlainspokenError
from pipeline.home import FOLDER
from pipeline.locale import parse_locale
from pipeline.render.page import Words

from .support import GUIDE, NOTES, Files, make_project

EN, DE, ES = map(parse_locale, ("en", "de", "es"))
BASE = 'locales = ["de", "es"]\nbase-url = "https://x.org/"\n'
BILINGUAL = "[tool.plainspoken.formats]\nbilingual = true"
DATED = GUIDE.replace("---\n", "---\nreviewed: 2026-01-02\n", 1)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    articles = {"guide.md": DATED, "a/notes.md": NOTES.replace("guide", "../guide")}
    files = make_project(tmp_path_factory.mktemp("editions"), articles, config=BASE + BILINGUAL)
    files.run(update)
    for domain in ("guide", "a/notes"):
        files.translate("de", domain)
        files.translate("es", domain)
    files.run(build)
    return files.root


@pytest.fixture
def made(made_once, tmp_path):
    """Two articles in three languages with all their editions, built."""
    return Files(shutil.copytree(made_once, tmp_path, dirs_exist_ok=True))


def configure(files, config):
    files.write("pyproject.toml", make_project(files.root.parent / "other", config=config).read("pyproject.toml"))


def paths(files, ending):
    output = files / "output"
    return sorted(path.relative_to(output).as_posix() for path in output.rglob(f"*{ending}"))


def from_nothing(files):
    other = Files(files.root.parent / f"{files.root.name}-again")
    shutil.copytree(files.root, other.root, ignore=shutil.ignore_patterns("output", FOLDER))
    other.run(build)
    return other.contents("output")


# --- sheets in two languages ----------------------------------------------------------------------------------------


def test_every_translation_has_a_sheet_and_the_source_has_none(made):
    assert paths(made, ".bilingual.html") == [
        f"{tag}/{domain}.bilingual.html" for tag in ("de", "es") for domain in ("a/notes", "guide")
    ]
    assert "bilingual" not in made.read("output/en/guide.html")
    root = html.document_fromstring(made.read("output/de/guide.bilingual.html"))
    assert root.xpath("//link[@rel='canonical']/@href") == ["https://x.org/de/guide.html"]
    assert root.xpath("//link[@hreflang]") == []


def test_sheets_are_only_made_for_who_asks_and_go_away(made):
    configure(made, BASE)
    made.run(build)
    assert paths(made, ".bilingual.html") == []
    assert "bilingual" not in made.read("output/de/guide.html")
    assert "bilingual" not in made.read("output/sitemap.xml")


def test_a_sheet_goes_away_with_its_article_and_with_its_translation(made):
    (made / "source/a/notes.md").unlink()
    shutil.rmtree(made / "locales/de/LC_MESSAGES/a")
    shutil.rmtree(made / "locales/es/LC_MESSAGES/a")
    (made / "locales/a/notes.pot").unlink()
    made.po("es").unlink()
    made.run(build)
    assert paths(made, ".bilingual.html") == ["de/guide.bilingual.html"]


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda files: files.translate("de", table={"Muscle spasms": "Krampf"}), id="translation"),
        pytest.param(lambda files: files.write("source/guide.md", DATED.replace("stretch.", "move.")), id="source"),
        pytest.param(lambda files: files.translate("de", "site", {"You are here": "Hier"}), id="frame"),
        pytest.param(lambda files: (files / "output/de/guide.bilingual.html").unlink(), id="removed by hand"),
        pytest.param(lambda files: configure(files, BASE), id="configuration"),
    ],
)
def test_after_an_edit_all_is_as_in_a_new_build(made, edit):
    edit(made)
    made.run(build)
    assert made.contents("output") == from_nothing(made)
    assert made.run(build).changed == []


def test_a_source_in_another_language_has_its_own_words_on_the_sheet(tmp_path):
    files = make_project(
        tmp_path,
        {"guide.md": GUIDE.replace("Drink", '!!! danger "Halt"\n    Trinken.\n\nDrink')},
        config=f'source-locale = "de"\nlocales = ["es"]\n{BILINGUAL}',
    )
    files.run(update)
    files.translate("es")
    files.run(build)
    root = html.document_fromstring(files.read("output/es/guide.bilingual.html"))
    labels = [
        (label.xpath("string(ancestor::td/@lang)"), label.text) for label in root.xpath("//*[@class='box-label']")
    ]
    assert labels == [("de", "Wichtig:"), ("es", "Importante:")]


def test_an_article_cannot_be_named_as_a_sheet(made):
    made.write("source/guide.bilingual.md", GUIDE)
    errors = made.run(build).errors
    assert [str(error) for error in errors] == [
        "source/guide.bilingual.md: error: an article cannot be named guide.bilingual; rename the file"
    ]


@pytest.mark.parametrize(
    ("value", "told"),
    [("bilingual = 1", "bilingual: must be true or false"), ("bilangual = true", "did you mean bilingual?")],
)
def test_a_wrong_format_is_told(made, value, told):
    configure(made, f"{BASE}[tool.plainspoken.formats]\n{value}")
    with pytest.raises(PlainspokenError) as error:
        made.run(build)
    assert told in str(error.value)


# --- feeds ----------------------------------------------------------------------------------------------------------


def updated(files, tag):
    root = etree.fromstring((files / f"output/{tag}/feed.xml").read_bytes())
    return {entry.findtext("{*}id"): entry.findtext("{*}updated") for entry in root.iter("{*}entry")}


def revise(files, date, locale="de"):
    path = files.po(locale)
    lines = [line for line in path.read_text().splitlines() if not line.startswith('"PO-Revision-Date')]
    path.write_text("\n".join([*lines[:3], f'"PO-Revision-Date: {date}\\n"', *lines[3:]]) + "\n")


def test_a_feed_has_the_dates_of_reviews_and_catalogs_and_no_others(made):
    assert updated(made, "en") == {"https://x.org/en/guide.html": "2026-01-02T00:00:00Z"}
    revise(made, "2026-03-04 01:30+0200")
    made.run(build)
    assert updated(made, "de")["https://x.org/de/guide.html"] == "2026-03-03T23:30:00Z"
    revise(made, "2020-03-04 01:30+0200")
    made.run(build)
    assert updated(made, "de")["https://x.org/de/guide.html"] == "2026-01-02T00:00:00Z"
    revise(made, "YEAR-MO-DA HO:MI+ZONE")
    made.run(build)
    assert updated(made, "de")["https://x.org/de/guide.html"] == "2026-01-02T00:00:00Z"
    assert made.contents("output") == from_nothing(made)


def test_the_list_of_articles_names_its_feed(made):
    link = '<link rel="alternate" type="application/atom+xml" href="feed.xml"'
    assert link in made.read("output/en/index.html")
    made.write("source/guide.md", GUIDE)
    made.run(build)
    assert link not in made.read("output/en/index.html")
    assert not (made / "output/en/feed.xml").exists(), "an article without a date is in no feed"


def test_without_an_address_there_is_no_feed(made):
    configure(made, 'locales = ["de", "es"]')
    made.run(build)
    assert paths(made, "feed.xml") == []
    assert "feed.xml" not in made.read("output/de/index.html")


# --- sitemaps -------------------------------------------------------------------------------------------------------


def lists(files, published):
    """Make what belongs to a site of these articles, and return the names of the files."""
    project = files.open()
    words = {locale: Words(locale, {}) for locale in (DE, EN, ES)}
    frame = Frame(project, words, dict.fromkeys(words, ""), frozenset(words))
    outcome = Outcome()
    made = Lists(frame, (Record(), Record()), Digests(project.root), Ours(project, ()), outcome)
    made.make(Survey(published))
    assert not outcome.errors
    return [path for path in made.made if path.startswith("sitemap")]


def test_a_large_site_has_several_sitemaps_and_a_list_of_them(made):
    published = {f"article-{number}": (DE, EN, ES) for number in range(17_000)}
    assert sorted(lists(made, published)) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    root = etree.fromstring((made / "output/sitemap.xml").read_bytes())
    assert root.xpath("//*[local-name()='loc']/text()") == [f"https://x.org/sitemap-{part}.xml" for part in (1, 2)]
    found = []
    for part in (1, 2):
        content = (made / f"output/sitemap-{part}.xml").read_bytes()
        assert len(content) <= 50_000_000
        addresses = [each.text for each in etree.fromstring(content).iter("{*}loc")]
        assert 0 < len(addresses) <= 50_000
        found += addresses
    assert len(found) == len(set(found)) == 3 * 17_001
    made.run(build)
    assert paths(made, "xml") == ["de/feed.xml", "en/feed.xml", "es/feed.xml", "sitemap.xml"], "the others are gone"
