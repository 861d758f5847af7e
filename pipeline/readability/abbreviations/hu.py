"""Hungarian."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    end_before_starter=word_set("id"),
    never_end=word_set("dr prof pl ill ún ú.n vö ld lásd ifj özv kb gr st szt ált tkp ua biz körny nb vit"),
    not_before_number=word_set(
        "sz tel fsz em ker max min u jan feb febr márc ápr máj jún júl aug szep szept okt nov dec"
    ),
    end_before_capital=word_set(
        "stb kft zrt bt rt ápr jan febr márc aug szept okt nov dec old o perc mp mg kg ml i.e i.sz tbl kapsz"
    ),
    starters=word_set("az a ő ők ez azok ezek mi ti én ha de és vagy nem hívja igyon egyen várjon utána"),
    lettered=word_set("vitamin hepatitis típus csoport"),
    ordinals=True,
)
