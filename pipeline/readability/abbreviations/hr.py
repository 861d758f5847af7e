"""Croatian."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "dr mr prof doc prim ing dipl spec g gđa gđica gosp npr tj tzv odn sv ul cca ca usp akad rođ uklj nar "
        "dr.sc dr.med vit"
    ),
    not_before_number=word_set("br str sl čl st tel tab gl toč maks max min sij velj ožuj trav svib srp kol ruj stud"),
    end_before_capital=word_set("itd i.sl sl itsl i.dr dr n.e pr.kr min sat sek mg kg ml god tbl kaps"),
    starters=word_set("to taj ta on ona oni mi vi ja je nije ako kad u na po i a ali ili pijte jedite nazovite zatim"),
    lettered=word_set("vitamin hepatitis tip skupina"),
    ordinals=True,
)
