"""The page about how hard an article is to read, in a browser: nothing for axe to find, and room on a narrow screen."""

import pytest
from conftest import window
from test_axe import MODES, RUN, excused
from test_report_reading import EASY, report

from pipeline.report.reading import render_reading

pytestmark = pytest.mark.browser


def test_the_page_is_accessible_and_asks_for_nothing(browser, axe, tmp_path):
    page_file = tmp_path / "reading.html"
    page_file.write_text(
        render_reading(report(f"{EASY}\n\n" * 6, {EASY: "اشرب الماء. استرح."}, "ar")), encoding="utf-8"
    )
    with window(browser, bypass_csp=True) as page:
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(page_file.as_uri())
        assert asked == [page_file.as_uri()]
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        page.evaluate(axe)
        for mode, ((width, height), media) in MODES.items():
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(**media)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, mode
            found = page.evaluate(RUN)
            faults = found["violations"] + [node for node in found["incomplete"] if not excused(mode, node)]
            assert [f"{mode}: {node['rule']} at {node['target']}: {node['why']}" for node in faults] == []
