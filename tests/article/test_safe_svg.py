"""What a drawing may hold, and that everything else is refused with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.article.pictures.drawing import written
from pipeline.article.pictures.safe_svg import MOST_BYTES, read_svg
from pipeline.errors import InputError, InputErrors

from .pictures import PATH, svg

REFUSED = [
    "<script>hit()</script>",
    "<path d='M0 0' onload='hit()'/>",
    "<path d='M0 0' ONCLICK='hit()'/>",
    "<a href='javascript:hit()'><text>x</text></a>",
    "<a xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='#x'><path d=''/></a>",
    "<use href='#x'/>",
    "<image href='https://evil.example/a.png'/>",
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
    "<p xmlns='http://www.w3.org/1999/xhtml'>x</p>",
    "<animate attributeName='x' onbegin='hit()'/>",
    "<set attributeName='href' to='javascript:hit()'/>",
    "<style>@import 'https://evil.example/a.css';</style>",
    "<path d='' style='fill:url(https://evil.example/#a)'/>",
    "<path d='' style='fill:u\\72l(https://evil.example/)'/>",
    "<path d='' style='fill:image-set(&quot;https://evil.example/&quot;)'/>",
    "<path d='' fill='url(//evil.example/#a)'/>",
    "<path d='' fill='URL ( #a ) url(data:x)'/>",
    "<path d='' filter='url(#a)'/>",
    "<path d='' class='x'/>",
    "<path d='' data-x='y'/>",
    "<text><textPath>x</textPath></text>",
    "<svg viewBox='0 0 1 1'/>",
    "<metadata/>",
    "<?xml-stylesheet href='https://evil.example/a.css'?>",
    "<handler xmlns='http://www.w3.org/2001/xml-events'/>",
]


def refusal(content):
    with pytest.raises((InputError, InputErrors)) as told:
        read_svg(content if isinstance(content, bytes) else content.encode(), PATH)
    return str(told.value)


@pytest.mark.parametrize("inside", REFUSED)
def test_what_acts_or_loads_is_refused_with_its_line(inside):
    assert refusal(svg(f"<path d='M0 0'/>\n{inside}")).startswith(f"{PATH}:3: error: ")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        pytest.param("<svg", ":1:", id="cut off"),
        pytest.param(b"\xff\xfe<\x00s\x00v\x00g\x00", ":1:", id="UTF-16"),
        pytest.param(b"<svg\n\xe9/>", ":2:", id="Latin-1"),
        pytest.param("", "", id="empty"),
        pytest.param("<html/>", ":1:", id="HTML"),
        pytest.param("<svg/>", ":1:", id="no namespace"),
        pytest.param('\n<!DOCTYPE svg SYSTEM "https://evil.example/x.dtd">' + svg(""), ":2:", id="a document type"),
        pytest.param('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("&a;"), ":1:", id="an entity"),
        pytest.param(svg("&a;"), ":2:", id="an entity that is not there"),
        pytest.param("<?xml-stylesheet href='a.css'?>" + svg(""), ":1:", id="a style sheet before it"),
        pytest.param(svg("<g/>" * 6000), ":1:", id="too many elements"),
        pytest.param(svg("<g>" * 3000 + "</g>" * 3000), ":", id="too deep"),
        pytest.param(svg(" " * MOST_BYTES), ": error: ", id="too large"),
    ],
)
def test_a_damaged_file_is_refused(content, place):
    assert refusal(content).startswith(f"{PATH}{place}")


def test_everything_wrong_is_told_at_once():
    told = refusal(svg("<script/>\n<g onclick='x'/>\n<use/>")).split("\n")
    assert [line.split(":")[1] for line in told] == ["2", "3", "4"]


def test_harmless_drawings_pass():
    inside = """<defs><linearGradient id="a"><stop offset="1" stop-color="rgb(1, 2, 3)"/></linearGradient>
    <clipPath id="b"><rect width="4" height="4"/></clipPath>
    <marker id="m"><circle r="2"/></marker></defs><!-- a note -->
    <g transform="translate(3 4) scale(.5)" fill="url(#a)" clip-path="url('#b')"><path marker-end="url(#m)"/></g>
    <text x="1" y="2" font-family="'Noto Sans', sans-serif">A <tspan font-weight="bold">b</tspan></text>"""
    assert read_svg(svg(inside).encode(), PATH).tag.endswith("svg")


def test_styles_become_attributes_and_unknown_properties_go():
    root = read_svg(svg("<path d='' fill='red' style='fill: #fff; -inkscape-x: 1; letter-spacing: 0'/>").encode(), PATH)
    assert dict(root[0].attrib) == {"d": "", "fill": "#fff"}


@given(st.recursive(st.text(alphabet="ab<>&'\"/=! ?-[]#;", max_size=12), lambda inner: inner.map("<g>{}</g>".format)))
def test_whatever_it_holds_it_is_refused_or_written_as_it_passed(inside):
    try:
        root = read_svg(svg(inside).encode(), PATH)
    except (InputError, InputErrors):
        return
    again = read_svg(written(root), PATH)
    assert etree.tostring(again).strip() == written(root).strip()
