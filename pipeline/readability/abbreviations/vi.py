"""Vietnamese."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set("bs ths ts pgs gs ths.bs ts.bs tp tx q p v.d vd ô dr mr st n đ kts ks cn ck vit bv"),
    not_before_number=word_set("tr số hình đt max min t q p"),
    end_before_capital=word_set("v.v vv kg mg ml"),
    starters=word_set(
        "bạn anh chị ông bà họ nó chúng tôi hãy không nếu khi và nhưng hoặc các những một đây đó uống ăn gọi"
    ),
    lettered=word_set("vitamin gan nhóm loại týp"),
)
