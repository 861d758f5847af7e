"""What the tests of this folder share: run the rules of each family on a small text."""

import datetime as dt

from pipeline.article import parse, read_article, translate
from pipeline.article.pictures import read_drawing, with_words
from pipeline.catalogs import Catalog, Message, read_po
from pipeline.checks import (
    ARTICLE_RULES,
    CATALOG_RULES,
    COMPARISON_RULES,
    FILE_RULES,
    LOCALE_RULES,
    SILENCE_RULES,
    TERM_RULES,
    Ledger,
    Translation,
    check_article,
    check_catalog,
    check_comparison,
    check_locale,
    check_silence,
    check_translation,
    check_words,
    labels,
)
from pipeline.checks.catalog_file import WholeCatalog
from pipeline.checks.manuscript import Manuscript, page_ids
from pipeline.checks.reading_level import compare
from pipeline.checks.terms import Glossary, Term
from pipeline.locale import Locale, parse_locale
from pipeline.model import Article, Room, Segment, Targets

ENGLISH = parse_locale("en")
TODAY = dt.date(2026, 11, 22)
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
DEFINITIONS = "\n\n[^1]: Note.\n\n[^2]: Note.\n\n[ref]: guide.md\n\n*[MRI]: magnetic resonance imaging\n"


def article(body, body_line=0):
    return Article(path="source/x.md", domain="x", title="T", description="D", body=body, body_line=body_line)


def drawing(size):
    """A picture with one label whose letters are as large as `size`, in a whole of 400."""
    text = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 400'><text font-size='{size}'>Foot</text></svg>"
    return read_drawing(text.encode(), "x.svg")


PICTURES = {"pictures/small.svg": drawing(10), "pictures/foot.svg": drawing(20)}
ROOMS = {"picture-label": Room(8)}
STRAYS = {"pictures/knee.png": ("pictures/knee.tlh.png",)}


def article_findings(markdown, body_line=0, targets=None):
    """Check Markdown, with front matter or without; its first line may name another language: ``lang: tlh``."""
    locale = ENGLISH
    if markdown.startswith("lang: "):
        tag, _, markdown = markdown.removeprefix("lang: ").partition("\n")
        locale = Locale(tag, tag, "ltr", tag)
    known = markdown.startswith("---\ntitle:")
    text = read_article(markdown.encode(), "source/x.md", "x") if known else article(markdown, body_line)
    document = with_words(parse(text, locale), PICTURES)
    site = {"x": page_ids(document)}
    return check_article(Manuscript(document, targets or Targets(), site, TODAY, strays=STRAYS), {})


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def catalog_findings(fragment, segment=None, severities=None, locale="de", ledger=None):
    """Check one message of a catalog, given as a piece of a PO file; return the findings and what is rejected."""
    segment = segment or Segment("Drink water.", "p", line=3)
    parser = parse(article(segment.text + DEFINITIONS), ENGLISH).parser
    path = f"locales/{locale}/LC_MESSAGES/x.po"
    catalog = read_po((HEADER + fragment + "\n").encode(), path)
    subject = Translation("x", parse_locale(locale), (segment,), catalog, path, "source/x.md", parser)
    return check_translation(subject, severities or {}, ledger)


def translation_findings(msgid, msgstr, kind="p", severities=None, locale="de"):
    fragment = f"msgid {quoted(msgid)}\nmsgstr {quoted(msgstr)}\n"
    return catalog_findings(fragment, Segment(msgid, kind, line=3, room=ROOMS.get(kind)), severities, locale)


def codes(msgid, msgstr, kind="p", locale="de"):
    """The rules that report this translation."""
    return {finding.rule for finding in translation_findings(msgid, msgstr, kind, locale=locale)[0]}


def errors(msgid, msgstr, kind="p", locale="de"):
    """Those among them that keep it from being published."""
    findings, rejected = translation_findings(msgid, msgstr, kind, locale=locale)
    found = {finding.rule for finding in findings if finding.severity == "error"}
    assert bool(found) is bool(rejected)
    return found


