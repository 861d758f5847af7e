"""What the names of elements, roles and classes of HTML tell."""

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
CELLS = frozenset({"td", "th"})
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
        *("li", "main", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot"),
        *("th", "thead", "tr", "ul"),
    )
)
CLOSES = {
    "li": ({"li"}, {"ul", "ol"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr"}, {"table"}),
    "td": ({"td", "th"}, {"table", "tr"}),
    "th": ({"td", "th"}, {"table", "tr"}),
    "option": ({"option"}, {"select"}),
}
"""What the beginning of an element ends, and how far out: end tags may be left out."""

WHY = {
    "nav": "navigation",
    "footer": "footer",
    "select": "form",
    "button": "button",
    "dialog": "pop-up",
    "iframe": "frame",
    "object": "frame",
    "video": "video",
    "audio": "audio",
    "svg": "drawing",
    "noscript": "for browsers without scripts",
    "template": "template",
}
NO_TEXT = frozenset({"script", "style", "head"})
ROLES = {"navigation": "navigation", "search": "search", "contentinfo": "footer", "dialog": "pop-up"}
_CLASSES = {
    "advertising": (
        "ad",
        "ads",
        "advert",
        "advertisement",
        "advertising",
        "promo",
        "promotion",
        "sponsor",
        "sponsored",
    ),
    "cookies": ("cookie", "cookies", "consent"),
    "navigation": ("breadcrumb", "breadcrumbs", "navbar", "navigation", "pagination", "pager", "skip", "toc", "menu"),
    "sharing": ("share", "sharing", "social", "newsletter", "subscribe", "comments"),
}
WHY_CLASS = {name: why for why, names in _CLASSES.items() for name in names}
