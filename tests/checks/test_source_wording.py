"""Rules for how an article is written down, for its links and its front matter."""

import pytest

from pipeline.checks.source import front_matter, references, wording

from .manuscripts import HEAD, by_name, each_case, lines, manuscript

NAMED = by_name((*wording.RULES, *references.RULES, *front_matter.RULES))


CASES = [
    *each_case(
        "underscore-emphasis",
        [
            ("weak", "Drink _enough_ water.\n", [1]),
            ("strong, on the second line", "Drink\n__enough water__ today.\n", [2]),
            ("a name with underscores", "Write snake_case and _private.\n", []),
            ("in code", "Write `_x_`.\n", []),
            ("in an address", "[a](_b_.md)\n", []),
            ("in an autolink", "<https://example.org/_a_>\n", []),
            ("escaped", "Write \\_x\\_.\n", []),
            ("in a tag", 'Write <span class="_a_">x</span>.\n', []),
            ("a line to write on", "Name: ____________\n", []),
        ],
    ),
    *each_case(
        "bare-address",
        [
            ("in a sentence", "See https://example.org/a.\n", [1]),
            ("in brackets, on the second line", "See this\n(https://example.org/a).\n", [2]),
            ("without scheme", "See www.example.org now.\n", [1]),
            ("between signs for a link", "See <https://example.org/a>.\n", []),
            ("as the words of a link", "See [https://example.org/a](https://example.org/a).\n", []),
            ("behind words", "See [the guide](https://example.org/a).\n", []),
            ("in code", "Type `https://example.org`.\n", []),
            ("in a definition", "See [a].\n\n[a]: https://example.org\n", []),
            ("only the beginning of one", "Addresses begin with https:// or www.\n", []),
        ],
    ),
    *each_case(
        "long-block",
        [
            ("a paragraph", "One\n\n" + "word " * 101 + "\n", [3]),
            ("a list item", "- " + "word " * 101 + "\n", [1]),
            ("just short enough", "word " * 100 + "\n", []),
            ("long addresses do not count", f"[a](https://example.org/{'b' * 500})\n", []),
            ("code", "```\n" + "word " * 200 + "\n```\n", []),
            ("two paragraphs", "word " * 60 + "\n\n" + "word " * 60 + "\n", []),
        ],
    ),
    *each_case(
        "three-dots",
        [
            ("at the end", "Wait...\n", [1]),
            ("on the second line", "One,\ntwo ... three\n", [2]),
            ("an ellipsis", "Wait…\n", []),
            ("more dots, to write on", "Name: ..........\n", []),
            ("in code", "Type `ls ...`.\n", []),
        ],
    ),
    *each_case(
        "plural-in-brackets",
        [
            ("a plural", "Take your medicine(s).\n", [1]),
            ("another", "Count the box(es).\n", [1]),
            ("behind a link", "Take [medicine](a.md)(s).\n", []),
            ("a word of its own", "Take vitamin (s) and more.\n", []),
            ("a short form", "The sign f(s) is a function.\n", []),
            ("a letter that explains", "The potassium(K) level.\n", []),
        ],
    ),
    *each_case(
        "mixed-quotes",
        [
            ("one straight pair among curly ones", 'He said “no” and “yes”.\n\nShe said "no".\n', [3]),
            ("one curly apostrophe among straight ones", "Don't. Can't.\n\nIt’s late.\n", [3]),
            ("straight only", 'He said "no". Don\'t.\n', []),
            ("curly only", "He said “no”. Don’t.\n", []),
            ("inches", 'He said “no”. A tube of 5".\n', []),
            ("an attribute", 'He said “no”. <span title="x">a</span>\n', []),
            ("a title of a link", 'He said “no”. [a](b.md "c")\n', []),
            ("code", 'He said “no”. `"x"`\n', []),
        ],
    ),
    *each_case(
        "undefined-reference",
        [
            ("a label", "Read [the guide][guide].\n", [1]),
            ("no label, on the second line", "Read\n[the guide][].\n", [2]),
            ("two", "Read [a][x] and [b][y].\n", [1, 1]),
            ("defined", "Read [the guide][Guide].\n\n[guide]: a.md\n", []),
            ("defined, without label", "Read [the\nguide][].\n\n[the guide]: a.md\n", []),
            ("two links side by side", "[a](b.md)[c](d.md)\n", []),
            ("escaped", "Read \\[a\\]\\[b\\].\n", []),
            ("two numbers of sources", "It helps.[1][2]\n", []),
            ("in code", "Type `a[b][c]`.\n", []),
            ("plain brackets", "He said [sic] [laughs].\n", []),
            ("a link and a footnote", "[a](b.md)[^1]\n\n[^1]: N.\n", []),
            ("brackets and a footnote", "[a][^1]\n\n[^1]: N.\n", []),
        ],
    ),
    *each_case(
        "undefined-footnote",
        [
            ("not there", "Text\nmore[^1]\n", [2]),
            ("another label", "Text[^a]\n\n[^b]: N.\n", [1]),
            ("there", "Text[^a]\n\n[^a]: N.\n", []),
            ("in code", "Type `[^a]`.\n", []),
            ("escaped", "Type \\[^a\\].\n", []),
        ],
    ),
    *each_case(
        "dead-link",
        [
            ("no such article", "a\nSee [a](nothing.md).\n", [2]),
            ("no such place there", "See [a](glossary.md#vein).\n", [1]),
            ("no such place here", "See [a](#help).\n", [1]),
            ("a folder above", "See [a](../glossary.md).\n", [1]),
            ("an article", "See [a](glossary.md).\n", []),
            ("a place in it", "See [a](glossary.md#artery).\n", []),
            ("in a folder", "See [a](leaflets/baclofen.md).\n", []),
            ("a place here", "See [a](#help).\n\n## Help {: #help }\n\nText\n", []),
            ("a heading here", "See [a](#get-help).\n\n## Get help\n\nText\n", []),
            ("an id in raw HTML", 'See [a](#help).\n\n<hr id="help">\n', []),
            ("a footnote", "Text[^1]\n\n[^1]: N.\n", []),
            ("an address of another site", "See [a](https://example.org/b.md#c).\n", []),
            ("mail", "[a](mailto:a@example.org)\n", []),
            ("the top", "[a](#) [b](#top)\n", []),
            ("a percent sign", "See [a](%67lossary.md).\n", []),
            ("a reference", "See [a][b].\n\n[b]: nothing.md\n", [1]),
        ],
    ),
]


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_rules(rule, text, expected):
    assert lines(NAMED[rule], text) == expected


