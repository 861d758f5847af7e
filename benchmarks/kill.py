"""Kill `update` and `build` at random moments, fill the disk, make it read-only half-way; count damaged files.

    python benchmarks/kill.py [KILLS] [SEED]

KILLS (default 500) are shared by the two commands; half of them are aimed at the time in which files are written.
A file is damaged if it is neither what it was before the command nor what the command makes of it, or if it is not
as it should be after the next run. Full and read-only disks need root, who may mount small file systems, and mkfs.ext4
(Debian package e2fsprogs).
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from commands.kills import (
    COMMANDS,
    Victim,
    await_first_write,
    differences,
    judge,
    kill,
    prepare,
    restore,
    run,
    start,
    victim,
)

from pipeline.commands.lock import FOLDER as LOCK

_ARTICLES = 5
_ROUNDS = 40
_IMAGE = 8 * 2**20


def main(kills: int, seed: int) -> int:
    """Print the table; return 1 if anything was damaged."""
    print(f"{'command':8} {'what':22} {'times':>6} {'while writing':>14} {'files damaged':>14}")
    damages = []
    with tempfile.TemporaryDirectory() as folder:
        prepared = prepare(Path(folder, "prepared"), _ARTICLES)
        for command in COMMANDS:
            found = victim(command, prepared, Path(folder))
            tally, damage = kill(found, kills // len(COMMANDS), seed)
            _row(command, "killed", tally, damage)
            damages += damage
            if os.geteuid() == 0:
                for what, rounds in (("disk full", _full), ("disk becomes read-only", _read_only)):
                    tally, damage = rounds(found, Path(folder), random.Random(seed))  # noqa: S311 - moments, not secrets
                    _row(command, what, tally, damage)
                    damages += damage
    if os.geteuid() != 0:
        print("full and read-only disks: not tried; run this as root, who may mount them")
    print(*damages, sep="\n")
    return 1 if damages else 0


def _row(command: str, what: str, tally: Counter[str], damage: list[str]) -> None:
    times = tally.total() - tally["came too late"]
    writing = tally["half of a file was written"] + tally["some files were written"]
    print(f"{command:8} {what:22} {times:6} {writing / times:14.0%} {len(damage):14}", flush=True)


def _full(found: Victim, folder: Path, chance: random.Random) -> tuple[Counter[str], list[str]]:
    """Run the command on disks that have little room left."""
    tally: Counter[str] = Counter()
    damages: list[str] = []
    largest = max(map(len, found.new.values()))
    for _ in range(_ROUNDS):
        with _mounted(found, folder) as there:
            filler = there.root.parent / "filler"
            _fill(filler, chance.randrange(2 * largest))
            errors = run(there.command, there.root)
            how, damage = judge(there)
            if any("No space left" not in error for error in errors):
                damage += errors
            tally[how if errors else "came too late"] += 1
            filler.unlink()
            damages += damage + differences(there)
    return tally, damages


def _fill(filler: Path, spare: int) -> None:
    """Leave `spare` bytes of the disk."""
    with filler.open("wb", buffering=0) as file:
        status = os.statvfs(filler.parent)
        room = max(0, status.f_bavail * status.f_frsize - spare)
        with contextlib.suppress(OSError):
            file.write(b"x" * room)


def _read_only(found: Victim, folder: Path, chance: random.Random) -> tuple[Counter[str], list[str]]:
    """Make the disk read-only while the command writes."""
    tally: Counter[str] = Counter()
    damages: list[str] = []
    for _ in range(_ROUNDS):
        with _mounted(found, folder) as there:
            process = start(there)
            await_first_write(process, there)
            time.sleep(chance.uniform(0, there.writing / 10))
            while process.is_alive() and not _remount(there, "ro"):
                pass
            process.join()
            _remount(there, "ro")
            how, damage = judge(there)
            tally[how] += 1
            _remount(there, "rw")
            damages += damage + differences(there)
            if process.exitcode != 0:
                damages.append(f"exit status {process.exitcode}")
    return tally, damages


def _remount(there: Victim, options: str) -> bool:
    command = ["mount", "-o", f"remount,{options}", there.root.parent]
    return _ask(*command).returncode == 0


def _ask(*command: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - no shell, no foreign words


@contextlib.contextmanager
def _mounted(found: Victim, folder: Path) -> Iterator[Victim]:
    """Give the same project on a small file system of its own."""
    place, image = folder / "disk", folder / "image"
    place.mkdir(exist_ok=True)
    image.write_bytes(bytes(_IMAGE))
    _ask("mkfs.ext4", "-q", "-b", "1024", "-m", "0", image).check_returncode()
    _ask("mount", "-o", "loop", image, place).check_returncode()
    try:
        there = replace(found, root=place / "project")
        there.root.mkdir()
        restore(there)
        # A file that is open for writing, such as the lock, would keep the disk from becoming read-only.
        shutil.rmtree(folder / LOCK, ignore_errors=True)
        shutil.move(there.root / LOCK, folder / LOCK)
        (there.root / LOCK).symlink_to(folder / LOCK)
        yield there
    finally:
        _ask("umount", place).check_returncode()


if __name__ == "__main__":
    sys.exit(main(int((sys.argv[1:] or ["500"])[0]), int((sys.argv[2:] or ["1"])[0])))
