"""How the audit reads pages: damaged ones too."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.audit import Audit
from pipeline.audit.links import local_path, scheme_of
from pipeline.audit.page import read_page

from .faults import clean_site

PAGE = clean_site()["ar/fever.html"].encode()


def runs(body):
    """Return text, language, direction and isolation of each run of text."""
    page = read_page("a.html", f'<html lang="en"><body>{body}</body></html>'.encode(), frozenset())
    return [(run.text.strip(), run.lang, run.direction, run.isolated) for run in page.runs]


def test_language_and_direction_are_inherited_and_overridden():
    assert runs('<p>a <i lang="ar" dir="rtl">b <b>c</b></i> d</p>') == [
        ("a", "en", "ltr", False),
        ("b", "ar", "rtl", True),
        ("c", "ar", "rtl", True),
        ("d", "en", "ltr", False),
    ]


def test_automatic_direction_is_that_of_the_first_strong_letter():
    assert runs('<p dir="auto">1 ماء</p><bdi>2 water</bdi>') == [
        ("1 ماء", "en", "rtl", True),
        ("2 water", "en", "ltr", True),
    ]


def test_what_nobody_reads_is_no_text():
    assert runs("<script>a</script><style>b</style><template>c</template><p>d</p>") == [("d", "en", "ltr", False)]


def test_names_come_from_where_a_screen_reader_takes_them():
    page = read_page(
        "a.html",
        b'<a href="b"><img src="c" alt="Water"></a><a href="b" aria-labelledby="x"></a><p id="x">Rest</p>',
        frozenset(),
    )
    assert [page.name(link) for link in page.all("a")] == ["Water", "Rest"]


def test_addresses_are_read_as_browsers_read_them():
    assert [scheme_of(address) for address in ("java\tscript:x", " JavaScript:x", "a:b", "../a")] == [
        "javascript",
        "javascript",
        "a",
        "",
    ]
    assert local_path("en/a.html", "../b%20c.html?x#y") == "b c.html"
    assert local_path("en/a.html", "./") == "en/index.html"
    assert local_path("en/a.html", "#y") == "en/a.html"
    assert local_path("en/a.html", "//host.example/") is None


@settings(max_examples=60)
@given(st.integers(0, len(PAGE)), st.integers(0, 60), st.binary(max_size=20))
def test_no_damage_to_a_page_stops_the_audit(start, length, put):
    audit = Audit(frozenset({"a.html"}))
    audit.page("a.html", PAGE[:start] + put + PAGE[start + length :])
    assert isinstance(audit.together(), list)


@given(st.text(max_size=60))
def test_no_style_sheet_stops_the_audit(text):
    assert isinstance(Audit(frozenset()).sheet("a.css", f"p {{ {text} }} {text}"), list)


def test_a_page_nested_without_end_is_read():
    audit = Audit(frozenset({"a.html"}))
    assert audit.page("a.html", b"<div>" * 5_000 + b"text")
