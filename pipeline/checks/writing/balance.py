"""Brackets and quotation marks that stand alone."""

from __future__ import annotations

import re

_PAIRS = ("()", "（）", "[]", "［］", "{}", "｛｝", "「」", "『』", "【】", "〔〕", "《》", "〈〉", "〖〗")
_OPENERS = {pair[0]: pair[1] for pair in _PAIRS}
_CLOSERS = {pair[1]: pair[0] for pair in _PAIRS}
# Full width and half width are mixed freely in East Asian texts.
_WIDTH = str.maketrans("（）［］｛｝", "()[]{}")
_BRACKET = re.compile("[" + re.escape("".join(_PAIRS)) + "]")
# `a)`, `1)` and `أ)` number items; `:)` is a face.
_NO_OPENER_NEEDED = re.compile(r"(?:(?:^|[\s(,;/،؛、])(?:\w|\d{1,3}|[ivx]{1,4})|[:;=8][-o^]?)\Z")
_BEFORE = 6
"""Signs before a bracket that tell what it is."""
_FACE = re.compile(r"[:;=]-?\((?:\s|\Z)")

_QUOTATION = re.compile('["“”„‟«»〝〞〟＂]')
_SINGLE_QUOTATION = re.compile("[‹›]")
# Perhaps inches, seconds, a ditto mark, or the Hebrew sign in abbreviations.
_DOUBTFUL = re.compile(r'(?<=\d)"|(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])|(?<=\s)"(?=\s)')


def lone_bracket(text: str) -> str:
    """Return the first bracket of `text` that is not closed, or was not opened; empty if all are in pairs."""
    if not _BRACKET.search(text):
        return ""
    text = text.translate(_WIDTH)
    waiting: list[str] = []
    for match in _BRACKET.finditer(text):
        sign = match[0]
        if sign in _OPENERS:
            if not _FACE.search(text, max(match.start() - _BEFORE, 0), match.end() + 1):
                waiting.append(sign)
        elif waiting and waiting[-1] == _CLOSERS[sign]:
            waiting.pop()
        elif not _NO_OPENER_NEEDED.search(text[max(match.start() - _BEFORE, 0) : match.start()]):
            return sign
    return waiting[0] if waiting else ""


def lone_quotation_mark(text: str) -> str:
    """Return a quotation mark of `text` that has no partner; empty if all are in pairs.

    Languages open and close with so many signs that only their number tells.
    """
    for pattern in (_QUOTATION, _SINGLE_QUOTATION):
        marks = pattern.findall(text)
        if len(marks) % 2 and len(_DOUBTFUL.findall(text)) % 2 == 0:
            return str(marks[-1])
    return ""
