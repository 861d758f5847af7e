"""How a term of the glossary is said, as its author or translator writes it: between slashes, at its end."""

from __future__ import annotations

import re

_READING = re.compile(r"\s+[/／]([^/／\s](?:[^/／]*[^/／\s])?)[/／]\s*\Z")


def split_reading(term: str) -> tuple[str, str]:
    """Return a term of a glossary without how it is said, ``Baclofen /BAK-loh-fen/``, and that."""
    found = _READING.search(term)
    return (term[: found.start()], found[1]) if found else (term, "")
