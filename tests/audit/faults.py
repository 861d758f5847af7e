"""A small site without faults in four languages, and faults to plant into it, each with a twin that is none."""

from typing import NamedTuple

LANGUAGES = {
    "en": ("English", "ltr"),
    "es": ("Español", "ltr"),
    "ar": ("العربية", "rtl"),
    "zh-Hans": ("简体中文", "ltr"),
}
BASE = "https://health.example/"

WORDS = {
    "en": {
        "site": "Plain health",
        "skip": "Skip to main content",
        "languages": "Languages",
        "contents": "Contents",
        "fever": "Fever in adults",
        "sleep": "Better sleep",
        "lead": "What to do about a fever, and when to get help.",
        "what": "What is a fever?",
        "what_text": "A fever is a body temperature above 38 °C. It helps the body to fight an illness.",
        "do": "What can I do?",
        "rest": "Rest and drink water.",
        "take": "Take 500 mg of paracetamol every 6 hours, and no more than 4 g in 24 hours.",
        "wear": "Wear light clothes.",
        "help": "When should I get help?",
        "call": "Call {phone} if the fever lasts longer than 3 days.",
        "more": "how to sleep well",
        "read": "Read {link}.",
        "age": "Age",
        "dose": "Dose",
        "adult": "Adults",
        "alt": "A person drinks a glass of water in bed",
        "sleep_text": "Go to bed at the same time each day. Keep the room dark and quiet.",
        "back": "what to do about a fever",
    },
    "es": {
        "site": "Salud clara",
        "skip": "Ir al contenido principal",
        "languages": "Idiomas",
        "contents": "Contenido",
        "fever": "Fiebre en adultos",
        "sleep": "Dormir mejor",
        "lead": "Qué hacer si tiene fiebre y cuándo pedir ayuda.",
        "what": "¿Qué es la fiebre?",
        "what_text": "La fiebre es una temperatura del cuerpo de más de 38 °C. Ayuda a luchar contra una enfermedad.",
        "do": "¿Qué puedo hacer?",
        "rest": "Descanse y beba agua.",
        "take": "Tome 500 mg de paracetamol cada 6 horas, y no más de 4 g en 24 horas.",
        "wear": "Use ropa ligera.",
        "help": "¿Cuándo debo pedir ayuda?",
        "call": "Llame al {phone} si la fiebre dura más de 3 días.",
        "more": "cómo dormir bien",
        "read": "Lea {link}.",
        "age": "Edad",
        "dose": "Dosis",
        "adult": "Adultos",
        "alt": "Una persona bebe un vaso de agua en la cama",
        "sleep_text": "Acuéstese cada día a la misma hora. Mantenga la habitación oscura y en silencio.",
        "back": "qué hacer si tiene fiebre",
    },
    "ar": {
        "site": "الصحة ببساطة",
        "skip": "انتقل إلى المحتوى الرئيسي",
        "languages": "اللغات",
        "contents": "المحتويات",
        "fever": "الحمى عند البالغين",
        "sleep": "نوم أفضل",
        "lead": "ماذا تفعل عند الحمى، ومتى تطلب المساعدة.",
        "what": "ما هي الحمى؟",
        "what_text": "الحمى هي ارتفاع حرارة الجسم فوق 38 درجة مئوية. وهي تساعد الجسم على مقاومة المرض.",
        "do": "ماذا يمكنني أن أفعل؟",
        "rest": "استرح واشرب الماء.",
        "take": "تناول 500 ملغ من الباراسيتامول كل 6 ساعات، ولا تتجاوز 4 غ في 24 ساعة.",
        "wear": "ارتدِ ملابس خفيفة.",
        "help": "متى أطلب المساعدة؟",
        "call": "اتصل بالرقم {phone} إذا استمرت الحمى أكثر من 3 أيام.",
        "more": "كيف تنام جيدًا",
        "read": "اقرأ {link}.",
        "age": "العمر",
        "dose": "الجرعة",
        "adult": "البالغون",
        "alt": "شخص يشرب كوبًا من الماء في السرير",
        "sleep_text": "اذهب إلى الفراش في الوقت نفسه كل يوم. واجعل الغرفة مظلمة وهادئة.",
        "back": "ماذا تفعل عند الحمى",
    },
    "zh-Hans": {
        "site": "健康常识",
        "skip": "跳到主要内容",
        "languages": "语言",
        "contents": "目录",
        "fever": "成人发烧",
        "sleep": "睡得更好",
        "lead": "发烧时怎么办，什么时候求助。",
        "what": "什么是发烧？",
        "what_text": "发烧是指体温高于 38 °C。它帮助身体对抗疾病。",
        "do": "我可以做什么？",
        "rest": "多休息，多喝水。",
        "take": "每 6 小时服用 500 毫克对乙酰氨基酚，24 小时内不要超过 4 克。",
        "wear": "穿轻便的衣服。",
        "help": "什么时候应该求助？",
        "call": "如果发烧超过 3 天，请拨打 {phone}。",
        "more": "怎样睡好觉",
        "read": "请阅读{link}。",
        "age": "年龄",
        "dose": "剂量",
        "adult": "成人",
        "alt": "一个人在床上喝水",
        "sleep_text": "每天在同一时间上床。保持房间黑暗和安静。",
        "back": "发烧时怎么办",
    },
}

