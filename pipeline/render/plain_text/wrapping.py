"""Lines of plain text: display width, white space, and where a line may break in any script.

Breaks follow a small part of UAX #14 and of the Japanese and Chinese rules for line ends (kinsoku): text breaks at
spaces, and next to a Chinese or Japanese character where no bracket or punctuation mark forbids it. Words of scripts
without spaces (Thai, Lao, Khmer, Burmese) need a dictionary to find their ends, so they are never broken.

Widths come from wcwidth and not from `unicodedata`: it measures emoji sequences, flags, Hangul Jamo and Indic vowel
signs as terminals do, and the same on every version of Python, so that the same input gives the same bytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from wcwidth import wcswidth

# Signals inside a text on its way to a line. They are control characters, which `clean` removes from all that
# people wrote, so nobody can forge them, and `wrap` removes them again.
BREAK = "\x1d"
"""A line break that the author asked for."""

MARK, END_MARK = "\x1e", "\x1c"
"""Around the number of a link or note, which stays with the word before it."""

_GLUE = "\x1b"  # forbids a break, and is nothing
_NO_BREAK_SPACE = "\x1f"  # forbids a break, and is a space

# Han, kana, bopomofo, Yi, their punctuation and full-width forms; Hangul is not here: Korean has spaces.
_CJK = (
    "\u2e80-\u2fff\u3001-\u312f\u31a0-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f"
    "\uffe0-\uffe6\U0001b000-\U0001b16f\U00020000-\U0003fffd"
)
_QUOTES = "“”‘’…—·"  # shared by Chinese and European languages
_NOT_FIRST = frozenset(
    "、。，．・：；？！‼⁇⁈⁉·…‥—–〜～゠ー々〻ヽヾゝゞぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "）］｝」』】〉》〕〗〙〟’”｠»›｡､･ｰ｣ﾞﾟｧｨｩｪｫｬｭｮｯ)]},.:;?!%％‰℃°¢￠\"'/"
)
_NOT_LAST = frozenset("（［｛「『【〈《〔〖〘〝‘“｟«‹｢([{$＄￥¥£￡€＃№\"'/\u200d")
_NEVER_BESIDE = frozenset(f"{_GLUE}{_NO_BREAK_SPACE}\u00a0\u2007\u202f\u2060")

_SPACES = " \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"  # those that a line may end after; U+200B is for Khmer
_WORD = re.compile(f"[^{_SPACES}]*[{_SPACES}]*")
_HAS_CJK = re.compile(f"[{_CJK}]")

# Letters and marks of European languages that take one column each; wcwidth would look up each of them.
_ONE_COLUMN = re.compile("[ -~¡-¬®-ʯΑ-ώЀ-҂Ҋ-ԯ‐-‧‰-⁞€]*")

# The same with spaces that forbid a break; of these texts every letter is as wide as another.
_SIMPLE = re.compile(f"[ -~¡-¬®-ʯΑ-ώЀ-҂Ҋ-ԯ‐-‧‰-⁞€{_NO_BREAK_SPACE}]*")

_AFTER_CJK = re.compile(f"(?<=[{_CJK}]) *{MARK}")
_AFTER_OTHERS = re.compile(f" *{MARK}")
_MARKED = f"(?:{_GLUE}[^{END_MARK}]*{END_MARK})?"
_NEWLINE = "[ \t]*\n[ \t\n]*"
_SEAM = re.compile(f"(?<=[{_CJK}])({_MARKED}){_NEWLINE}(?=[{_CJK}{_QUOTES}])|(?<=[{_QUOTES}]){_NEWLINE}(?=[{_CJK}])")
_UNTIDY = re.compile(f"[{MARK}{END_MARK}{BREAK}\t\n]|  ")
_BREAKS = re.compile(f"[ \t\n]*{BREAK}[ \t\n{BREAK}]*")

_CLEAN: dict[int, str | None] = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)])
# Soft hyphens would show in a terminal and split words for a screen reader.
_CLEAN |= {0xAD: None, 0xFEFF: None} | dict.fromkeys(map(ord, "\n\x85\u2028\u2029"), "\n")
_CLEAN |= {ord("\t"): "\t"} | dict.fromkeys(map(ord, "\v\f\r"), " ")


def clean(text: str) -> str:
    """Return what someone wrote without control characters and soft hyphens; tabs and line ends stay."""
    return text if text.isprintable() else text.translate(_CLEAN)


def display_width(text: str) -> int:
    """Return the number of terminal columns that a line without control characters takes."""
    return len(text) if text.isascii() or _ONE_COLUMN.fullmatch(text) else int(wcswidth(text))


def protect(address: str) -> str:
    """Return an address that no line break can split, whatever it is made of."""
    address = "%20".join(address.split())
    return _GLUE.join(address) if _HAS_CJK.search(address) else address


def tidy(text: str) -> str:
    """Return one block of inline text with its white space settled: source lines joined, marks set.

    A line end between two Chinese or Japanese characters is nothing, because their scripts have no spaces.
    """
    if not _UNTIDY.search(text):  # most texts, and looking is far cheaper than settling
        return text.strip(" ")
    text = _AFTER_OTHERS.sub(_NO_BREAK_SPACE, _AFTER_CJK.sub(_GLUE, text))
    text = _SEAM.sub(lambda match: match[1] or "", text).replace(END_MARK, "")
    text = re.sub("[ \t\n]+", " ", _BREAKS.sub(BREAK, text))
    return text.strip(f" {BREAK}")


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return the lines of a tidy text, the first one after the prefix `first`, the others after `rest`."""
    lines: list[str] = []
    for part in text.split(BREAK) if text else ():
        break_up = _break_at_spaces if _SIMPLE.fullmatch(part) else _break_anywhere
        rooms = (width - display_width(rest if lines else first), width - display_width(rest))
        lines += (f"{rest if lines or number else first}{line}" for number, line in enumerate(break_up(part, *rooms)))
    return [line.rstrip().rstrip("\u200b").rstrip() for line in lines]


