"""English: its abbreviations, and the syllables of its words by rules of spelling.

Rules and table are our own; they were tuned by hand on frequent words and on the vocabulary of health articles.
The counts follow general American speech, and mostly the shorter form where two are in use, as Flesch asks
(1979, How to write plain English, chapter 2).
"""

from __future__ import annotations

import re
import unicodedata

from pipeline.readability.english_exceptions import EXCEPTIONS
from pipeline.readability.sentences import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "dr mr mrs ms mx prof rev hon gen col capt lt sgt maj gov sen rep messrs e.g i.e eg ie viz cf vs ca approx "
        "resp mt ft"
    ),
    not_before_number=word_set(
        "no nos fig figs p pp ch chap sec art vol eq ref refs pt tab app ext est tel max avg "
        "jan feb mar apr jun jul aug sep sept oct nov dec"
    ),
    end_before_capital=word_set(
        "etc a.m p.m am pm tsp tbsp oz lb lbs hr hrs min mins secs wk wks mo yr yrs temp dept "
        "mon tue tues wed thu thur thurs fri sat sun"
    ),
    end_before_starter=word_set("u.s u.k u.s.a e.u d.c inc ltd co corp jr sr ph.d m.d r.n d.o st ave rd al"),
    starters=word_set(
        "the he she it we you they i this that these those there here if in on at when while a an my your our his her "
        "their its but and so no yes not do does did is are was were can will would should may must call take use ask "
        "get see tell keep try stop eat drink then what why how who where which for to after before since until as "
        "please most some many each every all both other people however also now with without"
    ),
    calendar=word_set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
        "september october november december"
    ),
    lettered=word_set(
        "vitamin vitamins hepatitis influenza type group strep part plan medicare appendix figure table section "
        "schedule option grade class step phase stage"
    ),
)

_SPELLED = str.maketrans({"æ": "e", "œ": "e", "ø": "o", "é": "ay", "ï": "yi", "’": "'"})
"""Vowels that would be lost with their marks: an accented final e is spoken (`café`), a dieresis parts (`naïve`)."""

_CONTRACTION = re.compile(r"(.+?)('s|n't|'ll|'re|'ve|'d|'m)")
_UNCHANGED = frozenset({"ca", "do", "wo", "ai", "sha"})
"""The stems of `can't`, `don't`, `won't`, `ain't` and `shan't`, where `n't` is no syllable of its own."""

_SIBILANT = re.compile(r"(?:[sxz]|[sc]h|[cgsz]e)$")
_VOWELS = re.compile(r"[aeiouy]+")

_ENDINGS = (
    "ly|li(?:hood|ness)|less|ness|ment|ful|some|time|work|land|line|like|wise|where|thing|body|side|ward|back|board|"
    "mark|man|men|room|ground|house|maker|guard|book|ball|wide|stone|field|stock|style"
)
_BEGINNINGS = (
    "ther|wher|her|som|for|hom|shar|lif|tim|car|saf|whol|tak|typ|ey|fac|sid|bas|nin|fir|mor|nam|not|spac|wid|smok|"
    "whit|hous|hors|nurs|thes|els|guid|brid|min|vin"
)
_SILENT = (
    # An e is silent before an ending and between the parts of a compound: safely, hopeless, lifelong.
    (re.compile(rf"(?<=[aeiouy][^aeiouy])e(?=(?:{_ENDINGS})[a-z]{{0,4}}$)"), ""),
    (re.compile(r"(?<=nc|ng|ns|rg|rc|rs|rv|lv|dg|st)e(?=(?:ly|less|ness|ment|ful)[a-z]{0,4}$)"), ""),
    (re.compile(rf"^({_BEGINNINGS})e(?=[bcdfghjklmpqtwy][a-z]|s[^t][a-z]|nee|ness|r[^sny][a-z])"), r"\1"),
    # -ically is said -icly.
    (re.compile(r"(?<=[aeiouy].ic)al(?=ly$)|(?<=[aeiouy]..ic)al(?=ly$)"), ""),
    # headaches: here -ches is no hiss.
    (re.compile(r"(?<=[dhkr]a)che(?=s$)"), "k"),
    # qu is a consonant; -gue after a vowel has a silent tail: league, vague, but argue.
    (re.compile(r"qu(?=[aeiouy])"), "q"),
    (re.compile(r"(?<=[aeion])gue(?=s?$)"), "g"),
    # -ed is spoken after t and d, and after r with a consonant (hundred); handled is like handle.
    (re.compile(r"(?<=[^aeiouylr]l)ed$"), "e"),
    (re.compile(r"(?<=[^dte])(?<![^aeiouyr]r)ed$"), ""),
    # -es is spoken after a hiss and in tables; after a vowel it is part of the group.
    (re.compile(r"(?<=[^aeiouysxzcgh])(?<![^aeiouylrw]l)(?<![btc]r)es$|(?<=[^aeiouysc]h)es$"), "s"),
    # A final e is silent after a consonant, save in table and fibre.
    (re.compile(r"(?<=[^aeiouy])(?<![^aeiouylrw]l)(?<![btc]r)e$"), ""),
)
"""Silent vowels and what stands for them, applied in this order."""

