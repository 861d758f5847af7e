"""``report``: figures that agree with the checks, links that lead somewhere, the same twice."""

import os
import shutil
import subprocess
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from lxml import html

from pipeline.cli import main
from pipeline.commands import history
from pipeline.commands.audit import audit
from pipeline.commands.build import build
from pipeline.commands.report import report
from pipeline.commands.update import update
from pipeline.errors import InputError
from pipeline.locale import parse_locale

from .support import GUIDE, Files, make_project

WATER = "Drink enough water every day, and rest your leg when it hurts."
NOTES = "---\ntitle: Notes\ndescription: More to read.\n---\n\nRead the [guide](../guide.md#when-to-get-help) first.\n"


@pytest.fixture(scope="module")
def reported_once(tmp_path_factory):
    """Spanish has a missing, a doubtful and a wrong text, German has no catalogs; built, then reported."""
    files = make_project(tmp_path_factory.mktemp("reported"), {"guide.md": GUIDE, "more/notes.md": NOTES})
    files.run(update)
    files.translate("es", table={"When to get help": "", "Muscle spasms": "es: <b>x</b>"})
    files.translate("es", "more/notes")
    files.write("source/guide.md", GUIDE.replace("rest your leg", "rest your sore leg"))
    files.run(update)
    for catalog in (files / "locales/de").rglob("*.po"):
        catalog.unlink()
    files.run(build)
    assert report(files.open()).errors == []
    return files.root


@pytest.fixture
def reported(reported_once, tmp_path):
    return Files(shutil.copytree(reported_once, tmp_path, dirs_exist_ok=True))


def page(files, path):
    return html.fromstring(files.read(f"output/report/{path}").encode())


def cells(files, path, row):
    """The cells of the first table on a page, by heading, in the row that begins with `row`."""
    table = page(files, path).xpath("//table")[0]
    heads = [each.text_content().strip() for each in table.xpath(".//thead//th")]
    for line in table.xpath(".//tbody/tr"):
        found = [each.text_content().strip() for each in line]
        if found[0] == row:
            return dict(zip(heads, found, strict=True))
    raise AssertionError(row)


def test_the_figures_are_those_of_the_project(reported):
    guide = cells(reported, "es/index.html", "Muscle spasms")
    states = [guide[name] for name in ("Translated", "Missing", "In doubt", "Held back")]
    assert states == ["4", "1", "1", "1"]
    assert guide["Critical parts ready"] == "1 of 2"  # the title is held back
    assert guide["Errors"] == "1"
    assert guide["Review"] == "not reviewed"
    assert cells(reported, "index.html", "Spanish")["Pages published"] == "2 of 2"


def test_the_most_work_stands_first(reported):
    names = [link.text for link in page(reported, "index.html").xpath("(//tbody)[1]//th/a")]
    assert names == ["German", "Spanish"]
    rows = [link.text for link in page(reported, "es/index.html").xpath("(//tbody)[1]//th/a")]
    assert rows[0] == "Muscle spasms"


def links(folder):
    for path in sorted(folder.rglob("*.html")):
        for address in html.fromstring(path.read_bytes()).xpath("//@href | //@src"):
            yield path, address


def test_every_link_leads_to_a_file_and_a_place(reported):
    ids = {
        path: set(html.fromstring(path.read_bytes()).xpath("//@id")) for path in (reported / "output").rglob("*.html")
    }
    seen = 0
    for path, address in links(reported / "output/report"):
        name, _, fragment = address.partition("#")
        target = (path.parent / unquote(name)).resolve() if name else path
        assert target.is_file(), address
        place = unquote(fragment.partition(":~:")[0])
        assert not place or place in ids[target], address
        seen += 1
    assert seen > 50


def test_every_number_leads_to_what_it_counts(reported):
    table = page(reported, "es/index.html").xpath("//table")[0]
    numbers = [each for each in table.xpath(".//td[@class='number']") if each.text_content().strip() != "0"]
    assert [each.text_content() for each in numbers if not each.xpath("a") and "of" not in each.text_content()] == []


def test_a_finding_leads_to_its_block_and_names_file_and_line(reported):
    row = page(reported, "es/guide.html").xpath("//h2[@id='error']/following::tbody[1]/tr")[0]
    places = [each.text for each in row.xpath(".//code")]
    lines = reported.read("locales/es/LC_MESSAGES/guide.po").splitlines()
    path, _, line = places[0].partition(":")
    assert path == "locales/es/LC_MESSAGES/guide.po"
    assert lines[int(line) - 1] == 'msgstr "es: <b>x</b>"'
    assert places[1] == "source/guide.md:2"
    missing = page(reported, "es/guide.html").xpath("//h3[@id='missing']/following::a[1]")[0]
    assert missing.get("href").endswith("/es/guide.html#when-to-get-help:~:text=When%20to%20get%20help")
    assert "#" not in row.xpath(".//a/@href")[0].partition(":~:")[0].rstrip("#")


def test_two_reports_of_the_same_project_are_the_same(reported):
    before = reported.contents("output/report")
    outcome = report(reported.open())
    assert outcome.changed == outcome.removed == []
    shutil.rmtree(reported / "output/report")
    report(reported.open())
    assert reported.contents("output/report") == before


def test_a_build_leaves_the_report_and_a_report_the_pages(reported):
    pages = {path for path in reported.contents("output") if not path.startswith("output/report")}
    told = reported.contents("output/report")
    reported.write("source/guide.md", GUIDE)
    reported.run(build)
    assert reported.contents("output/report") == told
    report(reported.open())
    assert {path for path in reported.contents("output") if not path.startswith("output/report")} == pages


