"""The rules for finished pages, in one explicit list."""

from __future__ import annotations

from typing import Any

from pipeline.audit import head, language, links, names, safety, siblings, structure, style
from pipeline.audit.page import Page
from pipeline.audit.siblings import Placed
from pipeline.audit.style import Sheet
from pipeline.checks.rule import Rule

PAGE_RULES: tuple[Rule[Page], ...] = (
    *language.RULES,
    *head.RULES,
    *structure.RULES,
    *links.RULES,
    *names.RULES,
    *safety.RULES,
)
"""About one page."""

SITE_RULES: tuple[Rule[Placed], ...] = siblings.RULES
"""About a page among the others."""

STYLE_RULES: tuple[Rule[Sheet], ...] = style.RULES
"""About a style sheet."""

AUDIT_RULES: tuple[Rule[Any], ...] = (*PAGE_RULES, *SITE_RULES, *STYLE_RULES)
