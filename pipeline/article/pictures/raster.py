"""How large a picture made of pixels is, from the first bytes of its file.

Sources: PNG (W3C, third edition) 5.2 and 11.2.1; GIF89a, section 18; WebP container specification (RFC 9649), 2.5-2.7.
JPEG is left out: its size may stand anywhere in the file.
"""

from __future__ import annotations

HEAD = 32
"""Bytes that are enough."""


def size_of(head: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels; None for anything that is no complete PNG, GIF or WebP."""
    if len(head) < HEAD:
        return None
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
        return _positive(int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big"))
    if head[:6] in {b"GIF87a", b"GIF89a"}:
        return _positive(_little(head, 6, 2), _little(head, 8, 2))
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _webp(head)
    return None


def _webp(head: bytes) -> tuple[int, int] | None:
    kind = head[12:16]
    if kind == b"VP8X":
        return _positive(_little(head, 24, 3) + 1, _little(head, 27, 3) + 1)
    if kind == b"VP8L" and head[20:21] == b"\x2f":  # two numbers of 14 bits, each one less
        both = _little(head, 21, 4)
        return _positive((both & 0x3FFF) + 1, (both >> 14 & 0x3FFF) + 1)
    if kind == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        return _positive(_little(head, 26, 2) & 0x3FFF, _little(head, 28, 2) & 0x3FFF)
    return None


def _little(head: bytes, start: int, count: int) -> int:
    return int.from_bytes(head[start : start + count], "little")


def _positive(width: int, height: int) -> tuple[int, int] | None:
    return (width, height) if width and height else None
