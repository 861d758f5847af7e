"""French."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "m mm mme mmes mlle mlles dr drs pr prof me mgr st ste p.ex ex c.-à-d c.à.d env cf bd av boul chap adm "
        "réf resp vs s.v.p j.-c vit pl sq bât rte"
    ),
    not_before_number=word_set(
        "fig p pp n no vol art tél tel max min éd tab janv févr avr juil sept oct nov déc chap ann appt mar juin"
    ),
    end_before_capital=word_set("etc h mn sec mg kg ml cl comp gél cp amp"),
    end_before_starter=word_set("s.a cie inc"),
    starters=word_set(
        "le la les un une des il elle ils elles on nous vous je ce cela ces cette si en au aux et mais ou pour "
        "dans par avec sans son sa ses votre vos prenez buvez appelez consultez évitez voir lavez donnez"
    ),
    lettered=word_set("vitamine vitamines hépatite type groupe grippe"),
)
