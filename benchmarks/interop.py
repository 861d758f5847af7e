"""What of a catalog survives translators' programs; and how many real catalogs we write as msgcat does.

    python benchmarks/interop.py [FOLDER] [FILES]

The second table is about at most FILES (default 500) of the ``.po`` files below FOLDER (default: this Python), chosen
at random but always the same. Needs gettext (Debian package gettext) and the dependency group dev.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from catalogs.invariants import msgcat_may_differ, msgcat_or_refused
from catalogs.programs import CATALOG, PROGRAMS, survivors
from catalogs.support import msgcat

from pipeline.catalogs import format_po, read_po
from pipeline.errors import InputErrors

_BOM = b"\xef\xbb\xbf"


def main(folder: Path, most: int) -> None:
    """Print both tables."""
    kinds = list(survivors(CATALOG.encode()))
    print(f"{'there and back':26}", *(f"{kind:>15}" for kind in kinds), f"{'written as msgcat':>18}")
    for name, program in PROGRAMS.items():
        data = program(CATALOG.encode())
        cells = [f"{there}/{of}" for there, of in survivors(data).values()]
        same = format_po(read_po(data, name)).encode() == msgcat(data.removeprefix(_BOM).replace(b"\r\n", b"\n"))
        print(f"{name:26}", *(f"{cell:>15}" for cell in cells), f"{'yes' if same else 'no':>18}")
    paths = sorted(folder.rglob("*.po"))
    random.Random(1).shuffle(paths)  # noqa: S311 - a sample, not a secret
    tally = Counter(map(_compare, paths[:most]))
    print(f"\n{min(most, len(paths))} of {len(paths)} catalogs below {folder}")
    for what, count in tally.most_common():
        print(f"{count:6}  {what}")


def _compare(path: Path) -> str:
    data = path.read_bytes()
    peer = msgcat_or_refused(data)
    try:
        ours = format_po(read_po(data, str(path))).encode()
    except InputErrors as told:
        refused = "we refuse: " + told.errors[0].message.partition(";")[0].partition("(")[0][:60]
        return "both refuse" if peer is None else refused
    if peer is None:
        return "msgcat refuses"
    if ours == peer:
        return "the same, byte for byte"
    return "known difference" if msgcat_may_differ(data) else f"another: {path}"


if __name__ == "__main__":
    main(Path((sys.argv[1:] or [sys.prefix])[0]), int((sys.argv[2:] or ["500"])[0]))
