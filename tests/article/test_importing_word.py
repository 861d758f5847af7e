"""Word documents → articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import read_article
from pipeline.article.importing import import_article
from pipeline.errors import InputError

from .word_files import W, document, paragraph, relations, run, table

BOLD, ITALIC, HIDDEN = "<w:b/>", "<w:i/>", "<w:vanish/>"
TITLE = paragraph("Sore throat", style="T")


def body(*blocks, **options):
    return imported(*blocks, **options).markdown.split("---\n", 2)[2].strip()


def imported(*blocks, **options):
    return import_article(document(*blocks, **options), "a.docx")


def test_styles_lists_and_tables():
    assert body(
        TITLE,
        paragraph("Author: Ada Example"),
        paragraph("What is it?", style="H1"),
        paragraph("Your ", run("thr", BOLD), run("oat", BOLD), run(" hurts", ITALIC), ", 3*4."),
        paragraph("a cold", list_id="1"),
        paragraph("the flu", style="L"),
        paragraph("Drink.", list_id="2"),
        paragraph("Rest.", list_id="2"),
        paragraph("Causes", style="H2"),
        table(["Drug", "Dose"], ["A|B", "5 mg"]),
    ) == (
        "## What is it?\n\nYour **throat** *hurts*, 3\\*4.\n\n- a cold\n- the flu\n\n1. Drink.\n2. Rest.\n\n"
        "### Causes\n\n| Drug | Dose |\n| --- | --- |\n| A\\|B | 5 mg |"
    )


def test_without_styles_the_form_tells():
    blocks = [paragraph("Sore throat"), paragraph(run("What to do", BOLD)), paragraph("Rest well, and drink a lot.")]
    assert body(*blocks, paragraph("How long?"), paragraph("For some days, mostly.")) == (
        "## What to do\n\nRest well, and drink a lot.\n\n## How long?\n\nFor some days, mostly."
    )


def test_changes_hidden_text_headers_and_comments():
    changed = paragraph(
        "Take ", f"<w:del>{run('5')}</w:del>", f"<w:ins>{run('4')}</w:ins>", " mg.", run("psst", HIDDEN)
    )
    parts = {"word/header1.xml": f"<w:hdr {W}>{paragraph('Draft 3')}</w:hdr>"}
    made = imported(TITLE, changed, parts=parts, targets=[("header", "header1.xml")])
    assert made.markdown.endswith("Take 4 mg.\n")
    assert [(r.line, r.what) for r in made.remarks if "dropped" in r.what] == [
        (1, "dropped: Draft 3 (header of the pages)"),
        (2, "dropped: psst (hidden text)"),
    ]


def test_links_footnotes_and_pictures():
    link = f'<w:hyperlink r:id="r3">{run("here")}</w:hyperlink>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr descr="A mouth"/><a:blip r:embed="r4"/></wp:inline></w:drawing></w:r>'
    )
    study = paragraph("A study.")
    made = imported(
        TITLE,
        paragraph("See ", link, note, "."),
        paragraph(drawing),
        targets=[("hyperlink", "https://example.org/"), ("image", "media/a.png"), ("footnotes", "footnotes.xml")],
        parts={
            "word/media/a.png": b"\x89PNG\r\n\x1a\n...",
            "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="2">{study}</w:footnote></w:footnotes>',
        },
    )
    assert made.markdown.split("---\n", 2)[2].strip() == (
        "See [here](https://example.org/)[^f2].\n\n![A mouth](pictures/picture-1.png)\n\n[^f2]: A study."
    )
    assert list(made.pictures) == ["picture-1.png"]


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{paragraph('Call 112.')}</w:txbxContent>"
    choices = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{choices}</mc:AlternateContent></w:r>"
    assert body(TITLE, paragraph("Words, first.", both)).count("Call 112.") == 1


WORDS = st.sampled_from(["pain", "5mg", "never", "Doctor", "é", "薬", "*x*", "share", "[a]"])
PARAGRAPHS = st.builds(
    lambda words, style, list_id: paragraph(" ".join(words).replace("&", "&amp;"), style=style, list_id=list_id),
    st.lists(WORDS, min_size=1, max_size=4),
    st.sampled_from(["", "H1", "H2", "L"]),
    st.sampled_from(["", "1", "2"]),
)


@given(st.lists(PARAGRAPHS, max_size=8))
def test_every_word_is_in_the_article_or_in_the_report(blocks):
    made = imported(TITLE, paragraph("First words, here."), *blocks)
    out = made.markdown + "".join(remark.what for remark in made.remarks)
    for word in ("pain", "5mg", "never", "Doctor", "é", "薬", "share"):
        assert out.count(word) >= "".join(blocks).count(word)
    read_article(made.markdown.encode(), "a.md", "a")


# --- harm ---------------------------------------------------------------------------------------------------------

BILLION_LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "an old (.doc) or encrypted document; open it", id="old"),
        pytest.param(b"PK\x03\x04 no zip", "not a Word document, or a damaged one", id="no zip"),
        pytest.param(
            document(TITLE, head=BILLION_LAUGHS), "the part word/document.xml of this document is", id="laughs"
        ),
        pytest.param(document(TITLE, head=OUTSIDE), "the part word/document.xml of this document is", id="entity"),
        pytest.param(document("<w:p>"), "the part word/document.xml of this document is damaged", id="no XML"),
        pytest.param(document(parts={"_rels/.rels": relations()}), "not a Word document", id="no document"),
        pytest.param(
            document(TITLE, parts={"word/styles.xml": b" " * 51_000_000}), "the document is too large", id="a bomb"
        ),
    ],
)
def test_a_document_that_could_do_harm_is_refused(data, message):
    with pytest.raises(InputError) as caught:
        import_article(data, "a.docx")
    assert str(caught.value).startswith(f"a.docx: error: {message}")


@given(st.integers(0, 10_000), st.integers(0, 255))
def test_a_damaged_document_gives_an_article_or_one_line(place, byte):
    data = bytearray(document(TITLE, paragraph("Some words, here.")))
    data[place % len(data)] = byte
    try:
        import_article(bytes(data), "a.docx")
    except InputError as error:
        told = str(error)
    else:
        told = "a.docx"
    assert told.startswith("a.docx")
