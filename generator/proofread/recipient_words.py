"""Who gets the data by the words of a notice, held against its list of recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.reference import Organisation
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import OPEN, sentences_of
from generator.proofread.once import once

_PASSES = (
    r"\b(?:we|the council|our (?:staff|team|officers)) (?:also |may |can |will |sometimes |often "
    r"|routinely )*"
    r"(?:share|pass|send|give|disclose|forward|supply|provide|report)\b"
)
_OURS = (
    r"(?:your|the|this|these|all|it|them|any|personal|names?|details|data|information|records?|film"
    r"|figures)\b"
)
_SHARES = re.compile(rf"{_PASSES} (?:\w+ ){{0,3}}?{_OURS}[^.;]{{0,60}}? (?:to|with) (?P<whom>[^.;]*)", re.I)
_NEVER = re.compile(
    r"\b(?:never|not) (?:\w+ )?(?:share|pass|send|give|disclose|forward|supply|show)\b (?:it|them|film|this"
    r"|(?:your |the |any )?(?:data|details|information|records?|film|footage|answers))\b(?: on)?"
    r" (?:to|with) (?P<whom>[^.;]*)",
    re.I,
)
_NARROWED = re.compile(
    r"\b(?:unless|except|without|other than|for (?:marketing|research|adverts|advertising|its|their)|so that"
    r"|to help"
    r"|about|old|live)\b",
    re.I,
)


@once
def _called(register: Register) -> Mapping[str, Organisation]:
    """The organisations on file by the names that can only mean them."""
    names: dict[str, Organisation] = {}
    for body in register.organisations.values():
        for name in (body.name, body.short_name or ""):
            if len(name) > 3 or name.isupper():
                names[name.lower().removeprefix("the ")] = body
    return names


def _named(words: str, register: Register) -> Iterator[tuple[str, Organisation]]:
    lower = words.lower()
    for name, body in _called(register).items():
        at = lower.find(name) if name in lower else -1
        if at >= 0 and not lower[at - 1 : at].isalnum() and not lower[at + len(name) :][:1].isalnum():
            yield words[at : at + len(name)], body


def _gets(use: DataUse, body: Organisation, register: Register) -> bool:
    """Whether a body is known to have to do with the data of a use."""
    known = {recipient.organisation for recipient in entries(use.recipients)}
    known |= {controller.organisation for controller in use.controllers}
    known |= {giver for item in use.data for giver in item.from_organisations}
    return body.id in known | {register.site.controller}


@rule("claimed-recipient", WARNING, "UK GDPR Articles 13(1)(e) and 14(1)(e)", "data-uses")
def claimed_recipient(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: An organisation to which the words of a notice send data stands among its recipients.
    Why: People look for who gets their data in the list; whoever only a sentence names is missed there.
    How: Add it to `recipients` with why and in which role, or take the sentence out.
    """
    for text, sentence in sentences_of(
        filed, register, ("share", "pass", "send", "give", "disclose", "report", "suppl")
    ):
        match = _SHARES.search(sentence.text) if "recipients" not in text.field else None
        if match is None or OPEN.search(sentence.text):
            continue
        for name, body in _named(match["whom"], register):
            if not _gets(filed.record, body, register):
                yield Problem(
                    text.field,
                    f"The words send data to {name}, which is not among the recipients.",
                    "Add it to `recipients` with why and in which role, or take the sentence out.",
                    name,
                )


