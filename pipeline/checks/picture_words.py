"""How text alternatives begin or end that only say that there is a picture, by language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

# A screen reader has said “picture” already. What kind of picture it is may matter (a drawing, a chart): not listed.
_PATTERNS: Mapping[str, str] = {
    "ar": r"^(?:صورة|صوره)\s+(?:ل|من|تظهر|تُظهر|توضح|تبين|عن)",
    "de": r"^(?:ein |das )?(?:bild|foto) (?:von|vom|mit|eine[rs]|de[rs]|zeigt|auf)\b"
    r"|^abbildung (?:von|eine[rs]|de[rs])\b",
    "en": r"^(?:an? |the |this )?(?:image|picture|photo|photograph|graphic)s? "
    r"(?:of|showing|shows|that shows)\b",
    "es": r"^(?:una |la )?(?:imagen|foto|fotografía) (?:de|del|que muestra)\b",
    "fr": r"^(?:une |la |l[’'])?(?:image|photo|photographie) (?:de|du|des|montrant|représentant|qui montre)\b"
    r"|^(?:une |la |l[’'])?(?:image|photo|photographie) d[’']",
    "it": r"^(?:un[’']|una |l[’']|la )?(?:immagine|foto|fotografia) (?:di|de[il]|dell[aeo]|degli|che mostra)\b",
    "ja": r"の(?:画像|写真)$|^(?:画像|写真)[：:]",
    "nl": r"^(?:een |de )?(?:afbeelding|foto|plaatje) (?:van|met)\b",
    "pl": r"^(?:obraz|obrazek|zdjęcie) (?:przedstawia|pokazuje)",
    "pt": r"^(?:uma |a )?(?:imagem|foto|fotografia) (?:de|do|da|dos|das|que mostra)\b",
    "ru": r"^(?:изображение|картинка|фото|фотография) (?:с|показывает)\b",
    "zh": r"的(?:图片|圖片|照片|图像|圖像)$|^(?:图片|圖片|照片|图像|圖像)[：:]",
}

LANGUAGES = frozenset(_PATTERNS)
"""The languages that there are patterns for; of any other nothing is said."""


def says_picture(alternative: str, language: str) -> bool:
    """Return whether `alternative` begins, or ends, with no more than the word for a picture."""
    pattern = _pattern(language)
    return pattern is not None and bool(pattern.search(alternative.strip()))


def says_picture_in_any_language(alternative: str) -> bool:
    """Return the same where the language is not known."""
    return any(says_picture(alternative, language) for language in _PATTERNS)


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    return re.compile(_PATTERNS[language], re.IGNORECASE) if language in _PATTERNS else None
