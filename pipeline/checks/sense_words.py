"""Phrases that point to a part of the page by its colour or its place alone, by language.

The nouns are parts of a page, never parts of a body: “the red area” or “on the left side” may be about skin and pain.
“Above” and “below” are in no list: they hold for readers who listen as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

_EN_PART = "box|button|link|text|words|letters|arrow|icon|column|row|cell|bar|heading|section|tab"
_EN_THING = f"{_EN_PART}|picture|image|photo|diagram|figure|table|chart|list|menu|panel|form|video"
_ES_PART = "cuadro|recuadro|casilla|botón|enlace|texto|flecha|icono|columna|fila|celda|barra|sección"
_FR_PART = "encadré|cadre|case|bouton|lien|texte|flèche|icône|colonne|ligne|cellule|barre|rubrique"
_DE_PART = "kasten|feld|knopf|button|schaltfläche|link|text|pfeil|symbol|spalte|zeile|zelle|balken|schrift"
_PT_PART = "quadro|caixa|botão|link|texto|seta|ícone|coluna|linha|célula|barra|seção|secção"
_IT_PART = "riquadro|casella|pulsante|link|testo|freccia|icona|colonna|riga|cella|barra|sezione"
_NL_PART = "kader|vak|knop|link|tekst|pijl|icoon|pictogram|kolom|rij|cel|balk|letters"

_PATTERNS: Mapping[str, str] = {
    "ar": r"(?:المربع|الإطار|الزر|الرابط|النص|السهم|الأيقونة|العمود|الصف|الخانة) "
    r"(?:ال(?:أحمر|حمراء|أخضر|خضراء|أزرق|زرقاء|أصفر|صفراء|أسود|سوداء|أبيض|بيضاء|برتقالي|رمادي|رمادية))(?!\w)"
    r"|(?:الصورة|الجدول|المربع|الشكل|القائمة|الزر|العمود) (?:على|في|إلى) (?:جهة )?(?:اليمين|اليسار)(?!\w)",
    "de": rf"\b(?:der|die|das|den|dem) (?:rot|grün|blau|gelb|grau|schwarz|weiß)(?:e[nrs]?) (?:{_DE_PART})s?\b"
    rf"|\b(?:{_DE_PART}|bild|foto|abbildung|tabelle|grafik|liste|menü) (?:oben |unten )?(?:links|rechts)\b"
    r"|\b(?:linken?|rechten?) (?:spalte|bildschirmrand|seitenrand)\b",
    "en": rf"\bthe (?:red|green|blue|yellow|orange|purple|pink|gr[ae]y|black|white) (?:{_EN_PART})s?\b(?! warning)"
    rf"|\b(?:{_EN_THING})s? (?:on|to|at|in) the (?:left|right)\b(?!-| (?:side )?of (?:the|your) (?!page|screen))"
    r"|\b(?:left|right)[- ]hand (?:column|menu|panel|bar|side of (?:the|this|your) (?:page|screen))\b"
    r"|\b(?:on|to|at|in) the (?:left|right)(?: side)? of (?:the|this|your) (?:page|screen|website)\b",
    "es": rf"\b(?:el|la|los|las) (?:{_ES_PART})(?:e?s)? (?:en |de color )?"
    r"(?:roj[oa]|verde|azul|amarill[oa]|naranja|gris|negr[oa]|blanc[oa]|rosa|morad[oa])(?:e?s)?\b"
    rf"|\b(?:{_ES_PART}|imagen|foto|figura|tabla|lista|menú|panel) (?:de|a) la (?:izquierda|derecha)\b"
    r"|\ba la (?:izquierda|derecha) de (?:la|esta) (?:página|pantalla)\b",
    "fr": rf"\b(?:l[ea]s?|l[’']) ?(?:{_FR_PART})s? (?:en )?"
    r"(?:rouge|verte?|bleue?|jaune|orange|grise?|noire?|blanc|blanche|rose|violet|violette)s?\b"
    rf"|\b(?:{_FR_PART}|image|photo|figure|tableau|liste|menu) (?:à|de) (?:gauche|droite)\b"
    r"|\bà (?:gauche|droite) de (?:la page|cette page|l[’']écran|votre écran)\b",
    "it": rf"\b(?:il|la|i|le|l[’']) ?(?:{_IT_PART}) (?:in )?"
    r"(?:ross[oaei]|verd[ei]|blu|giall[oaei]|arancione|grigi[oae]?|ner[oaei]|bianc[oa]|bianch[ei]|rosa|viola)\b"
    rf"|\b(?:{_IT_PART}|immagine|foto|figura|tabella|elenco|menu|menù) (?:a|di|sulla) (?:sinistra|destra)\b"
    r"|\ba (?:sinistra|destra) (?:della|nella) (?:pagina|schermata)\b",
    "ja": r"(?:赤|青|緑|黄|黒|白|灰|オレンジ)色?[いの]?(?:枠|ボックス|ボタン|リンク|文字|矢印|アイコン|欄)"
    r"|[左右]側?の(?:図|画像|写真|表|枠|ボタン|欄|メニュー)",
    "nl": rf"\b(?:de|het) (?:rode|groene|blauwe|gele|oranje|grijze|zwarte|witte|paarse|roze) (?:{_NL_PART})\b"
    rf"|\b(?:{_NL_PART}|afbeelding|foto|figuur|tabel|lijst|menu) (?:links|rechts|aan de (?:linker|rechter)kant)\b"
    r"|\b(?:links|rechts) op (?:de|deze) pagina\b",
    "pt": rf"\b(?:o|a|os|as) (?:{_PT_PART})s? (?:em |de cor )?"
    r"(?:vermelh[oa]|verde|azul|amarel[oa]|laranja|cinza|cinzent[oa]|pret[oa]|branc[oa]|rosa|rox[oa])s?\b"
    rf"|\b(?:{_PT_PART}|imagem|foto|figura|tabela|lista|menu) (?:à|da) (?:esquerda|direita)\b"
    r"|\bà (?:esquerda|direita) da (?:página|tela)\b",
    "zh": r"(?:红|紅|绿|綠|蓝|藍|黄|黃|橙|灰|黑|白)色?的?(?:方框|框|按钮|按鈕|链接|連結|箭头|箭頭|图标|圖示|单元格)"
    r"|[左右][边侧邊側方]的?(?:图片|圖片|图|圖|表格|方框|按钮|按鈕|菜单|選單)",
}

# Whatever the patterns find holds one of these, and to look for them first is much quicker.
_SIGNS: Mapping[str, str] = {
    "ar": "ال",
    "de": "rot grün blau gelb grau schwarz weiß link recht",
    "en": "red green blue yellow orange purple pink gray grey black white left right",
    "es": "roj verde azul amarill naranja gris negr blanc rosa morad izquierda derecha",
    "fr": "rouge vert bleu jaune orange gris noir blanc rose violet gauche droite",
    "it": "ross verd blu giall arancione grigi ner bianc rosa viola sinistra destra",
    "ja": "赤 青 緑 黄 黒 白 灰 オレンジ 左 右",
    "nl": "rode groene blauwe gele oranje grijze zwarte witte paarse roze links rechts linker rechter",
    "pt": "vermelh verde azul amarel laranja cinz pret branc rosa rox esquerda direita",
    "zh": "红 紅 绿 綠 蓝 藍 黄 黃 橙 灰 黑 白 左 右",
}

LANGUAGES = frozenset(_PATTERNS)
"""The languages that there are patterns for; of any other nothing is said."""


def clue_for_the_eye(text: str, language: str) -> str:
    """Return the first such phrase in `text`, or an empty text."""
    small = text.casefold()
    if not any(sign in small for sign in _signs(language)):
        return ""
    found = _pattern(language).search(text)
    return found[0] if found else ""


@cache
def _signs(language: str) -> tuple[str, ...]:
    return tuple(sign.casefold() for sign in _SIGNS.get(language, "").split())


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[language], re.IGNORECASE)
