"""A catalog goes to the programs of translators and comes back whole; what we write, they take."""

import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from pipeline.catalogs import format_po, read_po

from .programs import CATALOG, LOSSY, PROGRAMS, survivors
from .support import msgcat

TOOLKIT = Path(sys.executable).parent


def ask(*words):
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def ours(tmp_path):
    """A catalog as we write it, on the disk."""
    path = tmp_path / "de.po"
    path.write_text(format_po(read_po(CATALOG.encode(), "de.po")), encoding="utf-8")
    return path


def test_the_catalog_is_in_our_form(ours):
    assert ours.read_text(encoding="utf-8") == CATALOG == msgcat(CATALOG.encode()).decode()


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_comes_back_is_whole_and_written_as_msgcat_writes_it(name):
    data = PROGRAMS[name](CATALOG.encode())
    for kind, (there, of) in survivors(data).items():
        assert there == of or (name in LOSSY and kind != "translations"), kind
    plain = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    if name not in LOSSY:
        assert format_po(read_po(data, "x.po")).encode() == msgcat(plain)


def test_msgfmt_and_i18nspector_find_no_error(ours):
    assert ask("msgfmt", "--check", "-o", "/dev/null", str(ours))[0] == 0
    status, told, _ = ask("i18nspector", "--language=de", str(ours))
    assert status == 0
    assert [line for line in told.splitlines() if line.startswith("E:")] == []


def test_msgmerge_has_nothing_to_mend(ours):
    template = ours.with_suffix(".pot")
    shutil.copy(ours, template)
    status, merged, _ = ask("msgmerge", "--no-wrap", "--previous", "-o", "-", str(ours), str(template))
    assert (status, merged) == (0, CATALOG)


def test_translate_toolkit_compiles_counts_and_filters_it(ours, tmp_path):
    compiled, peer = tmp_path / "toolkit.mo", tmp_path / "gettext.mo"
    assert ask(str(TOOLKIT / "pocompile"), "--no-hash-table", str(ours), str(compiled))[0] in {0, 2}
    subprocess.run([str(TOOLKIT / "pocompile"), str(ours), str(compiled)], check=True, capture_output=True)
    subprocess.run(["msgfmt", "-o", str(peer), str(ours)], check=True)
    told = [
        {(entry.msgctxt, entry.msgid, entry.msgstr) for entry in polib.mofile(str(each))} for each in (compiled, peer)
    ]
    assert told[0] == told[1]
    status, counts, _ = ask(str(TOOLKIT / "pocount"), "--csv", str(ours))
    assert (status, counts.splitlines()[1].split(",")[1].strip()) == (0, "4")
    assert ask(str(TOOLKIT / "pofilter"), "--test=escapes", str(ours))[0] == 0