def test_without_the_other_articles_links_to_them_are_not_judged():
    assert lines(NAMED["dead-link"], "[a](nothing.md) [b](#help)\n", site={}) == [1]


def test_links_are_resolved_from_the_folder_of_the_article():
    assert lines(NAMED["dead-link"], "[a](../glossary.md#artery)\n", domain="leaflets/baclofen") == []
    assert lines(NAMED["dead-link"], "[a](glossary.md)\n", domain="leaflets/baclofen") == [1]


@pytest.mark.parametrize(
    ("text", "advice"),
    [("[a](glosary.md)", "did you mean glossary?"), ("[a](glossary.md#arteri)", "did you mean #artery?")],
)
def test_a_dead_link_comes_with_the_nearest_one(text, advice):
    (problem,) = NAMED["dead-link"].check(manuscript(text))
    assert problem.fix == advice


@pytest.mark.parametrize(
    ("tag", "text", "count"),
    [
        ("fr", "Prenez vos comprimé(s).", 1),
        ("de", "Fragen Sie Ihre(n) Arzt.", 1),
        ("es", "Llame al médico(a).", 1),
        ("pt-BR", "Fale com o médico(a).", 1),
        ("nl", "Neem uw tablet(ten).", 0),
        ("tlh", "Take your medicine(s).", 0),
    ],
)
def test_endings_in_brackets_by_language(tag, text, count):
    assert len(lines(NAMED["plural-in-brackets"], text, tag=tag)) == count


def test_text_without_spaces_is_long_sooner():
    text = "筋肉がけいれんします。" * 25
    assert lines(NAMED["long-block"], text, tag="ja") == [1]
    assert lines(NAMED["long-block"], text, tag="en") == []


@pytest.mark.parametrize(
    ("rule", "key", "value", "found"),
    [
        ("long-title", "title", "w" * 65, []),
        ("long-title", "title", "w" * 66, [2]),
        ("long-title", "title", "筋" * 33, [2]),
        ("long-description", "description", "w" * 160, []),
        ("long-description", "description", "w" * 161, [3]),
        ("review-date", "reviewed", "2023-11-22", []),
        ("review-date", "reviewed", "2023-11-21", [4]),
        ("review-date", "reviewed", "2026-11-22", []),
        ("review-date", "reviewed", "2026-11-23", [4]),
    ],
)
def test_front_matter(rule, key, value, found):
    values = {"title": "T", "description": "D", key: value}
    text = "---\n" + "".join(f"{name}: {text}\n" for name, text in values.items()) + "---\n"
    assert lines(NAMED[rule], text) == found


def test_without_a_day_no_date_is_judged():
    text = HEAD.replace("description", "reviewed: 1999-01-01\ndescription")
    assert lines(NAMED["review-date"], text, today=None) == []
