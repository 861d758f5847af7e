"""``build``: pages of all that is ready, and of nothing else."""

import json
import re
from html import unescape
from html.parser import HTMLParser

import pytest

from pipeline.commands.build import MANIFEST, build
from pipeline.commands.update import add_locale, update
from pipeline.errors import InputError, InputErrors, PlainspokenError

from .support import GUIDE, NOTES, RULES_TABLE, make_project, told

WATER = "Drink enough water every day, and rest your leg when it hurts."
DATA = '<script type="application/ld+json">'
"""What the page tells machines: no script, whatever the element is called."""

REWORDED = "Drink enough water every day, and rest your sore leg when it hurts."


class Elements(HTMLParser):
    """Every start tag of a page with its attributes, and all text with the language that it is marked with."""

    def __init__(self, html):
        super().__init__()
        self.tags = []
        self.texts = []
        self.stack = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "img", "br", "hr"}:
            self.stack.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data):
        languages = [attrs["lang"] for _, attrs in self.stack if "lang" in attrs]
        self.texts.append((" ".join(data.split()), languages[-1] if languages else ""))

    def all(self, tag, **wanted):
        return [attrs for name, attrs in self.tags if name == tag and wanted.items() <= attrs.items()]

    def language_of(self, text):
        return next(language for found, language in self.texts if text in found)


def page(files, path):
    return Elements(files.read(f"output/{path}"))


# --- what is published --------------------------------------------------------------------------------------------


def test_everything_ready_is_published_in_every_language(translated):
    outcome = translated.run(build)
    assert (outcome.errors, outcome.notes) == ([], [])
    for tag in ("en", "de", "es"):
        elements = page(translated, f"{tag}/guide.html")
        assert elements.all("html", lang=tag, dir="ltr")
        assert (translated / f"output/{tag}/guide.txt").is_file()
    assert "de: Muscle spasms" in translated.read("output/de/guide.html")
    assert "de: Muscle spasms" in translated.read("output/de/guide.txt")


def test_a_build_does_not_need_an_update_first(translated):
    translated.write("source/guide.md", GUIDE.replace("## When to get help", "## When to get help\n\nCall soon."))
    translated.run(build)
    elements = page(translated, "es/guide.html")
    assert elements.language_of("Call soon.") == "en"
    assert elements.language_of(f"es: {WATER}") == "es"


def test_a_build_changes_no_catalog(translated):
    before = translated.snapshot("locales", "source")
    translated.write("source/guide.md", GUIDE.replace(WATER, REWORDED))
    source = translated.snapshot("source")
    translated.run(build)
    assert translated.snapshot("locales") == {path: row for path, row in before.items() if path.startswith("locales")}
    assert translated.snapshot("source") == source


@pytest.mark.parametrize("after_update", [True, False])
def test_a_reworded_block_falls_back_to_the_marked_source(translated, after_update):
    translated.write("source/guide.md", GUIDE.replace(WATER, REWORDED))
    if after_update:
        translated.run(update)
    translated.run(build)
    elements = page(translated, "es/guide.html")
    (paragraph,) = elements.all("p", lang="en")
    assert paragraph["dir"] == "ltr"
    assert elements.language_of(REWORDED) == "en"
    assert "Algunas" in translated.read("output/es/guide.html") or elements.all("p", **{"class": "notice"})
    assert not page(translated, "en/guide.html").all("p", **{"class": "notice"})


def test_right_to_left_readers_get_their_direction_and_the_source_keeps_its_own(tmp_path):
    files = make_project(tmp_path, config='locales = ["ar"]')
    files.run(update)
    files.translate("ar", keep=[WATER])
    files.write("pyproject.toml", '[tool.plainspoken]\nlocales = ["ar"]\npublish-threshold = 0.5\n')
    files.run(build)
    elements = page(files, "ar/guide.html")
    assert elements.all("html", lang="ar", dir="rtl")
    assert elements.all("p", lang="en", dir="ltr")


def test_an_error_in_one_message_costs_that_message_only(translated):
    bad = {WATER: "es: <script>alert(1)</script> agua"}
    translated.translate("es", table=bad)
    outcome = translated.run(build)
    html = translated.read("output/es/guide.html")
    assert "<script" not in html.replace(DATA, "")
    assert page(translated, "es/guide.html").language_of(WATER) == "en"
    assert "es: Muscle spasms" in html
    assert f"de: {WATER}" in translated.read("output/de/guide.html")
    assert outcome.notes == [
        "es/guide: 1 translations with errors are held back, readers get the source text; see plainspoken check"
    ]


