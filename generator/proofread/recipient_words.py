"""Who gets the data by the words of a notice, held against its list of recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.load.documents import FieldPath
from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.reference import Organisation
from generator.model.register import Filed, Register
from generator.proofread.catalogue import REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.on_demand import on_demand
from generator.proofread.once import once
from generator.proofread.prose import Sentence, sentence_of
from generator.proofread.said import parts_of, says
from generator.proofread.spoken import spoken_in
from generator.proofread.unanswered import NAY
from generator.proofread.word_parts import WordParts, sought

_PASSES = (
    r"\b(?:we|the (?:council|authority|service|team)|our (?:staff|team|officers)) (?:also |may |can "
    r"|will |sometimes |often |routinely )*(?:share|pass|send|give|disclose|forward|supply|provide|report"
    r"|hand|refer|transfer|submit|release|copy)\b"
)
_OURS = (
    r"(?:(?:a |the )?(?:lists?|cop(?:y|ies)|files?)|your|the|this|these|all|it|them|any|personal|names?"
    r"|details|data|information|records?|film|figures)\b"
)
_SHARES = on_demand(
    rf"{_PASSES} (?:\w+ ){{0,3}}?{_OURS}[^.;]{{0,60}}? (?:to|with) (?P<whom>[^.;]*)"
    rf"|{_OURS}(?: \w+){{0,4}}? (?:shared|passed|sent|given|handed|disclosed|forwarded|supplied|reported"
    r"|referred|transferred|released|copied)(?: \w+)? (?:to|with) (?P<them>[^.;]*)"
    rf"|\b(?P<gets>(?:gets?|receives?|(?:is|are) (?:sent|given)|can see|ha(?:s|ve) access to)"
    rf" (?:\w+ ){{0,3}}?{_OURS})",
    re.I,
)
_NOT_SENT = on_demand(
    r"\b(?:not|never|no|nobody|nor|was|were|had|used to|except|unless|whether|(?:it|them|this) back"
    r"|(?:an)?other (?:use|purpose|page|service)s?)\b|n['’]t\b|\?|\]\(",
    re.I,
)
"""Words by which nothing is sent, or by another use; who gets it in some cases only is a recipient too."""
_ASKED = on_demand(r"\b(?:if|when|where) you (?:ask|want|wish|like|request)\w*\b", re.I)
"""Words by which something is sent for the person, who asked for it."""
_NEVER = on_demand(
    r"\b(?:never|not) (?:\w+ )?(?:share|pass|send|give|disclose|forward|supply|show)\b (?:it|them"
    r"|(?:an?|the|any|your|their|our) (?:\w+ )?\w+['’]s? (?:data|details|information|records?|names?)"
    r"|film|this|anything(?: (?:about|on) (?:you|anybody|anyone|people))?"
    r"|(?:any of )?(?:your |the |any )?(?:personal )?(?:data|details|information|records?|film|footage"
    r"|answers))\b(?: on)? (?:to|with) (?P<whom>[^.;]*)"
    r"|\bwe (?:never|do not|don['’]t) (?:contact|tell|inform|write to|speak to|share with) (?P<whose>[^.;]*)",
    re.I,
)
_NARROWED = on_demand(
    r"\b(?:unless|except|without|other than|for (?:marketing|research|adverts|advertising|its|their)"
    r"|so that|to help|about(?! (?:you|your|anybody|anyone|people)\b)|old|live)\b",
    re.I,
)


_SUFFIX = on_demand(r" (?:limited|ltd|plc|llp)$")
"""What firms are seldom called by in a sentence."""
_GIVING = sought(
    *("share", "pass", "sen", "give", "disclose", "report", "suppl", "hand", "refer", "transfer", "submit"),
    *("release", "copy", "copied", "provide", "forward", "get", "receive", "can see", "access"),
)


@once
def _called(register: Register) -> Mapping[str, Organisation]:
    """The organisations on file by the names that can only mean them."""
    names: dict[str, Organisation] = {}
    for body in register.organisations.values():
        for name in (body.name, body.short_name or ""):
            if len(name) > 3 or name.isupper():
                names[_SUFFIX.sub("", name.lower().removeprefix("the "))] = body
    return names


@once
def _naming(register: Register) -> WordParts:
    """Finds where a word of one of these names stands."""
    return WordParts([(1, tuple(_called(register)))])


def _named(words: str, register: Register) -> Iterator[tuple[str, Organisation]]:
    lower = words.lower()
    for name, body in _called(register).items():
        at = lower.find(name) if name in lower else -1
        after = lower[at + len(name) :].removeprefix("s")
        if at >= 0 and not lower[at - 1 : at].isalnum() and not after[:1].isalnum():
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
    for text, sentence in sentences_of(filed, register, _GIVING):
        named = "recipients" not in text.field and _naming(register).sets_in(sentence.text)
        match = sentence.search(_SHARES) if named else None
        asked = sentence.search(_ASKED)
        if match is None or asked or _NOT_SENT.search(match.string, match.start()):
            continue
        whom = match["whom"] or match["them"] or match.string[: match.start()]
        for name, body in _named(whom, register):
            if not _gets(filed.record, body, register):
                yield Problem(
                    text.field,
                    f"The words send data to {name}, which is not among the recipients.",
                    "Add it to `recipients` with why and in which role, or take the sentence out.",
                    name,
                )


_DENYING = sought("never", " not ", "don't", "don’t")


@rule("promise-to-recipients", WARNING, "UK GDPR Article 5(1)(a)", "data-uses")
def promise_to_recipients(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Nobody to whom `will_not` promises to give nothing stands among the recipients.
    Why: The promise and the list contradict each other on one page, and the promise is what people remember.
    How: Say in the promise what exactly is not given, or take the recipient out.
    """
    got = {recipient.organisation for recipient in entries(filed.record.recipients)}
    promises: list[tuple[FieldPath, Sentence]] = [
        (("will_not", number), sentence_of(promise)) for number, promise in enumerate(filed.record.will_not)
    ]
    told = spoken_in(register, filed.document.path).with_any(_DENYING)
    promises += [(("body",), sentence) for text, sentence in told if text.field == ("body",)]
    for way, promise in promises:
        match = promise.search(_NEVER)
        if match is None or _NARROWED.search(match.string):
            continue
        for name, body in _whom(match["whom"] or match["whose"], register):
            if body.id in got:
                yield Problem(
                    way,
                    f"This promises to give nothing to {name}, which is among the recipients.",
                    "Say in the promise what exactly is not given, or take the recipient out.",
                    match[0],
                )


