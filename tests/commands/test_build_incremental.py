"""``build`` makes only what changed, and nobody can tell from the pages."""

import json
import os
import random
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.commands.build import How, build, key_of
from pipeline.commands.incremental import begin
from pipeline.commands.update import update
from pipeline.home import FOLDER

from .support import GUIDE, NOTES, Files, make_project, png

STATE = f"{FOLDER}/build.jsonl"
PICTURED = "![A leg](leg.svg) ![A foot](foot.png) Drink"
PICTURE = "<svg xmlns='http://www.w3.org/2000/svg'/>"
LABELLED = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' data-mirror='rtl'><text>Drink enough water</text></svg>"
)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    files = make_project(
        tmp_path_factory.mktemp("made"),
        {"guide.md": GUIDE.replace("Drink", PICTURED), "a/notes.md": NOTES.replace("guide", "../guide")},
        config='locales = ["de", "es"]\nbase-url = "https://x.org/"',
    )
    files.write("source/leg.svg", PICTURE)
    files.write("source/foot.png", png(40, 30))
    files.run(update)
    for domain in ("guide", "a/notes"):
        files.translate("de", domain)
        files.translate("es", domain)
    files.run(build)
    return files.root


@pytest.fixture
def made(made_once, tmp_path):
    """Two articles that link to each other, in three languages, built."""
    files = Files(shutil.copytree(made_once, tmp_path, dirs_exist_ok=True))
    files.run(build)
    return files


def from_nothing(files):
    """The pages that a build makes that knows of no other."""
    other = Files(files.root.parent / f"{files.root.name}-again")
    shutil.rmtree(other.root, ignore_errors=True)
    shutil.copytree(files.root, other.root, ignore=shutil.ignore_patterns("output", FOLDER))
    other.run(build)
    return other.contents("output")


def cli(files, *arguments):
    result = CliRunner().invoke(main, ["build", "--project", str(files.root), *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_nothing_is_touched_when_nothing_changed(made):
    cli(made)
    before = made.snapshot("output", "source", "locales")
    assert "0 files written, 0 removed" in cli(made)
    assert made.snapshot("output", "source", "locales") == before


def test_what_was_told_is_told_again(made):
    made.translate("es", table={"Muscle spasms": ""})
    first = cli(made)
    assert "es/guide is not published" in first
    assert [line for line in cli(made).splitlines() if line.startswith("note")] == [
        line for line in first.splitlines() if line.startswith("note")
    ]


def test_one_edited_catalog_makes_one_page(made):
    made.translate("es", table={"When to get help": "es: ¿Cuándo?"})
    assert sorted(made.run(build).changed) == ["output/es/guide.html", "output/es/guide.txt"]
    assert made.contents("output") == from_nothing(made)


def test_a_title_changes_the_list_of_articles_too(made):
    made.translate("es", "a/notes", table={"Notes": "es: Otras"})
    changed = ["output/es/a/notes.html", "output/es/a/notes.txt", "output/es/feed.xml", "output/es/index.html"]
    assert sorted(made.run(build).changed) == changed


def test_a_page_that_is_no_longer_published_changes_what_leads_to_it(made):
    made.translate("es", table={"Muscle spasms": ""})
    outcome = made.run(build)
    assert sorted(outcome.removed) == ["output/es/guide.html", "output/es/guide.txt"]
    assert {"output/en/guide.html", "output/de/guide.txt", "output/es/a/notes.html", "output/sitemap.xml"} <= set(
        outcome.changed
    )
    assert "output/de/a/notes.html" not in outcome.changed
    assert made.contents("output") == from_nothing(made)


@pytest.mark.parametrize("name", ["de/guide.html", "es/guide.txt", "index.html", "style.css", "leg.svg", "sitemap.xml"])
@pytest.mark.parametrize("change", ["gone", "altered", "of the same size"])
def test_a_file_that_somebody_changed_is_made_again(made, name, change):
    place = made / f"output/{name}"
    before = place.read_bytes()
    if change == "gone":
        place.unlink()
    else:
        place.write_bytes(b"x" if change == "altered" else bytes(reversed(before)))
    cli(made)
    assert place.read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"\xff\x00{", id="not text"),
        pytest.param(lambda data: data[:-40], id="cut off"),
        pytest.param(lambda data: b"\n".join(data.split(b"\n")[:2]), id="too short"),
        pytest.param(lambda data: data.replace(b'"format":1', b'"format":0'), id="of an older version"),
        pytest.param(lambda data: data.replace(b'["guide",', b'["guide",7,'), id="of another shape"),
        pytest.param(lambda data: data.replace(b'"key":"', b'"key":"0'), id="of another configuration"),
        pytest.param(lambda _: b"[" * 100_000, id="nested too deep"),
    ],
)
def test_a_damaged_record_costs_time_only(made, damage):
    before = made.contents("output")
    (made / STATE).write_bytes(damage((made / STATE).read_bytes()))
    made.translate("es", table={"When to get help": "es: ¿Cuándo?"})
    cli(made)
    made.translate("es", table={"When to get help": "es: When to get help"})
    cli(made)
    assert made.contents("output") == before


