"""Attacks in translations, in the frame, in front matter, glossary, drawings and file names: none reaches a reader.

The pages, and the drawings as documents of their own, are opened as they are, and once more in a browser that ignores
their Content-Security-Policy, so that what holds is the page itself; and all of it again where a translator silenced
the checks, so that what holds is the wall behind them.
"""

import contextlib
import json
import re
from urllib.parse import quote

import polib
import pytest
from commands.support import make_project
from conftest import build_project, serve, window
from lxml import etree, html
from pages.attacks import ATTACKS, DRAWINGS, EVIL, NAMES, PROLOGUES, TEXTS
from playwright.sync_api import Error

from pipeline.checks import TRANSLATION_RULES
from pipeline.commands.audit import audit
from pipeline.commands.update import update

pytestmark = pytest.mark.browser

HOSTS = {"guide.example", "plainspoken.example"}
SILENCED = ", ".join(rule.code for rule in TRANSLATION_RULES)
OWN = "[the guide](https://guide.example/)"
TITLE = 'Cramps "quoted" </title><script>hit()</script> & more'

WATCH = "window.hits = 0; window.hit = () => { window.hits += 1 }"
TRY_ALL = """() => {
    for (const element of document.querySelectorAll("body, body *, svg, svg *")) {
        for (const name of ["mouseover", "pointerenter", "mouseenter", "focus", "click", "toggle", "error", "load"]) {
            if (name === "click" && element.closest("a")?.protocol?.startsWith("http")) continue
            element.dispatchEvent(new MouseEvent(name, {cancelable: true}))
        }
        if (element.href && !String(element.protocol).startsWith("http")) element.click?.()
    }
}"""
# What has lost its address is no link any more.
LINKS = (
    """() => [...document.querySelectorAll("a, area")].map(link => link.href.baseVal ?? link.href).filter(Boolean)"""
)


def article(title, texts):
    body = "\n\n".join(texts)
    return f"---\ntitle: {title}\ndescription: What to know.\n---\n\n{body}\n"


BASE = "https://plainspoken.example/a&amp;b;{c}/"


def hostile_articles():
    """Yield articles whose title, description, author and name are attacks."""
    for number, name in enumerate(NAMES):
        told = json.dumps(TEXTS[number % len(TEXTS)])
        dates = "reviewed: 2026-11-22\nauthors:\n"
        yield (
            f"n/{name.replace('/', '⁄')}.md",
            f"---\ntitle: {told}\ndescription: {told}\n{dates}  - {told}\n---\n\nText.\n",
        )


def titles():
    """Yield the titles of these articles in both languages, as pages have them: in one line."""
    for text in TEXTS:
        plain = " ".join(text.split())
        yield from (plain, f"de: {plain}")


def address(name):
    return quote(f"pictures/{name}.svg", safe="/")


def drawing(labels):
    """A drawing with a title, a description and these labels."""
    texts = "".join(f'<text y="{10 * number}">{label}</text>' for number, label in enumerate(labels))
    start = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 2000" data-mirror="rtl">'
    return f"{start}<title>Leg of a person</title><desc>What a leg is.</desc>{texts}</svg>"


def write_articles(folder):
    """A project in which every attack has a place."""
    numbered = [f"Paragraph {number} is about {OWN}." for number in range(len(ATTACKS))]
    labels = [f"Label {number}" for number in range(len(ATTACKS))]
    shown = [f"![Picture {number}]({address(name)})" for number, name in enumerate(NAMES)]
    front = {"a &lt;b&gt;.md": article(f"'{TITLE}'", ["Text."]).replace("What to know.", f"'{TITLE}'")}
    files = make_project(
        folder,
        articles={
            "guide.md": article("Guide", [*numbered, "![Leg](leg.svg)", *shown]),
            'a "b" & <c>.md': article(f"'{TITLE}'", ["Text with an address: [guide](guide.md)."]),
            "glossary.md": article(
                "Words", ["Cramp\n:   A muscle that *hurts*.", "Spasm `<script>hit()</script>`\n:   A."]
            ),
            **front,
            **dict(hostile_articles()),
        },
        config=f'locales = ["ar", "de"]\nbase-url = "{BASE}"\npublish-threshold = 0.0\ntitle = {json.dumps(TEXTS[0])}'
        "\n[tool.plainspoken.formats]\nbilingual = true",
    )
    files.write("source/leg.svg", drawing(labels))
    for name in NAMES:
        files.write(f"source/pictures/{name}.svg", drawing([f"Name of {re.sub('[&<>]', ' ', name)}"]))
    return files, numbered, labels


