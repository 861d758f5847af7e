"""``preview``: what it shows, and how it follows the files."""

import re

import pytest
from lxml import html

from pipeline.commands.build import build
from pipeline.commands.update import update

from .support import Files, make_project
from .workbenches import Workbench, plain

WATER = "Drink enough water every day, and rest your leg when it hurts."
CALL = "Call your doctor if the pain does not stop."


@pytest.fixture
def workbench(translated):
    return Workbench(translated.root)


def text_of_main(page):
    """The words of a page."""
    return html.document_fromstring(page).find(".//main").text_content().split()


@pytest.mark.parametrize("locale", ["de", "es", "en"])
def test_a_page_is_the_one_that_readers_will_get(translated, workbench, locale):
    translated.run(build)
    built = translated.read(f"output/{locale}/guide.html")
    assert text_of_main(workbench.get(f"/pages/{locale}/guide.html").text) == text_of_main(built)


def test_a_part_that_readers_get_in_another_language_is_marked(translated, workbench):
    po = translated.po("de")
    entry = f'#, fuzzy\nmsgid "{CALL}"'
    po.write_text(po.read_text(encoding="utf-8").replace(f'msgid "{CALL}"', entry), encoding="utf-8")
    states = {block["text"]: block["state"] for block in workbench.view()["blocks"]}
    assert states[CALL] == "fuzzy"
    assert set(states.values()) == {"ready", "fuzzy"}
    page = html.document_fromstring(workbench.view()["page"])
    (block,) = page.find_class("workbench-fuzzy")
    assert (block.get("lang"), block.text) == ("en", CALL)
    assert "Einige Teile dieser Seite sind noch nicht übersetzt" in page.text_content()


def test_missing_and_rejected_translations_are_told_apart(translated, workbench):
    po = translated.po("de")
    text = po.read_text(encoding="utf-8")
    text = text.replace(f'msgstr "de: {WATER}"', 'msgstr ""')
    po.write_text(text.replace(f'msgstr "de: {CALL}"', 'msgstr "<script>x</script>"'), encoding="utf-8")
    assert (workbench.block(WATER)["state"], workbench.block(CALL)["state"]) == ("missing", "held")
    assert workbench.block(CALL)["findings"] > 0
    told = plain(workbench.panel(CALL)[0])
    assert "Error" in told
    assert "There is an error in this translation. Until it is corrected, readers get the source." in told


def test_an_older_translation_that_stays_is_told(tmp_path):
    article = "---\ntitle: T\ndescription: D.\nstale: keep\n---\n\nRest your leg in the evening.\n"
    files = make_project(tmp_path, {"guide.md": article})
    files.run(update)
    files.translate("de")
    files.write("source/guide.md", article.replace("in the evening", "each evening"))
    files.run(update)
    workbench = Workbench(files.root)
    assert workbench.block("Rest your leg each evening.")["state"] == "kept"
    assert "in the evening" in workbench.view()["page"]


def test_about_a_block_all_is_told(translated, workbench):
    new = WATER.replace("every day", "at night")
    translated.write("source/guide.md", translated.read("source/guide.md").replace(WATER, new))
    translated.run(update)
    told, _ = workbench.panel(new)
    assert "<del>every day</del>" in told
    assert "<ins>at night</ins>" in told
    seen = plain(told)
    assert "Removed: every day Added: at night End of change." in seen
    assert f">de: {WATER}</textarea>".replace("\n", "") in told.replace("\n", "")
    line = 1 + translated.read("locales/de/LC_MESSAGES/guide.po").split("\n").index(f'msgstr "de: {WATER}"')
    assert f"locales/de/LC_MESSAGES/guide.po:{line}" in seen
    line = 1 + translated.read("source/guide.md").split("\n").index(new)
    assert f"source/guide.md:{line}" in seen
    assert "Paragraph in “When to get help”" in seen
    assert "C103 fuzzy" in seen
    assert "plain" in seen


def test_terms_of_the_glossary_are_told(tmp_path):
    glossary = "---\ntitle: Words\ndescription: D.\n---\n\nMuscle\n:   It moves you.\n"
    files = make_project(
        tmp_path, {"guide.md": "---\ntitle: T\ndescription: D.\n---\n\nA muscle hurts.\n", "glossary.md": glossary}
    )
    files.run(update)
    files.translate("de")
    files.translate("de", "glossary", {"Muscle": "Muskel"})
    told = plain(Workbench(files.root).panel("A muscle hurts.")[0])
    assert "Terms Muscle Muskel" in told


def test_the_source_has_blocks_too_but_is_not_edited_here(workbench):
    told = plain(workbench.panel(WATER, locale="en")[0])
    assert "source/guide.md:" in told
    assert "Save" not in told
    assert workbench.save(WATER, "x", locale="en", seen="").status_code == 400


def test_a_message_that_is_not_in_the_catalog_yet_cannot_be_edited(translated, workbench):
    translated.write("source/guide.md", translated.read("source/guide.md") + "\nOne more.\n")
    assert workbench.block("One more.")["state"] == "missing"
    assert "Run: plainspoken update" in plain(workbench.panel("One more.")[0])


