"""Programs that translators use: what each makes of a catalog of ours, and what of it survives.

Used by a test, and with a table by ``benchmarks/interop.py``.
"""

import io
import re
import subprocess
import tempfile
from pathlib import Path

import polib
from babel.messages.pofile import read_po as babel_read
from babel.messages.pofile import write_po as babel_write
from translate.storage.pypo import pofile

from pipeline.catalogs import read_po

from .support import msgcat

CATALOG = """\
# Übersetzungen
#
#  Ute, 2025
msgid ""
msgstr ""
"Project-Id-Version: Health\\n"
"POT-Creation-Date: 2026-01-01 00:00+0000\\n"
"PO-Revision-Date: 2026-02-01 10:00+0100\\n"
"Last-Translator: Ute <ute@example.org>\\n"
"Language-Team: German\\n"
"Language: de\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Review-State: not yet reviewed\\n"

# Eine Anmerkung, die länger ist als die Zeile, die manche Programme ihr geben, und die doch ganz bleiben soll.
#
#. Paragraph in “Pain”
#: source/guide.md
msgid "Do **not** take more than 2 mg. See [the guide](guide.md#a-very-long-anchor-that-nothing-may-break)."
msgstr "Nehmen Sie **nicht** mehr als 2 mg. Siehe [Anleitung](guide.md#a-very-long-anchor-that-nothing-may-break)."

#. Paragraph
#: source/guide.md
#, fuzzy
#| msgctxt "old"
#| msgid "Drink water every day."
msgctxt "dose"
msgid "Drink water each day."
msgstr "Trinken Sie „jeden Tag“ Wasser \\\\ Tee."

#: source/guide.md
msgid "Not translated yet."
msgstr ""

#: source/guide.md
msgid ""
"One.\\n"
"Two."
msgstr ""
"Eins.\\n"
"Zwei."

#: source/guide.md
#, python-brace-format
msgid "{count} day"
msgid_plural "{count} days"
msgstr[0] "{count} Tag"
msgstr[1] "{count} Tage"

#: source/guide.md
msgid "疼痛"
msgstr "שלום עולם"

# Behalten
#, fuzzy
#~| msgid "Older."
#~ msgctxt "dose"
#~ msgid "Old."
#~ msgstr "Alt."

#~ msgid "Gone."
#~ msgstr "Weg."
"""
"""A catalog with all that we write, in our form."""


def command(*arguments):
    """A program that reads a file and writes one."""

    def run(data):
        with tempfile.TemporaryDirectory() as folder:
            place, made = Path(folder, "in.po"), Path(folder, "out.po")
            place.write_bytes(data)
            words = [word.format(into=made, file=place) for word in arguments]
            subprocess.run(words, check=True, capture_output=True)
            return made.read_bytes()

    return run


def toolkit(width):
    """Translate Toolkit's model, in which Weblate, Virtaal and Pootle keep a catalog; every message is written anew."""

    def run(data):
        catalog = pofile(io.BytesIO(data), width=width)
        for unit in catalog.units[1:]:
            if unit.istranslated() and not unit.hasplural():
                target = str(unit.target)
                unit.target = "x"
                unit.target = target
        return bytes(catalog)

    return run


def with_polib(data):
    return str(polib.pofile(data.decode())).encode()


def with_babel(data):
    output = io.BytesIO()
    babel_write(output, babel_read(io.BytesIO(data)), include_previous=True)
    return output.getvalue()


def poedit(data):
    """msgcat in the width of the longest line, header fields in Poedit's order, its own fields, CRLF where it was."""
    text = command("msgcat", "--force-po", "--width=120", "-o", "{into}", "{file}")(data).decode()
    fields = re.findall(r'^"([^"]+: [^"]*)\\n"$', text.partition("\n\n")[0], re.MULTILINE)
    ordered = sorted(fields, key=lambda field: (field.startswith("X-"), fields.index(field)))
    text = text.replace("\n".join(f'"{field}\\n"' for field in fields), "\n".join(f'"{field}\\n"' for field in ordered))
    return (
        text.replace('"X-Review-State', '"X-Generator: Poedit 3.5\\n"\n"X-Review-State').replace("\n", "\r\n").encode()
    )


def lokalize(data):
    text = command("msgcat", "--force-po", "--width=80", "-o", "{into}", "{file}")(data).decode()
    return text.replace('"X-Review-State', '"X-Generator: Lokalize 24.12\\n"\n"X-Review-State').encode()


def omegat(data):
    """OmegaT keeps the file as it is, and takes the mark from what it wrote."""
    return data


def notepad(data):
    return b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")


def crowdin(data):
    """Its export folds nothing, sorts the header and adds fields of its own."""
    text = data.decode().replace(
        '"X-Review-State', '"X-Crowdin-Project: health\\n"\n"X-Crowdin-File-ID: 7\\n"\n"X-Review-State'
    )
    return text.encode()


PROGRAMS = {
    "msgcat": command("msgcat", "-o", "{into}", "{file}"),
    "msgcat --width=77": command("msgcat", "--width=77", "-o", "{into}", "{file}"),
    "msgcat --no-wrap": msgcat,
    "msgcat --sort-output": command("msgcat", "--sort-output", "-o", "{into}", "{file}"),
    "msgmerge": command("msgmerge", "--previous", "-o", "{into}", "{file}", "{file}"),
    "msgattrib": command("msgattrib", "--width=60", "-o", "{into}", "{file}"),
    "msgconv": command("msgconv", "--to-code=UTF-8", "-o", "{into}", "{file}"),
    "msgfilter": command("msgfilter", "--keep-header", "-i", "{file}", "-o", "{into}", "cat"),
    "Translate Toolkit, 77": toolkit(77),
    "Translate Toolkit, 65535": toolkit(65535),
    "Translate Toolkit, -1": toolkit(-1),
    "polib": with_polib,
    "Babel": with_babel,
    "as Poedit saves": poedit,
    "as Lokalize saves": lokalize,
    "as OmegaT saves": omegat,
    "as Crowdin exports": crowdin,
    "as Notepad saves": notepad,
}
"""What each makes of a catalog. The last ones are no programs: their forms are written after their sources."""

LOSSY = {"polib", "Babel"}
"""Libraries that are known to lose comments, flags or previous texts; translations survive them too."""


def survivors(data, original=CATALOG):
    """How many of the catalog's things are still there after a program had it: (there, of how many) by kind."""
    before, after = (_things(each) for each in (original.encode(), data))
    return {kind: (sum(thing in after[kind] for thing in things), len(things)) for kind, things in before.items()}


def _things(data):
    catalog = read_po(data, "x.po")
    messages = [catalog.head, *catalog]
    return {
        "translations": [
            (each.key, each.msgid_plural, text, each.obsolete)
            for each in catalog
            for text in (each.msgstr, *each.msgstr_plural.values())
        ],
        "comments": [
            (each.key, line) for each in messages for line in (*each.translator_comments, *each.extracted_comments)
        ],
        "flags": [(each.key, flag) for each in messages for flag in each.flags],
        "previous texts": [
            (each.key, each.previous_msgctxt, each.previous_msgid) for each in catalog if each.previous_msgid
        ],
        "header fields": list(catalog.metadata.items()),
    }
