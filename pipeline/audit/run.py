"""Run the rules over pages, one after the other, and then over all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.audit.page import read_page
from pipeline.audit.rules import PAGE_RULES, SITE_RULES, STYLE_RULES
from pipeline.audit.siblings import Placed
from pipeline.audit.site import Facts, facts_of, site_of
from pipeline.audit.style import read_sheet
from pipeline.checks.judge import shortened
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Finding, Location


@dataclass(slots=True)
class Audit:
    """The audit of one folder: feed it every page and style sheet, then ask for the rest."""

    files: frozenset[str]
    """Every file below the folder, with forward slashes."""

    where: str = ""
    """What to put before the paths in findings; ends in a slash if it is not empty."""

    pages: dict[str, Facts] = field(default_factory=dict)

    def page(self, path: str, content: bytes) -> list[Finding]:
        """Return what is found on one page by itself."""
        page = read_page(path, content, self.files)
        self.pages[path] = facts_of(page)
        found = [finding for rule in PAGE_RULES for finding in self._told(rule, rule.check(page), path, page.lang)]
        for number, text in enumerate((each.text or "" for each in page.all("style")), start=1):
            found += self.sheet(f"{path} (style {number})" if number > 1 else path, text)
        return found

    def sheet(self, path: str, text: str) -> list[Finding]:
        """Return what is found in one style sheet."""
        sheet = read_sheet(path, text)
        return [finding for rule in STYLE_RULES for finding in self._told(rule, rule.check(sheet), path, "")]

    def together(self) -> list[Finding]:
        """Return what is found when all pages are set beside each other."""
        site = site_of(self.files, self.pages)
        return [
            finding
            for page in self.pages.values()
            for rule in SITE_RULES
            for finding in self._told(rule, rule.check(Placed(page, site)), page.path, page.lang)
        ]

    def _told(self, rule: Rule[Any], problems: Iterable[Problem], path: str, lang: str) -> Sequence[Finding]:
        return [
            Finding(
                rule.code,
                rule.name,
                rule.severity,
                problem.message,
                Location(f"{self.where}{path}", problem.line),
                locale=lang,
                domain=path,
                excerpt=shortened(problem.excerpt),
                fix=rule.fix,
            )
            for problem in problems
        ]
