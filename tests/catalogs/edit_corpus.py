"""Realistic edits of real articles, with what has to become of each translation; and what a merge made of them.

An edit changes one or two messages of an article. A revision makes many edits at once, as authors do, each in another
place. All is drawn with a seed. The judge takes any catalog, ours or that of another program.
"""

import random
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.article import parse, read_article
from pipeline.catalogs import Catalog, State, make_template, read_po, state
from pipeline.catalogs.edits import follow
from pipeline.catalogs.scripts import sentences
from pipeline.locale import parse_locale

from .support import NOW

ROOT = Path(__file__).parents[2]
LOCALES = ("ar", "de", "es", "fr", "ja", "pt_BR", "zh_Hans")
_PLAIN = [
    "quickly",
    "often",
    "person",
    "common",
    "longer",
    "gently",
    "problem",
    "simple",
    "common",
    "check",
    "morning",
    "usual",
]
_SENTENCES = ("Ask a nurse about it.", "You can read more below.", "Many people know this.", "Take your time.")
_OTHER = (
    "Parking is free for visitors in the evening.",
    "Our office moved to another building last spring.",
    "The library lends books in large print to everybody.",
    "Volunteers serve coffee and cake in the garden.",
)
_ITEMS = ("your old glasses", "a walking stick", "warm socks", "a glass of milk", "your left shoe", "the last page")
_VERB = re.compile(r"\b(is|are|may|can|will|should)\b(?! not)(?!not)")
_WORD = re.compile(r"(?<![\w#/.\]\[(-])[a-z]{5,}(?![\w#/.\](-])")
_ADDRESS = re.compile(r"\]\((glossary\.md#[\w-]+|https?://[^)\s]+|#[\w-]+)\)")


@dataclass(frozen=True)
class Outcome:
    """What has to become of one new message."""

    text: str
    olds: tuple[str, ...]
    """The old messages whose translations it is to offer, or parts of them."""

    state: str
    """``kept``: carried over, not fuzzy; ``fuzzy``; ``either``; ``none``: nothing is to be offered."""


@dataclass
class Revision:
    """One new version of an article."""

    texts: list[str]
    """The messages, in order."""

    edits: list[tuple[str, tuple[Outcome, ...]]] = field(default_factory=list)
    """The kind of each edit, and what has to become of the messages that it made."""

    touched: set[str] = field(default_factory=set)
    """The old messages that an edit changed."""


def article_template(text: bytes, domain: str = "x", previous: Catalog | None = None) -> Catalog:
    return make_template(
        parse(read_article(text, f"{domain}.md", domain), parse_locale("en")), "Project", previous, NOW
    )


def own_articles():
    """Yield the name, template and catalogs (by locale) of the articles of this repository."""
    for name in ("muscle-spasms", "glossary"):
        source = article_template((ROOT / f"source/{name}.md").read_bytes(), name)
        paths = {locale: ROOT / "locales" / locale / "LC_MESSAGES" / f"{name}.po" for locale in LOCALES}
        yield name, source, {locale: read_po(path.read_bytes(), path.name) for locale, path in paths.items()}


# --- edits: each takes the messages and a place, and returns what to put there and the outcomes, or None ----------


def _one(old, new, wanted):
    return None if new == old else ([new], (Outcome(new, (old,), wanted),))


def _replace_word(old, rng, make):
    words = list(_WORD.finditer(old))
    if not words:
        return old
    word = rng.choice(words)
    return old[: word.start()] + make(word[0]) + old[word.end() :]


def typo(texts, at, rng):
    def swap(word):
        place = rng.randrange(1, len(word) - 2)
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]

    return _one(texts[at], _replace_word(texts[at], rng, swap), "fuzzy")


def reworded(texts, at, rng):
    if len(texts[at].split()) < 5:
        return None
    return _one(texts[at], _replace_word(texts[at], rng, lambda _: rng.choice(_PLAIN)), "fuzzy")


def sentence_added(texts, at, rng):
    if texts[at][-1] != "." or len(texts[at].split()) < 6:
        return None
    return _one(texts[at], f"{texts[at]} {rng.choice(_SENTENCES)}", "fuzzy")


def sentence_removed(texts, at, rng):
    found = sentences(texts[at])
    if len(found) < 3:
        return None
    del found[rng.randrange(len(found))]
    return _one(texts[at], "".join(found).strip(), "fuzzy")


def split(texts, at, rng):
    old, found = texts[at], sentences(texts[at])
    if len(found) < 2 or any(len(each.split()) < 4 for each in found):
        return None
    cut = rng.randrange(1, len(found))
    pieces = ["".join(part).strip() for part in (found[:cut], found[cut:])]
    return pieces, tuple(Outcome(piece, (old,), "fuzzy") for piece in pieces)


