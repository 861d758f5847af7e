"""Spanish."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "sr sra srta sres sras dr dra drs dres prof profa d dña ud uds vd vds lic ing arq av avda c ctra gral "
        "dpto depto ee ff p.ej p.e ej st sta sto mons exc excmo excma ilmo vit mtro mtra pza gob cnel"
    ),
    not_before_number=word_set(
        "núm num nro n pág págs pag p pp fig figs art cap vol tel tfno máx mín ed aprox hab ene feb abr ago sept "
        "oct nov dic mar jun jul sep ap apdo km ref"
    ),
    end_before_capital=word_set("etc a.m p.m h min seg mg kg ml cc cda cdta uu.ee comp tab cáps amp"),
    end_before_starter=word_set("ee.uu uu s.a s.l cía jr"),
    starters=word_set(
        "el la los las un una unos unas es si no en su sus se le les lo con por para pero y o al esto esta este "
        "estos ella él ellos usted ustedes tome use vea llame consulte vacúnese hay cuando como también allí "
        "muchos"
    ),
    lettered=word_set("vitamina vitaminas hepatitis tipo grupo gripe"),
)
