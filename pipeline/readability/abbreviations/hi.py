"""Hindi."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set("डॉ डा प्रो मो पं स्व सु.श्री मि कु ई.पू अ.भा"),
    not_before_number=word_set("पृ क्र सं मि.ली मि.ग्रा कि.ग्रा से.मी जन फ़र फर अप्रै जुल अग सित सितं अक्टू अक्तू नव नवं दिस दिसं"),
    end_before_capital=word_set("इत्यादि आदि"),
)
