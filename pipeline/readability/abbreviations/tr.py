"""Turkish."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    end_before_starter=word_set("cad sok mah apt bulv blv"),
    never_end=word_set("dr prof doç yrd op uzm av sn bkz örn yy alb öğr gör hz st say tic müh yak vit"),
    not_before_number=word_set("s no nr şek tab sf böl cilt tel maks min md vol oca şub nis haz ağu eyl"),
    end_before_capital=word_set("vb vs vd dk sn sa mg kg ml ltd şti a.ş m.ö m.s tb tbl kaps"),
    starters=word_set("bu o şu bunlar onlar biz siz ben eğer ve ama veya ya için su doktor hemen sonra"),
    lettered=word_set("vitamin vitamini hepatit tip grup grubu"),
    ordinals=True,
)