def negation_added(texts, at, _):
    return _one(texts[at], _VERB.sub(r"\1 not", texts[at], count=1), "critical")


def negation_removed(texts, at, _):
    return _one(texts[at], re.sub(r"\b(do|does|may|can|is|are)(?: not|not)\b", r"\1", texts[at], count=1), "critical")


def number_changed(texts, at, rng):
    new = re.sub(r"(?<!\S)\d+(?=[\s.,])", lambda found: str(int(found[0]) + rng.choice((1, 5, 10))), texts[at], count=1)
    if new == texts[at] and texts[at][-1] == "." and len(texts[at].split()) > 6:
        new = f"{texts[at][:-1]} for {rng.randrange(2, 30)} days."
    return _one(texts[at], new, "critical")


def limit_added(texts, at, _):
    return _one(texts[at], re.sub(r"\b(may|can)\b", r"\1 only", texts[at], count=1), "critical")


def heading_renamed(texts, at, rng):
    if texts[at][-1] != "?" or len(texts[at].split()) < 4:
        return None
    return _one(texts[at], _replace_word(texts[at], rng, lambda word: f"{word} now"), "fuzzy")


def address_changed(texts, at, _):
    new = _ADDRESS.sub(lambda found: f"]({found[1]}-new)", texts[at], count=1)
    address = _ADDRESS.search(texts[at])
    if address is None or texts[at].count(f"]({address[1]})") > 1:
        return None
    return _one(texts[at], new, "kept")


def link_added(texts, at, rng):
    return _one(texts[at], _replace_word(texts[at], rng, lambda word: f"[{word}](https://example.org/)"), "fuzzy")


def emphasis(texts, at, rng):
    if "*" in texts[at]:
        return None
    return _one(texts[at], _replace_word(texts[at], rng, lambda word: f"**{word}**"), "either")


def comma(texts, at, _):
    new = re.sub(r"(\w), (and|but|so)\b", r"\1 \2", texts[at], count=1)
    return _one(texts[at], new, "either")


def quotes(texts, at, _):
    return _one(texts[at], texts[at].replace("“", '"').replace("”", '"').replace("’", "'"), "kept")


def full_stop(texts, at, _):
    ends = {".": "", ":": "."}
    if texts[at][-1] in ends and "](" not in texts[at][-12:]:
        return _one(texts[at], texts[at][:-1] + ends[texts[at][-1]], "either")
    return None


def replaced(texts, at, rng):
    if len(texts[at].split()) < 3:
        return None
    new = rng.choice([other for other in _OTHER if other not in texts])
    return [new], (Outcome(new, (), "none"),)


def item_replaced(texts, at, rng):
    """A short text makes way for another one of its kind: what looks alike is chance."""
    if len(texts[at]) > 24 or texts[at][-1] in ".?:":
        return None
    new = rng.choice([other for other in _ITEMS if other not in texts])
    return [new], (Outcome(new, (), "none"),)