_OWN_MASTERS = ("police", "court", "regulator", "government")


@rule("processor-kind", REVIEW, "UK GDPR Articles 4(7), 4(8) and 28", "data-uses")
def processor_kind(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Somebody checks a police force, court, regulator or department that is called a processor.
    Why: Such bodies decide by themselves what they do with data. A processor does only what you tell it.
    How: Write `role: separate-controller`, unless a contract binds it to your instructions.
    """
    for number, recipient in enumerate(entries(filed.record.recipients)):
        body = register.organisations.get(recipient.organisation)
        if recipient.role == "processor" and body and body.kind in _OWN_MASTERS:
            yield Problem(
                ("recipients", number, "role"),
                f"{body.name} is called a processor, but such bodies decide by themselves.",
                "Write `role: separate-controller`, unless a contract binds it to your instructions.",
            )


_KINDS = {
    "police": on_demand(r"\bthe police\b", re.I),
    "court": on_demand(r"\bthe courts?\b", re.I),
    "government": on_demand(r"\bthe government\b|\bgovernment departments?\b", re.I),
}


def _whom(words: str, register: Register) -> Iterator[tuple[str, Organisation]]:
    yield from _named(words, register)
    for kind, pattern in _KINDS.items():
        match = pattern.search(words)
        if match:
            yield from ((match[0], body) for body in register.organisations.values() if body.kind == kind)


_TOLD_BY_US = on_demand(
    r"\b(?:on|under|to) our (?:joint )?instructions\b|\b(?:only )?as (?:we|our contract) (?:tells?|says?"
    r"|instructs?|asks?)\b|\b(?:only )?(?:does )?what we (?:tell|ask) it\b",
    re.I,
)


@rule("controller-decides", WARNING, "UK GDPR Articles 4(7), 4(8) and 28(3)(a)", "data-uses")
def controller_decides(filed: Filed[DataUse]) -> Problems:
    """
    What: A body that is called a separate controller is not said to act on our instructions.
    Why: Who does only what you tell it is a processor, needs a contract (Article 28), and you answer for it.
    How: Write `role: processor`, or say what it decides by itself.
    """
    for number, recipient in enumerate(entries(filed.record.recipients)):
        match = says(recipient.why, _TOLD_BY_US) if recipient.role == "separate-controller" else None
        if match and not re.search(r"\b(?:not|never|no)\b", recipient.why):
            yield Problem(
                ("recipients", number, "role"),
                f"“{match[0]}” tells of a processor, but the role says `separate-controller`.",
                "Write `role: processor`, or say what it decides by itself.",
            )


_OWN_ENDS = on_demand(
    r"\b(?:its|their) own (?:\w+ )?(?:marketing|purposes?|ends|products?|research|advertis\w+|use|uses"
    r"|business|analysis|services)\b|\b(?:sells?|selling|resells?) (?:it|them|the|your)\b"
    r"|\bdecides? (?:itself |themselves )?(?:how|why|what)[^.;]{0,30}?\b(?:used|data|it)\b|\bto (?:train"
    r"|improve) (?:its|their) (?:own )?(?:\w+ )?(?:products?|models?|software|algorithms?|AI)\b|\b(?:its"
    r"|their) (?:shops?|customers|clients|adverts|offers|other (?:clients|customers|products))\b"
    r"|\b(?:products?|services?|purposes?|ends|uses?|research|marketing|business|software"
    r"|models?) of (?:its|their) own\b|\bto (?:recommend|promote|target)\b|\bto (?:advertise|market)\b"
    r"|\btrains? (?:its|their) |^\W*(?:it|they) (?:treats?|prosecutes?|investigates?|inspects?|regulates?"
    r"|hears?|sentences?|arrests?|insures?|lends?) (?!(?:it|them|\w+) for us\b)",
    re.I,
)


@rule("processor-acts-for-us", WARNING, "UK GDPR Articles 4(8), 28(3)(a) and 28(10)", "data-uses")
def processor_acts_for_us(filed: Filed[DataUse]) -> Problems:
    """
    What: A body that is called a processor is not said to use the data for ends of its own.
    Why: A processor does only what it is told. Whoever uses data for its own ends is a controller.
    How: Write `role: separate-controller` with the lawful basis for the disclosure, or stop that use.
    """
    for number, recipient in enumerate(entries(filed.record.recipients)):
        parts = parts_of(recipient.why) if recipient.role == "processor" else ()
        found = (part.search(_OWN_ENDS) for part in parts if not part.search(NAY))
        match = next(filter(None, found), None)
        if match:
            yield Problem(
                ("recipients", number, "why"),
                f"“{match[0]}”: a processor may not use the data for ends of its own.",
                "Write `role: separate-controller`, or stop that use.",
                match[0],
            )
