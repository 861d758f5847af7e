"""Danish."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "dr prof hr fr frk f.eks feks bl.a bla d.v.s dvs fx s.k såk t.o.m f.o.m p.g.a pga ift vedr jf evt ca resp "
        "inkl ekskl cand sct skt pr d mht iht m.h.t i.h.t vs dr.med cand.med vit"
    ),
    not_before_number=word_set(
        "kl nr s fig kap max min tlf tel tab stk jan feb apr aug sept okt nov dec sep art afs pct man tirs ons "
        "tors fre lør søn"
    ),
    end_before_capital=word_set(
        "osv o.s.v mv m.v m.m mm m.fl mfl etc o.l ol o.lign e.l f.kr e.kr sek mg kg ml tabl kaps pct"
    ),
    starters=word_set("det den de han hun vi du i jeg en et hvis og men på for med ved når her der så tag ring læs"),
    lettered=word_set("vitamin hepatitis type gruppe"),
    ordinals=True,
)
