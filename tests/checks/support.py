"""What the tests of this folder share: run the rules of each family on a small text."""

from pipeline.article import parse
from pipeline.catalogs import read_po
from pipeline.checks import Translation, check_article, check_translation
from pipeline.checks.article import Manuscript
from pipeline.locale import Locale, parse_locale
from pipeline.model import Article, Segment, Targets

ENGLISH = parse_locale("en")
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
DEFINITIONS = "\n\n[^1]: Note.\n\n[^2]: Note.\n\n[ref]: guide.md\n\n*[MRI]: magnetic resonance imaging\n"


def article(body, body_line=0):
    return Article(path="source/x.md", domain="x", title="T", description="D", body=body, body_line=body_line)


def article_findings(markdown, body_line=0, targets=None):
    """Check Markdown; its first line may name another language: ``lang: tlh``."""
    locale = ENGLISH
    if markdown.startswith("lang: "):
        tag, _, markdown = markdown.removeprefix("lang: ").partition("\n")
        locale = Locale(tag, tag, "ltr", tag)
    return check_article(Manuscript(parse(article(markdown, body_line), locale), targets or Targets()), {})


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def catalog_findings(fragment, segment=None, severities=None):
    """Check one message of a catalog, given as a piece of a PO file; return the findings and what is rejected."""
    segment = segment or Segment("Drink water.", "p", line=3)
    parser = parse(article(segment.text + DEFINITIONS), ENGLISH).parser
    catalog = read_po((HEADER + fragment + "\n").encode(), "locales/de/LC_MESSAGES/x.po")
    path = "locales/de/LC_MESSAGES/x.po"
    subject = Translation("x", parse_locale("de"), (segment,), catalog, path, "source/x.md", parser)
    return check_translation(subject, severities or {})


def translation_findings(msgid, msgstr, kind="p", severities=None):
    fragment = f"msgid {quoted(msgid)}\nmsgstr {quoted(msgstr)}\n"
    return catalog_findings(fragment, Segment(msgid, kind, line=3), severities)


def codes(msgid, msgstr, kind="p"):
    """The rules that report this translation."""
    return {finding.rule for finding in translation_findings(msgid, msgstr, kind)[0]}


def errors(msgid, msgstr, kind="p"):
    """Those among them that keep it from being published."""
    findings, rejected = translation_findings(msgid, msgstr, kind)
    found = {finding.rule for finding in findings if finding.severity == "error"}
    assert bool(found) is bool(rejected)
    return found


def split_example(text):
    """The two lines of an example; ``\\n`` stands for a line break in the message."""
    msgid, _, msgstr = text.partition("\n")
    return msgid.replace("\\n", "\n"), msgstr.replace("\\n", "\n")
