"""Rules for numbers and safety: nothing that could harm a reader is lost, added or changed in translation."""

from pipeline.checks.safety.languages import codes
from pipeline.checks.safety.rules import LOCALE_RULES, RULES, has_data

__all__ = ["LOCALE_RULES", "RULES", "codes", "has_data"]