def test_lists_texts_pictures_and_links(tmp_path):
    article = (
        "---\ntitle: T\ndescription: D.\n---\n\n![x](pictures/a.svg) [Other](more/b.md) [Out](https://x.example/)\n"
    )
    files = make_project(tmp_path, {"a.md": article, "more/b.md": article, "pictures/a.svg": "<svg/>"})
    files.run(update)
    workbench = Workbench(files.root)
    page = workbench.get("/pages/de/a.html").text
    assert 'href="more/b.html"' in page
    assert workbench.get("/pages/pictures/a.svg").status_code == 200
    assert workbench.get("/pages/style.css").headers["content-type"].startswith("text/css")
    assert 'href="more/b.html"' in workbench.get("/pages/de/index.html").text
    assert workbench.get("/pages/de/more/b.txt").text.startswith("(auf Englisch) T")
    assert workbench.get("/pages/de/none.html").status_code == 404
    assert workbench.get("/pages/fr/a.html").status_code == 404


@pytest.mark.parametrize(("accepted", "word"), [("de", "Speichern"), ("pt-BR", "Salvar"), ("fi", "Save")])
def test_the_workbench_speaks_the_language_of_its_reader(workbench, accepted, word):
    name = workbench.block(WATER)["name"]
    told = workbench.get(f"/api/block?article=guide&locale=de&name={name}", **{"Accept-Language": accepted}).json()
    assert word in plain(told["panel"])


def test_the_first_page_shows_an_article_beside_its_source(workbench):
    page = html.document_fromstring(workbench.get("/").text)
    assert [frame.get("src").partition("?")[0] for frame in page.iter("iframe")] == [
        "/pages/de/guide.html",
        "/pages/en/guide.html",
    ]
    alone = html.document_fromstring(workbench.get("/?article=guide&locale=es").text)
    assert [frame.get("src").partition("?")[0] for frame in alone.iter("iframe")] == ["/pages/es/guide.html"]


# --- following the files ------------------------------------------------------------------------------------------


def test_a_save_is_shown(translated, workbench):
    before = workbench.view()
    assert workbench.view(was=before["stamp"]) == {"same": True}
    translated.translate("de", table={WATER: "Trinken Sie genug."})
    assert "Trinken Sie genug." in workbench.view(was=before["stamp"])["page"]
    translated.write("source/guide.md", translated.read("source/guide.md") + "\nNew words.\n")
    assert "New words." in workbench.view()["page"]
    config = translated.read("pyproject.toml")
    translated.write("pyproject.toml", config.replace('"es"', '"fr"'))
    assert workbench.get("/pages/fr/guide.html").status_code == 200
    assert workbench.get("/pages/es/guide.html").status_code == 404
    translated.write("source/second.md", translated.read("source/guide.md"))
    assert "New words." in workbench.view("second")["page"]


@pytest.mark.parametrize(
    ("path", "damage", "where"),
    [
        ("locales/de/LC_MESSAGES/guide.po", b'\nmsgid "x\nmsgstr ""\n', r"guide\.po:\d+: error"),
        ("locales/de/LC_MESSAGES/site.po", b'\nmsgid "x\nmsgstr ""\n', r"site\.po:\d+: error"),
        ("source/guide.md", b"\xff", r"source/guide\.md:\d+: error: not valid UTF-8"),
        ("pyproject.toml", b"\nx = \n", r"pyproject\.toml:\d+: error: not valid TOML"),
    ],
)
def test_a_damaged_file_leaves_the_page_and_is_told_until_it_is_mended(translated, workbench, path, damage, where):
    before, good = workbench.view(), (translated / path).read_bytes()
    translated.write(path, good + damage)
    view = workbench.view()
    assert view["page"] == before["page"]
    assert re.search(where, plain(view["errors"]))
    translated.write(path, good)
    assert workbench.view() == before


def test_a_catalog_that_was_damaged_from_the_start_does_not_hide_the_page(translated):
    translated.write("locales/de/LC_MESSAGES/guide.po", b"?")
    workbench = Workbench(translated.root)
    view = workbench.view()
    assert WATER in view["page"]
    assert "guide.po:1: error" in plain(view["errors"])
    assert "Correct it first" in plain(workbench.panel(WATER)[0])


def test_an_article_that_is_deleted_is_told_and_may_come_back(translated, workbench):
    before, article = workbench.view(), translated.read("source/guide.md")
    (translated / "source/guide.md").unlink()
    view = workbench.view()
    assert (view["page"], view["blocks"]) == (None, [])
    assert "source/guide.md: error: this article is not there any more" in plain(view["errors"])
    gone = workbench.get("/pages/de/guide.html")
    assert gone.status_code == 404
    assert "this article is not there any more" in plain(gone.text)
    translated.write("source/guide.md", article)
    assert workbench.view() == before


def test_a_project_of_one_language_or_without_articles_is_shown_too(tmp_path):
    files = make_project(tmp_path, {}, config="locales = []")
    assert Workbench(files.root).get("/").status_code == 200
    Files(tmp_path).write("source/a.md", "---\ntitle: T\ndescription: D.\n---\n\nWords.\n")
    page = html.document_fromstring(Workbench(files.root).get("/").text)
    assert [frame.get("src").partition("?")[0] for frame in page.iter("iframe")] == ["/pages/en/a.html"]
