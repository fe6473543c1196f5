"""Records and pages → findings: one small function per rule, each with its source in law."""

from generator.proofread.catalogue import RULES, Rule
from generator.proofread.html.judge import proofread_html
from generator.proofread.pages import proofread_pages
from generator.proofread.published import before_publication, proofread_published
from generator.proofread.records import proofread_records, settle
from generator.proofread.samples import proofread_samples

__all__ = [
    "RULES",
    "Rule",
    "before_publication",
    "proofread_html",
    "proofread_pages",
    "proofread_published",
    "proofread_records",
    "proofread_samples",
    "settle",
]
