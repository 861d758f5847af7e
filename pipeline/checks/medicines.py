"""Names of medicines, known by their endings.

International nonproprietary names share a stem within a group of substances; the stems are those of the World Health
Organization's *The use of stems in the selection of International Nonproprietary Names* (2018) that stand at the end
of a name and at the end of few other words. Names without such a stem that people buy without a prescription follow.
"""

from __future__ import annotations

import re

_STEMS = (
    "adol afil alol amivir arabine arol astine azepam azolam azoline barbital bactam cainide caine cillin coxib "
    "cycline dipine dronate ergoline fenac fibrate floxacin formin gliflozin gliptin glitazone glutide gramostim "
    "icam lukast mab mycin nidazole olol oxacin oxicam parin platin prazole pril profen profin racetam relin sartan "
    "setron sidone statin tadine terol tidine tinib triptan triptyline vastatin vir xaban zepam zolam zolid "
    "conazole thiazide semide lactone sone solone phylline tropium codone morphone"
)
_NAMES = (
    "paracetamol acetaminophen aspirin naproxen codeine morphine insulin warfarin metamizole loperamide lithium "
    "methotrexate levothyroxine digoxin baclofen tizanidine gabapentin pregabalin quinine tramadol fentanyl"
)
_LEAST = 3
"""Letters before a stem."""

_PATTERN = re.compile(
    rf"(?<!\w)(?:\w{{{_LEAST},}}(?:{'|'.join(_STEMS.split())})|{'|'.join(_NAMES.split())})[aeos]?(?!\w)"
)
_WORDS = frozenset({"stone", "person", "reason", "season", "poison", "unison", "comparison", "liaison", "prison"})


def medicines(text: str) -> list[str]:
    """Return what seems to be the name of a medicine in `text`, in small letters, in order."""
    return [name for name in _PATTERN.findall(text.casefold()) if name.rstrip("s") not in _WORDS]
