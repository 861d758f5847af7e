"""Bengali."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set("ডা ড মো মোঃ মিঃ এস ইঞ্জি মুহা"),
    not_before_number=word_set("পৃ নং মি.লি মি.গ্রা"),
    end_before_capital=word_set("ইত্যাদি"),
)
