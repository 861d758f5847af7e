"""Norwegian."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "dr prof hr fr f.eks feks bl.a bla d.v.s dvs s.k såk t.o.m f.o.m p.g.a pga ift vedr jf evt ca resp inkl "
        "ekskl cand st pr m.t.p ang kgl vs dr.med cand.med vit"
    ),
    not_before_number=word_set(
        "kl nr s fig kap maks max min tlf tel tab jan feb apr aug sept okt nov des sep art avs man tirs ons tors "
        "fre lør søn"
    ),
    end_before_capital=word_set("osv o.s.v mv m.v m.m mm m.fl mfl etc o.l ol e.l f.kr e.kr sek mg kg ml tabl kaps pst"),
    starters=word_set("det den de han hun vi du dere jeg en et hvis og men på for med ved når her der så ta ring les"),
    lettered=word_set("vitamin hepatitt type gruppe"),
    ordinals=True,
)
