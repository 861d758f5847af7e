"""Random Markdown: from realistic pieces, and from single characters."""

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "muscle",
        "Take",
        "spasm",
        "5",
        "mg",
        "d'eau",
        "ألم",
        "筋肉",
        "**bold**",
        "*soft*",
        "`code`",
        "[link](guide.md#x)",
        "[ref]",
        "[^note]",
        "![A leg](leg.svg)",
        "<br>",
        "<b>raw</b>",
        "&nbsp;",
        "&amp;",
        "MRI",
        "5 * 3",
        "snake_case",
        "<https://x.org>",
        "\\*",
        "a|b",
        "H<sub>2</sub>O",
        "{name}",
        "  \nnext",
        "\nwrapped",
        "!",
        "“quoted”",
        "<!-- c -->",
        "__strong__",
        "$1",
    ]
)
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


def _prefixed(*marks):
    return st.tuples(st.sampled_from(marks), LINES).map("".join)


def _indented(text):
    return text.replace("\n", "\n    ")


BLOCKS = st.one_of(
    LINES,
    _prefixed("## ", "### ", "# ", "> ", "    ", "Term\n:   ", "1. ", "7) ", "- ", "* ", "<!-- translators: x -->\n\n"),
    st.lists(LINES.map(_indented), min_size=1, max_size=4).map(lambda items: "\n".join(f"* {item}" for item in items)),
    st.lists(LINES.map(_indented), min_size=1, max_size=3).map(
        lambda items: "\n\n".join(f"1. {item}" for item in items)
    ),
    st.tuples(LINES, LINES).map(lambda pair: f"* {_indented(pair[0])}\n    * {_indented(pair[1])}"),
    LINES.map(lambda text: f'!!! danger "{text}"\n    {_indented(text)}'),
    LINES.map(lambda text: f"!!! note\n    {_indented(text)}\n\n    * {_indented(text)}"),
    LINES.map(lambda text: f'<div markdown="1">\n{text}\n</div>'),
    LINES.map(lambda text: f"<div>{text}</div>"),
    LINES.map(lambda text: f"```\n{text}\n```"),
    LINES.map(lambda text: f"{text}\n{{: .critical #id }}"),
    LINES.map(lambda text: f"## {text} {{: #anchor }}".replace("\n", " ")),
    LINES.map(lambda text: "| A | B |\n|---|---|\n| {} | x |".format(text.replace("\n", " "))),
    st.sampled_from(
        [
            "*[MRI]: magnetic resonance imaging",
            "[^note]: See the *list*.",
            '[ref]: guide.md "A title"',
            "---",
            "[TOC]",
            "{: .x }",
            '<details markdown="1">\n<summary>Sum *x*</summary>\nBody\n</details>',
            "Setext\n===",
            "   ",
            "Title\n---",
        ]
    ),
)
REALISTIC = st.lists(BLOCKS, max_size=8).map("\n\n".join)
CROWDED = st.lists(BLOCKS, max_size=5).map("\n".join)
CHARACTERS = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("ab1 \n\t*_`#>-+|:[](){}!<>/&;^~=\"'\\.")), st.characters(exclude_categories=["Cs"])
    ),
    max_size=60,
)
MARKDOWN = st.one_of(REALISTIC, CROWDED, CHARACTERS)

HOSTILE = st.one_of(
    st.sampled_from(
        [
            "- x",
            "# x",
            "| a | b |",
            "a\n\nb",
            "x\n{: #x .critical }",
            "<div>",
            "</p>",
            "<script>x</script>",
            "> x",
            "1. x",
            "```\nx\n```",
            "    x",
            "***",
            "x\n===",
            "[a]: /u",
            "*[A]: b",
            "[^note]: x",
            "!!! note",
            "<!-- x -->",
            "term\n: y",
            "\n",
            " ",
            ":",
            "：",
            "x: y",
        ]
    ),
    CHARACTERS,
)
