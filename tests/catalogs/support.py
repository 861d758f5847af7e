"""What the tests of this folder share: gettext's own programs, small catalogs, random PO files."""

import datetime as dt
import subprocess

from hypothesis import strategies as st

from pipeline.catalogs import Catalog, TemplateMessage, make_template_from_messages, new_catalog, read_po
from pipeline.locale import parse_locale
from pipeline.model import Key

NOW = dt.datetime(2026, 11, 22, 10, 30, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=1)
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
PLURAL_HEADER = HEADER.replace("\n\n", '\n"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n\n')


def msgcat(data: bytes) -> bytes:
    """The canonical form of a PO file, as gettext writes it."""
    command = ["msgcat", "--force-po", "--no-wrap", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def msgfmt(text: str) -> subprocess.CompletedProcess[str]:
    command = ["msgfmt", "--check", "-o", "/dev/null", "-"]
    return subprocess.run(command, input=text, capture_output=True, check=False, text=True, encoding="utf-8")


def read(body: str, header: str = HEADER) -> Catalog:
    return read_po((header + body).encode(), "x.po")


def template(*texts: str | tuple[str, str], now: dt.datetime = NOW, previous: Catalog | None = None) -> Catalog:
    """A template of `texts`; a pair is a context and a text."""
    keys = [Key(None, text) if isinstance(text, str) else Key(*text) for text in texts]
    messages = [TemplateMessage(key, ["Paragraph"], ["source/x.md"]) for key in keys]
    return make_template_from_messages(messages, parse_locale("en"), "A project", previous, now)


def translated(of: Catalog, locale: str = "es") -> Catalog:
    """A catalog in which every message has a translation that names it."""
    catalog = new_catalog(of, parse_locale(locale), NOW)
    for message in catalog:
        message.msgstr = f"«{message.msgctxt or ''}{message.msgid}»"
    return catalog


# --- random PO files ----------------------------------------------------------------------------------------------

CHARACTERS = st.one_of(
    st.sampled_from(
        ["a", "b", " ", "\n", "\t", '"', "\\", "\\n", "\a", "\r", "%d", "#", "é", "日", "ع", "\u2028", "\xa0"]
    ),
    st.characters(exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufffd"),
)
TEXTS = st.lists(CHARACTERS, max_size=12).map("".join)
COMMENTS = TEXTS.map(lambda text: "".join(c for c in text if c not in "\a\r\n").rstrip("\\"))
FLAGS = st.sampled_from(
    [
        *("fuzzy", "c-format", "no-c-format", "python-format", "possible-java-format", "impossible-php-format"),
        *("ycp-format", "no-wrap", "wrap", "range: 1..3", "unknown", "x-format", "no-python-brace-format", "range:"),
    ]
)
PATHS = st.sampled_from(["a", "./b", "c:1", "source/très-long-chemin.md:007", "x:y", "d :4", "e: 5", "f : 6", "././g"])


def quoted(text: str) -> str:
    escapes = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\a": r"\a"}
    return '"' + "".join(escapes.get(c, c) for c in text) + '"'


@st.composite
def fields(draw: st.DrawFn, mark: str, name: str, text: str | None = None) -> str:
    """One field, cut into strings at random places."""
    text = draw(TEXTS) if text is None else text
    cut = draw(st.integers(0, len(text)))
    strings = draw(st.sampled_from([[text], ["", text], [text[:cut], text[cut:]]]))
    return f"{mark}{name} " + "".join(f"{mark if i else ''}{quoted(s)}\n" for i, s in enumerate(strings))


@st.composite
def po_messages(draw: st.DrawFn, key: str) -> str:
    lines = [f"#{draw(st.sampled_from(['', ' ']))}{text}\n" for text in draw(st.lists(COMMENTS, max_size=2))]
    # A comment that begins with one of these is of another kind.
    lines = [line if line[1] not in ".:,=!~|" else f"# {line[1:]}" for line in lines]
    lines += [f"#. {text}\n" for text in draw(st.lists(COMMENTS, max_size=2))]
    if paths := draw(st.lists(PATHS, max_size=8)):
        lines.append(f"#: {' '.join(paths)}\n")
    lines = draw(st.permutations(lines))
    if flags := draw(st.lists(FLAGS, max_size=4)):
        lines.append(f"#, {', '.join(flags)}\n")
    obsolete = draw(st.booleans())
    mark = "#~ " if obsolete else ""
    if draw(st.booleans()):
        lines.append(draw(fields("#~| " if obsolete else "#| ", "msgid")))
    if draw(st.booleans()):
        lines.append(draw(fields(mark, "msgctxt")))
    lines.append(draw(fields(mark, "msgid", key + draw(TEXTS))))
    if draw(st.booleans()):
        lines.append(draw(fields(mark, "msgid_plural")))
        lines += [draw(fields(mark, f"msgstr[{form}]")) for form in range(2)]
    else:
        lines.append(draw(fields(mark, "msgstr")))
    return "".join(lines)


@st.composite
def po_files(draw: st.DrawFn) -> str:
    count = draw(st.integers(0, 6))
    # The number makes each message another one.
    messages = [draw(po_messages(f"{number}:")) for number in range(count)]
    return PLURAL_HEADER + "".join(message + "\n" * draw(st.integers(0, 2)) for message in messages)
