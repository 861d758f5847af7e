"""The readability formulas of each language: constants, scale, bands, target and source.

The first formula of a language is the one that is reported; the others are told beside it. Constants that no page
or program could confirm are left out, and so are formulas that need a parser or a word list that we do not have.
Bands that a formula's author published are named as there; where there are none, or where they are known to be too
lenient, `cuts` are the values that English grades 6, 8 and 12 have on that scale (see `Formula.equated`).
"""

from __future__ import annotations

from pipeline.readability.formulas import Formula
from pipeline.readability.national import english, germanic, others, romance, slavonic

FORMULAS: dict[str, tuple[Formula, ...]] = {
    "en": (
        english.FLESCH_KINCAID,
        english.FLESCH_READING_EASE,
        english.SMOG,
        english.GUNNING_FOG,
        english.COLEMAN_LIAU,
        english.ARI,
    ),
    "es": (romance.SZIGRISZT, romance.FERNANDEZ_HUERTA, romance.GUTIERREZ),
    "fr": (romance.KANDEL_MOLES, romance.KANDEL_MOLES_207),
    "it": (romance.GULPEASE, romance.FLESCH_VACCA),
    "pt": (romance.ALT_ARI, romance.ALT_FRE, romance.MARTINS, romance.ALT_CLI),
    "de": (germanic.WIENER_4, germanic.WIENER_1, germanic.AMSTAD),
    "nl": (germanic.DOUMA, germanic.BROUWER),
    "sv": (germanic.lix("A", 29.9, 49.4), germanic.rix(1.7, 5.9)),
    "da": (germanic.lix("B", 30.5, 48.9), germanic.rix(1.9, 5.8)),
    "nb": (germanic.lix("B", 30.2, 49.1), germanic.rix(1.8, 6.0)),
    "pl": (slavonic.FOG_PL, slavonic.PISAREK, slavonic.PISAREK_NONLINEAR),
    "cs": (slavonic.BENDOVA,),
    "ru": (
        slavonic.PLAINRUSSIAN,
        slavonic.PLAINRUSSIAN_CLI,
        slavonic.PLAINRUSSIAN_SMOG,
        slavonic.PLAINRUSSIAN_ARI,
        slavonic.OBORNEVA,
        slavonic.MATSKOVSKIY,
    ),
    "tr": (others.ATESMAN, others.CETINKAYA),
    "el": (others.TZIMOKAS,),
    "ms": (others.KHADIJAH,),
    "ja": (others.TATEISI,),
}
"""By language; one that is not here has no formula that could be confirmed (tier D)."""
