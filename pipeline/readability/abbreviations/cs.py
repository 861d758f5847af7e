"""Czech."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "mudr mddr mvdr pharmdr mgr bc ing dr doc prof phdr rndr judr např tzn tj t.j tzv resp popř příp cca ca "
        "ul nám sv pí p tř kupř event vč max odd prim viz arch akad ev vit"
    ),
    not_before_number=word_set("č čís str s obr tab kap odst tel max min roč vyd odd pol"),
    end_before_capital=word_set(
        "apod atd aj ap etc min hod sek kč mg kg ml n.l př.n.l pod csc drsc tis mil mld tbl tob cps amp"
    ),
    starters=word_set(
        "to ten ta on ona oni my vy já je není pokud když v na po a ale nebo pijte jezte volejte zavolejte pak potom"
    ),
    lettered=word_set("vitamin vitamín vitaminu hepatitida hepatitidy typ skupina"),
    ordinals=True,
)
