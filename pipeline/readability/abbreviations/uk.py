"""Ukrainian."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    end_before_starter=word_set("ім"),
    never_end=word_set(
        "т.зв т.е проф д-р доц акад вул просп пров пл обл св див напр ок бл прим інж м о канд віт бул ред"
    ),
    not_before_number=word_set(
        "стор с рис табл гл п пп ст тел буд кв корп № том т ч січ лют бер квіт трав черв лип серп вер жовт лист "
        "груд макс мін оф прим"
    ),
    end_before_capital=word_set("т.д т.п ін та.ін ст н.е грн коп хв сек год мг кг мл тис млн млрд табл капс амп"),
    starters=word_set(
        "він вона воно вони ми ви я це цей ця ці якщо коли у в на по і й а але або не пийте їжте потім лікар для при"
    ),
    lettered=word_set("вітамін вітаміну гепатит тип група"),
)
