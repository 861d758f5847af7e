"""Romanian."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "dl dna dnii d-na d-l dlui dnei dr prof univ conf ing av str bd bl ex de.ex cf aprox sf st resp asist "
        "lect acad jud vit șos int cal"
    ),
    not_before_number=word_set(
        "pag p pp fig art cap vol nr tel max min tab alin lit ian feb apr aug sept oct nov dec mar mai iun iul ap "
        "sc et bl sec km"
    ),
    end_before_capital=word_set("etc ș.a ş.a ș.a.m.d h ore sec mg kg ml d.hr î.hr cp cpr tbl"),
    starters=word_set(
        "el ea ei ele noi voi eu acest această acesta aceasta dacă când și dar sau nu în la pe pentru beți "
        "mâncați sunați apoi"
    ),
    lettered=word_set("vitamina vitamine hepatita hepatită tip tipul grupa"),
)
