"""Kill `update` and `build` at random moments, and look at what they leave behind.

Used by a test, and at greater length by ``benchmarks/kill.py``.
"""

import json
import multiprocessing
import os
import random
import re
import shutil
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pipeline.catalogs import read_po
from pipeline.commands.build import build
from pipeline.commands.lock import FOLDER
from pipeline.commands.update import update
from pipeline.commands.workspace import MANIFEST
from pipeline.errors import PlainspokenError

from .support import GUIDE, Files, make_project

LOCALES = ("de", "es")
COMMANDS = {"update": update, "build": build}
BEFORE, AFTER = "1750000000", "1760000000"
"""The time of the old catalogs and of the new ones (``SOURCE_DATE_EPOCH``), so that the new ones are known."""

_TEMPORARY = re.compile(r"\.plainspoken-.*\.tmp")
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["pipeline.commands.build", "pipeline.commands.update"])


def run(command, root, epoch=AFTER):
    """Run a command to its end in this process; return what it could not do, as lines."""
    os.environ["SOURCE_DATE_EPOCH"] = epoch
    try:
        return [str(error) for error in Files(Path(root)).run(COMMANDS[command]).errors]
    except PlainspokenError as error:
        return str(error).splitlines()


def prepare(folder, articles=2):
    """Make a translated and built project, edit all its articles, and return its files."""
    texts = {f"guide-{number}.md": GUIDE.replace("spasm", f"spasm {number}") for number in range(articles)}
    files = make_project(folder, texts, config=f"locales = {list(LOCALES)}")
    run("update", folder, BEFORE)
    for locale in LOCALES:
        for name in texts:
            files.translate(locale, name.removesuffix(".md"))
    for command in COMMANDS:
        run(command, folder, BEFORE)
    for name, text in texts.items():
        edited = text.replace("every day", "each day").replace("until", "till").replace("## When", "New.\n\n## When")
        files.write(f"source/{name}", edited)
    return files


@dataclass
class Victim:
    """A project before a command, what the command makes of it, and how long that takes."""

    command: str
    root: Path
    old: dict[str, bytes]
    new: dict[str, bytes]
    memory: dict[str, bytes]
    silent: float = 0.0
    """Seconds from the start to the first file written."""

    writing: float = 0.0
    """Seconds from there to the end."""


def victim(command, prepared, folder):
    """Return the project `prepared` as the victim of `command`."""
    root = folder / command
    shutil.copytree(prepared.root, root)
    if command == "build":
        run("update", root)
    old = contents(root)
    shutil.copytree(root, folder / f"{command}-done")
    assert run(command, folder / f"{command}-done") == []
    memory = {f"{FOLDER}/{path.name}": path.read_bytes() for path in (prepared / FOLDER).iterdir() if path.suffix}
    found = Victim(command, root, old, contents(folder / f"{command}-done"), memory)
    for _ in range(2):  # The first process also pays for the start of the server that makes them.
        process, first = start(found), time.monotonic()
        second = await_first_write(process, found)
        process.join()
        found.silent, found.writing = second - first, time.monotonic() - second
        restore(found)
    return found


def contents(root):
    """Every file below `root` but the lock, by its path."""
    paths = [path for path in root.rglob("*") if path.is_file() and FOLDER not in path.parts]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def restore(victim):
    """Bring all files back to what they were before the command, with what the last build remembers."""
    shutil.rmtree(victim.root)
    for path, content in {**victim.old, **victim.memory}.items():
        Files(victim.root).write(path, content)


def start(victim):
    process = _PROCESSES.Process(target=run, args=(victim.command, victim.root))
    process.start()
    return process


def await_first_write(process, victim):
    """Wait until a folder changes that the command writes to; return the time."""
    changed = {path for path in victim.old.keys() | victim.new.keys() if victim.old.get(path) != victim.new.get(path)}
    folders = {(victim.root / path).parent for path in changed}
    before = {folder: folder.stat().st_mtime_ns for folder in folders if folder.is_dir()}
    while process.is_alive() and all(folder.stat().st_mtime_ns == then for folder, then in before.items()):
        time.sleep(0.0002)
    return time.monotonic()


def kill_once(victim, chance, *, aimed):
    """Kill the command at a random moment, or if `aimed` while it writes; say how it went, and what is damaged."""
    process = start(victim)
    if aimed:
        await_first_write(process, victim)
        time.sleep(chance.uniform(0, victim.writing))
    else:
        time.sleep(chance.uniform(0, victim.silent + victim.writing))
    process.kill()
    process.join()
    how, damage = judge(victim)
    damage += [f"{path} after the next run" for path in differences(victim)] if how != "before or after" else []
    restore(victim)
    return ("came too late" if process.exitcode == 0 else how), damage


def judge(victim):
    """Return whether some files are new and others old, and the paths of those that are neither."""
    found = contents(victim.root)
    left = {path for path in found if _TEMPORARY.fullmatch(path.rpartition("/")[2])}
    damage, ages = [], set()
    for path in (victim.old.keys() | victim.new.keys() | found.keys()) - left:
        known = {"old": victim.old.get(path), "new": victim.new.get(path)}
        ages |= {age for age, content in known.items() if content == found.get(path) and known["old"] != known["new"]}
        if path.endswith(MANIFEST):
            json.loads(found[path])  # While a build works, the list of pages holds the old and the new ones.
        elif found.get(path) not in known.values():
            damage.append(path)
        if path.endswith(".po") and path in found:
            read_po(found[path], path)
    how = "half of a file was written" if left else "some files were written" if len(ages) > 1 else "before or after"
    return how, damage


def differences(victim):
    """Run the command again, to its end, and return the paths of files that are not as they should be then."""
    errors = run(victim.command, victim.root)
    found = contents(victim.root)
    paths = (path for path in victim.new.keys() | found.keys() if victim.new.get(path) != found.get(path))
    return [*errors, *sorted(paths)]


def kill(victim, rounds, seed):
    """Kill a command `rounds` times, half of them while it writes; return how often what happened, and all damage."""
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    tally, damages = Counter(), []
    while tally.total() - tally["came too late"] < rounds:
        how, damage = kill_once(victim, chance, aimed=bool(tally.total() % 2))
        tally[how] += 1
        damages += damage
    return tally, damages
