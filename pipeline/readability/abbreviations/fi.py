"""Finnish."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set("esim ts ks vrt prof tri t n ns nk fil lääk dos toim huom ent arv os vit kts vas oik"),
    not_before_number=word_set("s nro puh tel klo kpl kuv art max min enint väh n ed"),
    end_before_capital=word_set("jne ym yms tms mm jms etc min sek mg kg ml eaa jaa tabl kaps"),
    starters=word_set("se ne hän he me te minä sinä tämä nämä jos kun ja mutta tai ei on ota soita kysy juo lue"),
    lettered=word_set("vitamiini hepatiitti tyyppi ryhmä"),
    ordinals=True,
)
