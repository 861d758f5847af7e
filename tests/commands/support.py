"""What the tests of this folder share: small projects with real files, and gettext's own programs."""

import subprocess
from pathlib import Path

import polib

from pipeline.checks import RULES
from pipeline.commands.workspace import chosen_locales, open_project

GUIDE = """\
---
title: Muscle spasms
description: What to do when a muscle hurts.
---

A muscle spasm is a muscle that becomes tight and will not relax for a while.

## When to get help

Call your doctor if the pain does not stop.
{: .critical }

Drink enough water every day, and rest your leg when it hurts.

You may feel a spasm in your leg, in your back or in your neck. It can last for a few seconds or for many minutes.
It may come back. Most spasms do no harm, and you can treat them at home with rest, warmth and a gentle stretch.
Stretch the muscle slowly, hold it for half a minute, and then let it rest. Do this a few times each day.
"""

NOTES = """\
---
title: Notes
description: More to read.
---

Read the [guide](guide.md#when-to-get-help) first.
"""


# The articles and translations here (English with a mark) are about files; rules about language rightly refuse them.
_ABOUT_LANGUAGE = {"R1", "R2", *(f"{letter}{number}" for letter in "TA" for number in range(2, 10))}
LANGUAGE_RULES_OFF = [f'{rule.code} = "off"' for rule in RULES if rule.code[:2] in _ABOUT_LANGUAGE]
"""Lines for the table of rules in a configuration."""

RULES_TABLE = f"rules = {{ {', '.join(LANGUAGE_RULES_OFF)} }}\n"
"""The same as one line of the main table."""


class Files:
    """A small project: its folder, and short ways to write, read and translate."""

    def __init__(self, root: Path):
        self.root = root

    def __truediv__(self, path):
        return self.root / path

    def write(self, path, content):
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
        return place

    def read(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    def open(self):
        return open_project(self.root)

    def run(self, command, *identifiers, **options):
        """Call a command that takes a project and locales, as the command line does."""
        project = self.open()
        return command(project, chosen_locales(project, identifiers), **options)

    def po(self, locale, domain="guide"):
        return self.root / "locales" / locale / "LC_MESSAGES" / f"{domain}.po"

    def translate(self, locale, domain="guide", table=None, keep=()):
        """Translate every message of a catalog, except those in `keep`: with `table`, else with a mark and its text."""
        path = self.po(locale, domain)
        catalog = polib.pofile(str(path), wrapwidth=0)
        for entry in catalog:
            if not entry.obsolete and entry.msgid not in keep:
                entry.msgstr = (table or {}).get(entry.msgid, f"{locale}: {entry.msgid}")
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        path.write_bytes(msgcat(str(catalog).encode()))

    def entry(self, locale, msgid, domain="guide"):
        catalog = polib.pofile(str(self.po(locale, domain)), wrapwidth=0)
        return next((entry for entry in catalog if entry.msgid == msgid), None)

    def snapshot(self, *folders):
        """The content and the time of every file below `folders`, or below the whole project."""
        paths = [path for folder in folders or (".",) for path in (self.root / folder).rglob("*") if path.is_file()]
        return {path.relative_to(self.root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}

    def contents(self, *folders):
        return {path: content for path, (content, _) in self.snapshot(*folders).items()}


def make_project(root, articles=None, config='locales = ["de", "es"]', name="pyproject.toml"):
    files = Files(root)
    rules = "" if "rules" in config else RULES_TABLE
    files.write(name, f"[tool.plainspoken]\n{rules}{config}\n")
    for path, text in ({"guide.md": GUIDE} if articles is None else articles).items():
        files.write(f"source/{path}", text)
    return files


def png(width, height):
    """The beginning of a picture of this size, as far as anybody reads it."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes(20)


def msgcat(data):
    """The canonical form of a PO file, as gettext writes it."""
    command = ["msgcat", "--force-po", "--no-wrap", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def told(errors):
    return [str(error) for error in errors]