def test_every_process_tells_the_settings_alike(made):
    made.write(
        "plainspoken.toml",
        'rules.T404 = [{ severity = "note", locales = ["de", "es", "fr", "ja", "ar"] }]\n'
        'terms.forbidden.water = { de = ["x"] }\n',
    )
    program = (
        "import sys; from pathlib import Path; from pipeline.commands.build import key_of; "
        "from pipeline.project import read_project; print(key_of(read_project(Path(sys.argv[1]))))"
    )
    keys = {
        subprocess.check_output([sys.executable, "-c", program, made.root], env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in "123"
    }
    assert len(keys) == 1
    made.write("plainspoken.toml", made.read("plainspoken.toml").replace('"x"', '"y"'))
    assert keys != {f"{key_of(made.open())}\n".encode()}


def test_a_record_that_cannot_be_written_is_no_error(made):
    shutil.rmtree(made / FOLDER)
    (made / FOLDER).write_text("a file")
    assert "0 files written" in cli(made)


def test_force_makes_the_same_pages(made):
    before = made.contents("output")
    (made / "output/es/guide.html").write_text("x")
    assert "1 file written" in cli(made, "--force")
    assert made.contents("output") == before


def test_a_fault_is_told_until_it_is_mended(made):
    made.po("es").write_text('msgid "x\n')
    for _ in range(2):
        result = CliRunner().invoke(main, ["build", "--project", str(made.root)])
        assert result.exit_code == 2
        assert "locales/es/LC_MESSAGES/guide.po:1: error" in result.output


def test_a_fault_in_an_article_does_not_hide_one_in_a_catalog_of_an_article_that_links_to_it(made):
    made.write("source/guide.md", "no front matter")
    made.po("es", "a/notes").write_text('msgid "x\n')
    notes = made.read("source/a/notes.md")
    made.write("source/a/notes.md", f"{notes}\nMore.\n")
    result = CliRunner().invoke(main, ["build", "--project", str(made.root)], catch_exceptions=False)
    assert result.exit_code == 2
    assert "source/guide.md:1: error: no front matter" in result.stderr
    assert result.stderr.count("locales/es/LC_MESSAGES/a/notes.po:1: error: the string does not end") == 1


def test_a_build_of_one_locale_leaves_the_others_to_the_next(made):
    made.translate("es", table={"When to get help": "es: ¿Cuándo?"})
    made.translate("de", table={"When to get help": "de: Wann?"})
    assert all("/de/" in name for name in made.run(build, "de").changed)
    assert sorted(made.run(build).changed) == ["output/es/guide.html", "output/es/guide.txt"]
    assert made.contents("output") == from_nothing(made)


def test_a_build_of_one_locale_takes_away_what_is_withdrawn_in_it_and_nothing_else(made):
    made.translate("es", table={"Muscle spasms": ""})
    made.translate("de", table={"Muscle spasms": ""})
    assert sorted(made.run(build, "es").removed) == ["output/es/guide.html", "output/es/guide.txt"]
    assert (made / "output/de/guide.html").exists()
    made.run(build)
    assert made.contents("output") == from_nothing(made)


def test_rules_across_articles_that_are_errors_hold_back_and_let_go(made):
    made.write("source/more.md", GUIDE)
    made.run(update)
    made.translate("es", "more", table={"Muscle spasms": "es: Otro título"})
    config = made.read("pyproject.toml")
    made.write("pyproject.toml", config.replace('T404 = "off"', 'T404 = "error"'))
    cli(made)
    assert "es: Otro título" not in made.read("output/es/more.html") + made.read("output/es/index.html")
    assert made.contents("output") == from_nothing(made)
    made.translate("es", "guide", table={"Muscle spasms": "es: Otro título"})
    cli(made)
    assert "es: Otro título" in made.read("output/es/more.html")
    assert made.contents("output") == from_nothing(made)


WATER = "Drink enough water every day, and rest your leg when it hurts."


def test_a_page_says_at_once_what_is_out_of_date_and_takes_it_back(made):
    article = made.read("source/guide.md")
    made.write("source/guide.md", article.replace("rest your leg", "rest your sore leg"))
    cli(made)
    assert "Some parts" not in made.read("output/en/guide.html")
    assert "sind nicht mehr aktuell" in made.read("output/de/guide.html")
    assert made.contents("output") == from_nothing(made)
    made.write(
        "source/guide.md", article.replace("rest your leg", "rest your sore leg").replace("---", "---\nstale: keep", 1)
    )
    cli(made)
    assert "de: " in made.read("output/de/guide.html").partition("sore leg")[0]
    assert "in ihrer älteren Fassung" in made.read("output/de/guide.txt").replace("\n", " ")
    assert made.contents("output") == from_nothing(made)
    made.write("source/guide.md", article)
    cli(made)
    assert "sind nicht mehr aktuell" not in made.read("output/de/guide.html")
    assert made.contents("output") == from_nothing(made)


def test_a_new_term_of_the_glossary_grades_edits_of_other_articles(made):
    made.write("source/glossary.md", "---\ntitle: Words\ndescription: Words.\n---\n\nPain\n:   What hurts.\n")
    article = made.read("source/guide.md").replace("---", "---\nstale: keep", 1)
    made.write("source/guide.md", article.replace("rest your leg", "rest your lower limb"))
    cli(made)
    older = "in ihrer älteren Fassung"
    assert older in made.read("output/de/guide.html")
    made.write("source/glossary.md", made.read("source/glossary.md") + "\nLower limb\n:   The leg.\n")
    cli(made)
    assert older not in made.read("output/de/guide.html")
    assert made.contents("output") == from_nothing(made)


def test_words_that_the_configuration_forbids_are_held_back_in_one_article_after_the_other(made):
    config = made.read("pyproject.toml")
    forbidding = config.replace('T402 = "off", ', "")
    made.write("pyproject.toml", forbidding + '\n[tool.plainspoken.terms.forbidden]\nwater = { es = ["es"] }\n')
    assert "es/guide: 1 translations with errors are held back" in cli(made)
    assert WATER in made.read("output/es/guide.txt").replace("\n", " ")
    assert made.contents("output") == from_nothing(made)
    made.write("source/a/notes.md", made.read("source/a/notes.md") + "\nDrink water.\n")
    made.run(update)
    made.translate("es", "a/notes")
    assert sorted({name.split("/")[-1] for name in made.run(build).changed}) == ["notes.html", "notes.txt"]
    assert "es: Drink water." not in made.read("output/es/a/notes.txt")
    assert made.contents("output") == from_nothing(made)
    made.write("pyproject.toml", config)
    cli(made)
    assert "es: Drink water." in made.read("output/es/a/notes.txt")


# --- what is in the way -------------------------------------------------------------------------------------------


def test_a_page_that_cannot_be_written_stops_no_other_and_is_made_by_the_next_build(made):
    expected = made.contents("output")
    shutil.rmtree(made / "output/de")
    (made / "output/de").write_text("in the way")
    (made / "output/es/guide.html").unlink()
    for _ in range(2):
        result = CliRunner().invoke(main, ["build", "--project", str(made.root)])
        assert result.exit_code == 2
        assert result.output.count("output/de/guide.html: error") == 1
        assert (made / "output/es/guide.html").is_file()
    (made / "output/de").unlink()
    cli(made)
    assert made.contents("output") == expected


def test_a_pipe_in_the_place_of_an_article_or_a_folder_of_its_name_is_told(made):
    cli(made)
    (made / "source/folder.md").mkdir()
    os.mkfifo(made / "source/pipe.md")
    made.po("es").unlink()
    os.mkfifo(made.po("es"))
    result = CliRunner().invoke(main, ["build", "--project", str(made.root)])
    assert result.exit_code == 2
    for name in ("source/folder.md", "source/pipe.md", "locales/es/LC_MESSAGES/guide.po"):
        assert f"{name}: error: cannot be read" in result.output


def test_what_a_killed_build_left_is_cleared_up_though_nothing_changed(made):
    begin(made.root)
    left = made / "output/es/.plainspoken-0123456789abcdef.tmp"
    left.write_text("half")
    cli(made)
    assert not left.exists()


# --- any edits in any order ---------------------------------------------------------------------------------------


def _edit_article(files, chance):
    old = chance.choice(["every day", "many minutes", "Most spasms", "Do this"])
    files.write("source/guide.md", files.read("source/guide.md").replace(old, f"{old} {chance.randrange(99)}"))


def _edit_catalog(files, chance):
    text = chance.choice(["", "{} x", "{} <script>", "{}"])
    message = chance.choice(["Muscle spasms", "When to get help", "Call your doctor if the pain does not stop."])
    if files.po("es").exists():
        files.translate("es", table={message: text.format(message)})


def _frame(files, chance):
    files.translate("de", "site", table={"Contents": chance.choice(["Inhalt", "Inhalte"])})


def _new_article(files, chance):
    name = f"new{chance.randrange(2)}"
    files.write(f"source/{name}.md", NOTES.replace("Notes", name).replace("guide.md", "a/notes.md"))


def _no_article(files, chance):
    (files / f"source/new{chance.randrange(2)}.md").unlink(missing_ok=True)


def _no_catalog(files, chance):
    files.po(chance.choice(["de", "es"])).unlink(missing_ok=True)


def _catalogs(files, _chance):
    files.run(update)
    files.translate("de", "guide")


def _picture(files, chance):
    labelled = LABELLED.replace("water", chance.choice(["water", "tea"]))
    files.write("source/leg.svg", chance.choice([PICTURE, labelled]) + "<!-- -->" * chance.randrange(2))


def _variant(files, chance):
    place = files / f"source/foot.{chance.choice(['de', 'es', 'en'])}.png"
    if chance.random() < 0.6:
        place.write_bytes(png(chance.randrange(1, 5), 5))
    else:
        place.unlink(missing_ok=True)


def _policy(files, chance):
    text = files.read("source/guide.md").replace("stale: keep\n", "")
    files.write("source/guide.md", text.replace("---\n", chance.choice(["---\n", "---\nstale: keep\n"]), 1))


def _glossary(files, chance):
    term = chance.choice(["spasm", "minutes", "day"])
    files.write("source/glossary.md", f"---\ntitle: Words\ndescription: D.\n---\n\n{term}\n:   Meaning.\n")


def _terms(files, chance):
    config = files.read("pyproject.toml").partition("[tool.plainspoken.terms")[0].replace('T402 = "off", ', "")
    forbidden = chance.choice(["", '[tool.plainspoken.terms.forbidden]\npain = { es = ["es"] }\n'])
    files.write("pyproject.toml", config + forbidden)


def _by_hand(files, chance):
    place = chance.choice([path for path in (files / "output").rglob("*") if path.is_file() and path.name[0] != "."])
    place.unlink() if chance.random() < 0.5 else place.write_bytes(place.read_bytes()[::-1])


def _configure(files, chance):
    config = files.read("pyproject.toml").partition("publish-threshold")[0].partition("[tool.plainspoken.terms")[0]
    files.write("pyproject.toml", f"{config}publish-threshold = {chance.choice([0.1, 0.8, 1])}\n")


def _forget(files, _chance):
    (files / STATE).unlink(missing_ok=True)


EDITS = [
    _edit_article, _edit_catalog, _edit_catalog, _frame, _new_article, _no_article, _no_catalog, _catalogs, _picture,
    _picture, _variant,
    _by_hand, _configure, _forget, _policy, _glossary, _terms,
]  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_the_pages_are_those_of_a_new_build(made, seed):
    chance = random.Random(seed)  # noqa: S311
    for _ in range(7):
        edits = chance.sample(EDITS, chance.randrange(1, 3))
        for edit in edits:
            edit(made, chance)
        cli(made)
        names = [edit.__name__ for edit in edits]
        assert made.contents("output") == from_nothing(made), names
        assert "0 files written, 0 removed" in cli(made), names


def test_the_record_names_no_file_outside_the_project(made):
    lines = made.read(STATE).splitlines()
    assert all(json.loads(line) for line in lines)
    assert str(made.root) not in made.read(STATE)


def test_a_forced_build_is_asked_for_by_how(made):
    assert made.run(build, how=How(force=True)).changed == []