def _break_at_spaces(text: str, first: int, rest: int) -> list[str]:
    """Cut a text of one column a letter into lines: one with so much room at `first`, then of that of the `rest`."""
    lines: list[str] = []
    start, room = 0, first
    while start + room < len(text):
        end = text.rfind(" ", start, max(start, start + room + 1))
        end = end if end > start else text.find(" ", start + 1)  # a word that is too long gets a line of its own
        if end < 0:
            break
        lines.append(text[start:end])
        start, room = end + 1, rest
    return [_shown(line) for line in (*lines, text[start:])]


def _break_anywhere(text: str, first: int, rest: int) -> list[str]:
    """The same for any text."""
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text):
        if line and used + display_width(piece.rstrip()) > (rest if lines else first):
            lines.append(line)
            line, used = "", 0
        line += piece
        used += display_width(piece)
    return [*lines, line]


def _pieces(text: str) -> Iterator[str]:
    """Cut a text wherever a line may break; the pieces carry the spaces behind them."""
    for word in filter(None, _WORD.findall(text)):
        if not _HAS_CJK.search(word):
            yield _shown(word)
            continue
        start = 0
        for index, (before, after) in enumerate(pairwise(word), start=1):
            if _may_break(before, after):
                yield _shown(word[start:index])
                start = index
        yield _shown(word[start:])


def _may_break(before: str, after: str) -> bool:
    """Tell whether a line may end between two neighbours of which neither is a space."""
    return (
        bool(_HAS_CJK.search(before + after))
        and after not in _NOT_FIRST
        and before not in _NOT_LAST
        and _NEVER_BESIDE.isdisjoint((before, after))
        and after not in " \u3000"
        and unicodedata.category(after) not in {"Mn", "Mc", "Me", "Cf"}  # they belong to the character before
    )


def _shown(text: str) -> str:
    return text.replace(_GLUE, "").replace(_NO_BREAK_SPACE, " ")