@pytest.mark.parametrize(
    ("threshold", "keep", "published"),
    [
        pytest.param(0.95, [WATER], False, id="below the threshold"),
        pytest.param(0.5, [WATER], True, id="above a lower threshold"),
        pytest.param(0, ["Muscle spasms"], False, id="the title is missing"),
        pytest.param(0, ["Call your doctor if the pain does not stop."], False, id="a critical part is missing"),
        pytest.param(0, ["When to get help"], True, id="a heading is missing"),
        pytest.param(1, [], True, id="all is ready"),
    ],
)
def test_what_is_not_ready_is_not_published_and_not_linked(files, threshold, keep, published):
    files.write(
        "pyproject.toml",
        f'[tool.plainspoken]\nlocales = ["de", "es"]\nbase-url = "https://x.org/"\npublish-threshold = {threshold}\n'
        + RULES_TABLE,
    )
    files.run(update)
    files.translate("de")
    files.translate("es", keep=keep)
    outcome = files.run(build)
    assert (files / "output/es/guide.html").exists() is published
    assert (files / "output/es/guide.txt").exists() is published
    assert [note.startswith("es/guide is not published: ") for note in outcome.notes] == ([] if published else [True])
    english = page(files, "en/guide.html")
    assert bool(english.all("link", hreflang="es")) is published
    assert bool(english.all("a", hreflang="es")) is published
    assert ("/es/" in files.read("output/sitemap.xml")) is published
    assert ("es/index.html" in files.read("output/index.html")) is published
    assert english.all("link", hreflang="de")


def test_a_title_that_was_never_translated_is_not_let_in_by_another_block_that_vanished(translated):
    translated.translate("es", table={"Muscle spasms": ""})
    translated.write("source/guide.md", GUIDE.replace("## When to get help\n\n", ""))
    translated.run(build)
    assert not (translated / "output/es/guide.html").exists()


def test_a_critical_part_that_was_never_translated_is_not_let_in_by_a_heading_that_vanished(files):
    files.run(update)
    files.translate("es", keep=["Call your doctor if the pain does not stop."])
    files.write("source/guide.md", GUIDE.replace("## When to get help\n\n", ""))
    files.run(build)
    assert not (files / "output/es/guide.html").exists()


def test_a_page_that_is_no_longer_ready_goes_away(translated):
    translated.run(build)
    translated.translate("es", table={"Muscle spasms": ""})
    outcome = translated.run(build)
    assert sorted(outcome.removed) == ["output/es/guide.html", "output/es/guide.txt", "output/es/index.html"]
    assert not (translated / "output/es").exists()
    assert not page(translated, "de/guide.html").all("a", hreflang="es")


def test_a_missing_catalog_is_no_error(translated):
    translated.po("es").unlink()
    outcome = translated.run(build)
    assert outcome.errors == []
    assert not (translated / "output/es/guide.html").exists()


def test_frame_words_with_an_error_against_them_stay_in_english(translated):
    translated.translate("es", "site", table={"Contents": "<script>x</script>"})
    translated.run(build)
    assert "<script" not in translated.read("output/es/guide.html").replace(DATA, "")


def test_the_project_wins_over_the_frame_that_is_shipped(translated):
    translated.translate("es", "site", table={"Skip to main content": "¡Al grano!"})
    translated.run(build)
    assert "¡Al grano!" in translated.read("output/es/guide.html")


# --- bad input ----------------------------------------------------------------------------------------------------


def test_a_damaged_catalog_costs_its_own_page_only(translated):
    translated.run(build)
    old = translated.read("output/es/guide.html")
    translated.po("es").write_text('msgid "x\n')
    translated.write("source/guide.md", GUIDE.replace("every day", "each day"))
    outcome = translated.run(build)
    assert {error.path for error in outcome.errors} == {"locales/es/LC_MESSAGES/guide.po"}
    assert "each day" in translated.read("output/de/guide.html")
    assert translated.read("output/es/guide.html") == old, "a published page is not withdrawn for a fault in a file"