@rule("promise-to-recipients", WARNING, "UK GDPR Article 5(1)(a)", "data-uses")
def promise_to_recipients(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Nobody to whom `will_not` promises to give nothing stands among the recipients.
    Why: The promise and the list contradict each other on one page, and the promise is what people remember.
    How: Say in the promise what exactly is not given, or take the recipient out.
    """
    got = {recipient.organisation for recipient in entries(filed.record.recipients)}
    for number, promise in enumerate(filed.record.will_not):
        match = _NEVER.search(promise)
        if match is None or _NARROWED.search(promise):
            continue
        for name, body in _whom(match["whom"], register):
            if body.id in got:
                yield Problem(
                    ("will_not", number),
                    f"This promises to give nothing to {name}, which is among the recipients.",
                    "Say in the promise what exactly is not given, or take the recipient out.",
                )


_KINDS = {"police": re.compile(r"\bthe police\b", re.I), "court": re.compile(r"\bthe courts?\b", re.I)}


def _whom(words: str, register: Register) -> Iterator[tuple[str, Organisation]]:
    yield from _named(words, register)
    for kind, pattern in _KINDS.items():
        match = pattern.search(words)
        if match:
            yield from ((match[0], body) for body in register.organisations.values() if body.kind == kind)


_AWAY = (
    r"(?:outside(?: of)?|out of|beyond) (?:the )?(?:UK|U\.K\.|United Kingdom|country|British Isles)\b"
    r"|\b(?:abroad|overseas)\b"
)
_DATA = (
    r"(?:(?:your|the|this|that|any|all|personal|of) )*(?:personal )?"
    r"(?:data|information|details|records?|it|film|files)\b"
)
_AT_HOME = re.compile(
    rf"\b(?:we|the council) (?:(?:do|will) not|don['’]t|won['’]t|never) (?:\w+ or )?"
    rf"(?:send|transfer|move|pass|share|store|keep|hold|process|take) {_DATA}(?: (?:to (?:anyone|anybody|"
    rf"any country|a country|countries|places?|any body|organisations))?)? ?(?:{_AWAY})"
    rf"|\b(?:your|this|the|all|none of (?:your|this|the)|no) (?:personal )?"
    rf"(?:data|information|details|records) (?:(?:is|are) (?:never|not)"
    rf" (?:sent|transferred|moved|stored|held|processed|kept|passed|shared) (?:{_AWAY})"
    rf"|(?:(?:does|do|will) not|never|ever) leaves? the (?:UK|United Kingdom|country)\b"
    rf"|(?:goes|leaves|is (?:sent|transferred|stored|held|processed)) (?:{_AWAY})"
    rf"|(?:always )?stays? in the (?:UK|United Kingdom)\b"
    rf"|(?:is|are) (?:only |always )?(?:stored|held|kept|processed) (?:only )?(?:in|within|inside) the "
    rf"(?:UK|United Kingdom)\b)",
    re.I,
)
_SOME = re.compile(
    r"\b(?:unless|except|without|other than|apart from|but|only (?:if|when|where|to)|most|some|usually"
    r"|normally|old|earlier|former|if|where|when|until|was|were|for this purpose|for marketing|may|might"
    r"|could)\b|\?",
    re.I,
)
"""Words that narrow a promise, or tell of another time or part."""

_PLACES = ("UK", "nited Kingdom", "U.K.", "ountry", "broad", "verseas")


@rule("denied-transfer", WARNING, "UK GDPR Article 13(1)(f), 14(1)(f), 44A", "data-uses")
def denied_transfer(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice do not keep all data in the country while its facts send some abroad.
    Why: People must be told where their data goes and what protects it; here one of two answers is wrong.
    How: Correct the words, or take the country out of `transfers` if no data goes there any more.
    """
    countries = [transfer.country for transfer in entries(filed.record.transfers)]
    if not countries:
        return
    for text, sentence in sentences_of(
        filed, register, ("UK", "nited Kingdom", "U.K.", "ountry", "broad", "verseas")
    ):
        match = _AT_HOME.search(sentence.text) if "transfers" not in text.field else None
        if match and not _SOME.search(sentence.text) and _says_none(match[0]):
            yield Problem(
                text.field,
                f"“{match[0]}”, but `transfers` names {countries[0]}.",
                "Correct the words, or take the country out of `transfers` if no data goes there any more.",
                match[0],
            )


def _says_none(words: str) -> bool:
    """Whether the words deny: "Your data goes abroad" does not, "No data goes abroad" does."""
    stays = re.search(r"\b(?:stays?|in|within|inside)\b", words)
    return bool(stays or re.search(r"\b(?:not|never|no|none)\b|n['’]t\b", words, re.I))