@pytest.fixture(scope="module", params=[False, True], ids=["checked", "checks silenced"])
def attacked(tmp_path_factory, request):
    """Every attack as the translation of a paragraph, a title, an item, a label; built and served."""
    files, numbered, labels = write_articles(tmp_path_factory.mktemp("attacked"))
    files.run(update)
    plain = [f"{number} {attack}" for number, attack in enumerate(ATTACKS)]
    table = dict(zip(numbered, (f"Absatz {each} {OWN}." for each in plain), strict=True))
    table |= dict(zip(labels, ATTACKS, strict=True))
    table |= {"Guide": ATTACKS[0], "Leg of a person": ATTACKS[32], "What a leg is.": ATTACKS[33]}
    for locale in ("ar", "de"):
        files.translate(locale, table=table)
        files.translate(locale, "glossary", {"Cramp": ATTACKS[32], "A muscle that *hurts*.": f"*x* {ATTACKS[33]}"})
        files.translate(locale, 'a "b" & <c>')
        for path, _ in hostile_articles():
            files.translate(locale, path.removesuffix(".md"))
        frame = polib.pofile(str(files.po(locale, "site")))
        words = [entry.msgid for entry in frame if not entry.obsolete]
        files.translate(locale, "site", {word: f"{word} {ATTACKS[n % len(ATTACKS)]}" for n, word in enumerate(words)})
        if request.param:
            for path in (files / f"locales/{locale}").rglob("*.po"):
                path.write_text(
                    f"# check-ignore: {SILENCED}: It is right.\n{path.read_text('utf-8')}", encoding="utf-8"
                )
    output, outcome = build_project(files.root)
    assert not outcome.errors
    with serve(output) as served:
        yield served


def opened(site):
    """The address of every page, and of every drawing once where several languages have the same bytes."""
    paths = sorted(site.folder.rglob("*.svg"))
    drawings = {(path.name, path.read_bytes()): path.relative_to(site.folder).as_posix() for path in paths}
    return [site.url + quote(path) for path in (*site.pages, *drawings.values())]


def test_the_pages_with_attacks_are_published(attacked):
    assert "de/guide.html" in attacked.pages
    assert sum("b" in path for path in attacked.pages) >= 2
    drawn = [path.name for path in (attacked.folder / "ar/guide").rglob("*.svg")]
    assert sorted(drawn) == sorted(["leg.svg", *(f"{name.rpartition('/')[2]}.svg" for name in NAMES)])
    every = {path.name for path in attacked.folder.rglob("*.html")}
    assert {f"{name}.html" for name in NAMES if "/" not in name} <= every


@pytest.mark.parametrize("obeyed", [True, False], ids=["policy obeyed", "policy ignored"])
def test_no_script_runs_and_nobody_else_is_asked_or_linked(attacked, browser, obeyed):
    with window(browser, bypass_csp=not obeyed) as page:
        asked, dialogs = [], []
        page.context.route(re.compile(EVIL), lambda route: route.abort())
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.add_init_script(WATCH)
        for place in opened(attacked):
            assert page.goto(place).status == 200
            page.evaluate(TRY_ALL)
            page.wait_for_timeout(50)
            assert page.evaluate("window.hits") == 0, place
            links = page.evaluate(LINKS)
            strange = [link for link in links if not link.startswith((attacked.url, *(f"https://{h}/" for h in HOSTS)))]
            assert strange == [], place
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


def hostile(number, inside, before=""):
    start = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">'
    return f'{before}{start}<text y="9">{number}</text>{inside}</svg>'


HOSTILE = [
    *(hostile(number, inside) for number, inside in enumerate(DRAWINGS)),
    *(hostile(number, "&x;" if "ENTITY x" in each else "", each) for number, each in enumerate(PROLOGUES)),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="hit()"/>',
]


def test_hostile_drawings_are_refused(tmp_path):
    names = [f"x{number}" for number in range(len(HOSTILE))]
    files = make_project(
        tmp_path, {f"{name}.md": article(name, [f"![A leg]({name}.svg)"]) for name in names}, "locales = []"
    )
    for name, text in zip(names, HOSTILE, strict=True):
        files.write(f"source/{name}.svg", text)
    output, outcome = build_project(files.root)
    refused = {re.match(r"source/(\w+)\.svg:\d+: error: ", str(error))[1] for error in outcome.errors}
    assert refused == set(names)
    assert [path.name for path in output.rglob("*.svg")] == ["icon.svg"]  # that of the site


def test_the_browser_would_notice_hostile_drawings(browser, tmp_path):
    for number, text in enumerate(HOSTILE):
        (tmp_path / f"{number}.svg").write_text(text, encoding="utf-8")
    asked, hits = [], []
    with serve(tmp_path) as bare, window(browser) as page:
        page.context.route(re.compile(EVIL), lambda route: route.abort())
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: hits.append(message.text))
        page.add_init_script("window.hit = () => console.log('hit at ' + location)")
        for number in range(len(HOSTILE)):
            with contextlib.suppress(Error):  # some lead elsewhere
                page.goto(f"{bare.url}{number}.svg")
                page.evaluate(TRY_ALL)
            page.wait_for_timeout(20)
    assert len({text for text in hits if text.startswith("hit")}) > 10
    assert len([url for url in asked if EVIL in url]) > 5


def test_the_browser_would_notice(browser, tmp_path):
    (tmp_path / "page.html").write_text("\n".join(f"<p>{attack}</p>" for attack in ATTACKS[:32]), encoding="utf-8")
    with serve(tmp_path) as bare, window(browser) as page:
        page.context.route(re.compile(EVIL), lambda route: route.abort())
        page.add_init_script(WATCH)
        page.goto(f"{bare.url}page.html")
        page.evaluate(TRY_ALL)
        page.wait_for_timeout(300)
        assert page.evaluate("window.hits") > 10
