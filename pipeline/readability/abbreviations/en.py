"""English."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "dr mr mrs ms mx prof rev hon gen col capt lt sgt maj gov sen rep messrs e.g i.e eg ie viz cf vs ca "
        "approx resp mt ft vit drs"
    ),
    not_before_number=word_set(
        "no nos fig figs p pp ch chap sec art vol eq ref refs pt tab app ext est tel max avg jan feb mar apr jun "
        "jul aug sep sept oct nov dec sect para apt bldg rm suppl"
    ),
    end_before_capital=word_set(
        "etc a.m p.m am pm tsp tbsp oz lb lbs hr hrs min mins secs wk wks mo yr yrs temp dept mon tue tues wed "
        "thu thur thurs fri sat sun tabs caps susp inj"
    ),
    end_before_starter=word_set("u.s u.k u.s.a e.u d.c inc ltd co corp jr sr ph.d m.d r.n d.o st ave rd al"),
    starters=word_set(
        "the he she it we you they i this that these those there here if in on at when while a an my your our his her "
        "their its but and so no yes not do does did is are was were can will would should may must call take use ask "
        "get see tell keep try stop eat drink then what why how who where which for to after before since until as "
        "please most some many each every all both other people however also now with without"
    ),
    calendar=word_set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
        "september october november december"
    ),
    lettered=word_set(
        "vitamin vitamins hepatitis influenza type group strep part plan medicare appendix figure table section "
        "schedule option grade class step phase stage"
    ),
)
