"""Front matter: what it may hold, and every fault told with its line."""

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.article import read_article
from pipeline.errors import InputError, InputErrors
from pipeline.model import Article

GOOD = "title: T\ndescription: D\n"


def read(header, body="Text.\n"):
    return read_article(f"---\n{header}---\n{body}".encode(), "source/x.md", "x")


def faults(data):
    """Each fault as line and message."""
    data = data if isinstance(data, bytes) else data.encode()
    with pytest.raises((InputError, InputErrors)) as caught:
        read_article(data, "source/x.md", "x")
    errors = getattr(caught.value, "errors", (caught.value,))
    assert {error.path for error in errors} == {"source/x.md"}
    assert all("\n" not in error.message for error in errors)
    return [(error.line, error.message) for error in errors]


def test_all_that_front_matter_may_hold():
    found = read(
        "title: 'A: B'\ndescription: >\n  two\n  lines\nreviewed: 2026-11-22\nauthors: [Ann, Bob]\nbasis:\n  title: O\n"
        "  publisher: P\n  editors: [E, F]\n  author: G\n  modified: 2020-02-03\n  url: https://x.org\n",
        "\nText.\n",
    )
    assert (found.title, found.description, found.body) == ("A: B", "two lines", "\nText.\n")
    assert (found.reviewed, found.authors) == (dt.date(2026, 11, 22), ("Ann", "Bob"))
    assert (found.basis.title, found.basis.publisher, found.basis.url) == ("O", "P", "https://x.org")
    assert found.basis.credits == (("editors", ("E", "F")), ("author", ("G",)))
    assert found.basis.modified == dt.date(2020, 2, 3)
    assert (found.body_line, dict(found.key_lines)) == (
        15,
        {"title": 2, "description": 3, "reviewed": 6, "authors": 7, "basis": 8},
    )


def test_the_least_that_is_needed():
    found = read(GOOD)
    assert (found.reviewed, found.authors, found.basis, found.path, found.domain) == (
        None,
        (),
        None,
        "source/x.md",
        "x",
    )


def test_one_author_needs_no_list():
    assert read(f"{GOOD}authors: Ann\n").authors == ("Ann",)


def test_old_translations_stay_only_if_the_author_says_so():
    assert read(GOOD).stale == "fallback"
    assert read(f"{GOOD}stale: keep\n").stale == "keep"


def test_keys_of_other_tools_may_stand_there():
    assert read(f"{GOOD}layout: post\ntags: [a, {{b: c}}]\n? [d]\n: e\n").title == "T"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks_make_no_difference(end, mark):
    text = f"---\n{GOOD}---\n\nOne\ntwo\n"
    assert read_article(mark + text.replace("\n", end).encode(), "p", "d") == read_article(text.encode(), "p", "d")


