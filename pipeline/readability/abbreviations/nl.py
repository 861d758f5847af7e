"""Dutch."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "dr drs mr ir ing prof dhr mevr mw bijv bv d.w.z dwz m.b.v m.b.t t.a.v i.v.m i.p.v i.t.t m.u.v n.a.v "
        "t.o.v t.g.v o.a b.v a.h.w m.i ca resp incl excl evt z.g zgn st vgl med jl vs mej o.b.v vit burg gem prov"
    ),
    not_before_number=word_set(
        "nr nrs blz p pp fig art tel max min afb hfst tab jan feb mrt apr aug sept okt nov dec juni juli sep"
    ),
    end_before_capital=word_set("enz etc e.d e.a m.a.w e.v uur sec mg kg ml pag tabl caps"),
    end_before_starter=word_set("b.v n.v jr sr"),
    starters=word_set(
        "de het een hij zij ze u wij we ik dit dat deze die als bij in na er en maar of om voor met zijn neem "
        "drink bel gebruik lees vraag daarna dan ook niet"
    ),
    lettered=word_set("vitamine vitamines hepatitis type groep griep"),
)
