"""Whatever authors do, one edit after the other: nothing is lost, nothing critical is published unseen."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.catalogs import State, format_po, read_po, state
from pipeline.catalogs.edits import Harm, follow
from pipeline.catalogs.memory import Memory
from pipeline.catalogs.merge import bring_up_to_date
from pipeline.catalogs.merging import Merging
from pipeline.checks.edits import grader

from .support import LATER, template, translated

GRADE = grader("en", ["Artery"])
PARTS = st.sampled_from(
    [
        *(
            "Rest your leg.",
            "Do not drive.",
            "Take 5 mg of it.",
            "See [arteries](a.md#b).",
            "Stretch the muscle slowly",
        ),
        *("Most spasms, however, do no harm.", "Call your doctor", "You may feel **tired**.", "Take it every 2 hours."),
    ]
)
BLOCKS = st.lists(PARTS, min_size=1, max_size=3).map(" ".join)
ARTICLES = st.lists(BLOCKS, min_size=1, max_size=6, unique=True)
EDITS = st.sampled_from(
    [
        *[("not ", ""), ("5", "50"), ("2", "12"), (".", ""), (",", ""), ("Rest", "Keep"), ("**", ""), ("a.md", "c.md")],
        *[("arteries", "veins"), ("your", "the"), ("Most", "Many"), ("slowly", "**slowly**"), ("may", "may only")],
    ]
)


@st.composite
def revised(draw, texts):
    """Some blocks removed, moved, edited, split, joined; some new ones."""
    kept = draw(st.lists(st.sampled_from(texts), unique=True)) if texts else []
    made = []
    for text in kept:
        for old, new in draw(st.lists(EDITS, max_size=2)):
            text = text.replace(old, new, 1)  # noqa: PLW2901
        made += re.split(r"(?<=\.) ", text) if draw(st.integers(0, 4)) == 0 else [text]
    if len(made) > 1 and draw(st.booleans()):
        made[:2] = [f"{made[0]} {made[1]}"]
    return list(dict.fromkeys(text for text in [*made, *draw(st.lists(BLOCKS, max_size=2))] if text.strip())) or ["a"]


@given(st.data(), st.booleans())
@settings(max_examples=60)
def test_nothing_is_lost_or_published_unseen_over_many_edits(data, minor):
    texts = data.draw(ARTICLES)
    catalog = translated(template(*texts))
    for number, message in enumerate(catalog):
        message.msgstr = f"<{number}> {message.msgid.swapcase()}"
    memory = Memory([("there", translated(template(*data.draw(ARTICLES))))])
    how = Merging("here", GRADE, memory, lambda _: minor)
    for _ in range(3):
        texts = data.draw(revised(texts))
        before, source = catalog, template(*texts, now=LATER)
        catalog = bring_up_to_date(before, source, LATER, how).catalog
        assert [message.msgid for message in catalog.active] == texts
        _nothing_lost(before, catalog)
        _nothing_unseen(before, catalog)
        text = format_po(catalog)
        assert format_po(bring_up_to_date(catalog, source, LATER, how).catalog) == text
        catalog = read_po(text.encode(), "x.po")


def _nothing_lost(before, after):
    texts = "\n".join(f"{message.msgstr}\n{message.tcomment}" for message in after)
    for old in before:
        carried = {follow(old.msgid, new.msgid, old.msgstr) for new in after.active}
        assert old.msgstr in texts or carried & {message.msgstr for message in after}


def _nothing_unseen(before, after):
    known = {message.key: message for message in before}
    by_text = {message.msgstr: message for message in before if message.msgstr}
    for message in after.active:
        if state(message) is not State.TRANSLATED or message.key in known:
            continue
        old = by_text.get(message.msgstr)
        sources = [old] if old else [each for each in before if follow(each.msgid, message.msgid, each.msgstr)]
        assert any(GRADE(each.msgid, message.msgid).harm is not Harm.CRITICAL for each in sources)
