"""What a page claims for the whole council that cannot hold for all of its notices."""

from __future__ import annotations

import re

from generator.model.fields import entries
from generator.model.page import Page
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import DENIED, said
from generator.proofread.spoken import said_in
from generator.proofread.texts import texts_in
from generator.proofread.word_parts import sought

_DATA = (
    r"(?:any of |all )?(?:(?:your|people['’]s|any|the) (?:personal )?|personal )"
    r"(?:data|information|details)"
)
_AGREED = (
    r"you (?:have )?(?:agreed?|consent(?:ed)?|sa(?:y|id) yes|gave us (?:your )?(?:consent|permission)"
    r"|given us (?:your )?(?:consent|permission))"
)
_ONLY_AGREED = on_demand(
    rf"\b(?:we|the (?:council|authority|service|team)) (?:will )?only (?:ever )?(?:use|share|keep|hold"
    rf"|collect)s? {_DATA}(?:,? (?:if"
    rf"|when|after|once) {_AGREED}| with your (?:\w+ )?(?:consent|permission|agreement))(?=\W*$)|\b(?:we"
    rf"|the council) (?:use|process|collect|hold|handle)(?:s|es)? all (?:of )?(?:{_DATA}|data) (?:only )?"
    r"(?:with|on the basis of) (?:your|people['’]s|their) (?:\w+ )?(?:consent|permission|agreement)(?=\W*$)"
    rf"|\b(?:we|the (?:council|authority|service|team)) (?:(?:do|does|will) not|never|don['’]t"
    rf"|won['’]t) (?:ever )?(?:use|share|keep"
    rf"|hold|collect) {_DATA} (?:unless|until|before) {_AGREED}(?=\W*$)",
    re.I,
)
_OF_SOME = on_demand(
    r"\b(?:survey|feedback|form|comments?|newsletter|research|study|this (?:site|page)|cookies?|visit\w*"
    r"|photos?|pictures|marketing|law)\b",
    re.I,
)
_ONLY_AGREED_PARTS = sought("nly ", " all ", "not ", "never", "n't", "n’t")


@rule("consent-claimed-for-all", WARNING, "UK GDPR Articles 5(1)(a), 6(1) and 13(1)(c)", "pages")
def consent_claimed_for_all(filed: Filed[Page], register: Register) -> Problems:
    """
    What: No page says for the whole council that it uses data only with consent.
    Why: Most of what a council does rests on the law, and nobody is asked; readers feel deceived.
    How: Say that each notice names what its use rests on.
    """
    for text, match in said_in(filed, register, _ONLY_AGREED, _OF_SOME, _ONLY_AGREED_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}”: most of what a council does rests on the law.",
            "Say that each notice names what its use rests on.",
            match[0],
        )


_NO_COMPUTER = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)) (?:do(?:es)? not|don['’]t|never|will not"
    r"|won['’]t) (?:make|take|use"
    r"|carry out) (?:any )?(?:automated|computer|solely automated) (?:decisions?"
    r"|decision[- ]making)(?: about (?:anybody|anyone|you|people))?(?=\W*$)|\b(?:we|the (?:council"
    r"|authority|service|team)) (?:never"
    r"|do(?:es)? not) (?:let|allow) (?:a )?computers? (?:to )?decide\b[^.;]{0,30}?(?=\W*$)"
    r"|\bno (?:automated )?decisions? (?:is|are) (?:made|taken) (?:automatically"
    r"|by (?:a )?computers?)(?=\W*$)",
    re.I,
)
_NOTHING_ABROAD = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)) (?:do(?:es)? not|don['’]t|never|will not"
    r"|won['’]t) (?:send|transfer|store|keep"
    r"|hold|process) (?:any )?(?:(?:of )?your |the )?(?:personal )?(?:data"
    r"|information)(?: (?:to (?:countries|anybody|anyone|places)))? (?:outside (?:of )?the (?:UK"
    r"|United Kingdom)|abroad|overseas)(?=\W*$)|\b(?:all|none of) (?:of )?(?:your|our"
    r"|the) (?:personal )?(?:data|information) (?:is (?:kept|stored|held)|stays|remains|never leaves"
    r"|leaves)(?: only)?(?: in)? the (?:UK|United Kingdom)(?=\W*$)",
    re.I,
)


@rule("decisions-denied-for-all", WARNING, "UK GDPR Articles 5(1)(a), 13(2)(f) and 22A", "pages")
def decisions_denied_for_all(filed: Filed[Page], register: Register) -> Problems:
    """
    What: No page says that no computer decides, or that no data goes abroad, where a notice tells of it.
    Why: Who reads only the page believes it; the notice says the opposite, and one of the two is wrong.
    How: Say that each notice tells whether a computer decides and where the data goes.
    """
    for text in texts_in(register, filed.document.path):
        for pattern, field in ((_NO_COMPUTER, "automated_decisions"), (_NOTHING_ABROAD, "transfers")):
            for match in said(text, pattern, _OF_SOME):
                telling = _that_tells(register, field)
                if telling:
                    yield Problem(
                        text.field,
                        f"“{match[0]}”, but the notice “{telling}” tells of it.",
                        "Say that each notice tells it, or correct one of the two.",
                        match[0],
                    )


def _that_tells(register: Register, field: str) -> str:
    """The title of the first notice in which a field has entries."""
    told = (filed.record for filed in register.data_uses.values() if entries(getattr(filed.record, field)))
    return next((record.title for record in told if record.status == "published"), "")


_INTERESTS = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)) (?:mostly |mainly |usually |generally "
    r"|often )?rel(?:y|ies) on (?:our "
    r"|its )?legitimate interests? (?:for|in|as) (?:most|all|much|our|the main|many)\b[^.;]*",
    re.I,
)
_INTERESTS_PARTS = sought("egitimate")


@rule("interests-claimed-for-all", WARNING, "UK GDPR Article 6(1), last sentence", "pages")
def interests_claimed_for_all(filed: Filed[Page], register: Register) -> Problems:
    """
    What: No page rests the work of a public body on legitimate interests.
    Why: The law bars that basis for what a public authority does in performing its tasks.
    How: Say that most of the work rests on the public task or a legal obligation.
    """
    for text, match in said_in(filed, register, _INTERESTS, DENIED, _INTERESTS_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}”: a public authority cannot rest its tasks on legitimate interests.",
            "Say that most of the work rests on the public task or a legal obligation.",
            match[0],
        )
