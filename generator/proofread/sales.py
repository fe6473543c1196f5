"""Sales of data that are told beside the promise that nothing is sold."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.public_benefit import PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import OF_OTHERS
from generator.proofread.spoken import said_in, spoken_in
from generator.proofread.word_parts import sought

_NO_SALE = on_demand(
    r"\b(?:not|never|nor|nobody|no one|no)\b[^.;]{0,40}?\b(?:sell|sells|sold|sale)\b"
    r"|\bno (?:company|firm|business)(?: \w+)? (?:gets|buys|pays|sees)\b",
    re.I,
)
_SALE = on_demand(
    r"\b(?:sells?|selling|sold|buys?|bought|purchas(?:es?|ed))\b[^.;,]{0,40}?\b(?:data|records?|files?"
    r"|lists?|details|information|number plates|addresses|names|answers|footage|film|cop(?:y|ies) of (?:it"
    r"|them|this|these|the)|tables?)\b|\bsold (?:it|them|these) (?:on )?to\b",
    re.I,
)
_NOT_OURS = on_demand(
    r"\b(?:not|never|no|nobody|none|nor|cannot|without|unless|offer\w*|wanted|could|would|might|if|asked"
    r"|refus\w+|we (?:also )?(?:buy|bought|purchase)|the council (?:buys|bought)|open register|register"
    r"|whoever|they sell|anyone who|houses?|homes?|property|goods)\b|n['’]t\b|\?",
    re.I,
)


_SELLING = sought("sell", "sold", "sale", "buy", "bought", "purchas", "no company", "no firm", "no business")


def _promise_of_no_sale(filed: Filed[DataUse] | Filed[PublicBenefit], register: Register) -> str:
    """Where a promise, or a sentence of its own, says that data is not sold."""
    for text, sentence in spoken_in(register, filed.document.path).with_any(_SELLING):
        if "will_not" in text.field and sentence.search(_NO_SALE):
            return "`will_not`"
        if "will_not" not in text.field and sentence.search(_NEVER_SOLD):
            return "another sentence"
    return ""


_NEVER_SOLD = on_demand(
    r"\b(?:never|not) (?:\w+ ){0,2}?(?:sells?|sold)\b(?: or \w+)? (?:any |on )?(?:(?:of )?(?:your|the|this"
    r"|personal|it|anything)\b|data|information|to\b)|\b(?:data|information|details|records?) (?:is|are"
    r"|will) (?:never|not)(?: be)? sold\b|\bsold (?:it )?to nobody\b|\bnothing (?:is|was|has been) sold\b"
    r"|\bsold nothing\b",
    re.I,
)


_WE_SELL = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)) (?:also |may |can |will "
    r"|sometimes )*sells? (?:on )?(?:(?:your|people['’]s|the"
    r"|our|these|some) )?(?:(?:personal |contact )?(?:data|information|details|addresses|names|records"
    r"|lists? of|cop(?:y|ies) of))\b",
    re.I,
)
_SOLD_FOR = on_demand(r"\b(?:sell|sells|sold|sale|selling|buy|buys|buyers?)\b", re.I)


@rule("sale-has-a-purpose", WARNING, "UK GDPR Articles 5(1)(b), 6(1), 13(1)(c) and (e)", "data-uses")
def sale_has_a_purpose(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Where a text says that data is sold, a purpose of the data use speaks of the sale.
    Why: A sale is a use of its own, with its own lawful basis, buyers and right to object.
    How: Take the words out, or state the sale as a purpose with its basis and its recipients.
    """
    if any(_SOLD_FOR.search(purpose.purpose) for purpose in filed.record.purposes):
        return
    if _promise_of_no_sale(filed, register):
        return
    for text, match in said_in(filed, register, _WE_SELL, _NOT_OURS, _SELLING):
        if "will_not" not in text.field:
            yield Problem(
                text.field,
                f"“{match[0]}”, but no purpose here speaks of a sale.",
                "Take the words out, or state the sale as a purpose with its basis and its recipients.",
                match[0],
            )


def _sales(filed: Filed[DataUse] | Filed[PublicBenefit], register: Register) -> Problems:
    place = _promise_of_no_sale(filed, register)
    for text, match in said_in(filed, register, _SALE, _NOT_OURS, _SELLING) if place else ():
        aside = "will_not" in text.field or "also_called" in text.field
        if not aside and not OF_OTHERS.search(match.string[: match.end()]):
            yield Problem(
                text.field,
                f"“{match[0]}”, but {place} promises that nothing is sold.",
                "Correct the words, or take the promise out.",
                match[0],
            )


@rule("sale-contradicted", WARNING, "UK GDPR Article 5(1)(a)", "data-uses")
def sale_contradicted(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A data use that promises to sell nothing tells of no sale of the data.
    Why: A promise that the same page breaks costs all trust.
    How: Correct the words, or take the promise out of `will_not`.
    """
    yield from _sales(filed, register)


@rule("project-sale-contradicted", WARNING, "UK GDPR Article 5(1)(a); NDG guidance (2022)", "public-benefit")
def project_sale_contradicted(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: A project that promises to sell nothing tells of no sale of the data.
    Why: A promise that the same page breaks costs all trust.
    How: Correct the words, or take the promise out of `will_not`.
    """
    yield from _sales(filed, register)
