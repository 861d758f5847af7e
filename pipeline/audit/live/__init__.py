"""What can only be proved about pages as a browser shows them.

Nothing here drives a browser: `measure.js` measures inside of a page, `sight` keeps what was measured, and `rules` say
what is wrong with it.
"""

from pipeline.audit.live.rules import LIVE_RULES, TREE
from pipeline.audit.live.run import LiveAudit
from pipeline.audit.live.sight import AXE_RUN, MEASURE, MODES, Mode, Sight, shape, wrong_stops

__all__ = ["AXE_RUN", "LIVE_RULES", "MEASURE", "MODES", "TREE", "LiveAudit", "Mode", "Sight", "shape", "wrong_stops"]
