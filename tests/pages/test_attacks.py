"""Attacks in translations, in the frame, in front matter and in file names: nothing of them reaches a reader.

The pages are opened as they are, and once more in a browser that ignores their Content-Security-Policy, so that what
holds is the page itself.
"""

import json
import re
from urllib.parse import quote

import polib
import pytest
from commands.support import make_project
from conftest import build_project, serve, window
from lxml import etree, html
from pages.attacks import ATTACKS, EVIL, NAMES, TEXTS

from pipeline.commands.audit import audit
from pipeline.commands.update import update

pytestmark = pytest.mark.browser

HOSTS = {"guide.example", "plainspoken.example"}
OWN = "[the guide](https://guide.example/)"
TITLE = 'Cramps "quoted" </title><script>hit()</script> & more'

WATCH = "window.hits = 0; window.hit = () => { window.hits += 1 }"
TRY_ALL = """() => {
    for (const element of document.querySelectorAll("body, body *")) {
        for (const name of ["mouseover", "pointerenter", "mouseenter", "focus", "click", "toggle", "error", "load"]) {
            if (name === "click" && element.closest("a")?.protocol?.startsWith("http")) continue
            element.dispatchEvent(new MouseEvent(name, {cancelable: true}))
        }
        if (element.href && !String(element.protocol).startsWith("http")) element.click?.()
    }
}"""
LINKS = "() => [...document.querySelectorAll('a, area')].map(link => link.href)"


def article(title, texts):
    body = "\n\n".join(texts)
    return f"---\ntitle: {title}\ndescription: What to know.\n---\n\n{body}\n"


BASE = "https://plainspoken.example/a&amp;b;{c}/"


def hostile_articles():
    """Yield articles whose title, description, author and name are attacks."""
    for number, text in enumerate(TEXTS):
        told = json.dumps(text)
        name = f"{number} {NAMES[number % len(NAMES)].replace('/', '⁄')}.md"
        dates = "reviewed: 2026-11-22\nauthors:\n"
        yield name, f"---\ntitle: {told}\ndescription: {told}\n{dates}  - {told}\n---\n\nText.\n"


def titles():
    """Yield the titles of these articles in both languages, as pages have them: in one line."""
    for text in TEXTS:
        plain = " ".join(text.split())
        yield from (plain, f"de: {plain}")


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """A project with every attack as the translation of a paragraph, a title, an item, a cell; built and served."""
    numbered = [f"Paragraph {number} is about {OWN}." for number in range(len(ATTACKS))]
    files = make_project(
        tmp_path_factory.mktemp("attacked"),
        articles={
            "guide.md": article("Guide", numbered),
            'a "b" & <c>.md': article(f"'{TITLE}'", ["Text with an address: [guide](guide.md)."]),
            "glossary.md": article("Words", ["Cramp\n:   A muscle that *hurts*."]),
            **dict(hostile_articles()),
        },
        config=f'locales = ["de"]\nbase-url = "{BASE}"\npublish-threshold = 0.0\ntitle = {json.dumps(TEXTS[0])}'
        "\n[tool.plainspoken.formats]\nbilingual = true",
    )
    files.run(update)
    plain = [f"{number} {attack}" for number, attack in enumerate(ATTACKS)]
    table = dict(zip(numbered, (f"Absatz {each} {OWN}." for each in plain), strict=True))
    files.translate("de", table={**table, "Guide": ATTACKS[0]})
    files.translate("de", "glossary", {"Cramp": ATTACKS[32], "A muscle that *hurts*.": f"*x* {ATTACKS[33]}"})
    files.translate("de", 'a "b" & <c>')
    for path, _ in hostile_articles():
        files.translate("de", path.removesuffix(".md"))
    frame = polib.pofile(str(files.po("de", "site")))
    words = [entry.msgid for entry in frame if not entry.obsolete]
    files.translate("de", "site", {word: f"{word} {ATTACKS[n % len(ATTACKS)]}" for n, word in enumerate(words)})
    output, outcome = build_project(files.root)
    assert not outcome.errors
    with serve(output) as served:
        yield served


def test_the_pages_with_attacks_are_published(attacked):
    assert "de/guide.html" in attacked.pages
    assert sum("b" in path for path in attacked.pages) >= 2


@pytest.mark.parametrize("obeyed", [True, False], ids=["policy obeyed", "policy ignored"])
def test_no_script_runs_and_nobody_else_is_asked_or_linked(attacked, browser, obeyed):
    with window(browser, bypass_csp=not obeyed) as page:
        asked, dialogs = [], []
        page.context.route(re.compile(EVIL), lambda route: route.abort())
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.add_init_script(WATCH)
        for path in attacked.pages:
            assert page.goto(attacked.url + quote(path)).status == 200
            page.evaluate(TRY_ALL)
            page.wait_for_timeout(50)
            assert page.evaluate("window.hits") == 0, path
            links = page.evaluate(LINKS)
            strange = [link for link in links if not link.startswith((attacked.url, *(f"https://{h}/" for h in HOSTS)))]
            assert strange == [], path
        assert [url for url in asked if not url.startswith(attacked.url)] == []
        assert dialogs == []


def test_the_data_for_machines_are_those_of_the_page_and_lead_to_no_other_host(attacked):
    seen = set()
    for path in attacked.pages:
        root = html.fromstring((attacked.folder / path).read_bytes())
        found = [json.loads(script.text) for script in root.iter("script")]
        assert [each["@type"] for each in found] in ([], ["MedicalWebPage"]), path
        for told in found:
            seen.add(told["name"])
            assert root.xpath("//h1")[0].text_content() == told["name"], path
            assert told["url"].startswith(BASE), path
        properties = root.xpath("//meta[@property='og:url']/@content")
        assert properties == [told["url"] for told in found]
    assert set(titles()) <= seen


def test_feeds_and_sitemap_are_those_of_the_site(attacked):
    told, addresses = set(), []
    for path in ("en/feed.xml", "de/feed.xml", "sitemap.xml"):
        root = etree.fromstring((attacked.folder / path).read_bytes(), etree.XMLParser(resolve_entities=False))
        told |= {each.text for each in root.iter("{*}title")}
        addresses += [each.text for each in root.iter("{*}id", "{*}loc")] + root.xpath("//@href")
    assert set(titles()) <= told
    assert len(addresses) > 2 * len(TEXTS)
    assert [address for address in addresses if not address.startswith(BASE)] == []


def test_the_audit_agrees(attacked):
    codes = {"P403", "P602", "P603", "P604", "P311", "P205", "P206"}
    found = [each for each in audit(attacked.folder, attacked.folder).findings if each.rule in codes]
    assert found == []


def test_the_browser_would_notice(browser, tmp_path):
    (tmp_path / "page.html").write_text("\n".join(f"<p>{attack}</p>" for attack in ATTACKS[:32]), encoding="utf-8")
    with serve(tmp_path) as bare, window(browser) as page:
        page.context.route(re.compile(EVIL), lambda route: route.abort())
        page.add_init_script(WATCH)
        page.goto(f"{bare.url}page.html")
        page.evaluate(TRY_ALL)
        page.wait_for_timeout(300)
        assert page.evaluate("window.hits") > 10
