"""Swedish."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "dr prof t.ex tex bl.a bla d.v.s dvs s.k sk fr.o.m f.o.m t.o.m p.g.a pga i.o.m m.a.o resp ev ca st jfr "
        "f.d tf inkl exkl obs vs dr.med med.dr vit"
    ),
    not_before_number=word_set("kl nr s sid fig kap max min tel tab jan febr apr aug sept okt nov dec sep mars ca"),
    end_before_capital=word_set("osv o.s.v m.m mm m.fl mfl etc o.d o.dyl e.kr f.kr tim sek mg kg ml tabl kaps"),
    starters=word_set("det den de han hon vi du ni jag en ett om och men i på för med vid när här där så ta ring läs"),
    lettered=word_set("vitamin hepatit typ grupp"),
    ordinals=True,
)
