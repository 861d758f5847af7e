"""Rules for markup that breaks: a beginning that other tools take for a block, labels and attributes left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import markdown

from pipeline.article.inline import PLAIN_KINDS
from pipeline.article.slots import HEADINGS
from pipeline.checks.rule import Problem, Rule
from pipeline.checks.translation import Pair
from pipeline.model import Severity

_CELLS = frozenset({"td", "th"})
_ONE_LINE = HEADINGS | _CELLS | PLAIN_KINDS | {"box-title"}
"""Kinds whose text does not begin a block."""

_BLOCKS = (
    (re.compile(r"(\d+)([.)])(?=[ \t])"), r"\1\\\2", "a numbered list"),
    (re.compile(r"([-+*])(?=[ \t])"), r"\\\1", "a list"),
    (re.compile(r"(#)"), r"\\\1", "a heading"),
    (re.compile(r"(>)"), r"\\\1", "a quotation"),
    (re.compile(r"(\|)"), r"\\\1", "a table"),
    (re.compile(r"(-{3,}[ \t]*\Z)"), r"\\\1", "a heading or a line"),
    (re.compile(r"={3,}[ \t]*\Z"), r"\g<0>", "a heading"),  # there is no escape for it
)
"""What begins a block, how to write it otherwise, and the block."""

_BEGINNING = re.compile(r"[\d+*#>|= \t-]")
_NOT_LATER = re.compile(r"(?!1[.)])\d")
_CODE_INDENT = 4
_BAR = re.compile(r"(?P<ticks>`+)(?s:.+?)(?P=ticks)|\\.|\|")

_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_REFERENCE = re.compile(r"\[([^\[\]]+)\](?: ?\[([^\[\]]*)\])?(?![(:])")
_SHOWN = 20
_PLACEHOLDER = markdown.util.INLINE_PLACEHOLDER_PREFIX.strip(markdown.util.STX)
"""What the parser sets in the place of markup that it has read; where marks cross, it forgets some."""
_ATTRIBUTES = re.compile(r"\{:|\{\s?[.#][A-Za-z]")


# --- beginnings --------------------------------------------------------------------------------------------------


def _blocks(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield the number of each line of `text` that begins a block; the block; the line; and the line rewritten."""
    for number, line in enumerate(text.split("\n")):
        body = line.lstrip(" \t")
        indent = line[: len(line) - len(body)]
        deep = "\t" in indent or len(indent) >= _CODE_INDENT
        if not body or (number and (deep or _NOT_LATER.match(body))):
            continue  # below a line of text, neither code nor a list that does not count from 1 can begin
        block, rewritten = _block(body)
        if deep:
            yield number, "code", line, rewritten
        elif block:
            yield number, block, line, indent + rewritten


def _block(line: str) -> tuple[str, str]:
    """Return the block that `line` begins, and the line rewritten so that it does not."""
    for pattern, escaped, block in _BLOCKS:
        if pattern.match(line):
            return block, pattern.sub(escaped, line, count=1)
    return "", line


def _new_blocks(pair: Pair) -> list[tuple[int, str, str, str]]:
    text = pair.translation
    plain = "\n" not in text and not _BEGINNING.match(text)
    if plain or pair.segment.kind in _ONE_LINE or text == pair.segment.text:
        return []
    known = {block for _, block, _, _ in _blocks(pair.segment.text)}
    return [found for found in _blocks(text) if found[1] not in known]


def _block_markup(pair: Pair) -> Iterator[Problem]:
    if _has_bar(pair):
        yield Problem("other tools would end the table cell at |", fix="Write \\| for the bar.")
    for _, block, line, mended in _new_blocks(pair)[:1]:
        shown = mended if len(mended) <= _SHOWN else f"{mended[:_SHOWN]}…"
        fix = f"Write: {shown}" if mended != line else "Take the line out."
        yield Problem(f"other tools would make {block} of “{line[:_SHOWN]}”", fix=fix)


def _has_bar(pair: Pair) -> bool:
    return pair.segment.kind in _CELLS and _bars(pair.translation) > _bars(pair.segment.text)


