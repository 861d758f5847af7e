"""Rules for the accessibility of what authors write: what they report, where, and what they leave alone."""

import pytest

from pipeline.checks import accessibility

from .manuscripts import by_name, each_case, examples, lines, manuscript

NAMED = by_name(accessibility.RULES)
TABLE = "| a | b | c |\n|---|---|---|\n"


CASES = [
    *each_case(
        "second-title",
        [
            ("a second title", "a\n\n# H\n", [3]),
            ("one that is underlined", "A\n===\n", [1]),
            ("in code", "```\n# H\n```\n", []),
            ("in a block of code that is not seen", '```go {x="y"}\n# H\n```\n', []),
        ],
    ),
    *each_case(
        "heading-order",
        [
            ("the first heading too deep", "### H\n", [1]),
            ("back up and down again", "## A\n\n### B\n\n## C\n\n### D\n", []),
            ("two skipped levels", "## A\n\n### B\n\n##### C\n\n## D\n\n#### E\n", [5, 9]),
        ],
    ),
    *each_case(
        "heading-colon",
        [
            ("a colon", "## Causes:\n", [1]),
            ("a full-width colon", "## 原因：\n", [1]),
            ("a colon within", "## Cramps: what helps\n", []),
            ("a question", "## What helps?\n", []),
        ],
    ),
    *each_case(
        "long-heading",
        [
            ("too long", "a\n\n## " + "word " * 19 + "\n", [3]),
            ("long enough", "## " + "word " * 18 + "\n", []),
            ("a long address", f"## [a](https://example.org/{'b' * 100})\n", []),
        ],
    ),
    *each_case(
        "bold-heading",
        [
            ("before a paragraph", "**When to get help**\n\nCall us.\n", [1]),
            ("before a list", "a\n\n**Call us for:**\n\n- pain\n", [3]),
            ("with the colon outside", "**Call us for**:\n\n- pain\n", [1]),
            ("bold and weak", "***When to get help***\n\nCall us.\n", [1]),
            ("a link in it", "**[Help](a.md)**\n\nCall us.\n", [1]),
            ("in a box", '!!! note "N"\n\n    **Help**\n\n    Call us.\n', [3]),
            ("a sentence", "**Do not drive.**\n\nWait a day.\n", []),
            ("a Chinese sentence", "**请勿开车。**\n\n等一天。\n", []),
            ("a long sentence", f"**{'word ' * 20}end**\n\nText\n", []),
            ("with text behind it", "**Help:** call us.\n\nNow.\n", []),
            ("in a list", "1. **Stop**\n\n    Rest.\n", []),
            ("the last block", "Text\n\n**Stop**\n", []),
            ("before a heading", "**Stop**\n\n## Help\n", []),
            ("two bold lines", "**Clinic**\n\n**12 Main Street**\n", []),
            ("a caption below a picture", "![a](b.svg)\n\n*Weak*\n\nText\n", []),
        ],
    ),
    *each_case(
        "table-header",
        [
            ("a column without heading", "| a | |\n|---|---|\n| b | c |\n", [1]),
            ("the first column without heading", "x\n\n|  | a |\n|---|---|\n| b | c |\n", [3]),
            ("no heading at all", "x\n\n|  |  |\n|---|---|\n| b | c |\n", [3]),
            ("code and pictures are headings too", "| `a` | ![b](c) |\n|---|---|\n| b | c |\n", []),
            ("an entity is a heading too", "| &copy; | b |\n|---|---|\n| b | c |\n", []),
        ],
    ),
    *each_case(
        "merged-cells",
        [
            ("an empty first cell", TABLE + "| x | y | z |\n|  | y | z |\n", [4]),
            ("two of them", TABLE + "| x | y | z |\n|  | y | z |\n|  | y | z |\n", [4, 5]),
            ("a row for a heading", TABLE + "| Part one |  |  |\n| x | y | z |\n", [3]),
            ("an empty cell elsewhere", TABLE + "| x | y |  |\n| x |  | z |\n", []),
            ("an empty row", TABLE + "| x | y | z |\n|  |  |  |\n", []),
            ("nothing above", TABLE + "|  | y | z |\n| x | y | z |\n", []),
            ("two columns", "| a | b |\n|---|---|\n| x |  |\n| y | z |\n", []),
            ("a picture", TABLE + "| x | y | z |\n| ![a](b.svg) | y | z |\n", []),
        ],
    ),
    *each_case(
        "image-alternative",
        [
            ("none", "a ![](b.svg)\n", [1]),
            ("only blanks, on the third line", "a\nb ![x](b.svg)\nc ![ ](c.svg)\n", [3]),
            ("decoration", "![](b.svg){: role=presentation }\n", []),
            ("by reference", "![][b]\n\n[b]: b.svg\n", [1]),
            ("a raw picture", '<img src="b.svg">\n', [1]),
            ("a raw picture in a line", 'Text <img src="b.svg"> text\n', [1]),
            ("a raw picture marked as decoration", '<img src="b.svg" alt="">\n', []),
            ("in a link", "[![](b.svg)](x.md)\n", [1]),
        ],
    ),
    *each_case(
        "alternative-file-name",
        [
            ("the name of the file", "![calf-stretch.svg](pictures/calf-stretch.svg)\n", [1]),
            ("without suffix", "![calf-stretch](pictures/calf-stretch.svg)\n", [1]),
            ("from a camera", "![IMG 2034](a.jpg)\n\n![IMG2034](IMG2034.jpg)\n", [3]),
            ("another file", "![photo.JPG](a.jpg)\n", [1]),
            ("with a percent sign", "![my_leg](my%5Fleg.png)\n", [1]),
            ("a word that is the name too", "![Calf](calf.svg)\n", []),
            ("words", "![A person stretches a calf](calf-stretch.svg)\n", []),
            ("a sentence", "![Drink water.](drink-water.svg)\n", []),
        ],
    ),
    *each_case(
        "alternative-says-picture",
        [
            ("image of", "![Image of a calf](a.svg)\n", [1]),
            ("a photo of", "![A photo of a calf](a.svg)\n", [1]),
            ("a drawing", "![Drawing of a calf](a.svg)\n", []),
            ("a chart", "![Chart: pain over ten days](a.svg)\n", []),
            ("a picture that is the matter", "![A doctor shows a picture of a calf](a.svg)\n", []),
            ("imaging", "![Imaging of a calf](a.svg)\n", []),
        ],
    ),
    *each_case(
        "long-alternative",
        [
            ("too long", f"a\n![{'word ' * 51}](a.svg)\n", [2]),
            ("long enough", f"![{'word ' * 50}](a.svg)\n", []),
        ],
    ),
    *each_case(
        "link-name",
        [
            ("no words", "a\nb [](x.md)\n", [2]),
            ("a picture", "[![A calf](b.svg)](x.md)\n", []),
            ("a picture without alternative", "[![](b.svg)](x.md)\n", [1]),
            ("code", "[`code`](x.md)\n", []),
            ("bold code", "[**`code`**](x.md)\n", []),
            ("an entity", "[&copy;](x.md)\n", []),
            ("an address is its own words", "<https://example.org>\n", []),
            ("footnotes have their words", "a[^1]\n\n[^1]: N.\n", []),
        ],
    ),
    *each_case(
        "vague-link",
        [
            ("here, on the second line", "To learn more,\nclick [here](a.md).\n", [2]),
            ("with other signs", "[Read more …](a.md)\n", [1]),
            ("bold", "[**Click here**](a.md)\n", [1]),
            ("by reference", "[More][a]\n\n[a]: a.md\n", [1]),
            ("more about something", "[More about cramps](a.md)\n", []),
            ("a word that holds one", "[Hereditary illness](a.md)\n", []),
            ("no link", "Click here.\n", []),
        ],
    ),
    *each_case(
        "same-words",
        [
            ("two places", "[leaflet](a.md)\nand [leaflet](b.md)\n", [2]),
            ("in another case", "[Leaflet](a.md), [leaflet](b.md)\n", [1]),
            ("two places in one article", "[nerve](a.md#b), [nerve](a.md#c)\n", [1]),
            ("told once", "[a](a.md) [a](b.md) [a](c.md)\n", [1]),
            ("one place", "[nerve](a.md#b), [nerve](a.md#b)\n", []),
            ("footnotes", "a[^1] b[^2]\n\n[^1]: N.\n\n[^2]: N.\n", []),
            ("words that are told already", "[here](a.md) [here](b.md)\n", []),
        ],
    ),
    *each_case(
        "capitals",
        [
            ("three words", "a\nDO NOT DRIVE.\n", [2]),
            ("long words", "It is EXTREMELY DANGEROUS.\n", [1]),
            ("a heading", "## WHAT IS A SPASM?\n", [1]),
            ("bold in part", "**DO NOT** DRIVE.\n", [1]),
            ("Cyrillic", "НЕ САДИТЕСЬ ЗА РУЛЬ.\n", [1]),
            ("one word", "Do NOT drive.\n", []),
            ("abbreviations", "Tests are MRI, CT, and EMG.\n", []),
            ("abbreviations that are defined", "The MRI CT EMG group.\n\n*[MRI]: a\n\n*[CT]: b\n\n*[EMG]: c\n", []),
            ("Roman numbers", "Parts I II III IV.\n", []),
            ("single letters", "Vitamins A B C D.\n", []),
            ("code", "Type `DO NOT DRIVE`.\n", []),
            ("Japanese with an abbreviation", "筋肉は傷つくとCPKを出します\n", []),
            ("Chinese", "肌肉痉挛很常见，通常无害\n", []),
            ("a name with numbers", "COVID-19 and SARS-CoV-2.\n", []),
        ],
    ),
    *each_case(
        "abbreviation",
        [
            ("not explained, on the second line", "You may need\nan MRI.\n", [2]),
            ("told once", "An MRI. Another MRI.\n\nMRI again.\n", [1]),
            ("a plural", "Two MRIs.\n", [1]),
            ("in a heading", "## MRI\n", [1]),
            ("two", "ECG and EEG.\n", [1, 1]),
            ("the health organization", "The WHO says who may take it.\n", [1]),
            ("defined", "You may need an MRI.\n\n*[MRI]: magnetic resonance imaging\n", []),
            ("in brackets", "Magnetic resonance imaging (MRI). Or an MRI.\n", []),
            ("in brackets behind a link", "[Magnetic resonance imaging](a.md) (MRI).\n", []),
            ("with its meaning in brackets", "An MRI (magnetic resonance imaging).\n", []),
            ("with its meaning in a sentence", "CT stands for computed tomography.\n", []),
            ("as a term", "MRI\n:   A test with magnets.\n", []),
            ("explained further down", "An MRI.\n\nMagnetic resonance imaging (MRI).\n", []),
            ("known to all", "Ask for a PDF or a DVD in the EU.\n", []),
            ("stressed", "Do NOT drive. ALWAYS ask.\n", []),
            ("stressed, and in small letters elsewhere", "Do it TODAY. Not later than today.\n", []),
            ("a Roman number", "Type II and type XII.\n", []),
            ("in code", "Type `MRI`.\n", []),
            ("in an address", "[a](MRI.md)\n", []),
            ("a name of a file", "See README.md.\n", []),
            ("with numbers", "Vitamin B12, H1N1, CO2.\n", []),
            ("a sentence in capitals", "WARNING NEVER DRIVE.\n", []),
            ("a heading in capitals", "## SIDE EFFECTS\n", []),
        ],
    ),
]


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_rules(rule, text, expected):
    assert lines(NAMED[rule], text) == expected


def test_the_advice_names_the_right_level():
    (problem,) = NAMED["heading-order"].check(manuscript("## A\n\n#### B\n"))
    assert problem.fix == "write ### here"


@pytest.mark.parametrize("rule", accessibility.RULES, ids=lambda rule: rule.code)
def test_examples(rule):
    for text, tag, reported in examples(rule):
        assert bool(lines(rule, text, tag=tag)) is reported
