"""Russian."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    end_before_starter=word_set("им"),
    never_end=word_set(
        "т.е т.к т.н т.наз гг вв гн гр проф д-р доц акад ул пр-т пер просп пл наб обл св ср см напр ок прим тов "
        "инж т.о канд п.п вит мкр бул ред"
    ),
    not_before_number=word_set(
        "стр с рис табл гл п пп ст тел д кв корп № том т ч янв февр апр авг сент окт нояб дек макс мин мар июн "
        "июл сен ноя пом оф"
    ),
    end_before_capital=word_set(
        "и.т.д т.д т.п и.т.п др пр и.др и.пр н.э руб коп мин сек час мг кг мл тыс млн млрд чел шт табл капс амп долл"
    ),
    starters=word_set(
        "он она оно они мы вы я это этот эта эти если когда в на по и а но или не пейте ешьте звоните позвоните "
        "потом врач у для при"
    ),
    lettered=word_set("витамин витамина витамины гепатит тип группа группы"),
)
