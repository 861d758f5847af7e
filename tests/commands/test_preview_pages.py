"""The pages of the workbench are those that ``build`` publishes: they must never drift apart."""

import re
import shutil

import pytest
from lxml import html

from pipeline.catalogs import format_po, read_po
from pipeline.commands.build import build
from pipeline.commands.workspace import open_project, project_locales, read_document

from .workbenches import ROOT, Workbench

GOLDEN = ROOT / "tests/golden/project"
SPOKEN = {"header", "main", "footer"}


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """This project, built; a part of the German article is in doubt."""
    root = tmp_path_factory.mktemp("ours")
    for folder in ("source", "locales"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "pyproject.toml", root)
    project = open_project(root)
    critical = {each.key for each in read_document(project, root / "source/muscle-spasms.md").segments if each.critical}
    path = root / "locales/de/LC_MESSAGES/muscle-spasms.po"
    catalog = read_po(path.read_bytes(), "x.po")
    for message in [each for each in catalog if each.key not in critical][::9]:
        message.flags = ["fuzzy"]
    path.write_bytes(format_po(catalog).encode())
    return built(root)


@pytest.fixture(scope="module")
def golden(tmp_path_factory):
    root = tmp_path_factory.mktemp("golden") / "project"
    shutil.copytree(GOLDEN, root)
    return built(root)


def built(root):
    project = open_project(root)
    assert build(project, project_locales(project)).errors == []
    return root


def body(page, unmarked, part="body"):
    """What is in one part of a page, without what the workbench adds: element by element."""
    root = html.document_fromstring(page)
    if unmarked:
        unmark(root)
    for item in root.xpath("//div[@class='edition']//li[a[contains(@href, '.epub')]]"):
        item.getparent().remove(item)  # the workbench does not bind books
    found = []
    for element in root.find(f".//{part}" if part != "body" else part).iter():
        texts = [" ".join(each.split()) for each in (element.text or "", element.tail or "")]
        found.append((element.tag, sorted(element.attrib.items()), *texts))
    return found


def unmark(root):
    for button in root.xpath("//button[@class='workbench-open']"):
        button.drop_tree()
    for landmark in root.body:
        if landmark.tag in SPOKEN:
            del landmark.attrib["aria-label"]
    for block in list(root.xpath("//*[@data-block]")):
        del block.attrib["data-block"]
        words = [word for word in block.get("class").split() if not word.startswith("workbench-")]
        block.set("class", " ".join(words))
        if not words:
            del block.attrib["class"]
        if block.tag == "span" and not block.attrib:
            block.drop_tag()
    for image in root.iter("img"):
        image.set("src", re.sub(r"\?[0-9a-f]{32}$", "", image.get("src")))


def pages(root):
    """The address of every page of an article that was built."""
    articles = [path.relative_to(root / "source").with_suffix(".html") for path in (root / "source").rglob("*.md")]
    folders = sorted(path for path in (root / "output").iterdir() if path.is_dir())
    return [f"{folder.name}/{name}" for folder in folders for name in articles if (folder / name).is_file()]


def test_every_page_of_this_project_is_the_one_that_is_published(ours):
    workbench, every = Workbench(ours), pages(ours)
    assert len(every) == 3 * 8
    for page in every:
        published = (ours / "output" / page).read_text(encoding="utf-8")
        shown = workbench.get(f"/pages/{page}").text
        assert "data-block" in shown
        assert body(shown, unmarked=True) == body(published, unmarked=False), page


def test_every_page_of_the_small_site_is_the_one_that_is_published(golden):
    workbench, every = Workbench(golden), pages(golden)
    assert len(every) == 5
    for page in every:
        published = (golden / "output" / page).read_text(encoding="utf-8")
        shown = workbench.get(f"/pages/{page}").text
        # In the workbench each article is there in each language, so that the lists of languages are longer.
        parts = [body(shown, unmarked=True, part="main"), body(published, unmarked=False, part="main")]
        assert anywhere(parts[0]) == anywhere(parts[1]), page


def anywhere(found):
    """The same for links that lead to articles of any language."""
    return [
        (tag, [(name, re.sub(r"^\.\./[a-z]{2}/", "", value)) for name, value in told if name != "hreflang"], *texts)
        for tag, told, *texts in found
    ]


def test_all_that_a_page_loads_or_leads_to_in_its_folder_is_there(ours):
    workbench = Workbench(ours)
    for tag in ("en", "ar"):
        page = html.document_fromstring(workbench.get(f"/pages/{tag}/muscle-spasms.html").text)
        page.make_links_absolute(f"http://x/pages/{tag}/muscle-spasms.html")
        for _, _, link, _ in page.iterlinks():
            if link.startswith("http://x/"):
                assert workbench.get(link.removeprefix("http://x").partition("#")[0]).status_code == 200, link
    editions = [link.get("href") for link in page.xpath("//div[@class='edition']//a")]
    assert len(editions) == 3, "large print, both languages, plain text"


def test_the_other_editions_are_those_that_are_published(ours):
    workbench = Workbench(ours)
    for name in ("en/muscle-spasms.txt", "de/muscle-spasms.txt", "ar/muscle-spasms.bilingual.html", "ja/glossary.txt"):
        published = (ours / "output" / name).read_text(encoding="utf-8")
        shown = workbench.get(f"/pages/{name}").text
        if name.endswith(".html"):
            assert body(shown, unmarked=False) == body(published, unmarked=False)
        else:
            assert shown == published
    assert workbench.get("/pages/en/muscle-spasms.bilingual.html").status_code == 404
