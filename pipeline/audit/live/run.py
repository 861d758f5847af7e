"""Run the rules over what the browser showed: one page after the other, then pages beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from pipeline.audit.live.rules import LIVE_RULES, TREE
from pipeline.audit.live.sight import Sight
from pipeline.audit.site import Site
from pipeline.checks.judge import shortened
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Finding, Location


@dataclass(slots=True)
class LiveAudit:
    """The audit of one folder in a browser: feed it what was seen of every page, then ask for the rest."""

    site: Site
    where: str = ""
    """What to put before the paths in findings; ends in a slash if it is not empty."""

    _trees: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def seen(self) -> int:
        """How many pages were seen."""
        return len(self._trees)

    def page(self, sight: Sight) -> list[Finding]:
        """Return what is found on one page by itself."""
        self._trees[sight.path] = sight.tree
        return [self._told(rule, problem, sight.path) for rule in LIVE_RULES for problem in rule.check(sight)]

    def together(self) -> list[Finding]:
        """Return what is found when translations are set beside their originals."""
        return [self._told(TREE, problem, path) for path in self._trees for problem in self._other_tree(path)]

    def _other_tree(self, path: str) -> Iterator[Problem]:
        facts = self.site.pages[path]
        original = self.site.original(facts)
        if original is None or original.path not in self._trees:
            return
        for one, other in zip_longest(self._trees[original.path], self._trees[path], fillvalue="nothing more"):
            if one != other:
                yield Problem(f"{original.path} has {one.strip()} here, this page {other.strip()}", whole=True)
                return

    def _told(self, rule: Rule[Sight], problem: Problem, path: str) -> Finding:
        page = self.site.pages.get(path)
        return Finding(
            rule.code,
            rule.name,
            rule.severity,
            problem.message,
            Location(f"{self.where}{path}", problem.line),
            locale=page.lang if page else "",
            domain=path,
            excerpt=shortened(problem.excerpt),
            fix=rule.fix,
        )
