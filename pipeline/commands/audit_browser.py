"""``audit --browser``: finished pages as Chromium shows them, in every way that a reader may look at them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from pathlib import Path

from playwright.sync_api import Error, JSHandle, Page

from pipeline.audit.live import AXE_RUN, MEASURE, MODES, LiveAudit, Mode, Sight, shape, wrong_stops
from pipeline.commands.audit import Audited
from pipeline.commands.browser import Files, browser
from pipeline.commands.files import shown
from pipeline.errors import InputError

_PATIENCE = 60_000
"""Milliseconds to wait for a page: a busy machine is slow, and that is no fault of a page."""

_WIDE, _NARROW = MODES[0], MODES[-1]
_STUCK = 2
"""So often the Tab key may leave the focus where it is: some pages move it by themselves once."""

_MORE = 20
"""So many stops more than there are things to meet: boxes that scroll are stops, too."""

_HALF = Mode("at 200 %", 640, 400)
"""What is left of a wide window when the page is enlarged to 200 %."""

_NOTICES = """hide => document.querySelectorAll(".notice").forEach(each =>
    hide ? each.setAttribute("aria-hidden", "true") : each.removeAttribute("aria-hidden"))"""
"""What a translation says of itself is no part of the shape that it shares with its original."""


def look(audited: Audited, folder: Path, root: Path, tell: Callable[[str], None]) -> None:
    """Add to `audited` what is found on its pages, which lie in `folder`, in a browser; `tell` gets each path.

    Raises `InputError` if there is no browser. A page that cannot be shown is an error.
    """
    prefix, site = shown(folder, root), audited.site
    audit = LiveAudit(site, "" if prefix == "." else f"{prefix}/")
    files = Files(folder, site.files, site.base)
    with browser() as started, started.new_context() as context:
        context.set_default_timeout(_PATIENCE)
        context.route("**/*", files.answer)
        context.add_init_script(resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
        page = context.new_page()
        for path in sorted(site.pages):
            tell(path)
            try:
                audited.findings += audit.page(_sight(page, path, files))
            except Error as error:
                reason = error.message.strip().splitlines()[0]
                message = f"the browser cannot show it ({reason}); open it in one, and mend what stops it"
                audited.errors.append(InputError(message, f"{audit.where}{path}"))
    tell("")
    audited.findings += audit.together()
    audited.sort()


def _sight(page: Page, path: str, files: Files) -> Sight:
    """Return all that was measured on one page."""
    sight = Sight(path)
    files.begin()
    _set(page, _WIDE)
    page.goto(files.address(path))
    measure = page.evaluate_handle(MEASURE)
    _measure(sight, page, measure)
    _axe(sight, page)
    sight.tree = _tree(page)
    _set(page, _WIDE)
    _walk(sight, page, measure)
    sight.add(
        "live-missing", [{"selector": "", "told": f"{each} is not there"} for each in dict.fromkeys(files.missing)]
    )
    sight.add(
        "live-elsewhere", [{"selector": "", "told": f"it asks {each}"} for each in dict.fromkeys(files.elsewhere)]
    )
    return sight


def _set(page: Page, mode: Mode) -> None:
    page.set_viewport_size({"width": mode.width, "height": mode.height})
    page.emulate_media(color_scheme="dark" if mode.dark else "light", forced_colors="active" if mode.forced else "none")


def _measure(sight: Sight, page: Page, measure: JSHandle) -> None:
    """Measure what does not depend on colours."""
    headings = measure.evaluate("each => each.headings()")
    if headings != 1:
        sight.add(
            "live-heading", [{"selector": "", "told": f"{headings or 'no'} headings of the first level are shown"}]
        )
    sight.add_runs(measure.evaluate("each => each.runs()"))
    sight.add("live-line", measure.evaluate("each => each.longLines()"))
    sight.add("live-target", measure.evaluate("each => each.smallTargets()"))
    sight.add("live-zoom", measure.evaluate("each => each.enlarged()"))
    sight.add("live-spacing", measure.evaluate("each => each.spaced()"))
    _set(page, _HALF)
    sight.add("live-zoom", measure.evaluate("each => each.clipped()"))
    _set(page, _NARROW)
    overflowing = measure.evaluate("each => each.overflowing()")
    sight.add("live-reflow", overflowing)
    if not overflowing:  # else it is told once
        sight.add("live-spacing", measure.evaluate("each => each.spaced()"))


def _axe(sight: Sight, page: Page) -> None:
    """Run axe-core in every mode."""
    for mode in MODES:
        _set(page, mode)
        sight.add_axe(page.evaluate(AXE_RUN), mode)


def _tree(page: Page) -> tuple[str, ...]:
    """Return the shape of the accessibility tree of the article, or of the main part, or of the page."""
    page.evaluate(_NOTICES, arg=True)
    parts = (page.locator(part) for part in ("main article", "main", "body"))
    part = next(part.first for part in parts if part.count())
    snapshot = part.aria_snapshot()
    page.evaluate(_NOTICES, arg=False)
    return shape(snapshot)


def _walk(sight: Sight, page: Page, measure: JSHandle) -> None:
    """Press Tab until the focus leaves the page, and keep what is wrong on the way."""
    count = measure.evaluate("each => each.startWalk()")
    met: list[int] = []
    trapped = 0
    while trapped < _STUCK and len(met) <= count + _MORE:
        page.keyboard.press("Tab")
        stop = measure.evaluate("each => each.stop()")
        if stop is None or stop["at"] in met[:-1]:  # it has left the page, or begins again
            break
        trapped = trapped + 1 if met and stop["at"] == met[-1] else 0
        met.append(stop["at"])
        for name, told in (("live-focus-visible", stop.get("unseen")), ("live-focus-hidden", stop.get("covered"))):
            sight.add(name, [told] if told else [])
    for at, told in wrong_stops(count, [at for at in met if at >= 0]):
        sight.add("live-focus-order", [measure.evaluate("(each, at) => each.stopAt(at)", at) | {"told": told}])
