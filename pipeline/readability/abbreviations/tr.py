"""Turkish."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set("dr prof doç yrd op uzm av sn bkz örn yy alb öğr gör hz st say tic müh yak"),
    not_before_number=word_set("s no nr şek tab sf böl cilt tel maks min md vol"),
    end_before_capital=word_set("vb vs vd dk sn sa cad sok mah apt mg kg ml ltd şti a.ş m.ö m.s"),
    starters=word_set("bu o şu bunlar onlar biz siz ben eğer ve ama veya ya için su doktor hemen sonra"),
    lettered=word_set("vitamin vitamini hepatit tip grup grubu"),
    ordinals=True,
)
