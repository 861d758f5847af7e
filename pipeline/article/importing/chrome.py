"""Advertising and navigation in the text of an article: whole lines that are known by their words."""

from __future__ import annotations

import re

from pipeline.article.importing.blocks import Block, Draft, Kind

# Each must match a whole line, so that a sentence which merely mentions such words stays.
_LINES = {
    "advertising": (
        r"ads?|advertisements?|sponsored( (content|links?|by .{1,40}))?|promoted( content)?",
        r"(article|story|page|content) continues (below|after) (the |this )?(ad|advertisement)",
        r"(start|begin|get|claim|try) (your|our|a|the) (\d+-day )?free (trial|account|month)( now| today)?",
        r"(want|ready) to join .{1,60}\?",
        (
            r"join (over |more than )?([\d.,]+|hundreds|thousands|millions|billions|a million)( of)? "
            r"(\w+ (and \w+ )?)?(people|users|readers|members|subscribers|students|learners|clinicians|others)\b.{0,60}"
        ),
        r"(subscribe|go premium|upgrade|buy|shop|order|donate|register|enrol|join)( now| today)?",
        r"(sign|log) (up|in|out)( now| today| for free| free)?|create (a|your) (free )?account",
        r"(sign up|subscribe) (to|for) (our|the|a) .{0,40}(newsletter|e-?mails?|updates|mailing list).{0,60}",
        r"(download|get) (our|the) (free )?app\b.{0,40}|download on the app store|get it on google play",
        r"available (on|in) (the )?(app store|google play)\b.{0,40}",
    ),
    "cookies": (
        r"(this|our) (web ?)?site uses cookies\b.{0,200}|we use cookies\b.{0,250}",
        r"(accept|reject|allow|manage|refuse) (all |necessary |only necessary )?(cookies?|preferences)",
        r"cookie (policy|settings|preferences|notice)",
        r"(accept|reject|allow) all",
    ),
    "navigation": (
        r"(skip|jump|go) to (the )?(main )?(content|navigation|search|menu|top)",
        r"back to (the )?(top|home)( of (the )?page)?",
        r"(main |site )?(menu|navigation)|home|search|breadcrumbs?|toggle (navigation|menu)|close( menu)?|site ?map",
        r"(home|start) ?([>›»/|]|::) ?.{1,120}|you are here:?.{0,120}",
        r"(previous|next)( (article|page|post|topic))?|read (more|next|also)|show (more|less)|see (more|all)",
        r"view all|load more",
        r"(on|in) this (page|article):?|table of contents|jump to:?",
        (
            r"(watch |see |view )?(related|recommended|popular|trending|latest|more) "
            r"(videos?|stories|posts|news|articles from .{1,40}):?|you (may|might) also (like|be interested in):?"
        ),
        r"(print|e-?mail|save|bookmark|listen|download pdf)( (this )?(page|article))?",
        r"leave a (comment|reply)|(\d+ )?comments?",
    ),
    "sharing": (
        r"share( this( (page|article|story|post))?)?( (on|via) .{1,30})?:?",
        r"(share on |tweet this|pin it|tweet|like us on ).{0,40}",
        r"follow us\b.{0,60}|(facebook|twitter|instagram|linkedin|pinterest|whatsapp|youtube|tiktok|reddit)",
        r"(copy|get) (the )?link|copied!?|was this (page|article|information) helpful\?|rate this (page|article)",
    ),
    "footer": (
        r"(©|\(c\)|copyright)( ©)? ?(\d{4}|by).{0,200}|all rights reserved\.?",
        (
            r"(privacy( policy| notice)?|terms( (of|and) (use|service|conditions))?|imprint|about us|contact us|"
            r"careers|accessibility( statement)?|help cent(er|re)|faqs?)( ?[|·•/] ?.{0,150})?"
        ),
    ),
}
_PATTERNS = {why: re.compile(rf"(?:{'|'.join(patterns)})[!.…→»›]*", re.IGNORECASE) for why, patterns in _LINES.items()}
_CAPTION = 60
"""A line without a full stop that is no longer than this, between dropped lines, is the caption of what was dropped."""

_SENTENCE_END = (".", "?", "!", ":", ";", "。", "？")
_TEXT = {Kind.LINE, Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING}


def reason(words: str) -> str:
    """Return why a line that reads `words` is no part of an article, or an empty text."""
    return next((why for why, pattern in _PATTERNS.items() if pattern.fullmatch(words)), "")


def drop_chrome(draft: Draft) -> None:
    """Take advertising and navigation out of `draft`, and note each line."""
    reasons = [block.why or (reason(block.words) if block.kind in _TEXT else "") for block in draft.blocks]
    kept = []
    for index, block in enumerate(draft.blocks):
        why = reasons[index] or _caption(draft.blocks, reasons, index)
        if why:
            draft.drop(block, why)
        else:
            kept.append(block)
    draft.blocks = kept


def _caption(blocks: list[Block], reasons: list[str], index: int) -> str:
    """Tell the name of a picture or a button among advertising from text: it is short, and no sentence."""
    block = blocks[index]
    words = block.words
    if block.kind is not Kind.LINE or len(words) > _CAPTION or words.endswith(_SENTENCE_END):
        return ""
    before = reasons[index - 1] if index else ""
    after = reasons[index + 1] if index + 1 < len(blocks) else ""
    if before and after:
        return f"between lines of {before}"
    first = not index or blocks[index - 1].group != block.group
    same_group = index + 1 < len(blocks) and blocks[index + 1].group == block.group
    return f"caption of {after}" if after == "advertising" and first and same_group else ""
