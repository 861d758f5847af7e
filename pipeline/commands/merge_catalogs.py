"""``merge-catalogs``: what git asks to merge two versions of a catalog."""

from __future__ import annotations

from pathlib import Path

from pipeline.catalogs import Catalog, format_po, read_po
from pipeline.catalogs.three_way import merge_three
from pipeline.commands.files import read, write
from pipeline.commands.outcome import Outcome
from pipeline.errors import collect, raise_all


def merge_catalogs(base: Path, ours: Path, theirs: Path, name: str) -> Outcome:
    """Write to `ours` what both sides made of `base` (which is empty if both added the file).

    `name` is how messages call the catalog. Raises `InputErrors` if one of the three cannot be read, or the result
    could not; `ours` then stays as it is, and git calls the file a conflict.
    """
    folder = ours.parent
    contents = [read(path, folder) for path in (base, ours, theirs)]
    named = zip(contents, ("as it was", "ours", "theirs"), strict=True)
    catalogs, errors = collect(lambda each: _catalog(each[0], f"{name} ({each[1]})"), named)
    raise_all(errors)
    merged, conflicts = merge_three(*catalogs)
    content = format_po(merged).encode()
    read_po(content, name)
    write(ours, content, folder, contents[1])
    outcome = Outcome(changed=[name])
    for message in conflicts:
        outcome.notes.append(
            f'{name}: both sides translated "{message.msgid[:60]}"; compare, then remove the fuzzy mark'
        )
    return outcome


def _catalog(content: bytes, name: str) -> Catalog:
    return read_po(content, name) if content else Catalog()
