"""The plain-text edition of a page."""

from pipeline.render.plain_text.page import render_text

__all__ = ["render_text"]
