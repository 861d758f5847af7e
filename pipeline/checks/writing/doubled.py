"""Where the same word may well stand twice in a row."""

_LANGUAGES = """
    as bn bo dz eu fil gu haw hi hil id ja jbo jv km kn ko lo mi ml mr ms my ne nso or pa sa sd si st su ta te
    th tl tn tok tr ur vi yo yue zh
"""
DOUBLING_LANGUAGES = frozenset(_LANGUAGES.split())
"""Languages that double words for the plural or for stress, or have no spaces between them.

After Weblate's list for its check of duplicate words, with the languages of the islands and of Southeast Asia added."""

_WORDS = {
    "ar": "جدا جدًا رويدا رويدًا شيئا",
    "ca": "se us",
    "cs": "se si",
    "da": "at der det den",
    "de": "das dem den denen der die es ihr sich sie",
    "en": "had that",
    "es": "como para",
    "fr": "nous vous",
    "gl": "se como",
    "he": "לאט אט יום",
    "it": "man mano piano poco via",
    "nb": "at det den der",
    "nds": "dat de das",
    "nl": "dat de die er het ze",
    "no": "at det den der",
    "oc": "se",
    "pl": "się",
    "pt": "como para se",
    "ru": "еле чуть",
    "sq": "të",
    "sv": "att det den som",
}
MAY_DOUBLE = {language: frozenset(words.split()) for language, words in _WORDS.items()}
"""Words by language that a sentence may hold twice in a row: ``vous vous levez``, ``die, die``."""
