"""Examples of the rules for whole catalogs: several pairs of lines, and a small glossary."""

from pipeline.checks.terms import Glossary, Term, Words, read_glossary

from .pairs import pair
from .support import split_locale

GLOSSARY = (
    Term("cramp", {"de": ("Krampf",)}, forbidden={"de": ("Spasmus",), "ja": ("痙攣",)}),
    Term("Mayo Clinic", do_not_translate=True),
)


def glossary(locale="de", **terms):
    """A glossary as a project has it: an article whose terms are translated."""
    return read_glossary(pair(msgid, msgstr, locale, "dt") for msgid, msgstr in terms.items())


def words(example):
    """What an example of a rule for whole catalogs means: messages and translations in turn, one on each line."""
    locale, text = split_locale(example)
    lines = text.split("\n")
    pairs = tuple(pair(msgid, msgstr, locale) for msgid, msgstr in zip(lines[::2], lines[1::2], strict=True))
    entries = read_glossary([pair("Artery", "Arterie", "de", "dt")], GLOSSARY)
    return Words(pairs, Glossary(entries.terms))
