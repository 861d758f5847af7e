"""What must hold for every catalog, whatever is in the file: asked by tests, and by ``benchmarks/fuzz.py``."""

import re
import subprocess

from pipeline.catalogs import Catalog, Message, format_po, merge, read_po
from pipeline.catalogs.po_comments import comment_lines
from pipeline.errors import InputErrors

from .support import LATER

_TEXTS = ("msgctxt", "msgid", "msgid_plural", "msgstr", "msgstr_plural")
_PREVIOUS = ("previous_msgctxt", "previous_msgid", "previous_msgid_plural")
_COMMENTS = ("translator_comments", "extracted_comments", "obsolete")
_ODD = re.compile(rb"#[=!]|\r|#.*\\\n|#(?:~[ \t]*#)?,.*\n(?:(?:#.*)?\n)*?#(?:~[ \t]*#)?,")


def read_or_told(data):
    """The catalog in `data`, or None if it was refused with lines for people; anything else is an error of ours."""
    try:
        return read_po(data, "x.po")
    except InputErrors as several:
        told = several.errors
    assert told
    assert all(error.message and error.path == "x.po" and error.line for error in told)
    return None


def written(catalog):
    """`catalog` as the text of a file, after asking whether reading that gives the same again."""
    text = format_po(catalog)
    again = read_po(text.encode(), "x.po")
    assert format_po(again) == text
    # gettext forgets obsolete messages without a translation, and so do we.
    kept = [catalog.head, *(message for message in catalog if not message.obsolete or message.first_msgstr)]
    assert sorted(map(_told, kept), key=str) == sorted(map(_told, [again.head, *again]), key=str)
    return text


def _told(message: Message):
    # Of other flags gettext keeps those that it knows; it marks nothing fuzzy that has no translation.
    fuzzy = message.fuzzy and bool(message.first_msgstr)
    wrap = [flag for flag in message.flags if flag in {"wrap", "no-wrap"}][-1:]
    return [
        *(getattr(message, name) for name in (*_TEXTS, *_PREVIOUS, *_COMMENTS)),
        fuzzy,
        wrap == ["no-wrap"],
        {path.removeprefix("./").lstrip("/.") for path, _ in message.occurrences},
    ]


def msgcat_may_differ(data):
    """Whether msgcat 0.21 is known to make something else of `data`, and why that is no loss of ours.

    It takes the new form of flags (``#=``) for a comment, forgets all but the last line of flags (blank lines between
    them or not), keeps a CR, and takes the line below a comment that ends in a backslash for a part of that comment.
    """
    return bool(_ODD.search(data))


def msgcat_or_refused(data):
    """What msgcat makes of `data`; None if it refuses."""
    command = ["msgcat", "--force-po", "--no-wrap", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else None


def assert_merge_loses_nothing(catalog: Catalog, template: Catalog):
    """Every translation, and every comment of a translator on one, is still there after a merge."""
    merged = read_po(format_po(merge(catalog, template, LATER)).encode(), "x.po")
    texts = {text for message in merged for text in _translations(message)}
    comments = [line for message in merged for line in message.translator_comments]
    for message in catalog:
        for text in _translations(message):
            assert text in texts or {*comment_lines(text)} <= {line.removeprefix("Plural: ") for line in comments}
        if message.first_msgstr:
            assert {*message.translator_comments} <= {*comments}
    assert {message.key for message in template.active} <= set(merged.by_key())


def _translations(message):
    return [text for text in (message.msgstr, *message.msgstr_plural.values()) if text]
