"""Where a Thai sentence goes on behind a space.

Thai writes no sign at the end of a sentence and no space between words: a space may part sentences, clauses, names,
numbers and the items of a list. Nothing but understanding can tell them apart for certain, so this is an estimate: a
space ends a sentence if what stands on both sides is long enough for a clause, and no word says that the sentence goes
on. The length of Thai sentences is therefore less certain than that of other languages.
"""

from __future__ import annotations

import re

from pipeline.readability.patterns import later

SHORTEST = 12
"""Signs of the shortest clause; items of lists are mostly shorter. Set by hand, on the sentences of our tests."""

_LINKS = (
    "และ|หรือ|แต่|เพราะ|เนื่องจาก|ซึ่ง|ที่|โดย|เช่น|ได้แก่|เพื่อ|จึง|ก็|แล้ว|จน|รวมทั้ง|รวมถึง|ตลอดจน|ว่า|คือ|ดังนั้น|ให้|ควร|ต้อง|จะ|อาจ|"
    "สามารถ|ไม่ว่า|นอกจาก|อย่างเช่น|ทั้ง|เป็นต้น|วันละ|ครั้งละ"
)
_GOES_ON_WITH = later(_LINKS)
_GOES_ON_AFTER = later(rf"(?:{_LINKS}|ๆ|คุณ|นาย|นาง|นางสาว)$")
_CONDITION = later(r"\s*(?:ถ้า|หาก|เมื่อ|แม้|ขณะ|ก่อน|หลังจาก|ในกรณี|สำหรับ|เนื่องจาก|เพื่อ|การ)")


_FIGURE = re.compile(r" ?(?<![^\W\d_])\d[\d.,:]* ?")
_UNIT = re.compile(r"\d ?[\u0e01-\u0e2e]{1,2}\.$")
"""A unit or ``น.`` (o'clock) behind its number."""


def is_thai(sign: str) -> bool:
    """Tell whether `sign` is Thai."""
    return "\u0e00" <= sign <= "\u0e7f"


def ends_with_unit(text: str) -> bool:
    """Tell whether `text` ends with a number and the short form of a unit, which other abbreviations do not."""
    return bool(_UNIT.search(text))


def goes_on(before: str, after: str) -> bool:
    """Tell whether a sentence that ends with the space at the end of `before` goes on with `after`."""
    first, last = before.strip(), after.split(" ", 1)[0]
    behind = _FIGURE.sub("00", first).rpartition(" ")[2]
    if not is_thai(last[:1]) or len(last) < SHORTEST or len(behind) < SHORTEST:
        return True
    if _GOES_ON_WITH().match(last) or _GOES_ON_AFTER().search(first):
        return True
    # If you feel ill, see a doctor: the first space of such a sentence stands where English has a comma.
    return " " not in first and bool(_CONDITION().match(first))