def test_a_line_in_the_body_does_not_end_the_front_matter_again():
    assert read(GOOD, "a\n\n---\n\nb\n").body == "a\n\n---\n\nb\n"


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        pytest.param("", 1, "no front matter", id="an empty file"),
        pytest.param("Text.\n", 1, "no front matter", id="no front matter"),
        pytest.param("\n---\ntitle: T\n---\n", 1, "no front matter", id="a blank line above it"),
        pytest.param("---\ntitle: T\n", 1, "does not end", id="no end"),
        pytest.param("---\ntitle: T\ndescription: D\nstale: [x]\n---\n", 4, "fallback, keep", id="an unknown policy"),
        pytest.param("---\n---\n", 2, "not a list of keys", id="nothing in it"),
        pytest.param("---\n- a\n---\n", 2, "not a list of keys", id="a list"),
        pytest.param("---\njust text\n---\n", 2, "not a list of keys", id="a text"),
        pytest.param("---\ntitle: T\ntitle: U\n---\n", 3, "stands twice", id="a key twice"),
        pytest.param("---\ntitle: a: b\n---\n", 2, "in quotes", id="a colon"),
        pytest.param("---\ntitle: T\ndescription: 'x\n---\n", None, "in quotes", id="a quote that does not end"),
        pytest.param("---\ntitle: T\n\tdescription: x\n---\n", 3, "in quotes", id="a tab"),
        pytest.param("---\ntitle: @x\n---\n", 2, "in quotes", id="a special character"),
        pytest.param("---\ntitle: !!python/object:os.system x\n---\n", 2, "constructor", id="an attack"),
        pytest.param(b"---\ntitle: T\ndescription: \xff\n---\n", 3, "UTF-8", id="not UTF-8"),
        pytest.param(b"---\ntitle: T\ndescription: D\n---\n\n\n\xe9", 7, "UTF-8", id="not UTF-8 in the body"),
        pytest.param("---\ntitle: T\x00\ndescription: D\n---\n", 2, "character", id="a null character"),
        pytest.param("---\ntitle: T\ndescription: D\x1b\n---\n", 3, "character", id="a control character"),
        pytest.param("---\ndescription: D\n---\n", 1, "title: missing", id="no title"),
        pytest.param("---\ntitle:\ndescription: D\n---\n", 2, "title: missing", id="an empty title"),
        pytest.param("---\ntitle: '  '\ndescription: D\n---\n", 2, "title: missing", id="a blank title"),
        pytest.param("---\ntitle: T\n---\n", 1, "description: missing", id="no description"),
        pytest.param("---\ntitle: 7\ndescription: D\n---\n", 2, "in quotes", id="a number as title"),
        pytest.param("---\ntitle: yes\ndescription: D\n---\n", 2, "in quotes", id="a truth value"),
        pytest.param("---\ntitle: 2026-11-22\ndescription: D\n---\n", 2, "in quotes", id="a date as title"),
        pytest.param("---\ntitle: [a]\ndescription: D\n---\n", 2, "in quotes", id="a list as title"),
        pytest.param(f"---\n{GOOD}reviewed: soon\n---\n", 4, "2026-11-22", id="not a date"),
        pytest.param(f"---\n{GOOD}reviewed: '2026-11-22'\n---\n", 4, "2026-11-22", id="a date in quotes"),
        pytest.param(f"---\n{GOOD}reviewed: 2026-13-41\n---\n", 4, "month", id="a day that is not in the calendar"),
        pytest.param(f"---\n{GOOD}authors: [Ann, 3]\n---\n", 4, "in quotes", id="an author that is a number"),
        pytest.param(f"---\n{GOOD}basis: text\n---\n", 4, "title:", id="a basis that is a text"),
        pytest.param(f"---\n{GOOD}basis:\n  publisher: P\n---\n", 4, "title: missing", id="a basis without a title"),
        pytest.param(
            f"---\n{GOOD}basis:\n  title: O\n  editor: E\n---\n", None, "editor: unknown", id="a role that is unknown"
        ),
        pytest.param("---\ntitle: T\ndescripton: D\n---\n", None, "description", id="a slip of the pen"),
        pytest.param(f"---\n{GOOD}Title: U\n---\n", 4, "did you mean title?", id="a capital letter"),
        pytest.param(f"---\n{GOOD}x: {'[' * 5000}\n---\n", None, "", id="nested too deep"),
        pytest.param(f"---\ntitle: 0x{'f' * 6000}\ndescription: D\n---\n", None, "", id="a number that is too long"),
    ],
)
def test_faults(data, line, words):
    found = faults(data)
    assert any(words in message and line in (number, None) for number, message in found), found


def test_every_fault_is_told_at_once():
    found = faults("---\ntitle: [1]\nreviewed: soon\nauthors: [2]\nbasis: x\nauthor: A\n---\n")
    assert sorted(line for line, _ in found) == [1, 2, 3, 4, 5, 6]


@given(st.binary(max_size=80) | st.text(max_size=80).map(lambda text: f"---\n{text}\n---\n".encode("utf-8", "replace")))
@settings(max_examples=300, deadline=None)
@example("---\n\x85\n---\n".encode())
@example(b"---\n\xef\xbb\xbf: x\n---\n")
def test_arbitrary_bytes_give_an_article_or_an_error(data):
    told = "p:"
    try:
        result = read_article(data, "p", "d")
    except (InputError, InputErrors) as error:
        result, told = None, str(error)
    assert result is None or isinstance(result, Article)
    assert all(line.startswith("p:") for line in told.split("\n"))
