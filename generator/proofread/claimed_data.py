"""Sensitive data that only the words of a notice name."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import DoesNotApply
from generator.model.reference import DataCategory, Entry
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import items
from generator.proofread.word_parts import sought

_TAKES = on_demand(
    r"\b(?:we|the (?:council|authority)|our (?:staff|team|officers))\b[^.;]{0,40}?\b(?:records?|collects?"
    r"|holds?|keeps?|stores?|process(?:es)?|asks?|uses?|takes?|notes?|copy|copies|scans?|needs?|gets?"
    r"|requires?)\b(?P<what>[^.;]*)",
    re.I,
)
_TAKEN = on_demand(
    r"(?P<what>[^.;,]*?) (?:is|are) (?:also |then |always |now )*(?:collected|recorded|taken|stored|copied"
    r"|scanned|gathered|logged)\b(?! by (?!us\b|our\b|the (?:council|service|team)\b))",
    re.I,
)
_WHOSE = on_demand(r"\b(?:your|their|his or her|people['’]s|somebody['’]s|someone['’]s)\b", re.I)
_KINDS: tuple[tuple[str, str], ...] = (
    (
        r"(?:medical|health) (?:conditions?|history|records?|data|details|information)",
        r"health|medical|illness|disab|condition|\bcare|needles|lonel|feel",
    ),
    (r"disabilit(?:y|ies)", r"disab|health|help|need"),
    (r"ethnicit(?:y|ies)|ethnic (?:origin|group)", r"ethnic|racial|equality"),
    (r"religion|religious beliefs?", r"relig|belief|faith|equality"),
    (r"sexual orientation|sexuality", r"sexual|orientation|equality"),
    (r"political opinions?", r"politic|opinion"),
    (r"trade union membership", r"union"),
    (r"biometric \w+|fingerprints?", r"biometric|fingerprint|face"),
    (r"genetic \w+", r"genetic|\bdna\b"),
    (r"criminal (?:convictions?|records?|offences?)|convictions", r"crim|convict|offence|caution"),
    (r"national insurance numbers?", r"national insurance|\bni\b"),
    (r"NHS numbers?", r"\bnhs\b"),
    (r"passports?|driving licences?", r"passport|licence|identit|proof|immigration|who you are"),
    (r"bank (?:details|accounts?)|sort codes?|account numbers?", r"bank|account|payment|card|debit"),
    (r"dates? of birth", r"birth|\bage|\bborn\b"),
    (r"immigration status|nationalit(?:y|ies)", r"nationalit|immigra|right to|visa|citizen"),
    (r"(?:income|salary|savings|earnings)", r"income|money|earn|saving|financ|benefit|salary|\bpay"),
    (r"(?:vehicle registrations?|number plates?|registration numbers?)", r"plate|vehicle|registration|\bcar"),
)
"""Data by the words for it, and the words of which one stands among the data of a use that holds it."""

_DATA = [(on_demand(rf"\b(?:{named})\b", re.I), on_demand(held, re.I)) for named, held in _KINDS]
_NOT_TAKEN = on_demand(r"\b(?:not|never|no|nor|nobody|without|if|whether|only while)\b|n['’]t\b|\]\(", re.I)
_TAKES_PARTS = sought(
    *("record", "collect", "hold", "keep", "store", "process", "ask", "use", "take", "note", "cop", "scan"),
    *("need", "get", "require"),
)


@rule("claimed-data", WARNING, "UK GDPR Articles 9(1), 10 and 14(1)(d)", "data-uses")
def claimed_data(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Data that the words of a notice say is collected also stands among its data.
    Why: People look in the list for what is held. Sensitive data that only the words mention escapes the
        question which condition allows it.
    How: Add the category to `data`, with the condition that allows it; or take the words out.
    """
    use = filed.record
    if not use.data or len(tuple(items(use, register))) < len(use.data):
        return  # a category that is not on file may be the one
    listed = _listed(use, register)
    for text, sentence in sentences_of(filed, register, _TAKES_PARTS):
        match = (sentence.search(_TAKES) or sentence.search(_TAKEN)) if "data" not in text.field else None
        whose = _WHOSE.search(match["what"]) if match else None
        if match is None or whose is None or _NOT_TAKEN.search(_SAID_FIRST.sub("", sentence.text)):
            continue
        for named, held in _DATA:
            found = named.search(match["what"], whose.end())
            if found and not held.search(listed):
                yield Problem(
                    text.field,
                    f"“{found[0]}” is collected by these words, but no category in `data` holds it.",
                    "Add the category to `data`; if it is sensitive, add the condition that allows it.",
                    found[0],
                )


_MUST = on_demand(
    r"\byou (?:must|have to|need to|are (?:required|obliged) to) (?:\w+ ){0,2}?(?:answer|give|tell|provide"
    r"|state|declare|say|show|supply)\b(?P<what>[^.;]*)",
    re.I,
)
_MUST_PARTS = sought("ou must", "ou have to", "ou need to", "ou are ")


@rule("claimed-requirement", WARNING, "UK GDPR Article 13(2)(e)", "data-uses")
def claimed_requirement(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice do not make people give data that its facts say they need not give.
    Why: People give up what they could keep, because they are told that they must.
    How: Correct the words, or `required` of the entry.
    """
    use = filed.record
    for text, sentence in sentences_of(filed, register, _MUST_PARTS):
        match = sentence.search(_MUST) if "data" not in text.field else None
        if match is None or re.search(r"\b(?:not|never|no|nobody|unless)\b", match[0]):
            continue
        for named, held in _DATA:
            found = named.search(match["what"])
            asked = [item for _, item, category in items(use, register) if held.search(category.name)]
            if found and asked and all(isinstance(item.required, DoesNotApply) for item in asked):
                yield Problem(
                    text.field,
                    f"“{found[0]}”: you must give it by these words, and need not by `data`.",
                    "Correct the words, or `required` of the entry.",
                    found[0],
                )
                break


_SAID_FIRST = on_demand(r"^(?:If|When|Where|Once|As soon as)\b[^,]{0,80}, ")
"""When something is collected, said first: it is collected all the same."""


def _listed(use: DataUse, register: Register) -> str:
    """All that is said of the data of a use: names of categories, and what is in them."""
    names = (f"{category.id} {category.name}" for _, _, category in items(use, register))
    return " ".join((*names, *(part for item in use.data for part in item.includes)))


_OF_SPECIAL = on_demand(
    r"\b(?:health(?! and safety)|medical|disabilit(?:y|ies)|ethnic\w*|racial|religio\w+|sexual"
    r" (?:orientation|life)|biometric\w*|genetic\w*|political opinions?|trade union)\b",
    re.I,
)
_OF_CRIME = on_demand(r"\b(?:criminal|crimes?|convictions?|offences?|cautions)\b", re.I)


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
