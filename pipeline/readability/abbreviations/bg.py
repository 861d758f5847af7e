"""Bulgarian."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set("т.е т.нар проф д-р доц акад ул бул пл обл св вж напр ок инж гр прим г-н г-жа вкл изкл ср вит"),
    not_before_number=word_set(
        "стр с фиг табл гл т чл ал тел бл ет ап № том макс мин ян февр апр авг септ окт ноем дек яну мар юни юли сеп"
    ),
    end_before_capital=word_set("т.н и.др др и.т.н т.п пр лв ст мин сек час мг кг мл хил млн млрд н.е табл капс амп"),
    starters=word_set(
        "той тя то те ние вие аз това този тази тези ако когато в на по и а но или не пийте яжте след после лекарят"
    ),
    lettered=word_set("витамин хепатит тип група"),
)
