"""Letters that tell apart languages of one script: those that a text in one of them does not hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.checks.writing.function_words import FUNCTION_WORDS
from pipeline.checks.writing.scripts import LETTERS, width
from pipeline.locale import Locale

_KANA = "ぁ-ゖァ-ヺ"
# Common characters only, and only such as have one form in simplified and another in traditional texts.
_SIMPLIFIED = (
    "们这个说时会过为从来对没还样让给应该问题药医痛体气压术检验剂疗护请听读写见开关张长门间进远运动员岁儿妇产"
    "热头脑脏肾脉发脚当无论虽经结肿点节营养摄买卖饮飞马鸟鱼车转轻软红绿纸级约练习东两严丧丰临义乐电话拨帮诊伤"
)
_TRADITIONAL = (
    "們這個說時會過為從來對沒還樣讓給應該問題藥醫體氣壓術檢驗劑療護請聽讀寫見開關張長門間進遠運動員歲兒婦產"
    "熱頭腦臟腎脈發腳當無論雖經結腫點節營養攝買賣飲飛馬鳥魚車轉輕軟紅綠紙級約練習東兩嚴喪豐臨義樂電話撥幫診傷"
)
_ONLY_SIMPLIFIED = "".join(sorted(set(_SIMPLIFIED) - set(_TRADITIONAL)))
_ONLY_TRADITIONAL = "".join(sorted(set(_TRADITIONAL) - set(_SIMPLIFIED)))

_NOT_IN = {
    "ar": ("پچژگکیٹڈڑںےہھۆێڕ", "Persian, Urdu or Kurdish"),
    "be": ("иїєщъ", "Ukrainian or Russian"),
    "bg": ("ыэёіїєґў", "Russian or Ukrainian"),
    "fa": ("ةيٹڈڑںےہ", "Arabic or Urdu"),
    "mk": ("ыэёйщяюіїєґў", "Russian, Bulgarian or Ukrainian"),
    "ru": ("іїєґўјљњћђџ", "Ukrainian, Belarusian or Serbian"),
    "uk": ("ыэёъў", "Russian or Belarusian"),
}
_CHINESE = {"Hans": (_ONLY_TRADITIONAL, "traditional"), "Hant": (_ONLY_SIMPLIFIED, "simplified")}
_HAN_ONLY = re.compile(f"[{LETTERS['Hani']}]")
_ANY_KANA = re.compile(f"[{_KANA}]")
_HAN_WITHOUT_KANA = 30
_FEWEST = 3
_SHARE, _SHARE_OF_FEW = 0.03, 0.2
_LONG = 40


@cache
def _letters(locale: Locale) -> tuple[tuple[re.Pattern[str], str], ...]:
    language, *rest = locale.name.split("_")
    if language == "zh":
        script = next((part for part in rest if part in _CHINESE), "")
        if not script and rest:
            script = "Hant" if rest[0] in {"TW", "HK", "MO"} else "Hans"
        kana = (re.compile(f"[{_KANA}]"), "Japanese")
        return (kana, *((re.compile(f"[{signs}]"), f"{name} Chinese") for signs, name in _some(_CHINESE, script)))
    return tuple((re.compile(f"[{signs}{signs.upper()}]"), name) for signs, name in _some(_NOT_IN, language))


def _some(table: dict[str, tuple[str, str]], key: str) -> list[tuple[str, str]]:
    return [table[key]] if key in table else []


_ALPHABETS = {
    "de": "äöüß",
    "es": "áéíóúüñ",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "it": "àèéìíîòóùú",
    "pt": "àáâãçéêíóôõúü",
}
"""The letters beyond a to z of languages that are often taken for each other."""

_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzªº")
_TELLING, _DIFFERENT, _ONE_IN = 3, 2, 5


@cache
def _alphabet(language: str) -> frozenset[str]:
    return _LATIN.union(_ALPHABETS[language])


@cache
def _telling(language: str) -> dict[str, frozenset[str]]:
    """Return the small words of each near language that `language` does not have."""
    return {other: FUNCTION_WORDS[other] - FUNCTION_WORDS[language] for other in sorted(_ALPHABETS.keys() - {language})}


def near_language(words: Sequence[str], known: Sequence[str], language: str) -> str:
    """Return which of a few near languages a text in `language` is in, by its small words and its letters.

    `words` are those of the text, `known` those of its source, of which names may be left over.
    """
    if language not in _ALPHABETS:
        return ""
    own, alphabet = FUNCTION_WORDS[language], _alphabet(language)
    strange = [word for word in words if not (alphabet.issuperset(word) or word in own or word in known)]
    found = {
        other: [word for word in words if word in telling]
        + [word for word in strange if _alphabet(other).issuperset(word)]
        for other, telling in _telling(language).items()
    }
    best = max(found, key=lambda other: len(found[other]))
    if len(found[best]) < _TELLING or any(word in own and word not in FUNCTION_WORDS[best] for word in words):
        return ""
    clear = len(found[best]) >= max(_TELLING, len(words) / _ONE_IN) and len({*found[best]}) >= _DIFFERENT
    return best if clear else ""


def other_language(text: str, locale: Locale) -> str:
    """Return what `text` is rather written in, by its letters; empty if nothing tells."""
    letters = sum(map(str.isalpha, text))
    share = _SHARE if width(text) >= _LONG else _SHARE_OF_FEW
    for pattern, name in _letters(locale):
        found = len(pattern.findall(text))
        if found >= _FEWEST and found >= share * letters:
            return name
    return "Chinese" if locale.name == "ja" and _is_chinese(text, letters) else ""


def _is_chinese(text: str, letters: int) -> bool:
    """Tell whether a text without kana is Chinese and no Japanese heading."""
    han = _HAN_ONLY.findall(text)
    if _ANY_KANA.search(text) or len(han) < _FEWEST or len(han) <= letters / 3:
        return False
    # The Japanese comma is another one, and the characters of everyday Japanese are in JIS X 0208.
    strange = sum(not _in_jis(sign) for sign in han)
    return len(han) >= _HAN_WITHOUT_KANA or "，" in text or strange > 1  # one may be in a name


@cache
def _in_jis(sign: str) -> bool:
    try:
        sign.encode("shift_jis")
    except UnicodeEncodeError:
        return False
    return True