def _bars(text: str) -> int:
    return sum(match[0] == "|" for match in _BAR.finditer(text)) if "|" in text else 0


def _escaped(pair: Pair) -> str | None:
    if _has_bar(pair):
        return _BAR.sub(lambda match: r"\|" if match[0] == "|" else match[0], pair.translation)
    lines = pair.translation.split("\n")
    for number, _, line, mended in _new_blocks(pair):
        # Two stars may be emphasis after all, and only people can tell.
        if not line.lstrip().startswith("*") or pair.translation.count("*") == 1:
            lines[number] = mended
    escaped = "\n".join(lines)
    return escaped if escaped != pair.translation else None


def _trimmed(pair: Pair) -> str | None:
    text = pair.translation
    if not text.strip() or pair.segment.text != pair.segment.text.strip():
        return None
    return text.strip() if text != text.strip() else None


def _edge_space(pair: Pair) -> Iterator[Problem]:
    trimmed = _trimmed(pair)
    # A deep indent is told as what other tools make of it.
    if trimmed is not None and not any(number == 0 and block == "code" for number, block, _, _ in _new_blocks(pair)):
        where = "begins" if pair.translation.endswith(trimmed) else "ends"
        yield Problem(f"the translation {where} with white space")


# --- what is left over -------------------------------------------------------------------------------------------


def _undefined(pair: Pair) -> Iterator[Problem]:
    source, target = pair.source, pair.target
    if "[" not in target.text:
        return
    for footnote in _FOOTNOTE.findall(target.text):
        if footnote not in source.text:
            yield Problem(f"the article has no footnote {footnote}", fix="Copy the sign from the source.")
            return
    if source.links - target.links or source.images - target.images:
        yield from _undefined_label(pair)


def _undefined_label(pair: Pair) -> Iterator[Problem]:
    labels = [match[2] or match[1] for match in _REFERENCE.finditer(pair.segment.text)]
    missing = next((label for label in labels if f"[{label}]" not in pair.translation), "")
    for match in _REFERENCE.finditer(pair.target.text) if missing else ():
        if match[0] not in pair.source.text:
            label = match[2] or match[1]
            yield Problem(f"the article defines no link “{label}”", fix=f"Write [{match[1]}][{missing}].")
            return


def _link_order(pair: Pair) -> Iterator[Problem]:
    source, target = pair.source.link_texts, pair.target.link_texts
    if len(source) < 2 or pair.source.links != pair.target.links or _targets(source) == _targets(target):  # noqa: PLR2004
        return  # other links are for T102
    names = {address: text.casefold() for address, text in source}
    moved = [each for each, before in zip(target, source, strict=False) if each[0] != before[0]]
    if not any(names.get(address) == text.casefold() for address, text in moved):
        yield Problem(f"the links stand in another order: {', '.join(_targets(target))}")


def _targets(links: Sequence[tuple[str, str]]) -> list[str]:
    return [address for address, _ in links]


def _code(pair: Pair) -> Iterator[Problem]:
    source, target = pair.source.code, pair.target.code
    if source != target:
        missing, added = (", ".join(codes) for codes in ((source - target), (target - source)))
        told = [f"missing {missing}"] if missing else []
        yield Problem(f"code differs: {'; '.join([*told, *([f'added {added}'] if added else [])])}")


def _attributes_left(pair: Pair) -> Iterator[Problem]:
    if "{" in pair.target.text and pair.segment.kind not in PLAIN_KINDS:
        found = _ATTRIBUTES.findall(pair.target.text)
        if len(found) > len(_ATTRIBUTES.findall(pair.source.text)):
            yield Problem("attributes in braces would be read as text")


def _tangled(pair: Pair) -> Iterator[Problem]:
    if _PLACEHOLDER in pair.target.text and _PLACEHOLDER not in pair.source.text:
        yield Problem("readers would see codes of the parser, such as klzzwxh:0000, in place of some of the text")


