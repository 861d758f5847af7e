"""Indonesian and Malay: one syllable for each vowel letter; ai, au, oi are one only at the end of a word.

Exact on words of rank 5,001-10,000 against espeak-ng: id 97.1 % (pyphen 82.2 %); ms 97.3 %.
"""

from __future__ import annotations

from pipeline.readability.syllable_rules.engine import Rules

RULES = Rules(
    nuclei="a[iu]j?$|oi$|ei$|[aeiouéè]",
    rewrites=(
        # selesai-kan, pakai-an, walau-pun, but baik-lah and main-kan: a root on a consonant has two syllables there
        ("(?<!^b)(?<!^l)ai(?=kan$|kannya$|an$|annya$|lah$|nya$|mu$|ku$|i$)", "ay"),
        # In names: Soeharto, Boediono by the old spelling; Quran
        ("^soe|(?<=[bd])oe(?=[dnp])", "u"),
        ("qu(?=[aeio])", "q"),
        ("au(?=pun$|kah$|kan$|lah$|an$|i$)", "aw"),
        ("^au(?=[dstl])|^au(?=to)|(?<=s)au(?=dar|di)|(?<=tr)au(?=m)|(?<=p)au(?=l)|(?<=r)au(?=t$)", "aw"),
        ("(?<=g)ai(?=mana)|(?<=^m)ai(?=l)|(?<=em)ai(?=l)|(?<=s)ai(?=n$)", "ay"),
    ),
)
