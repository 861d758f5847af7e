"""What can be proved about finished pages, ours or anybody's, without a browser."""

from pipeline.audit.rules import AUDIT_RULES
from pipeline.audit.run import Audit

__all__ = ["AUDIT_RULES", "Audit"]