RULES: tuple[Rule[Pair], ...] = (
    Rule(
        code="T112",
        name="block-markup",
        severity=Severity.WARNING,
        summary="The translation begins like a list, a heading, a quotation, a table or code, or has a bar in a cell.",
        why="Pages made here are right, but translation tools and other programs lose the number or the sign.",
        fix="Set a backslash before the sign.",
        check=_block_markup,
        mend=_escaped,
        bad="The last day is March 2.\n2. März ist der letzte Tag.",
        good="The last day is March 2.\n2\\. März ist der letzte Tag.",
        more=(("lang: ar\nOne pill.\n- حبة واحدة.", "lang: ar\nOne pill.\nحبة واحدة."),),
    ),
    Rule(
        code="T113",
        name="edge-space",
        severity=Severity.NOTE,
        summary="The translation begins or ends with white space.",
        why="Some tools keep it, and then the line is indented or the change shows up as one in the text.",
        fix="Remove it.",
        check=_edge_space,
        mend=_trimmed,
        bad="Drink water.\n Trinken Sie Wasser.",
        good="Drink water.\nTrinken Sie Wasser.",
        more=(("lang: ja\nDrink water.\n\u3000水を飲みましょう。", "lang: ja\nDrink water.\n水を飲みましょう。"),),
    ),
    Rule(
        code="T114",
        name="undefined-label",
        severity=Severity.ERROR,
        summary="A link or a footnote has a label that the article does not define.",
        why="Readers see brackets in place of a link.",
        fix="Translate the words in the first brackets; copy the label in the second from the source.",
        check=_undefined,
        bad="Take one.\nNehmen Sie eine.[^9]",
        good="Take one.[^1]\nNehmen Sie eine.[^1]",
    ),
    Rule(
        code="T115",
        name="literal-attributes",
        severity=Severity.ERROR,
        summary="Attributes in braces would be shown as text.",
        why="Readers see signs that mean nothing to them, and a screen reader reads each of them aloud.",
        fix="Set the braces where the source has them, with no space before them.",
        check=_attributes_left,
        bad="Take *one*{: .dose } pill.\nNehmen Sie *eine* {: .dose } Tablette.",
        good="Take *one*{: .dose } pill.\nNehmen Sie *eine*{: .dose } Tablette.",
    ),
    Rule(
        code="T116",
        name="tangled-markup",
        severity=Severity.ERROR,
        summary="Marks for emphasis cross each other, and the parser loses what stands behind them.",
        why="Readers see codes of the parser in place of a link or a word.",
        fix="Close each * and ** before the one that was opened earlier.",
        check=_tangled,
        bad="Most spasms *stop*[^1].\n*Die meisten **Krämpfe*[^1] hören auf.",
        good="Most spasms *stop*[^1].\nDie meisten **Krämpfe**[^1] hören auf.",
    ),
    Rule(
        code="T117",
        name="link-order",
        severity=Severity.NOTE,
        summary="The links stand in another order than in the source.",
        why="That is often right, but two addresses that were swapped look the same, and send readers astray.",
        fix="See whether each address fits its words.",
        check=_link_order,
        bad="See [veins](vein.md) and [nerves](nerve.md).\nSiehe [Venen](nerve.md) und [Nerven](vein.md).",
        good="See [veins](vein.md) and [nerves](nerve.md).\nSiehe [Venen](vein.md) und [Nerven](nerve.md).",
        more=(
            (
                "lang: ar\nSee [veins](vein.md) and [nerves](nerve.md).\nانظر [الأوردة](nerve.md) و[الأعصاب](vein.md).",
                "lang: ar\nSee [veins](vein.md) and [nerves](nerve.md).\nانظر [الأوردة](vein.md) و[الأعصاب](nerve.md).",
            ),
        ),
    ),
    Rule(
        code="T118",
        name="code",
        severity=Severity.WARNING,
        summary="What stands between ` and ` is not what the source has there.",
        why="It is there for readers to type, letter by letter; a changed word does nothing, or something else.",
        fix="Copy it, or keep it if readers of this language type another word.",
        check=_code,
        bad="Type `HELP`.\nSchreiben Sie `HILFE`.",
        good="Type `HELP`.\nSchreiben Sie `HELP`.",
    ),
)