def test_a_missing_picture_is_told_with_all_else_that_is_wrong_and_the_rest_is_built(translated):
    translated.write("source/other.md", GUIDE.replace("Drink", "![A leg](leg.svg)\n\nDrink"))
    translated.po("es").write_text('msgid "x\n')
    try:
        errors = translated.run(build).errors
    except InputErrors as several:
        errors = several.errors
    assert any(line.startswith("source/other.md:13: error: ") and "leg.svg" in line for line in told(errors))
    assert "locales/es/LC_MESSAGES/guide.po" in {error.path for error in errors}
    assert (translated / "output/de/guide.html").is_file()


def test_a_file_in_the_place_of_the_output_folder_is_told(translated):
    translated.write("output", "a file")
    with pytest.raises(PlainspokenError, match=r"^output/\S+: error: cannot be written"):
        translated.run(build)
    assert translated.read("output") == "a file"


def test_a_bad_article_keeps_its_old_page(translated):
    translated.write("source/notes.md", NOTES)
    translated.run(build)
    translated.write("source/notes.md", b"\xff")
    outcome = translated.run(build)
    assert told(outcome.errors) == ["source/notes.md:1: error: not valid UTF-8; save the file as UTF-8"]
    assert outcome.removed == []
    assert (translated / "output/en/notes.html").is_file()


def test_a_project_without_articles_is_built(tmp_path):
    files = make_project(tmp_path, {})
    (files / "source").mkdir()
    assert "output/index.html" in files.run(build).changed


# --- files that are no longer published ---------------------------------------------------------------------------


def test_the_pages_of_an_article_that_went_away_go_away(translated):
    translated.write("source/a/notes.md", NOTES.replace("guide.md", "../guide.md"))
    translated.run(update)
    translated.run(build)
    assert (translated / "output/en/a/notes.html").is_file()
    (translated / "source/a/notes.md").unlink()
    assert translated.run(build).removed == [], "an article that disappeared is an error first"
    for path in (translated / "locales").rglob("notes.po*"):
        path.unlink()
    outcome = translated.run(build)
    assert sorted(outcome.removed) == ["output/en/a/notes.html", "output/en/a/notes.txt"]
    assert not (translated / "output/en/a").exists()
    assert "notes" not in translated.read("output/en/index.html")


def test_pages_that_somebody_removed_by_hand_are_no_fault(translated):
    translated.run(build)
    for path in (translated / "output/es").iterdir():
        path.unlink()
    (translated / "output/es").rmdir()
    translated.translate("es", table={"Muscle spasms": ""})
    assert translated.run(build).errors == []


@pytest.mark.parametrize("locales", [("de",), ("es", "de")])
def test_a_build_of_some_locales_removes_nothing_of_the_others(translated, locales):
    translated.run(build)
    before = translated.contents("output/es")
    outcome = translated.run(build, *locales)
    assert outcome.removed == []
    assert translated.contents("output/es") == before
    translated.translate("es", table={"Muscle spasms": ""})
    assert len(translated.run(build).removed) == 3, "the list of pages still knows them"


def test_files_of_others_in_the_output_folder_stay(translated):
    translated.write("output/CNAME", "x.org")
    translated.write("output/es/mine.html", "mine")
    translated.run(build)
    translated.translate("es", table={"Muscle spasms": ""})
    translated.run(build)
    assert translated.read("output/CNAME") == "x.org"
    assert translated.read("output/es/mine.html") == "mine"


@pytest.mark.parametrize(
    "manifest",
    [
        pytest.param("not JSON", id="not JSON"),
        pytest.param(b"\xff\xfe", id="not UTF-8"),
        pytest.param('{"a": 1}', id="not a list"),
        pytest.param("[1, null, {}]", id="not texts"),
        pytest.param('["../precious"]', id="a path above the output folder"),
        pytest.param('["en/../../precious"]', id="a path that winds up above the output folder"),
        pytest.param('["{root}/precious"]', id="an absolute path"),
        pytest.param('["link/precious"]', id="a path through a link"),
        pytest.param('["", ".", "..", "en", "en/"]', id="folders"),
        pytest.param(r'["a\u0000b"]', id="a path with a null character"),
        pytest.param(r'["\ud800"]', id="half a character"),
        pytest.param("[" * 100_000, id="nested too deep"),
    ],
)
def test_a_damaged_list_of_pages_removes_nothing_outside_and_stops_no_build(translated, manifest):
    precious = translated.write("precious", "precious")
    translated.run(build)
    (translated / "output/link").symlink_to(translated.root)
    if isinstance(manifest, str):
        manifest = manifest.replace("{root}", translated.root.as_posix())
    translated.write(f"output/{MANIFEST}", manifest)
    outcome = translated.run(build)
    assert outcome.errors == []
    assert precious.read_text() == "precious"
    assert (translated / "output/en/guide.html").is_file()
    assert "en/guide.html" in json.loads(translated.read(f"output/{MANIFEST}"))


