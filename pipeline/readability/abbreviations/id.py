"""Indonesian."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "dr drg drs dra prof ir h hj k.h kh bpk sdr sdri tn ny nn yth jl jln gg kab kec kel kol st mis a.n d.a "
        "u.p s.d sbb ttg vit"
    ),
    not_before_number=word_set(
        "no hlm hal gbr tab bab ps tel tlp telp vol maks min pkl pk rp jan feb mar apr agt sep okt nov des mei "
        "jun jul agst"
    ),
    end_before_capital=word_set(
        "dll dsb dst dkk mg kg ml m.si m.sc m.kes s.kep s.ked s.kom s.pd sp.a sp.pd ph.d tabl kaps"
    ),
    starters=word_set(
        "ia dia mereka kami kita anda saya ini itu jika kalau bila dan tetapi atau tidak jangan minum makan "
        "hubungi setelah beliau"
    ),
    lettered=word_set("vitamin hepatitis tipe golongan"),
)