def test_pages_of_what_is_gone_are_taken_away(reported):
    for path in (reported.root).rglob("notes.*"):
        if "output" not in path.parts:
            path.unlink()
    outcome = report(reported.open())
    assert "output/report/es/more/notes.html" in outcome.removed
    assert not (reported / "output/report/es/more").exists()


def test_the_audit_finds_nothing_in_the_report(reported):
    found = audit(reported / "output", reported.root).findings
    assert [finding for finding in found if finding.location.path.startswith("output/report")] == []


def test_what_cannot_be_read_is_told_and_the_rest_is_reported(reported):
    reported.write("locales/es/LC_MESSAGES/guide.po", 'msgid "unfinished\n')
    done = CliRunner().invoke(main, ["report", "--project", str(reported.root)])
    assert done.exit_code == 2
    assert "locales/es/LC_MESSAGES/guide.po:1: error" in done.output
    assert cells(reported, "es/index.html", "Notes")["Ready"] == "100%"
    guide = cells(reported, "es/index.html", "Muscle spasms")
    assert (guide["Ready"], guide["Translated"], guide["Missing"]) == ("0%", "0", "7")
    assert "100%" not in (reported / "output/report/badges/es.svg").read_text(encoding="utf-8")
    assert "Muscle spasms" in page(reported, "index.html").xpath("//table[@class='map']")[0].text_content()


def test_pages_that_are_not_built_yet_are_told(files):
    outcome = report(files.open())
    assert ["plainspoken build" in note for note in outcome.notes] == [True]


def test_the_report_speaks_the_language_that_is_asked_for(reported):
    report(reported.open(), parse_locale("ar"))
    whole = page(reported, "index.html")
    assert (whole.get("lang"), whole.get("dir")) == ("ar", "rtl")
    assert "تقرير الترجمة" in whole.find(".//title").text
    with pytest.raises(InputError, match="--language gv"):
        report(reported.open(), parse_locale("gv"))


def test_an_article_in_a_language_without_words_is_reported_in_english(tmp_path):
    files = make_project(tmp_path, config='source-locale = "it"\nlocales = []')
    report(files.open())
    assert page(files, "index.html").get("lang") == "en"
    assert page(files, "it/guide.html").xpath("//h1/span/@lang") == ["it"]


# --- progress over time ------------------------------------------------------------------------------------------


def git(files, *arguments, day=1):
    date = f"2026-{1 + day // 28:02}-{1 + day % 28:02}T12:00:00Z"
    own = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "GIT_CONFIG_GLOBAL": os.devnull}
    names = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", *arguments], cwd=files.root, env=os.environ | own | names, check=True, capture_output=True)


@pytest.fixture
def in_git(files):
    files.run(update)
    git(files, "init", "-q")
    git(files, "add", "source", "locales", "pyproject.toml")
    git(files, "commit", "-qm", "Begin")
    files.translate("es", keep=[WATER])
    git(files, "commit", "-qam", "Translate", day=30)
    return files


def test_progress_is_read_from_git(in_git):
    found = history.read_history(in_git.open())
    shares = [round(point.share, 2) for point in found["es"]]
    assert shares[0] < shares[1] < 1
    assert [str(point.day) for point in found["es"]] == ["2026-01-02", "2026-02-03"]
    report(in_git.open())
    told = page(in_git, "es/index.html")
    assert (
        told.xpath("//*[local-name()='svg']//*[local-name()='title']")[0].text == "Share of words that are translated"
    )
    assert [cell.text for cell in told.xpath("//table[@class='short']//td[1]")] == [
        "January 2, 2026",
        "February 3, 2026",
    ]


def test_what_was_counted_once_is_not_read_again(in_git, monkeypatch):
    first = history.read_history(in_git.open())
    monkeypatch.setattr(history, "read_po", None)
    assert history.read_history(in_git.open()) == first
    (in_git / ".plainspoken/history.json").write_text('{"format": 1, "counts": {"x": "y"}}')
    monkeypatch.undo()
    assert history.read_history(in_git.open()) == first


def test_a_long_history_is_looked_at_here_and_there(in_git):
    for day in range(31, 31 + history.MOST_POINTS + 5):
        in_git.translate("es", table={"Muscle spasms": f"es {day}"})
        git(in_git, "commit", "-qam", f"Day {day}", day=day)
    found = history.read_history(in_git.open())["es"]
    assert len(found) == history.MOST_POINTS
    assert (found[0].day.month, found[-1].day.day) == (1, 1 + (30 + history.MOST_POINTS + 5) % 28)


def test_a_catalog_that_was_damaged_once_counts_as_nothing(in_git):
    whole = in_git.read("locales/es/LC_MESSAGES/guide.po")
    in_git.write("locales/es/LC_MESSAGES/guide.po", 'msgid "x\n')
    git(in_git, "commit", "-qam", "Damage", day=40)
    in_git.write("locales/es/LC_MESSAGES/guide.po", whole)
    git(in_git, "commit", "-qam", "Mend", day=41)
    shares = [point.words for point in history.read_history(in_git.open())["es"]]
    assert shares[2] < shares[1] == shares[3]


def test_a_project_may_be_a_folder_of_a_larger_repository(tmp_path):
    files = make_project(tmp_path / "health")
    files.run(update)
    files.translate("es")
    git(Files(tmp_path), "init", "-q")
    git(Files(tmp_path), "add", "health/locales")
    git(Files(tmp_path), "commit", "-qm", "Begin")
    assert [point.share for point in history.read_history(files.open())["es"]] != [0]


def test_without_git_there_is_no_history(files):
    assert history.read_history(files.open()) == {}
    report(files.open())
    assert "There is no history in git to show." in page(files, "es/index.html").text_content()
