"""Slovak."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "mudr mddr mvdr pharmdr mgr bc ing dr doc prof phdr rndr judr napr t.j tj tzn tzv t.z resp popr príp cca "
        "ca ul nám sv pí p event vrát odd prim vit"
    ),
    not_before_number=word_set(
        "č čís str s obr tab kap ods tel max min roč jan feb mar apr máj jún júl aug sept okt nov dec vyd odd"
    ),
    end_before_capital=word_set("atď apod pod a.pod a.i ap etc min hod sek mg kg ml n.l tis mil mld csc tbl tob cps"),
    starters=word_set(
        "to ten tá on ona oni my vy ja je nie ak keď v na po a ale alebo pite jedzte volajte zavolajte potom"
    ),
    lettered=word_set("vitamín vitamin hepatitída typ skupina"),
    ordinals=True,
)
