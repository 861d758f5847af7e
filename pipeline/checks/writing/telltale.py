"""Letters that tell apart languages of one script: those that a text in one of them does not hold."""

from __future__ import annotations

import re
from functools import cache

from pipeline.checks.writing.scripts import LETTERS
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
_SHARE = 0.03


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


def other_language(text: str, locale: Locale) -> str:
    """Return what `text` is rather written in, by its letters; empty if nothing tells."""
    for pattern, name in _letters(locale):
        found = len(pattern.findall(text))
        if found >= _FEWEST and found >= _SHARE * sum(map(str.isalpha, text)):
            return name
    if locale.name == "ja" and not _ANY_KANA.search(text):
        han = len(_HAN_ONLY.findall(text))
        return "Chinese" if han >= _HAN_WITHOUT_KANA and han > 0.9 * sum(map(str.isalpha, text)) else ""
    return ""
