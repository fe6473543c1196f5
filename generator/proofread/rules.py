"""The whole catalogue: importing this brings in every module that holds rules."""

from generator.proofread import records
from generator.proofread.catalogue import RULES
from generator.proofread.html import judge

FAMILIES = (records, judge)
"""The modules that bring in all others."""

__all__ = ["FAMILIES", "RULES"]
