"""Do to a translation what a cosmetic edit did to its source, or say that it cannot be done safely."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict

from pipeline.catalogs.edits.shape import Link, Shape, read_shape

_ENDS = re.compile(r"[.!:;,…。！：；，、।۔؛،]*$")
_WIDE = {".": "。", "!": "！", ":": "：", ";": "；", ",": "，", "": ""}
_NARROW = {".": ".", "!": "!", ":": ":", ";": ";", ",": ",", "": ""}
_PLAIN_SIGNS = {wide: narrow for narrow, wide in _WIDE.items() if wide}
_WIDE_SCRIPTS = ("CJK", "HIRAGANA", "KATAKANA")
_NARROW_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "HANGUL", "HEBREW")


def follow(old: str, new: str, translation: str) -> str | None:
    """Return the translation of `old` as one of `new`, whose words are the same; None if that cannot be done safely.

    Addresses are changed where the translation has them exactly as often as the source had. Links and emphasis that
    are gone from the source go. What the source has more of, the translation would lack, so there is no answer.
    """
    before, after = read_shape(old), read_shape(new)
    for step in (_follow_links, _follow_emphasis, _follow_end):
        moved = step(before, after, translation)
        if moved is None:
            return None
        translation = moved
    return translation


def _follow_links(old: Shape, new: Shape, translation: str) -> str | None:
    known = {link.span: link.address for link in new.links}
    kept = Counter(link.span for link in old.links)
    if any(not kept[link.span] for link in new.links):
        return None
    wanted: defaultdict[str, set[str | None]] = defaultdict(set)
    for link in old.links:
        wanted[link.address].add(known.get(link.span))
    if all(targets == {address} for address, targets in wanted.items()):
        return translation
    there = read_shape(translation)
    counts = [Counter(link.address for link in shape.links) for shape in (old, there)]
    if there.odd or any(len(targets) > 1 or counts[0][each] != counts[1][each] for each, targets in wanted.items()):
        return None
    changes = {address: targets.pop() for address, targets in wanted.items()}
    return _rewritten(translation, there.links, changes)


def _rewritten(text: str, links: list[Link], changes: dict[str, str | None]) -> str:
    """Give each link its new address, or take it away and leave its words."""
    pieces: list[tuple[tuple[int, int], str]] = []
    for link in links:
        address = changes.get(link.address, link.address)
        if address is None:
            pieces += [(link.opening, ""), (link.closing, "")]
        elif address != link.address:
            pieces.append((link.place, f"<{address}>" if " " in address else address))
    for (start, end), piece in sorted(pieces, reverse=True):
        text = text[:start] + piece + text[end:]
    return text


def _follow_emphasis(old: Shape, new: Shape, translation: str) -> str | None:
    before, after = ([mark[:2] for mark in shape.emphasis] for shape in (old, new))
    if before == after:
        return translation
    there = read_shape(translation).emphasis
    if not after:
        if [len(mark[1]) for mark in there] != [len(mark[1]) for mark in old.emphasis]:
            return None if there else translation
        for _, _, start, end in reversed(there):
            translation = translation[:start] + translation[end:]
        return translation
    around_all = [place for place, _ in after] == [0, len(new.words)] and len({mark for _, mark in after}) == 1
    if before or there or not around_all:
        return None
    return f"{after[0][1]}{translation}{after[0][1]}"


def _follow_end(old: Shape, new: Shape, translation: str) -> str | None:
    before, after = (_end(shape) for shape in (old, new))
    if before == after:
        return translation
    closing = re.search(r"[*\"'”’»)\]]*$", translation)
    body = translation[: closing.start()] if closing else translation
    found = _ENDS.search(body)
    there = found[0] if found else ""
    if _PLAIN_SIGNS.get(there, there) != before or after not in _WIDE:
        return None
    signs = _signs_for(body.removesuffix(there))
    return None if signs is None else body.removesuffix(there) + signs[after] + translation[len(body) :]


def _end(shape: Shape) -> str:
    return "".join(sign for place, sign in shape.signs if place == len(shape.words) and sign not in "\"'()")


def _signs_for(text: str) -> dict[str, str] | None:
    """Return the signs of the script in which `text` ends; None for scripts with habits of their own."""
    letter = next((letter for letter in reversed(text) if letter.isalpha()), "")
    name = unicodedata.name(letter, "") if letter else ""
    if name.startswith(_WIDE_SCRIPTS):
        return _WIDE
    return _NARROW if name.startswith(_NARROW_SCRIPTS) else None
