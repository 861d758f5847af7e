"""Polish."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    end_before_starter=word_set("im os"),
    never_end=word_set(
        "dr prof hab inż mgr med lic doc dypl red ks św bł np tj tzn tzw m.in ok ul al pl zob por ds gen płk kpt "
        "śp ww wg vs ew dot przyp cd mec lek.med dr.n.med n.med wit dn m.st"
    ),
    not_before_number=word_set(
        "nr str s rys tab p pp godz pkt poz ust art rozdz tel maks min max t tom sty lut kwi cze sie wrz paź gru "
        "pok lok zał obr"
    ),
    end_before_capital=word_set(
        "itd itp m.in zł gr kg mg ml ha br pt pn wt śr czw sob niedz n.e p.n.e sek etc tys mln mld lek tabl kaps amp"
    ),
    starters=word_set(
        "to on ona ono oni my ty wy ja jest nie jeśli gdy w na po i a ale lub pij jedz zadzwoń weź potem dlatego ma"
    ),
    lettered=word_set("witamina witaminy witaminę hepatitis typ grupa grypa wzw"),
    ordinals=True,
)
