"""Sensitive data that only the words of a notice name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.data_use import DataUse
from generator.model.reference import DataCategory, Entry
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.questions import items, sensitive_items

_SENSITIVE = re.compile(
    r"\bwe (?:also |may |sometimes |will |can )*(?:record|collect|hold|keep|store|process"
    r"|ask (?:you )?(?:for|about)|use)"
    r" (?:\w+ ){0,3}?(?:your |their |people's )(?:\w+ ){0,2}?"
    r"(?P<what>medical (?:conditions?|history|records?|details|information)|health (?:conditions?"
    r"|records?|data"
    r"|information|details)|disabilit(?:y|ies)|ethnicit(?:y|ies)|ethnic (?:origin|group)|religion"
    r"|religious beliefs?"
    r"|sexual orientation|political opinions?|trade union membership|biometric \w+|genetic \w+"
    r"|criminal (?:convictions?|records?|offences?)|convictions)\b",
    re.I,
)


@rule("claimed-data", WARNING, "UK GDPR Article 9(1), 10, 14(1)(d)", "data-uses")
def claimed_data(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Sensitive data that the words of a notice name also stands among its data.
    Why: Such data is forbidden without a condition; data that only the words mention escapes that test.
    How: Add the category to `data`, with the condition that allows it; or take the words out.
    """
    if not filed.record.data or any(True for _ in _sensitive(filed.record, register)):
        return
    if len(tuple(items(filed.record, register))) < len(filed.record.data):
        return  # a category that is not on file may be the one
    for text, sentence in sentences_of(filed, register, ("we ", "We ")):
        match = _SENSITIVE.search(sentence.text) if "data" not in text.field else None
        if match and not re.search(r"\b(?:not|never|no|nor)\b|n['’]t\b", sentence.text, re.I):
            yield Problem(
                text.field,
                f"“{match['what']}” is sensitive data, but no category in `data` holds it.",
                "Add the category to `data`, and the condition that allows it to the purpose.",
                match["what"],
            )


_OF_SPECIAL = re.compile(
    r"\b(?:health(?! and safety)|medical|disabilit(?:y|ies)|ethnic\w*|racial|religio\w+"
    r"|sexual (?:orientation|life)"
    r"|biometric\w*|genetic\w*|political opinions?|trade union)\b",
    re.I,
)
_OF_CRIME = re.compile(r"\b(?:criminal|crimes?|convictions?|offences?|cautions)\b", re.I)


@rule("category-sensitivity", WARNING, "UK GDPR Articles 9(1) and 10", "reference")
def category_sensitivity(entry: Entry) -> Problems:
    """
    What: A category whose name tells of health, religion, crime and the like is marked as sensitive.
    Why: No notice that uses it is asked for its condition, and none is marked for readers.
    How: Write `sensitivity: special-category`, or `criminal-offence`; or give it a name that fits.
    """
    if not isinstance(entry, DataCategory) or entry.sensitivity != "ordinary":
        return
    for pattern, wanted in ((_OF_SPECIAL, "special-category"), (_OF_CRIME, "criminal-offence")):
        match = pattern.search(entry.name)
        if match:
            yield Problem(
                ("sensitivity",),
                f"“{entry.name}” is called ordinary data.",
                f"Write `sensitivity: {wanted}`, or give it a name that fits.",
            )
            return


def _sensitive(use: DataUse, register: Register) -> Iterator[object]:
    yield from sensitive_items(use, register, "special-category")
    yield from sensitive_items(use, register, "criminal-offence")
