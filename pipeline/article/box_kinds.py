"""The kinds of boxes (admonitions) that an author can write, by their classes."""

from __future__ import annotations

EMERGENCY, URGENT, SOON, SELF_CARE = "emergency", "urgent", "soon", "self-care"
CARE = (EMERGENCY, URGENT, SOON, SELF_CARE)
"""What to do, the most pressing first: as the care cards of the NHS service manual, and one for help of one's own."""

KEY_FACTS = "key-facts"
IMPORTANT = ("danger", "critical")
PLAIN = ("note", "tip", "info")

KINDS = (*CARE, KEY_FACTS, *IMPORTANT, *PLAIN)
