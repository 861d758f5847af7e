"""PDF editions, as Chromium prints them: with tags, languages and an outline, and the same each time."""

import io
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pytest
from conftest import copy_project

from pipeline.commands.build import build
from pipeline.commands.workspace import open_project, parse_locales

pytestmark = pytest.mark.browser

CONFIGURATION = """\
[tool.plainspoken]
title = "Health in plain words"
locales = ["ar"]
publish-threshold = 0.1
[tool.plainspoken.formats]
pdf = true
"""


def built(folder):
    """Build the project in `folder`; return the outcome and the PDF files by their names."""
    project = open_project(folder)
    with ThreadPoolExecutor(1) as executor:  # a browser that other tests have open holds this thread's loop
        outcome = executor.submit(build, project, tuple(parse_locales(("ar",))[0])).result()
    return outcome, {path.relative_to(project.output).as_posix(): path for path in project.output.rglob("*.pdf")}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """An article of this repository in English, and in Arabic with one block left in English."""
    folder = copy_project(tmp_path_factory.mktemp("pdf"))
    (folder / "pyproject.toml").write_text(CONFIGURATION)
    for path in (*folder.rglob("glossary*"), *folder.rglob("workbench.po*")):
        path.unlink()
    article = folder / "source/muscle-spasms.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("It can hurt, but it is mostly harmless.", "Nobody has translated this."))
    return folder, *built(folder)


@pytest.fixture(scope="module")
def arabic(site):
    return pikepdf.open(site[2]["ar/muscle-spasms.pdf"])


def elements(pdf):
    """Yield every element of the tree of tags with the language that holds for it."""
    stack = [(pdf.Root.StructTreeRoot.K, "")]
    while stack:
        element, language = stack.pop()
        if isinstance(element, pikepdf.Array):
            stack += [(each, language) for each in reversed(list(element))]
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            language = str(element.get("/Lang", language))
            yield str(element.S), language, element
            stack.append((element.get("/K"), language))


def test_each_page_has_a_pdf_and_a_link_to_it(site):
    folder, outcome, files = site
    assert outcome.errors == []
    names = ("accessibility", "muscle-spasms")
    assert sorted(files) == [f"{tag}/{name}.pdf" for tag in ("ar", "en") for name in names]
    assert 'href="muscle-spasms.pdf"' in (folder / "output/ar/muscle-spasms.html").read_text(encoding="utf-8")


def test_it_is_tagged_and_has_language_title_and_outline(arabic):
    root = arabic.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "ar"
    assert root.ViewerPreferences.DisplayDocTitle
    assert "التشنجات العضلية" in str(arabic.docinfo.Title)
    with arabic.open_outline() as outline:
        (top,) = outline.root
        assert "التشنجات العضلية" in top.title
        assert len(top.children) > 5


def test_headings_lists_and_pictures_have_their_tags(arabic):
    tags = [tag for tag, _, _ in elements(arabic)]
    assert tags.count("/H1") == 1
    assert tags.count("/H2") > 5
    assert {"/L", "/LI", "/Table", "/TH", "/TD", "/Link"} <= set(tags)
    pictures = [str(element.Alt) for tag, _, element in elements(arabic) if tag == "/Figure"]
    assert len(pictures) == 2
    assert "الجسم" in pictures[0]
    assert "شخص" in pictures[1]


def test_parts_in_another_language_keep_it(arabic):
    english = {tag for tag, language, _ in elements(arabic) if language == "en"}
    assert "/LI" in english, "a block that is not translated"
    assert "/Span" in english, "the title of a work inside a sentence: <cite lang=en>"
    assert {language for _, language, _ in elements(arabic)} == {"ar", "en"}


def test_no_time_and_no_place_of_the_build_is_in_it(site):
    folder, _, files = site
    for path in files.values():
        with pikepdf.open(path) as pdf:
            pdf.save(content := io.BytesIO(), compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all)
            assert not {"/CreationDate", "/ModDate", "/Creator"} & set(pdf.docinfo.keys())
            links = [str(each.get("/A", {}).get("/URI", "")) for page in pdf.pages for each in page.get("/Annots", [])]
        assert str(folder).encode() not in content.getvalue()
        assert "../ar/index.html" in links or "index.html" in links
        assert not [link for link in links if link.startswith("file:") or "site.invalid" in link]


def test_the_same_page_is_printed_once_and_always_alike(site):
    folder, _, files = site
    before = {name: path.read_bytes() for name, path in files.items()}
    outcome, _ = built(folder)
    assert outcome.changed == []
    files["en/muscle-spasms.pdf"].unlink()
    outcome, files = built(folder)
    assert outcome.changed == ["output/en/muscle-spasms.pdf"]
    assert {name: path.read_bytes() for name, path in files.items()} == before


def test_without_chromium_the_error_says_so(site):
    folder, _, files = site
    command = [sys.executable, "-m", "pipeline", "build", "--force", "--project", str(folder)]
    environment = {**os.environ, "PATH": ""}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 2
    assert done.stderr.count("error: PDF needs Chromium, and there is none on this machine; install it") == 1
    assert all(path.is_file() for path in files.values())
