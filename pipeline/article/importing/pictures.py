"""Pictures of an imported article: inside the file they are taken out, elsewhere they are named in the report."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote, urlsplit

from pipeline.article.importing.blocks import Remark
from pipeline.article.importing.escape import escape

FOLDER = "pictures"
_DATA = re.compile(r"data:[^,]*;base64,(.*)", re.IGNORECASE | re.DOTALL)
_FORMS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"), (b"RIFF", "webp"))
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def picture(source: str, words: str, line: int, pictures: dict[str, bytes]) -> tuple[str, list[Remark]]:
    """Return the Markdown of a picture with the text alternative `words`, and remarks for the editor.

    A picture whose data are in its address is added to `pictures`. Nothing is fetched.
    """
    shown = source if len(source) <= 100 else f"{source[:60]}…"  # noqa: PLR2004 - a data address can be megabytes long
    if not words.strip():
        return "", [Remark(line, f"dropped: picture {shown} (it has no text alternative, so it is decoration)")]
    if source.lower().startswith("data:"):
        return _embedded(source, words, line, pictures)
    name = _NOT_IN_A_NAME.sub("-", unquote(urlsplit(source).path).rpartition("/")[2]) or "picture"
    remark = Remark(line, f"note: save the picture {shown} as {FOLDER}/{name} beside the article")
    return markdown(name, words), [remark]


def _embedded(source: str, words: str, line: int, pictures: dict[str, bytes]) -> tuple[str, list[Remark]]:
    found = _DATA.match(source)
    try:
        data = base64.b64decode(unquote(found[1]), validate=False) if found else b""
    except binascii.Error:
        data = b""
    name = take(data, pictures)
    if name:
        return markdown(name, words), []
    what = f"dropped: picture “{words}” (its data are no PNG, JPEG, GIF or WebP; save it as one of them)"
    return "", [Remark(line, what)]


def take(data: bytes, pictures: dict[str, bytes]) -> str:
    """Add the picture `data` to `pictures`; return its name, or an empty text if it is no picture that pages show."""
    form = next((form for start, form in _FORMS if data.startswith(start)), "")
    if not form:
        return ""
    name = f"picture-{len(pictures) + 1}.{form}"
    pictures[name] = data
    return name


def markdown(name: str, words: str) -> str:
    """Return the Markdown of a picture in the folder of pictures."""
    return f"![{escape(' '.join(words.split()))}]({FOLDER}/{name})"
