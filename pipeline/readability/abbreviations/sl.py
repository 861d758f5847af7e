"""Slovene."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    end_before_starter=word_set("ga gl"),
    never_end=word_set(
        "dr mag prof doc ing univ spec g gdč npr tj t.i oz prim sv ul pribl ok cca ca gl inž akad roj vklj dr.med vit"
    ),
    not_before_number=word_set(
        "št str sl pogl tel tab čl odst maks max min jan feb mar apr maj jun jul avg sep sept okt nov dec"
    ),
    end_before_capital=word_set("itd ipd itn idr ip i.dr i.pod ur sek mg kg ml pr.n.št n.št tbl kaps"),
    starters=word_set("to ta on ona oni mi vi jaz je ni če ko v na po in a ali pijte jejte pokličite potem nato"),
    lettered=word_set("vitamin hepatitis tip skupina"),
    ordinals=True,
)