# --- reproducible -------------------------------------------------------------------------------------------------


def test_the_second_build_writes_nothing(translated):
    translated.run(build)
    before = translated.snapshot("output")
    outcome = translated.run(build)
    assert (outcome.changed, outcome.removed) == ([], [])
    assert translated.snapshot("output") == before


def test_two_builds_of_the_same_input_are_identical(tmp_path, monkeypatch):
    outputs = []
    for name, epoch in (("one", "1750000000"), ("two/deeper", "1760000000")):
        files = make_project(tmp_path / name, {"guide.md": GUIDE, "a/notes.md": NOTES.replace("guide", "../guide")})
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
        files.run(update)
        for domain in ("guide", "a/notes"):
            files.translate("es", domain)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        files.run(build)
        outputs.append(files.contents("output"))
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) == 16


def test_pages_do_not_depend_on_how_the_article_is_saved(translated):
    translated.run(build)
    before = translated.contents("output")
    translated.write("source/guide.md", b"\xef\xbb\xbf" + GUIDE.replace("\n", "\r\n").encode())
    assert translated.run(build).changed == []
    assert translated.contents("output") == before


# --- addresses ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("configured", "given", "expected"),
    [
        pytest.param("", None, "", id="none is known"),
        pytest.param("https://a.org/x", None, "https://a.org/x/", id="of the configuration"),
        pytest.param("https://a.org/", "https://b.org", "https://b.org/", id="of the call"),
        pytest.param("https://a.org/", "", "", id="taken back by the call"),
    ],
)
def test_addresses_are_absolute_where_the_address_of_the_site_is_known(translated, configured, given, expected):
    translated.write("pyproject.toml", f'[tool.plainspoken]\nlocales = ["de", "es"]\nbase-url = "{configured}"\n')
    translated.run(build, base_url=given)
    elements = page(translated, "es/guide.html")
    assert [link["href"] for link in elements.all("link", rel="canonical")] == [f"{expected}es/guide.html"] * bool(
        expected
    )
    assert (translated / "output/sitemap.xml").exists() is bool(expected)
    assert elements.all("link", rel="alternate", hreflang="de") == [
        {"rel": "alternate", "hreflang": "de", "href": f"{expected}de/guide.html" if expected else "../de/guide.html"}
    ]
    if expected:
        addresses = re.findall(r"<loc>(.*?)</loc>", translated.read("output/sitemap.xml"))
        assert sorted(addresses) == sorted(
            f"{expected}{tag}/{name}.html" for tag in ("en", "de", "es") for name in ("index", "guide")
        )
        assert f"Sitemap: {expected}sitemap.xml\n" in translated.read("output/robots.txt")


