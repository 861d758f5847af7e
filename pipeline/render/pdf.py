"""The PDF edition of a page: what Chromium prints, made the same in every build.

Chromium tags what it prints and keeps languages. It also writes the time and its own name, of which nobody has any
use; here they are taken out. No conformance is claimed: that a file meets PDF/UA, people have to say.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pipeline.errors import InputError

NOWHERE = "http://site.invalid/"
"""Stands for the address of a site where it is not known; `.invalid` names never lead anywhere (RFC 2606)."""

MISSING = "PDF needs the packages of an extra; install them with: pip install 'plainspoken[browser]'"

_NODE = re.compile(r"node\d{8}")

KEEP_LANGUAGES = """document.querySelectorAll(
  ":is(b, bdi, bdo, cite, data, i, kbd, q, s, samp, small, span, u, var)[lang]:not([role])"
).forEach(element => element.tabIndex = 0)"""
"""Run in a page that is to be printed: Chromium tags what is in its accessibility tree, and of these only what can
have the focus. Without a tag they would lose their language."""


def finished(content: bytes, path: str, tag: str) -> bytes:
    """Return a printed page as it is published; `path` is its place in the site, `tag` its language.

    Raises `InputError` if the package that reads PDF is missing.
    """
    try:
        import pikepdf  # noqa: PLC0415 - an extra
    except ImportError:
        raise InputError(MISSING) from None
    with pikepdf.open(BytesIO(content)) as pdf:
        title = str(pdf.docinfo.get("/Title", ""))
        for name in ("/CreationDate", "/ModDate", "/Creator"):
            if name in pdf.docinfo:
                del pdf.docinfo[name]
        root: Any = pdf.Root
        root.Lang = pikepdf.String(tag)
        for element in _elements(root.get("/StructTreeRoot"), pikepdf):
            if element.get("/S") == "/NonStruct" and "/Lang" in element:
                element.S = pikepdf.Name.Span
        _number_anew(pdf, pikepdf)
        for page in pdf.pages:
            _lead_on(page, posixpath.dirname(path), pikepdf)
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["dc:title"], metadata["dc:language"] = title, {tag}
        result = BytesIO()
        pdf.save(result, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return result.getvalue()


def _number_anew(pdf: Any, pikepdf: Any) -> None:
    """Give elements names by their order: Chromium's count on from the page that it printed before."""
    places = [place for each in pdf.objects for place in _names(each, pikepdf)]
    numbers = {name: number for number, name in enumerate(sorted({str(holder[key]) for holder, key in places}), 1)}
    for holder, key in places:
        holder[key] = pikepdf.String(f"node{numbers[str(holder[key])]:08}")


def _names(holder: Any, pikepdf: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the places of names of elements in an object, in those inside it too, but not where it only refers to."""
    if isinstance(holder, pikepdf.Array):
        keys: list[Any] = list(range(len(holder)))
    elif isinstance(holder, (pikepdf.Dictionary, pikepdf.Stream)):
        keys = list(holder.keys())
    else:
        return
    for key in keys:
        value = holder[key]
        if isinstance(value, pikepdf.String) and _NODE.fullmatch(str(value)):
            yield holder, key
        elif isinstance(value, (pikepdf.Array, pikepdf.Dictionary)) and not value.is_indirect:
            yield from _names(value, pikepdf)


def _elements(start: Any, pikepdf: Any) -> Iterator[Any]:
    """Yield all elements of the tree of tags."""
    stack = [start]
    while stack:
        element = stack.pop()
        if isinstance(element, pikepdf.Array):
            stack += list(element)
        elif isinstance(element, pikepdf.Dictionary):
            yield element
            stack.append(element.get("/K"))


def _lead_on(page: Any, folder: str, pikepdf: Any) -> None:
    """Let links to pages of a site whose address is not known lead to the files beside the PDF."""
    for annotation in page.get("/Annots", []):
        address = str(annotation.get("/A", {}).get("/URI", ""))
        if address.startswith(NOWHERE):
            target = posixpath.relpath(address.removeprefix(NOWHERE), folder)
            annotation.A.URI = pikepdf.String(target)
