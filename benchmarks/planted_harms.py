"""Plant harms in clean translations, and count what our rules and other tools report; and false alarms.

    python benchmarks/planted_harms.py [SEED]

The messages and the planters are those of the tests: seven languages, slips made by a seeded generator and by hand,
each beside its clean twin. An *error* keeps a message unpublished. Another tool gets the credit for a harm if it
reports the message at all, and a false alarm if it reports the clean twin; `peer_checks.py` says how to install them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
sys.path.insert(0, str(Path(__file__).parent))

from checks import hand_harms
from checks.harms import NAMES, clean, gravest, harms, reported
from peer_checks import peers

_HAND = "by hand: "
_OURS = ("error", "any")


def _told(messages: Sequence[tuple[str, str, str]]) -> dict[str, set[int] | None]:
    """Return the numbers of the messages that each tool reports."""
    ours = [gravest(reported(*message)) for message in messages]
    told: dict[str, set[int] | None] = {
        "error": {number for number, severity in enumerate(ours) if severity == "error"},
        "any": {number for number, severity in enumerate(ours) if severity},
    }
    named = [(source, target, NAMES[language]) for source, target, language in messages]
    return told | {name: run(named) if run else None for name, run in peers().items()}


def main(seed: int) -> None:
    """Print the table."""
    by_hand = {(language, spoiled) for _, language, _, _, spoiled in hand_harms.harms()}
    rows = [
        (f"{_HAND}{family}" if (language, spoiled) in by_hand else family, (source, spoiled, language))
        for family, language, source, _, spoiled in harms(seed)
    ]
    rows += [("clean", (source, target, language)) for language, source, target in clean()]
    told = _told([message for _, message in rows])
    tries = Counter(family for family, _ in rows)
    print(f"{'':20}{'number':>8}", *(f"{name:>12}" for name in told))
    for family, number in tries.items():
        counts = [
            "not installed" if found is None else sum(rows[each][0] == family for each in found)
            for found in told.values()
        ]
        print(f"{family:20}{number:8}", *(f"{count:>12}" for count in counts))
    for language, name in NAMES.items():
        mine = [number for number, (family, message) in enumerate(rows) if family != "clean" and message[2] == language]
        counts = [len(found.intersection(mine)) if found is not None else "" for found in told.values()]
        print(f"{'all harms, ' + name:20}{len(mine):8}", *(f"{count:>12}" for count in counts))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2026)