def rewritten(texts, at, rng):
    """About a third of the words are others."""
    if len(texts[at].split()) < 9:
        return None
    new = texts[at]
    for _ in range(len(new.split()) // 4):
        new = _replace_word(new, rng, lambda _: rng.choice(_PLAIN))
    return _one(texts[at], new, "fuzzy")


def sentence_replaced(texts, at, rng):
    found = sentences(texts[at])
    if len(found) < 2 or max(map(len, found)) > 2 * min(map(len, found)):
        return None
    found[rng.randrange(len(found))] = f"{rng.choice(_SENTENCES)} "
    return _one(texts[at], "".join(found).strip(), "fuzzy")


def joined(texts, at, _):
    """Takes the next message too; see `revise`."""
    if at + 1 >= len(texts) or any(len(text.split()) < 4 or text[-1] not in ".!" for text in texts[at : at + 2]):
        return None
    new = f"{texts[at]} {texts[at + 1]}"
    return [new], (Outcome(new, (texts[at], texts[at + 1]), "fuzzy"),)


KINDS = (
    *(typo, reworded, rewritten, sentence_added, sentence_removed, sentence_replaced, split, joined, heading_renamed),
    *(negation_added, negation_removed, number_changed, limit_added),
    *(address_changed, link_added, emphasis, comma, quotes, full_stop, replaced, item_replaced),
)


def revise(texts: list[str], rng: random.Random) -> Revision:
    """One edit of each kind where there is a place for it, and one message moved."""
    texts = list(texts)
    revision = Revision(texts)
    free = set(range(2, len(texts) - 1))  # the title and the description have other rules
    new: dict[int, list[str]] = {}
    for kind in rng.sample(KINDS, len(KINDS)):
        for at in rng.sample(sorted(free), len(free)):
            width = 2 if kind is joined else 1
            made = kind(texts, at, rng) if {at, at + width - 1} <= free else None
            if made and not set(made[0]) & set(texts) and not any(set(made[0]) & set(each) for each in new.values()):
                new |= {at + 1: []} if width == 2 else {}
                new[at] = made[0]
                free -= {at - 1, at, at + width - 1, at + width}
                revision.edits.append((kind.__name__, made[1]))
                revision.touched.update(texts[at : at + width])
                break
    revision.texts = [text for at, old in enumerate(texts) for text in new.get(at, [old])]
    movable = [at for at in sorted(free) if len(texts[at].split()) > 5]
    if len(movable) < 2:
        return revision
    moved, reworded_too = rng.sample(movable, 2)
    other = reworded(texts, reworded_too, rng) or ([texts[reworded_too]], ())
    revision.edits += [("moved", (Outcome(texts[moved], (texts[moved],), "kept"),)), ("moved, reworded", other[1])]
    revision.touched.add(texts[reworded_too])
    new |= {moved: [], reworded_too: []}
    revision.texts = [text for at, old in enumerate(texts) for text in new.get(at, [old])]
    for text in (texts[moved], *other[0]):
        revision.texts.insert(rng.randrange(2, len(revision.texts)), text)
    return revision


def with_texts(template: Catalog, texts: list[str]) -> Catalog:
    """The template of a revision: comments and references where a message stayed, plain ones where it is new."""
    known = {message.msgid: message for message in template}
    messages = []
    for text in texts:
        message = (known.get(text) or template[3]).copy()
        message.msgid, message.msgctxt = text, known[text].msgctxt if text in known else None
        messages.append(message)
    return template.with_messages(messages)


# --- the judge ----------------------------------------------------------------------------------------------------

RIGHT, CAUTIOUS, NOTHING, WRONG, UNSEEN = "right", "fuzzy, not needed", "nothing", "another one", "wrongly published"


def judge(old: Catalog, revision: Revision, merged: Catalog) -> tuple[list[tuple[str, str]], int, int]:
    """Return the kind and verdict of each edit, how many other messages are published unseen, and how many are lost."""
    translations = {message.msgid: message.msgstr for message in old.active}
    found = {message.msgid: message for message in merged.active}
    verdicts = [
        (kind, max((_verdict(outcome, found, translations) for outcome in outcomes), key=_RANK.index))
        for kind, outcomes in revision.edits
        if outcomes
    ]
    expected = {outcome.text for _, outcomes in revision.edits for outcome in outcomes}
    unseen = sum(
        state(message) is State.TRANSLATED and translations.get(text) != message.msgstr and text not in expected
        for text, message in found.items()
    )
    everything = [text for message in merged for text in (message.msgstr, message.tcomment)]
    counts = Counter(everything)
    followed = {outcome.olds[0] for _, outcomes in revision.edits for outcome in outcomes if outcome.olds}
    lost = sum(
        not counts[text] and not any(text in other for other in everything) and not _lives_on(msgid, text, found)
        for msgid, text in translations.items()
        if text and (msgid in followed or msgid in revision.touched or msgid not in found)
    )
    return verdicts, unseen, lost


_RANK = (RIGHT, CAUTIOUS, NOTHING, WRONG, UNSEEN)


def _lives_on(old: str, text: str, found) -> bool:
    """Whether a translation stands in the place of its old self, with another address, sign or mark."""
    return any(follow(old, new, text) == message.msgstr != "" for new, message in found.items() if message.msgstr)


def _verdict(outcome: Outcome, found, translations) -> str:
    message = found[outcome.text]
    texts = [translations[old] for old in outcome.olds]
    if not message.msgstr:
        return RIGHT if outcome.state == "none" else NOTHING
    if state(message) is State.TRANSLATED and outcome.state in {"fuzzy", "critical", "none"}:
        return UNSEEN
    if outcome.state == "none" or not _from(outcome, message.msgstr, texts):
        return WRONG
    return CAUTIOUS if outcome.state == "kept" and message.fuzzy else RIGHT


def _from(outcome: Outcome, msgstr: str, texts: list[str]) -> bool:
    if len(texts) > 1:
        return all(text in msgstr for text in texts)
    carried = follow(outcome.olds[0], outcome.text, texts[0])
    return msgstr in {texts[0], carried} or (len(msgstr) > 1 and msgstr in texts[0])
