"""Swahili."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set("bw bi dkt dr prof mhe mch taz k.v k.m mf vit"),
    not_before_number=word_set("uk kur na nam sim s.l.p juz max"),
    end_before_capital=word_set("n.k nk k.k b.k k.w mg kg ml"),
    starters=word_set(
        "ni hii hiyo huyu huyo hili hizi hizo yeye wao sisi mimi wewe kama ikiwa na lakini au kila usi piga kunywa "
        "kula nenda baada kabla kuna hakuna"
    ),
    lettered=word_set("vitamini hepatitisi aina kundi"),
)
