"""Why a translation is not published, or not all of it, in a sentence."""

from __future__ import annotations

from pipeline.commands.editions import Localized
from pipeline.locale import format_share
from pipeline.render.page import FRAME_LOCALE


def why_not(found: Localized, threshold: float) -> str:
    """Return the sentence that says why a translation is not published."""
    progress = found.progress
    name = f"{progress.locale.name}/{progress.domain}"
    if not (progress.title_translated and progress.critical_translated):
        return f"{name} is not published: its title, or a part marked critical, is not ready"
    english = FRAME_LOCALE
    share, needed = format_share(progress.share, english), format_share(threshold, english)
    return f"{name} is not published: {share} of its words are ready, {needed} are needed"


def held_back(found: Localized) -> str:
    """Return the sentence that says what of a translation is held back; nothing if nothing is."""
    progress = found.progress
    if not progress.held_back:
        return ""
    return (
        f"{progress.locale.name}/{progress.domain}: {progress.held_back} translations with errors are held back, "
        "readers get the source text; see plainspoken check"
    )
