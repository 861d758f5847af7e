"""Whole articles, and pieces of them, to make damaged ones of; and what must hold for each."""

from itertools import permutations

from mutations import Kind

from pipeline.article import parse, read_article, to_html, translate
from pipeline.errors import InputError, InputErrors

from .support import ENGLISH, GERMAN

_HEADS = (
    """\
---
title: "Pain: what to do"
description: Text
reviewed: 2026-01-01
authors: [A, "B C"]
basis:
  title: x
  url: https://example.org/
---
""",
    "---\ntitle: a\ndescription: b\n---\n",
)

_BLOCKS = (
    '<!-- translators: a note -->\n\nA muscle *spasm* is a **muscle** [tight](guide.md#x "Title")[^1]. MRI, `code`.',
    "## When to get help {: #help }\n\nH<sub>2</sub>O <br> [ref]\n{: .critical }",
    "* One\n\n    * Two\n    * Three\n\n1. First\n2. Second",
    "| A | B |\n|---|---|\n| c | d |",
    '!!! danger "Call"\n    At once.\n\n    * Now',
    "> Quoted ![A leg](leg.svg)\n> more",
    "Term\n:   Meaning\n\n[^1]: See the *list*.",
    '*[MRI]: magnetic resonance imaging\n\n[ref]: guide.md "A title"\n\nMRI [ref]',
    '```\ncode\n```\n\n<div markdown="1">\nInside\n</div>',
)

_SEEDS = tuple(f"{_HEADS[len(first) % 2]}\n{first}\n\n{second}\n" for first, second in permutations(_BLOCKS, 2))

_TOKENS = (
    *(
        "---\n",
        "title:",
        "description:",
        "authors:",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a ",
        "!!x ",
        "? ",
        "|",
        ">",
    ),
    *(
        "\n",
        "\n\n",
        "    ",
        "\t",
        " ",
        "\r",
        "\0",
        "\u2028",
        "\x02",
        "\x03",
        "é",
        "日",
        "ع",
        "\ufeff",
        "\ufffd",
        "\U0001f9e0",
    ),
    *(
        "*",
        "**",
        "_",
        "__",
        "`",
        "```\n",
        "~~~\n",
        "#",
        "## ",
        "> ",
        "* ",
        "1. ",
        "!!! note\n",
        ":   ",
        "[^1]",
        "[^1]: ",
    ),
    *(
        "![",
        "](",
        ")",
        "[ref]",
        "[ref]: x\n",
        "*[MRI]: ",
        "MRI",
        "<",
        ">",
        "</",
        "<div>",
        "</div>",
        '<div markdown="1">',
    ),
    *(
        "<!--",
        "-->",
        "<!-- translators: x -->",
        "<!-- context: y -->",
        "&amp;",
        "&#",
        "&",
        "\\",
        "{: ",
        " }",
        "{: #id .x }",
    ),
    *('"', "'", "wzxhzdk:0", "klzzwxh:0001", "<?x", "<![CDATA[", "]]>", "$1", "%", "|---|", "[TOC]", "===\n"),
)

ARTICLE = Kind(_SEEDS, _TOKENS)

_WHERE_USED = {"abbr", "link-title"}
"""Kinds of segments that a page shows where a text uses them, which a translation need not do."""


def document_or_told(data):
    """The article in `data`, parsed, or None if it was refused with lines for people."""
    try:
        return parse(read_article(data, "source/x.md", "x"), ENGLISH)
    except InputError as told:
        errors = [told]
    except InputErrors as told:
        errors = told.errors
    assert errors
    assert all(error.message and error.path == "source/x.md" for error in errors)
    return None


def assert_every_translation_is_published(source):
    """Each translation that the walk asks for stands in the page; asking for none changes nothing."""
    asked = {}

    def find(segment):
        asked.setdefault(segment.key, (f"qz{len(asked)}zq", segment.kind))
        mark = asked[segment.key][0]
        return f"{segment.text.partition(':')[0]}: {mark}" if segment.kind == "abbr" else mark

    result = translate(source, find, GERMAN)
    page = "\n".join((result.title, result.description, to_html(result, result.root)))
    assert {segment.key for segment in source.segments} == set(asked)
    assert [mark for mark, kind in asked.values() if kind not in _WHERE_USED and mark not in page] == []
    assert to_html(source, source.root) == to_html(source, source.root)