@pytest.fixture
def nested(tmp_path):
    """Articles in folders that link to each other, with a picture."""
    deep = GUIDE.replace(
        WATER, "See [notes](c/notes.md), [home](../guide.md#when-to-get-help) and ![A leg](../pictures/leg.svg)."
    )
    files = make_project(
        tmp_path,
        {
            "guide.md": GUIDE.replace(WATER, "See [deep](a/deep.md) and ![A leg](pictures/leg.svg)."),
            "a/deep.md": deep,
            "a/c/notes.md": NOTES.replace("guide.md", "../deep.md"),
        },
        config='locales = ["es"]',
    )
    files.write("source/pictures/leg.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    files.run(update)
    return files


def test_every_relative_link_of_every_page_leads_to_a_file(nested):
    for domain in ("guide", "a/deep", "a/c/notes"):
        nested.translate("es", domain)
    nested.run(build)
    pages = sorted((nested / "output").rglob("*.html"))
    assert len(pages) == 10
    for path in pages:
        for tag, attrs in Elements(path.read_text(encoding="utf-8")).tags:
            address = attrs.get("href" if tag in {"a", "link"} else "src", "") or ""
            if address and "://" not in address and not address.startswith("#"):
                target, _, anchor = address.partition("#")
                # The error page is shown under any address; without a base address it is taken to be at the top.
                place = (path.parent / target).resolve()
                assert place.is_file(), f"{path}: {address}"
                assert not anchor or Elements(place.read_text(encoding="utf-8")).language_of("") is not None
                assert not anchor or f'id="{anchor}"' in place.read_text(encoding="utf-8"), f"{path}: {address}"


def test_a_link_to_an_article_that_is_not_published_leads_to_the_source_page_and_says_so(nested):
    nested.translate("es", "a/deep")
    nested.run(build)
    links = {attrs["href"]: attrs.get("hreflang") for attrs in page(nested, "es/a/deep.html").all("a")}
    assert links["../../en/guide.html#when-to-get-help"] == "en"
    assert links["../../en/a/c/notes.html"] == "en"
    english = {attrs["href"]: attrs.get("hreflang") for attrs in page(nested, "en/a/deep.html").all("a")}
    assert english["../guide.html#when-to-get-help"] is None


def test_anchors_are_the_same_in_every_language(translated):
    translated.run(build)
    for tag in ("en", "de", "es"):
        assert page(translated, f"{tag}/guide.html").all("h2", id="when-to-get-help")


def test_names_with_spaces_and_other_scripts_work(tmp_path):
    files = make_project(
        tmp_path,
        {"más ayuda/ألم العضلات.md": GUIDE, "notes.md": NOTES.replace("guide.md", "m%C3%A1s%20ayuda/ألم%20العضلات.md")},
    )
    files.run(update)
    files.run(build, base_url="https://x.org")
    assert (files / "output/en/más ayuda/ألم العضلات.html").is_file()
    link = next(attrs["href"] for attrs in page(files, "en/notes.html").all("a") if "#when" in attrs["href"])
    assert link.startswith("m%C3%A1s%20ayuda/%D8%A3")
    assert files.run(build, base_url="https://x.org").changed == []


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("Fish &amp; chips", "Fish & chips", id="an entity"),
        pytest.param("5&nbsp;mg or more", "5\xa0mg or more", id="a space that does not break"),
        pytest.param("Take `x` *now*", "Take x now", id="markup"),
        pytest.param("A < B", "A < B", id="a sign that HTML escapes"),
    ],
)
def test_the_contents_say_what_the_headings_say(tmp_path, heading, expected):
    files = make_project(tmp_path, {"guide.md": GUIDE + f"\n## {heading}\n"})
    files.run(build)
    contents = files.read("output/en/guide.html").partition('class="contents"')[2].partition("</nav>")[0]
    entries = re.findall(r"<li>(.*?)</li>", contents)
    assert unescape(re.sub("<[^>]*>", "", entries[-1])) == expected


def test_titles_and_descriptions_are_escaped(tmp_path):
    files = make_project(tmp_path, {"guide.md": GUIDE.replace("title: Muscle spasms", "title: '<b>\"A\" & B</b>'")})
    files.run(build)
    html = files.read("output/en/guide.html")
    assert "<b>" not in html
    assert "&lt;b&gt;" in html


def test_the_site_title_is_translated(translated):
    translated.translate("es", "site", table={"Articles": "Artículos"})
    translated.run(build)
    assert "Artículos" in translated.read("output/es/index.html")
    assert translated.run(build).changed == []


def test_a_new_locale_is_built_as_soon_as_it_is_ready(tmp_path):
    files = make_project(tmp_path, config="")
    add_locale(files.open(), ("fr",))
    files.run(build)
    assert not (files / "output/fr").exists()
    files.translate("fr")
    assert "output/fr/guide.html" in files.run(build).changed


def test_an_unknown_format_key_never_writes_half(translated):
    translated.write("pyproject.toml", '[tool.plainspoken]\nlocales = ["de"]\n[tool.plainspoken.formats]\ntxt = true\n')
    with pytest.raises(
        (InputError, InputErrors), match=r"^pyproject\.toml:4: error: txt: unknown; did you mean text\?"
    ):
        translated.run(build)
    assert not (translated / "output").exists()


def test_the_plain_text_edition_can_be_left_out(translated):
    translated.run(build)
    translated.write(
        "pyproject.toml", '[tool.plainspoken]\nlocales = ["de", "es"]\n[tool.plainspoken.formats]\ntext = false\n'
    )
    translated.run(build)
    assert list((translated / "output").rglob("*/guide.txt")) == []
    for tag in ("en", "de", "es"):
        assert "guide.txt" not in translated.read(f"output/{tag}/guide.html"), "a link that leads nowhere"
