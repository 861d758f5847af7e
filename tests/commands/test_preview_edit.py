"""Editing in the workbench: what is written, what is refused, and who may write at all."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.catalogs import format_po, read_po
from pipeline.commands.digests import digest
from pipeline.commands.preview.edit import Edit, edited, save
from pipeline.commands.preview.view import name_of
from pipeline.commands.update import update
from pipeline.commands.workspace import CatalogFile
from pipeline.errors import InputError
from pipeline.locale import parse_locale
from pipeline.model import Key
from pipeline.preview.guard import LARGEST_BODY, TOKEN_HEADER

from .support import msgcat
from .test_lock import held
from .workbenches import Workbench, others, plain

WATER = "Drink enough water every day, and rest your leg when it hurts."
CALL = "Call your doctor if the pain does not stop."
SHIPPED = Path(__file__).parent.parent.parent / "locales/fr/LC_MESSAGES/muscle-spasms.po"


@pytest.fixture
def workbench(translated):
    return Workbench(translated.root)


def test_a_new_text_is_written_as_a_tool_would_write_it(translated, workbench):
    po = translated.po("de")
    before = po.read_bytes()
    answer = workbench.save(WATER, "Trinken Sie genug:\r\n„so“ & \\ <b>.  \n ")
    assert (answer.status_code, answer.json()["said"]) == (200, "Saved.")
    after = po.read_bytes()
    assert after == msgcat(after)
    assert translated.entry("de", WATER).msgstr == "Trinken Sie genug:\n„so“ & \\ <b>."
    assert others(after, WATER) == others(before, WATER)
    assert "Trinken Sie genug:" in workbench.view()["page"] or workbench.block(WATER)["state"] == "held"


def test_nothing_is_written_when_nothing_changed(translated, workbench):
    before = translated.snapshot("locales")
    assert workbench.save(WATER, f"de: {WATER}").json()["said"] == "The text is in the catalog already."
    assert translated.snapshot("locales") == before


def test_the_rules_answer_at_once(workbench):
    told = plain(workbench.save(CALL, "Rufen Sie an <script>alert(1)</script>.").json()["panel"])
    assert "Held back" in told
    assert "Error" in told
    assert "Ready" in plain(workbench.save(CALL, "de: Call.").json()["panel"])


def test_the_rules_answer_before_anything_is_saved(translated, workbench):
    before = translated.snapshot("locales")
    body = workbench.edit(CALL, "Rufen Sie an <script>alert(1)</script>.")
    answer = workbench.post("/api/check", body).json()
    assert "Error" in answer["findings"]
    assert re.fullmatch(r"Findings: \d+", answer["said"])
    answer = workbench.post("/api/check", {**body, "text": f"de: {CALL}"}).json()
    assert answer["said"] == "The checks find nothing in this text."
    assert translated.snapshot("locales") == before
    assert workbench.post("/api/check", {**body, "name": "none"}).status_code == 409


def test_doubt_is_cleared_only_when_the_translator_says_so(translated, workbench):
    new = WATER.replace("every day", "at night")
    translated.write("source/guide.md", translated.read("source/guide.md").replace(WATER, new))
    translated.run(update)
    workbench.save(new, "de: nachts", fuzzy=True)
    entry = translated.entry("de", new)
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("de: nachts", True, WATER)
    workbench.save(new, "de: nachts", fuzzy=False)
    entry = translated.entry("de", new)
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("de: nachts", False, None)
    workbench.save(new, "", fuzzy=True)
    assert (translated.entry("de", new).msgstr, translated.entry("de", new).fuzzy) == ("", False)


def test_a_file_that_changed_meanwhile_is_not_overwritten(translated, workbench):
    body = workbench.edit(WATER, "Meins")
    translated.translate("de", table={WATER: "Das der anderen"})
    before = translated.po("de").read_bytes()
    answer = workbench.post("/api/save", body)
    assert answer.status_code == 409
    told = plain(answer.json()["said"])
    assert "Not saved. locales/de/LC_MESSAGES/guide.po: error: the file was changed meanwhile" in told
    assert "In the catalog stands now: Das der anderen Your text is still in the box." in told
    assert translated.po("de").read_bytes() == before
    again = workbench.post("/api/save", {**body, "seen": answer.json()["seen"]})
    assert again.json()["saved"]
    assert translated.entry("de", WATER).msgstr == "Meins"


@pytest.mark.parametrize("content", [b"?", None])
def test_a_catalog_that_was_damaged_or_deleted_meanwhile_is_left_alone(translated, workbench, content):
    body = workbench.edit(WATER, "Meins")
    if content is None:
        translated.po("de").unlink()
    else:
        translated.po("de").write_bytes(content)
    answer = workbench.post("/api/save", body)
    assert (answer.status_code, answer.json()["saved"]) == (409, False)
    assert (translated.po("de").read_bytes() if content else translated.po("de").exists()) == (content or False)


def test_a_command_that_writes_is_waited_for_and_told(translated):
    project, name = translated.open(), name_of(Key(None, WATER))
    edit = Edit("guide", parse_locale("de"), name, "Meins", fuzzy=False, seen=digest(translated.po("de").read_bytes()))
    before = translated.po("de").read_bytes()
    with held(translated):
        with pytest.raises(InputError, match="another plainspoken command has been writing"):
            save(project, edit, patience=0.1)
        assert translated.po("de").read_bytes() == before
    assert save(project, edit)


@pytest.mark.parametrize("text", ["a\x00b", "\x1b[31m", "\ud800"])
def test_characters_that_nobody_can_see_are_refused(translated, workbench, text):
    before = translated.snapshot("locales")
    body = json.dumps(workbench.edit(WATER, text))
    headers = {**workbench.headers, "Content-Type": "application/json"}
    answer = workbench.ask("POST", "/api/save", content=body, headers=headers)
    assert "characters that cannot be shown" in plain(answer.json()["said"])
    assert translated.snapshot("locales") == before


def test_an_obsolete_message_and_plural_forms_are_left_to_tools():
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    messages = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n\n#~ msgid "d"\n#~ msgstr "e"\n'
    catalog = read_po((head + messages).encode(), "x.po")
    for message in catalog:
        edit = Edit("x", parse_locale("de"), name_of(message.key), "new", fuzzy=False)
        with pytest.raises(InputError, match="cannot be changed here"):
            edited(CatalogFile(catalog, b"", "x.po"), edit)


CATALOG = read_po(SHIPPED.read_bytes(), "x.po")
PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from('\n\t"\\'))


@given(number=st.integers(0, len(CATALOG) - 1), text=PRINTABLE, fuzzy=st.booleans())
def test_whatever_is_typed_only_one_message_changes(number, text, fuzzy):
    message = list(CATALOG)[number]
    edit = Edit("x", parse_locale("fr"), name_of(message.key), text, fuzzy=fuzzy)
    changed = edited(CatalogFile(CATALOG, b"", "x.po"), edit)
    content = format_po(changed or CATALOG)
    again = read_po(content.encode(), "x.po")
    assert format_po(again) == content
    assert list(again)[number].msgstr == text.strip()
    assert others(content.encode(), message.msgid) == others(format_po(CATALOG).encode(), message.msgid)


# --- attacks ------------------------------------------------------------------------------------------------------

FORGED = {
    "no token": {TOKEN_HEADER: ""},
    "another run's token": {TOKEN_HEADER: "x" * 43},
    "another site": {"Origin": "https://evil.example"},
    "another site, told by the browser": {"Sec-Fetch-Site": "cross-site"},
    "a sandboxed frame": {"Origin": "null"},
    "another program on this machine": {"Origin": "http://127.0.0.1:9999"},
    "a name that leads here": {"Host": "evil.example:8620"},
    "a form": {"Content-Type": "application/x-www-form-urlencoded"},
    "a form that pretends": {"Content-Type": "text/plain"},
}


@pytest.mark.parametrize("headers", FORGED.values(), ids=FORGED.keys())
@pytest.mark.parametrize("address", ["/api/save", "/api/check"])
def test_nobody_but_our_page_can_write(translated, workbench, headers, address):
    body = workbench.edit(WATER, "evil")
    before = translated.snapshot()
    headers = {**workbench.headers, "Content-Type": "application/json", **headers}
    answer = workbench.ask("POST", address, content=json.dumps(body), headers=headers)
    assert answer.status_code == 403
    assert translated.snapshot() == before


@pytest.mark.parametrize(
    "address", ["/", "/pages/de/guide.html", "/api/view?article=guide&locale=de", "/events", "/none"]
)
def test_nothing_is_told_under_another_name(workbench, address):
    answer = workbench.get(address, Host="evil.example")
    assert (answer.status_code, answer.text) == (403, "this host is not the workbench's")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "GET", "OPTIONS"])
def test_writing_is_only_by_post(workbench, method):
    assert workbench.ask(method, "/api/save", headers=workbench.headers).status_code == 405


OUTSIDE = ["../secret", "../../secret", "..%2fsecret", "guide/../../secret", "/etc/passwd", "%2e%2e/secret", "a\x00b"]


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_path_leads_out_of_the_project(translated, workbench, path):
    translated.write("secret.md", "---\ntitle: Secret\ndescription: D.\n---\n\nSecret.\n")
    translated.write("secret.png", "secret")
    translated.write("secret.po", 'msgid ""\nmsgstr ""\n')
    before = translated.snapshot()
    quoted = path.replace("\x00", "%00")
    for address in (
        f"/pages/de/{quoted}.html",
        f"/pages/{quoted}.png",
        f"/pages/pictures/{quoted}.png",
        f"/static/{quoted}",
    ):
        answer = workbench.get(address)
        assert answer.status_code == 404
        assert "Secret" not in answer.text
    assert workbench.view(quoted)["page"] is None
    body = {**workbench.edit(WATER, "evil"), "article": path}
    assert workbench.post("/api/save", body).status_code == 404
    assert workbench.post("/api/check", body).status_code == 404
    for locale in (f"{path}", "../de", "de/../de", "DE", "xx"):
        assert workbench.post("/api/save", {**body, "article": "guide", "locale": locale}).status_code == 404
    assert translated.snapshot() == before


def test_a_link_in_the_source_folder_does_not_lead_out_of_it(translated, workbench, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "x.png"
    outside.write_bytes(b"secret")
    (translated / "source/x.png").symlink_to(outside)
    assert workbench.get("/pages/x.png").status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"x"',
        b"null",
        b"\xff",
        b"[" * 100_000,
        b'{"name": 1}',
        b'{"locale": "de", "article": "guide"}',
    ],
    ids=lambda body: str(body[:20]),
)
def test_a_body_that_is_not_as_it_has_to_be_is_refused(workbench, body):
    headers = {**workbench.headers, "Content-Type": "application/json"}
    assert workbench.ask("POST", "/api/save", content=body, headers=headers).status_code in {400, 404}


def test_a_large_body_is_refused(translated, workbench):
    before = translated.snapshot("locales")
    assert workbench.save(WATER, "x" * LARGEST_BODY).status_code == 413
    assert translated.snapshot("locales") == before


@pytest.mark.parametrize("locale", ["de", "en"])
def test_no_answer_lets_a_foreign_script_run(workbench, locale):
    page = workbench.get(f"/pages/{locale}/guide.html")
    assert "script-src" not in page.headers["content-security-policy"]
    assert page.headers["content-security-policy"].startswith("default-src 'none'; ")
    bench = workbench.get("/")
    assert "script-src 'self';" in bench.headers["content-security-policy"]
    assert "unsafe" not in bench.headers["content-security-policy"]
    assert not re.search(r"<script(?! src=\"/static/)|\son\w+=|style=", bench.text)
    for answer in (page, bench, workbench.get("/static/workbench.js"), workbench.get("/nowhere")):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in answer.headers


def test_markup_in_a_translation_stays_text_in_the_panel(workbench):
    evil = "</textarea><script>alert(1)</script><img src=x onerror=alert(1)>"
    told = workbench.save(CALL, evil).json()["panel"]
    assert "<script" not in told
    assert "<img" not in told
    name = workbench.edit(CALL, "x")["name"]
    page = workbench.get(f"/?article={evil}&locale=de&interface={evil}").text
    assert "<img" not in page
    assert name in workbench.view()["page"]
