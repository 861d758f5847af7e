"""Italian."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "dott dott.ssa dr dr.ssa prof prof.ssa sig sig.ra sig.na sigg avv ing arch on p.es ad.es es cfr c.so v.le "
        "p.zza s ss st egr gent spett geom rag sen vs ca vit mons fraz loc prov"
    ),
    not_before_number=word_set(
        "fig figg pag pagg p pp art artt cap vol n nr num tel max min tab gen feb mar apr mag giu lug ago set "
        "sett ott nov dic par comma"
    ),
    end_before_capital=word_set("ecc etc ore ora mg kg ml sec cpr cps fl"),
    end_before_starter=word_set("s.p.a s.r.l"),
    starters=word_set(
        "il lo la i gli le un una uno è se non in nel nella con per ma e o suo sua si chi che cosa quando come "
        "dopo prenda beva eviti chiami usi lui lei"
    ),
    lettered=word_set("vitamina vitamine epatite tipo gruppo"),
)