STYLE = """\
body { font-family: sans-serif; line-height: 1.6; color: #111; background: #fff; margin: 0 auto }
main { max-inline-size: 65ch; padding-inline: 1rem }
a { color: #00469b; display: inline-block; min-block-size: 2.75rem; padding: 0.6rem 0 }
p a { display: inline; padding: 0 }
a:focus-visible { outline: 3px solid #00469b; outline-offset: 2px }
img { max-inline-size: 100%; block-size: auto }
nav ul { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; list-style: none }
table { border-collapse: collapse }
th, td { border: 1px solid #555; padding: 0.5rem; text-align: start }
"""

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="400" height="200">'
    '<rect width="40" height="20" fill="#cde"/></svg>\n'
)

PHONE = '<bdi dir="ltr">020 7946 0018</bdi>'


def _page(tag, name):
    words, (_, direction) = WORDS[tag], LANGUAGES[tag]
    alternates = "".join(
        f'<link rel="alternate" hreflang="{other}" href="{BASE}{other}/{name}.html">\n' for other in LANGUAGES
    )
    switcher = "".join(
        f'<li><a href="../{other}/{name}.html" lang="{other}" hreflang="{other}" dir="{way}">{own}</a></li>\n'
        for other, (own, way) in LANGUAGES.items()
    )
    return f"""<!DOCTYPE html>
<html lang="{tag}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{words[name]} – {words["site"]}</title>
<link rel="canonical" href="{BASE}{tag}/{name}.html">
{alternates}<link rel="stylesheet" href="../style.css">
</head>
<body>
<a href="#main">{words["skip"]}</a>
<header>
<nav aria-label="{words["languages"]}">
<ul>
{switcher}</ul>
</nav>
</header>
<main id="main" tabindex="-1">
<h1>{words[name]}</h1>
{_fever(words) if name == "fever" else _sleep(words)}</main>
<footer><p>{words["site"]}</p></footer>
</body>
</html>
"""


def _fever(words):
    more = f'<a href="sleep.html#tips">{words["more"]}</a>'
    return f"""<p>{words["lead"]}</p>
<nav aria-label="{words["contents"]}">
<ul>
<li><a href="#what">{words["what"]}</a></li>
<li><a href="#do">{words["do"]}</a></li>
</ul>
</nav>
<h2 id="what">{words["what"]}</h2>
<p>{words["what_text"]}</p>
<h2 id="do">{words["do"]}</h2>
<ul>
<li>{words["rest"]}</li>
<li>{words["take"]}</li>
<li>{words["wear"]}</li>
</ul>
<p><img src="../water.svg" alt="{words["alt"]}"></p>
<table>
<thead><tr><th scope="col">{words["age"]}</th><th scope="col">{words["dose"]}</th></tr></thead>
<tbody><tr><td>{words["adult"]}</td><td>500 mg</td></tr></tbody>
</table>
<h3 id="help">{words["help"]}</h3>
<p>{words["call"].format(phone=PHONE)}</p>
<p>{words["read"].format(link=more)}</p>
"""


def _sleep(words):
    back = f'<a href="fever.html">{words["back"]}</a>'
    return f"""<h2 id="tips">{words["sleep"]}?</h2>
<p>{words["sleep_text"]}</p>
<p>{words["read"].format(link=back)}</p>
"""


def clean_site():
    """Return every file of the site, by its path."""
    pages = {f"{tag}/{name}.html": _page(tag, name) for tag in LANGUAGES for name in ("fever", "sleep")}
    return {**pages, "style.css": STYLE, "water.svg": PICTURE}