def split_locale(example, otherwise="de"):
    """The language of an example, from its first line (``lang: th``) if that names one, and the example itself."""
    first, _, rest = example.partition("\n")
    return (first.removeprefix("lang: "), rest) if first.startswith("lang: ") else (otherwise, example)


def split_example(text):
    """The two lines of an example; ``\\n`` stands for a line break in the message."""
    msgid, _, msgstr = split_locale(text)[1].partition("\n")
    return msgid.replace("\\n", "\n"), msgstr.replace("\\n", "\n")


def file_findings(text, locale="de", wanted=("Drink water.",), severities=None):
    """Check a whole catalog whose template holds the messages `wanted`."""
    path = f"locales/{locale}/LC_MESSAGES/x.po"
    catalog = read_po(text.encode(), path)
    template = Catalog()
    template.extend(Message(msgid=msgid) for msgid in wanted)
    template.metadata["POT-Creation-Date"] = "2026-02-01 10:00+0000"
    keys = frozenset(message.key for message in template)
    whole = WholeCatalog(catalog, text.encode(), parse_locale(locale), path, keys, template)
    return check_catalog(whole, "x", severities or {})


def silence_findings(fragment, locale="de", *, complete=True):
    """Check what one message of a catalog silences."""
    ledger = Ledger()
    catalog_findings(fragment, locale=locale, ledger=ledger)
    return check_silence(ledger, {}, complete=complete)


def comparison_findings(msgid, msgstr, locale="de"):
    """Set an article of ten paragraphs that say `msgid` beside its translation."""
    document = parse(article("\n\n".join([msgid] * 10)), ENGLISH)
    translated = translate(document, lambda segment: msgstr if segment.text == msgid else None, parse_locale(locale))
    path = f"locales/{locale}/LC_MESSAGES/x.po"
    place = ("x", parse_locale(locale), document.segments, Catalog(), path, "source/x.md", document.parser)
    return check_comparison(compare(document, translated), Translation(*place), {})


# What the examples of rules about terms need.
GLOSSARY = Glossary(
    (
        Term("artery", {"de": ("Arterie",)}),
        Term("cramp", {"de": ("Krampf",)}, forbidden={"de": ("Spasmus",)}),
        Term("Mayo Clinic", do_not_translate=True),
    )
)


def word_findings(lines, locale="de", glossary=GLOSSARY):
    """Check messages together, each in an article of its own: a message and its translation on two lines."""
    subjects = []
    for number, (msgid, msgstr) in enumerate(zip(lines[::2], lines[1::2], strict=True)):
        segment = Segment(msgid, "p", line=3)
        parser = parse(article(msgid), ENGLISH).parser
        path = f"locales/{locale}/LC_MESSAGES/{number}.po"
        catalog = read_po(f"{HEADER}msgid {quoted(msgid)}\nmsgstr {quoted(msgstr)}\n".encode(), path)
        place = (str(number), parse_locale(locale), (segment,), catalog, path, f"source/{number}.md", parser)
        subjects.append((Translation(*place), {}))
    return [finding for findings, _ in check_words(subjects, glossary) for finding in findings]


def reported(rule, example):
    """The codes of the rules that report `example`, an example of `rule`."""
    locale, text = split_locale(example)
    if rule in ARTICLE_RULES:
        found = article_findings(example)
    elif rule in CATALOG_RULES:
        found = catalog_findings(text, locale=locale)[0]
    elif rule in FILE_RULES:
        found = file_findings(text, locale)
    elif rule in TERM_RULES:
        found = word_findings(text.split("\n"), locale)
    elif rule in COMPARISON_RULES:
        found = comparison_findings(*split_example(example), locale)
    elif rule in LOCALE_RULES:
        found = check_locale(Locale(text, text, "ltr", text), "plainspoken.toml", {})
    elif rule in SILENCE_RULES:
        found = silence_findings(text, locale)
    else:
        kind = "picture-label" if rule in labels.RULES else "p"
        found = translation_findings(*split_example(example), kind, locale=locale)[0]
    return {finding.rule for finding in found}
