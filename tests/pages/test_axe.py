"""Every page through axe-core, with every rule that it has, in each way that a reader may look at the page."""

from collections import defaultdict

import pytest
from conftest import folders, view

pytestmark = pytest.mark.browser

SCREEN = {"media": "screen", "color_scheme": "light", "forced_colors": "none"}
MODES = {
    "light": ((1280, 800), SCREEN),
    "dark": ((1280, 800), SCREEN | {"color_scheme": "dark"}),
    "narrow": ((320, 256), SCREEN),
    "forced colors": ((1280, 800), SCREEN | {"forced_colors": "active"}),
    "print": ((794, 1123), SCREEN | {"media": "print"}),
}

RUN = """async () => {
    const rules = Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, {enabled: true}]))
    const result = await axe.run(document, {rules, resultTypes: ["violations", "incomplete"]})
    const nodes = rule => rule.nodes.map(node => ({
        rule: rule.id,
        target: node.target.join(" "),
        why: (node.any[0]?.data?.messageKey ?? "") + " " + node.failureSummary.split("\\n").slice(1).join(";"),
        scrolled: document.querySelector(node.target.at(-1))?.closest(".table") !== null,
    }))
    return {violations: result.violations.flatMap(nodes), incomplete: result.incomplete.flatMap(nodes)}
}"""


def excused(mode, node):
    """Say whether axe's "I cannot tell" needs no answer here."""
    return (
        # What the screen hides, print shows, and the other way round; both are among the modes.
        node["rule"] == "hidden-content"
        # Cells that are scrolled out of sight; with the same colours they are measured on a wide screen.
        or (mode == "narrow" and node["scrolled"] and node["why"].startswith("elmPartiallyObscured"))
        # The reader's own colours, which axe takes to be hidden text.
        or (mode == "forced colors" and node["rule"] == "color-contrast")
        # On paper a link cannot be followed, so that it need not differ from the words around it.
        or (mode == "print" and node["rule"] == "link-in-text-block")
    )


def test_every_page_stands_in_a_folder_that_is_looked_at(site):
    assert sum(len(site.pages_of(folder)) for folder in folders()) == len(site.pages)
    assert all(site.pages_of(folder) for folder in folders())


@pytest.mark.parametrize("folder", folders())
def test_axe_finds_nothing_on_any_page_however_it_is_shown(site, browser, axe, folder):
    # axe is a script, and our pages forbid scripts; test_browser.py looks at them as they are.
    with view(browser, bypass_csp=True) as page:
        faults = defaultdict(list)
        for path in site.pages_of(folder):
            assert page.goto(site.url + path).status == 200
            assert page.locator("h1").count() == 1
            page.evaluate(axe)
            for mode, ((width, height), media) in MODES.items():
                page.set_viewport_size({"width": width, "height": height})
                page.emulate_media(**media)
                found = page.evaluate(RUN)
                open_questions = [node for node in found["incomplete"] if not excused(mode, node)]
                for node in found["violations"] + open_questions:
                    faults[f"{path}: {node['rule']} at {node['target']}: {node['why']}"].append(mode)
        assert not faults, "\n".join(f"{fault} ({', '.join(modes)})" for fault, modes in faults.items())