class Fault(NamedTuple):
    """One fault: what is replaced in which file, by what is wrong and by what is not."""

    name: str
    rules: str
    """The codes of the rules any of which is a catch."""

    path: str
    old: str
    bad: str
    twin: str


E, S, A, Z = "en/fever.html", "es/fever.html", "ar/fever.html", "zh-Hans/fever.html"
ENGLISH = "You should call a doctor if the fever does not go away."
LEAD = "<p>What to do about a fever, and when to get help.</p>"
CSS = "table { border-collapse: collapse }"
VIEW = '<meta name="viewport" content="width=device-width, initial-scale=1">'
IMG = '<img src="../water.svg" alt="A person drinks a glass of water in bed">'
HEADS = '<tr><th scope="col">Age</th><th scope="col">Dose</th></tr>'
MORE = '<a href="sleep.html#tips">how to sleep well</a>'

FAULTS = (
    # language and direction
    Fault("no language", "P101", E, '<html lang="en" dir="ltr">', '<html dir="ltr">', '<html lang="en">'),
    Fault("gettext's name", "P102", Z, '<html lang="zh-Hans"', '<html lang="zh_Hans"', '<html lang="zh-hans"'),
    Fault("unknown language", "P102", S, '<html lang="es"', '<html lang="spanish"', '<html lang="es-419"'),
    Fault(
        "wrong language", "P106 P703", S, '<html lang="es" dir', '<html lang="fr" dir', '<html lang="es" class="x" dir'
    ),
    Fault("no direction", "P103 P104", A, ' dir="rtl">\n<head>', ">\n<head>", ' dir="RTL">\n<head>'),
    Fault("wrong direction", "P103 P104", E, 'lang="en" dir="ltr"', 'lang="en" dir="rtl"', 'lang="en" dir="auto"'),
    Fault(
        "unmarked Arabic",
        "P104 P105",
        E,
        LEAD,
        "<p>اشرب الماء واسترح.</p>",
        '<p lang="ar" dir="rtl">اشرب الماء واسترح.</p>',
    ),
    Fault(
        "unmarked English in Spanish",
        "P106",
        S,
        "<p>Qué hacer si tiene fiebre y cuándo pedir ayuda.</p>",
        f"<p>{ENGLISH}</p>",
        f'<p lang="en">{ENGLISH}</p>',
    ),
    Fault(
        "unmarked English in Chinese",
        "P105",
        Z,
        "<p>发烧时怎么办，什么时候求助。</p>",
        f"<p>{ENGLISH}</p>",
        f'<p lang="en">{ENGLISH}</p>',
    ),
    Fault(
        "English marked as French",
        "P106",
        E,
        LEAD,
        '<p lang="fr">What to do about a fever, and when you should get help.</p>',
        "<p>What to do about a fever, and when you should get help.</p>",
    ),
    Fault(
        "alternative in another script",
        "P105",
        Z,
        'alt="一个人在床上喝水"',
        'alt="Человек пьёт воду"',
        'alt="一个人在喝水"',
    ),
    Fault(
        "untranslated title",
        "P105 P106",
        A,
        "<title>الحمى عند البالغين",
        "<title>What to do about the fever",
        "<title>الحمى",
    ),
    Fault(
        "language name unmarked", "P108", E, ' lang="es" hreflang="es"', ' hreflang="es"', ' lang="es-ES" hreflang="es"'
    ),
    Fault(
        "Arabic name unmarked",
        "P104 P105 P108",
        E,
        ' lang="ar" hreflang="ar" dir="rtl"',
        ' hreflang="ar"',
        ' dir="rtl" lang="ar" hreflang="ar"',
    ),
    Fault("loose telephone number", "P107", A, PHONE, "020 7946 0018", '<span dir="ltr">020 7946 0018</span>'),
    Fault("right-to-left text in dir=ltr", "P104", A, "<p>الحمى هي", '<p dir="ltr">الحمى هي', '<p dir="rtl">الحمى هي'),
    # head
    Fault(
        "empty title",
        "P201",
        E,
        "<title>Fever in adults – Plain health</title>",
        "<title></title>",
        "<title>Fever</title>",
    ),
    Fault("no encoding", "P202", S, '<meta charset="utf-8">\n', "", '<meta charset="UTF-8">\n'),
    Fault("no zoom", "P203", E, VIEW, VIEW[:-2] + ', user-scalable=no">', VIEW[:-2] + ', user-scalable=yes">'),
    Fault("zoom limited", "P203", E, VIEW, VIEW[:-2] + ', maximum-scale=1">', VIEW[:-2] + ', maximum-scale=5">'),
    Fault("no viewport", "P204", E, VIEW, "", VIEW + "<!-- -->"),
    Fault(
        "reloads",
        "P205",
        E,
        VIEW,
        VIEW + '<meta http-equiv="refresh" content="60">',
        VIEW + '<meta name="color-scheme" content="light">',
    ),
    Fault(
        "data in another language",
        "P206",
        S,
        VIEW,
        VIEW + '<script type="application/ld+json">{"@type": "MedicalWebPage", "inLanguage": "en"}</script>',
        VIEW + '<script type="application/ld+json">{"@type": "MedicalWebPage", "inLanguage": "es"}</script>',
    ),
    Fault("same title", "P701", "en/sleep.html", "<title>Better sleep", "<title>Fever in adults", "<title>Sleep"),
    # structure
    Fault(
        "no main heading",
        "P301",
        E,
        "<h1>Fever in adults</h1>",
        "<p>Fever in adults</p>",
        '<h1 class="x">Fever in adults</h1>',
    ),
    Fault(
        "two main headings",
        "P301",
        E,
        '<h2 id="do">What can I do?</h2>',
        '<h1 id="do">What can I do?</h1>',
        '<h2 id="do"> What can I do?</h2>',
    ),
    Fault(
        "level left out",
        "P302",
        E,
        '<h3 id="help">When should I get help?</h3>',
        '<h5 id="help">When should I get help?</h5>',
        '<h3 id="help"><b>When</b> should I get help?</h3>',
    ),
    Fault(
        "empty heading",
        "P303",
        E,
        '<h2 id="do">What can I do?</h2>',
        '<h2 id="do"></h2>',
        '<h2 id="do"><span>What can I do?</span></h2>',
    ),
    Fault(
        "bold heading",
        "P304",
        E,
        '<h3 id="help">When should I get help?</h3>',
        '<p id="help"><b>When to get help</b></p>',
        '<h3 id="help"><b>When should I get help?</b></h3>',
    ),
    Fault(
        "no main part", "P305", E, '<main id="main" tabindex="-1">', '<div id="main" tabindex="-1">', '<main id="main">'
    ),
    Fault(
        "unnamed navigation",
        "P306",
        E,
        '<nav aria-label="Contents">',
        "<nav>",
        '<nav title="x" aria-label="On this page">',
    ),
    Fault("no skip link", "P307", E, '<a href="#main">Skip to main content</a>\n', "", '<a href="#main">Skip</a>\n'),
    Fault(
        "div in a list",
        "P308",
        E,
        "<li>Wear light clothes.</li>",
        "<div>Wear light clothes.</div>",
        "<li><div>Wear light clothes.</div></li>",
    ),
    Fault(
        "item outside of a list",
        "P308",
        E,
        LEAD,
        "<li>What to do about a fever, and when to get help.</li>",
        LEAD + "<!-- li -->",
    ),
    Fault("typed list", "P309", E, LEAD, "<p>- Rest well<br>- Drink water</p>", "<p>Rest well<br>Drink water</p>"),
    Fault(
        "typed paragraphs",
        "P309",
        E,
        LEAD,
        "<p>1. Rest well</p><p>2. Drink water</p>",
        "<p>Rest well</p>",
    ),
    Fault(
        "table without headers",
        "P310",
        E,
        HEADS,
        HEADS.replace('th scope="col"', "td").replace("/th", "/td"),
        HEADS.replace("Age", "<b>Age</b>"),
    ),
    Fault("double id", "P311", E, '<h2 id="do">', '<h2 id="what">', '<h2 id="do" class="what">'),
    Fault("moving text", "P312", E, LEAD, "<marquee>Rest well.</marquee>", "<p><em>Rest well.</em></p>"),
    Fault(
        "order of the keyboard",
        "P313",
        E,
        MORE,
        MORE.replace("<a ", '<a tabindex="2" '),
        MORE.replace("<a ", '<a tabindex="0" '),
    ),
    # links
    Fault(
        "link without words",
        "P401",
        E,
        MORE,
        '<a href="sleep.html#tips"></a>',
        '<a href="sleep.html#tips" aria-label="how to sleep well"></a>',
    ),
    Fault(
        "click here",
        "P402",
        E,
        MORE,
        MORE.replace("how to sleep well", "click here"),
        MORE.replace("how to sleep well", "here is how to sleep"),
    ),
    Fault(
        "click here in Spanish", "P402", S, ">cómo dormir bien</a>", ">haga clic aquí</a>", ">aquí se duerme bien</a>"
    ),
    Fault(
        "script in a link",
        "P403",
        E,
        MORE,
        '<a href="&#1;javascript:alert(1)">how to sleep well</a>',
        MORE + "<!-- javascript: -->",
    ),
    Fault(
        "dead link",
        "P404",
        E,
        MORE,
        MORE.replace("sleep.html", "gone.html"),
        MORE.replace("sleep.html", "./sleep.html"),
    ),
    Fault("dead place", "P702", E, MORE, MORE.replace("#tips", "#tricks"), MORE.replace("#tips", "?from=fever#tips")),
    Fault(
        "dead place with words to look for",
        "P702",
        E,
        MORE,
        MORE.replace("#tips", "#tricks:~:text=Sleep%20well"),
        MORE.replace("#tips", "#tips:~:text=Sleep%20well"),
    ),
    Fault("skip link to nothing", "P702", E, '<a href="#main">Skip', '<a href="#content">Skip', '<a href="#what">Skip'),
    Fault("missing picture", "P404", E, IMG, IMG.replace("water", "glass"), IMG.replace("../water", "../en/../water")),
    Fault(
        "same words, two places",
        "P406",
        E,
        MORE,
        f'{MORE} <a href="https://a.example/">how to sleep well</a>',
        f"{MORE} {MORE}",
    ),
    Fault(
        "new window",
        "P407",
        E,
        MORE,
        MORE.replace("<a ", '<a target="_blank" '),
        MORE.replace("<a ", '<a target="_self" '),
    ),
    # names
    Fault("no alternative", "P501", E, IMG, '<img src="../water.svg">', '<img src="../water.svg" alt="">'),
    Fault(
        "file name",
        "P502",
        E,
        IMG,
        '<img src="../water.svg" alt="water.svg">',
        '<img src="../water.svg" alt="Drink water">',
    ),
    Fault(
        "image of",
        "P502",
        E,
        IMG,
        IMG.replace("A person", "Image of a person who"),
        IMG.replace("A person", "Somebody"),
    ),
    Fault(
        "frame without a name",
        "P503",
        E,
        LEAD,
        LEAD + '<iframe src="sleep.html"></iframe>',
        LEAD + '<iframe src="sleep.html" title="How to sleep"></iframe>',
    ),
    Fault(
        "field without a label",
        "P504",
        E,
        LEAD,
        LEAD + '<input name="age">',
        LEAD + '<label>Age <input name="age"></label>',
    ),
    Fault("button without words", "P504", E, LEAD, LEAD + "<button></button>", LEAD + "<button>Print</button>"),
    Fault(
        "label from nowhere",
        "P505",
        E,
        '<nav aria-label="Contents">',
        '<nav aria-labelledby="toc">',
        '<nav aria-labelledby="what">',
    ),
    Fault("unknown role", "P506", E, "<p>A fever is", '<p role="presentaton">A fever is', '<p role="note">A fever is'),
    Fault(
        "hidden link",
        "P507",
        E,
        MORE,
        f'<span aria-hidden="true">{MORE}</span>',
        f'<span aria-hidden="false">{MORE}</span>',
    ),
    Fault(
        "sound by itself",
        "P508",
        E,
        LEAD,
        LEAD + '<audio src="../water.svg" autoplay></audio>',
        LEAD + '<audio src="../water.svg" controls></audio>',
    ),
    # safety
    Fault(
        "script on an element",
        "P602",
        E,
        "<p>A fever is",
        '<p onmouseover="go()">A fever is',
        '<p class="on">A fever is',
    ),
    Fault(
        "script of a third party",
        "P602 P603",
        E,
        VIEW,
        VIEW + '<script src="https://a.example/a.js"></script>',
        VIEW + '<script type="application/ld+json">{}</script>',
    ),
    Fault(
        "picture of a third party",
        "P603",
        E,
        IMG,
        IMG.replace("../water.svg", "https://a.example/a.png"),
        IMG.replace("<img", '<img loading="lazy"'),
    ),
    Fault("turned text", "P604", E, "above 38 °C", "above \u202e83 °C", "above\u00a038 °C"),
    Fault("open isolate", "P604", A, "38 درجة", "\u206638 درجة", "\u206638\u2069 درجة"),
    Fault(
        "wrong encoding",
        "P605",
        S,
        "temperatura del cuerpo de más",
        "temperatura del cuerpo de mÃ¡s",
        "temperatura corporal de más",
    ),
    Fault("private character", "P605", E, "A fever is", "A \ue123 fever is", "A “fever” is"),
    # beside each other
    Fault(
        "version missing",
        "P703 P704",
        E,
        f'<link rel="alternate" hreflang="ar" href="{BASE}ar/fever.html">\n',
        "",
        f'<link rel="alternate" hreflang="ar" href="{BASE}ar/fever.html" >\n',
    ),
    Fault(
        "version not there",
        "P703",
        E,
        f'hreflang="ar" href="{BASE}ar/fever.html"',
        f'hreflang="ar" href="{BASE}ar/gone.html"',
        'hreflang="ar" href="../ar/fever.html"',
    ),
    Fault(
        "version of another language",
        "P703",
        E,
        f'hreflang="es" href="{BASE}es/fever.html"',
        f'hreflang="es" href="{BASE}ar/fever.html"',
        f'href="{BASE}es/fever.html" hreflang="es"',
    ),
    Fault(
        "counts elsewhere",
        "P705",
        S,
        f'canonical" href="{BASE}es/',
        f'canonical" href="{BASE}en/',
        f'canonical" title="x" href="{BASE}es/',
    ),
    Fault(
        "no way to a language",
        "P706",
        E,
        '<li><a href="../zh-Hans/fever.html" lang="zh-Hans" hreflang="zh-Hans" dir="ltr">简体中文</a></li>\n',
        "",
        '<li><a href="../zh-Hans/fever.html" lang="zh-Hans" hreflang="zh-Hans">简体中文</a></li>\n',
    ),
    Fault("lost item", "P707", S, "<li>Use ropa ligera.</li>\n", "", "<li>Use ropa clara y ligera.</li>\n"),
    Fault(
        "heading became a paragraph",
        "P707",
        A,
        '<h3 id="help">متى أطلب المساعدة؟</h3>',
        '<p id="help">متى أطلب المساعدة؟</p>',
        '<h3 id="help">متى أطلب العون؟</h3>',
    ),
    Fault("other link", "P708", Z, '"sleep.html#tips"', '"https://a.example/sleep"', '"./sleep.html#tips"'),
    Fault("wrong dose", "P709", S, "Tome 500 mg", "Tome 50 mg", "Tome 500 miligramos"),
    Fault("wrong dose in Arabic", "P709", A, "تناول 500 ملغ", "تناول 5000 ملغ", "تناول ٥٠٠ ملغ"),
    Fault("wrong unit", "P709", Z, "500 毫克", "500 克", "500毫克"),
    Fault("wrong telephone number", "P709", S, "020 7946 0018", "020 7946 0081", "020 7946 0018"),
    # style
    Fault(
        "no focus ring",
        "P801",
        "style.css",
        "a:focus-visible { outline: 3px solid #00469b; outline-offset: 2px }",
        "a:focus { outline: none }",
        "a:focus { outline: 2px solid }",
    ),
    Fault("justified", "P802", "style.css", CSS, "p { text-align: justify }", "p { text-align: start }"),
    Fault("tight lines", "P803", "style.css", "line-height: 1.6", "line-height: 1.1", "line-height: 150%"),
    Fault("fixed width", "P804", "style.css", "max-inline-size: 65ch", "width: 600px", "max-width: 600px"),
    Fault("cut off", "P805", "style.css", CSS, "nav { height: 30px; overflow: hidden }", "nav { min-height: 30px }"),
    Fault("long lines", "P806", "style.css", "65ch", "110ch", "70ch"),
    Fault("left side", "P807", "style.css", CSS, "li { padding-left: 2rem }", "li { padding-inline-start: 2rem }"),
    Fault(
        "direction by style",
        "P808",
        "style.css",
        CSS,
        "html { direction: rtl }",
        "html { writing-mode: horizontal-tb }",
    ),
    Fault("motion", "P809", "style.css", CSS, "h1 { animation: turn 2s infinite }", "h1 { animation: none }"),
)


def planted(fault, text):
    """Return the site with `text` in the place of what `fault` replaces."""
    site = clean_site()
    assert fault.old in site[fault.path], fault.name
    return {**site, fault.path: site[fault.path].replace(fault.old, text, 1)}