_HIATUS = re.compile(
    r"""
    (?=[aeiouy]{2})(?:
    # i before a: media, dialysis, associate; not social, Asian, marriage, brilliant
      (?<![cgtsx])(?<!sh)(?<!l(?=ia[nr](?!c)))(?<!arr)i(?=a)
    | (?<=[ct])i(?=at) | (?<=st)i(?=ani) | (?<=ps)i(?=a) | (?<=s)i(?=as[mt])
    # i before o, u, i: radio, biology, ratio, physiology, calcium; not nation, union, million
    | (?<![cgtsxnh])(?<!ll)i(?=o) | (?<=[cgtsxh])i(?=o(?![nu])) | (?<=ph|ch)i(?=o) | i(?=[ui])
    # i before e: diet, science, nutrient, easier; not patient, field
    | (?<![ctnls])i(?=en[ct]) | (?<=^cl)i(?=en) | (?<!nsc)(?<=sc)i(?=en)
    | i(?=eth$|et(?:y|ies|ly|s|$|ar|ic)) | (?<=[^aeiouy])i(?=ers?$|est$)
    # y: player, royal, trying, embryo; not eyes, canyon
    | (?<=[aeou])y(?=[aiou]|e(?:[^sd]|[sd].)) | (?<=[^aeiouyn])y(?=a(?!rd)|o|i|er) | (?<=n)y(?=i)
    # e before o: video, theory, nucleotide, homeopathy, trachea, geology, cutaneous
    | (?<=[dnrt])e(?=o(?!n[es]|u|r$)) | (?<=cl)e(?=o) | e(?=o(?:log|path|sta)) | (?<=[ct]h)e(?=o)
    | ^e(?=os) | (?<=^g)e(?=o(?!r)) | (?<=[cdln-ru])e(?=ou)
    # e before u and a: museum, create, area, cornea, esophageal, theater, diarrhea
    | e(?=ums?$|us$) | (?<=cr)e(?=at(?!u)) | (?<=lin)e(?=a) | (?<=[aeiouy][drs])e(?=a$) | (?<=[aeiouy][cpr][hnr])e(?=a$)
    | (?<=a[gn]|[eo]r|on|rn|ch|ut|in)e(?=al$) | (?<=ar|id)e(?=as$) | (?<=^th)e(?=at[er]) | (?<=rrh|rho)e(?=a)
    # pre- and re- before a vowel: preexisting, react, reinforce
    | (?<=^pr)e(?=e[cmnx]) | (?<=^r)e(?=a(?:b|ct|pp|li[gstz]|ss|rr|dj|ff)|in[a-z]{3}|im|e[lnmsv]|o[cprb]|u[nps])
    # u: actual, evaluate, fluent, ruin, continuous; not language, persuade
    | (?<![gqs])u(?=a) | (?<=s)u(?=al) | (?<![gq])u(?=en[ct]|els?$|el[lt]) | (?<!q)u(?=it(?:y|ies|i[ov]|ous)|ous)
    | (?<![gq])u(?=id(?:s|ity)?$|in(?:s|e|ed|ly)?$|icid) | uu | (?<=d)u(?=o) | (?<=fl)u(?=ox)
    # o: poem, gastroenteritis, coordinate, heroic, osteoarthritis; a: chaos, aorta, mosaic
    | (?<=p)o(?=e[mt]) | (?<=[tu]r)o(?=e[^sdy]) | (?<=^c)o(?=e[^dl]|ord|operat|inc|ali)
    | o(?=analy|intes) | (?<=te)o(?=a) | (?<=[rt])o(?=ic(?:s|al)?$) | a(?=o) | a(?=ic(?:s|al)?$)
    # an ending on a vowel: being, going, continuing
    | [aeou](?=ings?$)
    )
    # m as a syllable: spasm, rhythm; and names in Mc
    | (?<=[aeiouy])sms?$ | thms?$ | ^mc(?=[^aeiouy])
    """,
    re.VERBOSE,
)
"""Places where two written vowels are two syllables, or where a syllable has no written vowel."""


def count_syllables(word: str) -> int:
    """Return the number of syllables of a `word` of letters and apostrophes; at least 1."""
    word = word.lower().translate(_SPELLED)
    if found := _CONTRACTION.fullmatch(word):
        return _contraction(*found.groups())
    plain = "".join(letter for letter in unicodedata.normalize("NFD", word) if "a" <= letter <= "z")
    return _exception(plain) or count_by_rule(plain)


def _contraction(stem: str, ending: str) -> int:
    """Count a word with a shortened one behind it: the ending is a syllable where it could not be said without."""
    if ending == "n't":
        spoken = stem not in _UNCHANGED
    elif ending == "'s":
        spoken = bool(_SIBILANT.search(stem))
    else:
        spoken = stem[-1] == "t" or (ending in {"'ve", "'ll"} and stem[-1] in "dt")
    return count_syllables(stem) + spoken


def _exception(word: str) -> int:
    """Return the count of a word in the table, also with -s or -ly behind it; 0 if it is not there."""
    if count := EXCEPTIONS.get(word):
        return count
    if word.endswith("s") and (count := EXCEPTIONS.get(word[:-1])):
        return count + bool(_SIBILANT.search(word[:-1]))
    if word.endswith("ly") and (count := EXCEPTIONS.get(word[:-2])):
        return count + 1
    return 0


def count_by_rule(word: str) -> int:
    """Return what the spelling of a lower-case `word` of plain letters says, without the table of exceptions."""
    for silent, spoken in _SILENT:
        word = silent.sub(spoken, word)
    return max(1, len(_VOWELS.findall(word)) + len(_HIATUS.findall(word)))
