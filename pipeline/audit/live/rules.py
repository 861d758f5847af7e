"""The rules for pages in a browser. What each is about was measured by `measure.js`, axe-core or the commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.audit.live.sight import Sight
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

_ARABIC = "اشرب الماء واسترح في السرير."
_LONG = "Drink a glass of water. " * 12


def _spots(name: str) -> Callable[[Sight], Iterator[Problem]]:
    """Return the check that reports every place kept under the name of a rule."""

    def check(sight: Sight) -> Iterator[Problem]:
        for spot, modes in sight.spots.get(name, {}).items():
            seen_in = f" ({', '.join(modes)})" if modes else ""
            place = f"{spot.selector}: " if spot.selector else ""
            yield Problem(f"{place}{spot.told}{seen_in}", excerpt=spot.text, whole=not spot.selector)

    return check


def _rule(code: str, name: str, severity: Severity, texts: tuple[str, str, str], pair: tuple[str, str]) -> Rule[Sight]:
    summary, why, fix = texts
    return Rule(code, name, severity, summary, why, fix, _spots(name), *pair)


LIVE_RULES: tuple[Rule[Sight], ...] = (
    _rule(
        "P901",
        "live-missing",
        _ERROR,
        (
            "Something that the page needs is not there.",
            "The reader sees an error, or a page without its pictures or its style.",
            "Put the file in its place, or correct the address.",
        ),
        ('<p><img src="gone.svg" alt="Water"></p>', '<p><img src="a.svg" alt="Water"></p>'),
    ),
    _rule(
        "P902",
        "live-elsewhere",
        _ERROR,
        (
            "The page asks another host for something while it is shown.",
            "That host learns who reads about which illness; without a network the page lacks a part.",
            "Put the file beside the page.",
        ),
        (
            "<script>new Image().src = 'https://count.example/a.gif'</script>",
            "<script>new Image().src = 'a.svg'</script>",
        ),
    ),
    _rule(
        "P903",
        "live-heading",
        _ERROR,
        (
            "The page does not show one heading of the first level.",
            "It is empty, an error page, or nobody can tell what it is about.",
            "Give each page one h1 that says what it is about.",
        ),
        ("<style>h1 { display: none }</style>", "<style>h1 { display: block }</style>"),
    ),
    _rule(
        "P911",
        "live-axe",
        _ERROR,
        (
            "axe-core finds that a success criterion of WCAG is not met.",
            "People who use assistive technology cannot perceive, reach or understand a part.",
            "See the rule that is named, at dequeuniversity.com/rules/axe.",
        ),
        ("<p><img src=a.svg></p>", '<p><img src=a.svg alt="Water"></p>'),
    ),
    _rule(
        "P912",
        "live-advice",
        _WARNING,
        (
            "axe-core finds that good practice is not followed.",
            "Screen readers offer fewer ways through the page.",
            "See the rule that is named, at dequeuniversity.com/rules/axe.",
        ),
        ("<h2>Rest</h2><p>Rest.</p><h4>Drink</h4>", "<h2>Rest</h2><p>Rest.</p><h3>Drink</h3>"),
    ),
    _rule(
        "P913",
        "live-contrast",
        _ERROR,
        (
            "Text has too little contrast with what lies behind it.",
            "People with low vision, or in the sun, cannot read it (WCAG 1.4.3: 4.5 to 1, large text 3 to 1).",
            "Choose a darker or a lighter colour, in the dark scheme too.",
        ),
        ('<p style="color: #999">Rest.</p>', '<p style="color: #333">Rest.</p>'),
    ),
    _rule(
        "P914",
        "live-contrast-enhanced",
        _WARNING,
        (
            "Text has less contrast than 7 to 1 (large text 4.5 to 1).",
            "People with low vision who use no assistive technology read it with trouble (WCAG 1.4.6).",
            "Choose a darker or a lighter colour, in the dark scheme too.",
        ),
        ('<p style="color: #666">Rest.</p>', '<p style="color: #333">Rest.</p>'),
    ),
    _rule(
        "P921",
        "live-reflow",
        _ERROR,
        (
            "In a window of 320 pixels the page has to be scrolled sideways.",
            "Who enlarges the page to 400 % has to do so for every line (WCAG 1.4.10).",
            "Use no fixed widths; put wide tables into a box that scrolls by itself.",
        ),
        ('<p style="width: 600px">Rest.</p>', '<p style="max-width: 600px">Rest.</p>'),
    ),
    _rule(
        "P922",
        "live-spacing",
        _ERROR,
        (
            "With the spacing that a reader may set, text is cut off or does not fit.",
            "People with dyslexia or low vision who need more space lose words (WCAG 1.4.12).",
            "Use no fixed heights, and do not hide what overflows.",
        ),
        (
            f'<p style="height: 2.2em; overflow: hidden; line-height: 1; width: 25em">{_LONG[:72]}</p>',
            f'<p style="min-height: 2.2em; line-height: 1; width: 25em; max-width: 100%">{_LONG[:72]}</p>',
        ),
    ),
    _rule(
        "P923",
        "live-zoom",
        _ERROR,
        (
            "At twice the size, text is cut off.",
            "People with low vision lose words (WCAG 1.4.4).",
            "Use no fixed heights, and do not hide what overflows.",
        ),
        (
            '<p style="height: 40px; overflow: hidden">Rest.<br>Drink water.</p>',
            '<p style="min-height: 40px">Rest.<br>Drink water.</p>',
        ),
    ),
    _rule(
        "P924",
        "live-line",
        _WARNING,
        (
            "A line is longer than 80 characters (40 in Chinese, Japanese and Korean).",
            "Readers lose the beginning of the next line (WCAG 1.4.8).",
            "Limit the width of text: max-inline-size: 34rem, say.",
        ),
        (
            f'<p style="width: 1200px; max-width: 100%">{_LONG}</p>',
            f'<p style="width: 480px; max-width: 100%">{_LONG}</p>',
        ),
    ),
    _rule(
        "P925",
        "live-target",
        _WARNING,
        (
            "A link or button is smaller than 44 by 44 pixels.",
            "People whose hands shake, or who use a telephone, hit something else (WCAG 2.5.5).",
            "Give it padding, or a least height and width of 44 px.",
        ),
        (
            '<ul><li><a href="#page">Rest</a></li></ul>',
            '<ul><li><a href="#page" style="display: inline-block; padding: 1rem">Rest</a></li></ul>',
        ),
    ),
    _rule(
        "P931",
        "live-focus-order",
        _ERROR,
        (
            "The Tab key does not meet everything in the order of the page.",
            "A part cannot be reached without a mouse, or the keyboard is caught in one (WCAG 2.1.1, 2.1.2, 2.4.3).",
            "Use no tabindex above 0, and let no script keep the focus.",
        ),
        (
            '<p><a href="#page" tabindex="2">Rest</a> and <a href="#page" tabindex="1">drink</a> well.</p>',
            '<p><a href="#page">Rest</a> and <a href="#page" tabindex="0">drink</a> well.</p>',
        ),
    ),
    _rule(
        "P932",
        "live-focus-visible",
        _ERROR,
        (
            "It cannot be seen what has the focus of the keyboard.",
            "People who use a keyboard do not know where they are (WCAG 2.4.7, 2.4.13).",
            "Draw a ring of at least 2 pixels, with a contrast of 3 to 1, around whatever has the focus.",
        ),
        (
            '<style>a:focus { outline: none }</style><p>Read <a href="#page">on</a>.</p>',
            '<style>a:focus { outline: 3px solid #000 }</style><p>Read <a href="#page">on</a>.</p>',
        ),
    ),
    _rule(
        "P933",
        "live-focus-hidden",
        _ERROR,
        (
            "What has the focus of the keyboard is covered, or outside of the window.",
            "People who use a keyboard do not see where they are (WCAG 2.4.11, 2.4.12).",
            "Let nothing lie over the text, and bring what has the focus into the window.",
        ),
        (
            '<p>Read <a href="#page" style="position: absolute; left: -999px">on</a>.</p>',
            '<p>Read <a href="#page">on</a>.</p>',
        ),
    ),
    _rule(
        "P941",
        "live-script",
        _ERROR,
        (
            "Text, as the browser shows it, is not in the letters of its language.",
            "A screen reader spells it out, or says nothing (WCAG 3.1.1, 3.1.2).",
            "Give the element the lang of its text; let style sheets write no words.",
        ),
        (f'<p dir="rtl">{_ARABIC}</p>', f'<p lang="ar" dir="rtl">{_ARABIC}</p>'),
    ),
    _rule(
        "P942",
        "live-direction",
        _ERROR,
        (
            "Text, as the browser shows it, runs the wrong way.",
            "Punctuation and numbers stand in the wrong places: the reader may take 1–2 tablets for 2–1 (WCAG 1.3.2).",
            "Give the element the dir of its language, and set no direction in a style sheet.",
        ),
        (f'<p lang="ar">{_ARABIC}</p>', f'<p lang="ar" dir="rtl">{_ARABIC}</p>'),
    ),
)

TREE: Rule[Sight] = _rule(
    "P943",
    "live-tree",
    _WARNING,
    (
        "A screen reader meets another structure on a translated page than on its original.",
        "A heading, an item of a list or a part of the page is lost for people who cannot see it.",
        "Compare the two at that place.",
    ),
    (
        "<ul><li>Rest.</li><li>Drink.</li></ul>\n\nDescanse y beba.",
        "<ul><li>Rest.</li><li>Drink.</li></ul>\n\n<ul><li>Descanse.</li><li>Beba.</li></ul>",
    ),
)
"""About a page beside its original; the examples are the main parts of both."""
