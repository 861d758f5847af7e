"""Python-Markdown, run in two stages: until its blocks are known, and from there to the end."""

from __future__ import annotations

from typing import cast
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.toc import TocExtension, slugify_unicode

from pipeline.article.blocks import plain_text_set_aside


def new_parser() -> markdown.Markdown:
    """Return a fresh parser; its references, footnotes and raw HTML belong to one document."""
    toc = TocExtension(slugify=slugify_unicode)
    return markdown.Markdown(extensions=["extra", "admonition", "sane_lists", toc], output_format="html")


def block_tree(md: markdown.Markdown, body: str) -> Element:
    """Run the parser up to the point where blocks are known and inline markup is still raw."""
    lines = body.split("\n") if body.strip() else []  # as Python-Markdown does, which makes no code of mere tabs
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    tree = md.parser.parseDocument(lines)
    return _run(md, cast("Element", tree.getroot()), 0, md.treeprocessors.get_index_for_name("inline"))


def final_tree(md: markdown.Markdown, root: Element, *, contents: bool) -> Element:
    """Run the rest of the parser; a tree whose headings have their ids needs no list of `contents`."""
    start = md.treeprocessors.get_index_for_name("inline")
    with plain_text_set_aside(root):
        root = _run(md, root, start, start + 1)
    return _run(md, root, start + 1, len(md.treeprocessors), left_out="" if contents else "toc")


def _run(md: markdown.Markdown, root: Element, start: int, end: int, left_out: str = "") -> Element:
    skipped = md.treeprocessors[left_out] if left_out else None
    for processor in list(md.treeprocessors)[start:end]:
        if processor is skipped:
            continue
        changed = processor.run(root)
        root = root if changed is None else changed
    return root


def asks_for_contents(body: str) -> bool:
    """Tell whether an article uses anything of Python-Markdown's table of contents but the ids of headings."""
    return "[TOC]" in body or "data-toc-label" in body
