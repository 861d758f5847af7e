"""Portuguese."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "dr dra drs dras sr sra srs sras srta srtas prof profa profª prof.ª drª d dª v exa exmo exma ilmo ilma "
        "p.ex ex av r al eng gen st sto sta resp vs vit arq trav pça rod"
    ),
    not_before_number=word_set(
        "fig figs p pp pág págs pag art cap vol núm num nº n tel max máx mín min aprox ed tab jan fev mar abr mai "
        "jun jul ago set out nov dez apt apto bl km ref"
    ),
    end_before_capital=word_set("etc h hs seg mg kg ml a.m p.m cia ltda comp caps cps"),
    end_before_starter=word_set("s.a s.p e.u.a eua jr"),
    starters=word_set(
        "o a os as um uma ele ela eles elas é se não em no na com para mas e ou seu sua isso este esta esse essa "
        "quando como tome use veja ligue beba evite leve procure"
    ),
    lettered=word_set("vitamina vitaminas hepatite tipo grupo gripe"),
)
