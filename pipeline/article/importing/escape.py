"""Text → inline Markdown that Python-Markdown reads as just that text."""

from __future__ import annotations

import re

# Emphasis begins or ends beside a word; a lone sign between spaces does not, nor does an underscore within a word.
_INLINE = re.compile(r"[\\`]|\*(?!\s)|(?<!\s)\*|(?<![^\W_])_(?!\s)|(?<!\s)_(?![^\W_])|(?<=\])\((?=\S)|\[(?=\^)|!(?=\[)")
_REFERENCE = re.compile(r"\](?=\[)|\](?=:)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_BLOCK_START = re.compile(
    r"(?P<sign>[#>+-])(?=[\s#>]|$)|(?P<stop>[0-9]{1,9})(?=\.(?:\s|$))|(?P<colon>:)(?=\s)|(?P<box>!)(?=!!)"
)
_NUMBER_SIGN = re.compile(r"#(?=\S)")
_ATTRIBUTES = re.compile(r"\{(?=:)")
_RULE = re.compile(r"(?:[-_=~][ ]?){3,}$")


def escape(text: str) -> str:
    """Return `text` so that none of its signs is taken for markup, wherever in a block it stands."""
    text = _INLINE.sub(r"\\\g<0>", text)
    text = _ATTRIBUTES.sub(r"\\{", _REFERENCE.sub(r"\\]", text))
    return _TAG.sub("&lt;", _ENTITY.sub("&amp;", text))


def escape_start(text: str) -> str:
    """Return inline Markdown so that as the beginning of a block it starts no list, heading, quotation or box."""
    found = _BLOCK_START.match(text)
    if found and found["stop"]:
        return f"{found['stop']}\\{text[found.end() :]}"
    if found and found["colon"]:
        return f"&#58;{text[1:]}"
    if found or _NUMBER_SIGN.match(text) or _RULE.match(text):
        return f"\\{text}" if text[0] not in "=~" else f"&#{ord(text[0])};{text[1:]}"
    return text
