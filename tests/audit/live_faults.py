"""Faults that only a browser shows, planted into the site of `faults`, each with a twin that is none."""

from .faults import CSS, LEAD, MORE, A, E, Fault, S, Z, planted

ARABIC = "<p>الحمى هي ارتفاع حرارة الجسم فوق 38 درجة مئوية. وهي تساعد الجسم على مقاومة المرض.</p>"
SKIP = '<a href="#main">Skip to main content</a>'
RING = "outline: 3px solid #00469b; outline-offset: 2px"
ROOM = 'style="display: inline-block; min-width: 44px; padding: 16px 0"'


def _css(name, rules, bad, twin, path="style.css"):
    """A fault made by adding to the style sheet."""
    return Fault(name, rules, path, CSS, f"{CSS}\n{bad}", f"{CSS}\n{twin}")


def _lead(name, rules, bad, twin):
    """A fault in the place of the first paragraph of the English page."""
    return Fault(name, rules, E, LEAD, bad, twin)


LIVE_FAULTS = (
    Fault("picture that is not there", "P901", E, "../water.svg", "../wine.svg", "../water.svg?1"),
    Fault("style that is not there", "P901", E, "../style.css", "../styles.css", "../style.css?1"),
    _lead(
        "picture loaded from elsewhere by a script",
        "P902",
        f"{LEAD}<script>new Image().src = 'https://count.example/a.gif'</script>",
        f"{LEAD}<script>new Image().src = '../water.svg'</script>",
    ),
    _css("heading not shown", "P903", "h1 { visibility: hidden }", "h1 { visibility: visible }"),
    _lead(
        "heading made by a script",
        "P903",
        f"{LEAD}<script>document.querySelector('h1').remove()</script>",
        f"{LEAD}<script>document.querySelector('h1').normalize()</script>",
    ),
    _lead("list without items", "P911", "<ul><div>Rest.</div></ul>", "<ul><li>Rest.</li></ul>"),
    _lead("button without a name", "P911", "<button></button>", f"<button {ROOM}>Rest</button>"),
    Fault("no main part", "P912", E, '<main id="main" tabindex="-1">', '<div id="main">', '<main id="main">'),
    _css("pale text", "P913", "li { color: #aaa }", "li { color: #222 }"),
    _css(
        "pale in the dark only",
        "P913",
        "@media (prefers-color-scheme: dark) { p { background: #222 } }",
        "@media (prefers-color-scheme: dark) { p { background: #222; color: #eee } p a { color: #bdf } }",
    ),
    _css(
        "pale when narrow only",
        "P913",
        "@media (max-width: 30rem) { p { color: #aaa } }",
        "@media (max-width: 30rem) { p { color: #222 } }",
    ),
    _css("less than 7 to 1", "P914", "p { color: #666 }", "p { color: #444 }"),
    _css("least width", "P921", "h2 { min-width: 500px }", "h2 { min-width: 100px }"),
    _css("words that do not break", "P921", "p { white-space: nowrap }", "p { white-space: pre-line }"),
    _css(
        "columns that stay",
        "P921",
        "body { display: grid; grid-template-columns: 200px 300px }",
        "@media (min-width: 60rem) { body { display: grid; grid-template-columns: 200px 900px } }",
    ),
    _css(
        "no room for more space between lines",
        "P922",
        "h2 { line-height: 1; height: 1.05em; overflow: hidden; font-size: 2rem }",
        "h2 { line-height: 1; min-height: 1.05em; font-size: 2rem }",
    ),
    _css(
        "no room for more space between letters",
        "P922",
        "h3 { width: 13.8em; max-width: 100%; overflow: hidden; white-space: nowrap; font-size: 1rem }",
        "h3 { width: 13.8em; max-width: 100%; font-size: 1rem }",
    ),
    _css(
        "cut off when enlarged",
        "P923",
        "h2 { height: 40px; overflow: hidden; font-size: 1.5rem }",
        "h2 { min-height: 40px; font-size: 1.5rem }",
    ),
    _css("long lines", "P924", "main, p { max-inline-size: none }", "main { max-inline-size: 30rem }"),
    Fault(
        "long lines in Chinese",
        "P924",
        Z,
        "<p>发烧时怎么办，什么时候求助。</p>",
        f'<p style="width: 60em">{"发烧时怎么办，什么时候求助。" * 6}</p>',
        f'<p style="max-width: 36em">{"发烧时怎么办，什么时候求助。" * 6}</p>',
    ),
    _lead(
        "small link alone",
        "P925",
        f'{LEAD}<div><a href="sleep.html" style="min-block-size: 0; padding: 0">Better sleep</a></div>',
        f'{LEAD}<div><a href="sleep.html">Better sleep</a></div>',
    ),
    _css("small links in a list", "P925", "nav a { min-block-size: 0; padding: 0 }", "nav a { min-block-size: 44px }"),
    Fault(
        "other order of the keyboard",
        "P931",
        E,
        MORE,
        MORE.replace("<a ", '<a tabindex="3" '),
        MORE.replace("<a ", '<a tabindex="0" '),
    ),
    Fault(
        "trap for the keyboard",
        "P931",
        E,
        MORE,
        MORE.replace("<a ", "<a onkeydown=\"if (event.key === 'Tab') event.preventDefault()\" "),
        MORE.replace("<a ", "<a onkeydown=\"if (event.key === 'x') event.preventDefault()\" "),
    ),
    _css("no sign of the focus", "P932", "a:focus-visible { outline: 0 }", f"a:focus-visible {{ {RING} }}"),
    _css("pale ring", "P932", "a:focus-visible { outline-color: #ddd }", "a:focus-visible { outline-color: #333 }"),
    _css("thin ring", "P932", "a:focus-visible { outline-width: 1px }", "a:focus-visible { outline-width: 2px }"),
    _css(
        "focus below a banner",
        "P933",
        "header { position: fixed; inset: 0; background: #fff }",
        "header { position: static; background: #fff }",
    ),
    Fault(
        "link outside of the window",
        "P933",
        E,
        SKIP,
        SKIP.replace("<a ", '<a style="position: absolute; left: -999px" '),
        SKIP.replace("<a ", '<a style="position: relative; left: 9px" '),
    ),
    _css(
        "words from the style sheet in another language",
        "P941",
        'h1::before { content: "Читайте сначала" }',
        'h1::before { content: "Read this first" }',
    ),
    Fault(
        "text put there by a script",
        "P941",
        Z,
        "<p>发烧时怎么办，什么时候求助。</p>",
        "<p id=x>发烧</p><script>x.textContent = 'What you should do about the fever'</script>",
        "<p id=x>发烧</p><script>x.textContent = '发烧时怎么办，什么时候求助。'</script>",
    ),
    Fault(
        "direction by style",
        "P942",
        A,
        ARABIC,
        ARABIC.replace("<p>", '<p style="direction: ltr">'),
        ARABIC.replace("<p>", '<p style="direction: rtl">'),
    ),
    Fault(
        "Arabic in a Spanish page",
        "P941 P942",
        S,
        "<p>Qué hacer si tiene fiebre y cuándo pedir ayuda.</p>",
        ARABIC,
        ARABIC.replace("<p>", '<p lang="ar" dir="rtl">'),
    ),
)

OPEN = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'\">\n"
)
"""The policy of the pages: it would forbid what some of the faults do."""

NARROWER = "65ch", "52ch"
"""A line of 65 zeros has room for more than 80 letters."""


def live_site(faults=LIVE_FAULTS):
    """Return the files that show each fault and each twin, and the paths of their pages: bad ones and twins."""
    files, bad, twins = {}, {}, {}
    for number, fault in enumerate(faults):
        for kind, text, pages in (("bad", fault.bad, bad), ("twin", fault.twin, twins)):
            site = planted(fault, text)
            page = fault.path if fault.path.endswith(".html") else E
            folder = f"{kind}-{number}"
            pages[fault.name] = f"{folder}/{page}"
            files |= {
                f"{folder}/{path}": site[path].replace(OPEN, "").replace(*NARROWER)
                for path in (page, "style.css", "water.svg")
            }
    return files, bad, twins
