"""What texts say of the open register of voters: who uses it, and what leaving it costs."""

from __future__ import annotations

import re

from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import ON_LAW, PublishedText, texts_in

REGISTERS = "Representation of the People (England and Wales) Regulations 2001, regulations 93 to 114"
_OPEN = r"(?:open|edited) (?:electoral )?register"
_WRONG = on_demand(
    rf"\b(?:lenders?|banks?|building societies|credit\b[^.;]{{0,25}}|courts?|police|political parties"
    rf"|candidates)\b[^.;]{{0,40}}?\b(?:uses?|checks?|rely|relies|looks?|needs?|sees?"
    rf"|gets?)\b[^.;]{{0,30}}?\b{_OPEN}|\b(?:fine[ds]?|penalty)\b[^.;]{{0,40}}?\b{_OPEN}\b"
    rf"|\b{_OPEN}\b[^.;]{{0,20}}? (?:affects?|changes?|decides?)\b[^.;]{{0,20}}?\b(?:vote|credit|loan"
    rf"|mortgage)|\b(?:must|have to|need to) (?:be|stay|remain) (?:in|on) the {_OPEN}\b"
    rf"|\bnot (?:be )?(?:in|on) the {_OPEN}\b[^.;]{{0,30}}?\b(?:cannot|can['’]t|lose|refused)\b"
    rf"|\b(?:opt out of|leave|come off) the {_OPEN}\b[^.;]{{0,30}}?"
    r"\b(?:cannot|can['’]t|lose the right to) vote\b"
    rf"|\b{_OPEN}\b[^.;]{{0,60}}?\b(?:is|are|be) (?:used|needed|checked)\b[^.;]{{0,40}}?"
    r"\b(?:credit|vote|voting|elections?|jur(?:y|ies)|lend\w*|loans?)\b",
    re.I,
)
_FULL_SOLD = on_demand(
    r"\bfull (?:electoral )?register\b[^.;]{0,30}?\b(?:bought|sold)\b[^.;]{0,20}?\b(?:any ?one|anybody"
    r"|any (?:person|company|firm|business))\b|\b(?:any ?one|anybody|any (?:person|company|firm"
    r"|business)) (?:can|may) buy\b[^.;]{0,20}?\bfull (?:electoral )?register\b",
    re.I,
)
_HOLDS_NONE = ("nhs", "group", "government", "regulator", "company", "police", "university", "charity")
_COSTS = on_demand(
    r"\b(?:cannot|can['’]t|can no longer|not be able to|lose(?: your| the)?(?: right to)?) vote\b"
    r"|\b(?:harder|difficult\w*|lower\w*|affect\w*|harm\w*|hurts?|damag\w+|lose|refused?|reduc\w+)\b"
    r"[^.;]{0,40}?\b(?:credit|loans?|mortgages?|borrow\w*)\b"
    r"|\b(?:credit (?:rating|score|file)|loans?|mortgages?)\b[^.;]{0,30}?"
    r"\b(?:harder|difficult\w*|lower\w*|affected|suffers?|harmed|refused|worse)\b",
    re.I,
)
_TRUE = on_demand(
    r"\b(?:not affect\w*|no effect|does not|do not|will not|still|myth|never|nor|no|nobody|full)\b"
    r"|n['’]t\b|\?",
    re.I,
)
_NO_VOTE = on_demand(r"\b(?:full|not registered|register to vote|anonymous\w*|under 1[68])\b", re.I)


@rule("open-register-described", WARNING, REGISTERS, "texts", ON_LAW)
def open_register_described(text: PublishedText) -> Problems:
    """
    What: No text says that lenders, courts or parties use the open register, or elections need it.
    Why: They use the full register. People stay on the open one because they fear for their credit.
    How: Say that lenders and elections use the full register, and anybody can buy the open one.
    """
    parts = ("pen register", "dited register", "pen electoral", "dited electoral")
    for match in (*said(text, _WRONG, _TRUE, parts), *said(text, _FULL_SOLD, parts=("ull ",))):
        yield Problem(
            text.field,
            f"“{match[0]}” is untrue: elections and lenders use the full register, and buyers the open one.",
            "Say that lenders and elections use the full register, and anybody can buy the open one.",
            match[0],
        )


@rule("open-register-is-free", WARNING, REGISTERS, "opt-outs")
def open_register_is_free(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The page on the open register does not say that leaving it costs a vote or credit.
    Why: Both depend on the full register. A threat that is untrue leaves people no free choice.
    How: Say that they vote as before, and that their credit rating stays the same.
    """
    if not re.search(_OPEN, filed.record.title, re.I):
        return
    for text in texts_in(register, filed.document.path):
        for pattern, unless in ((_COSTS, _NO_VOTE),):
            for match in said(text, pattern, unless):
                before = match.string[: match.start()].replace("no longer", "")
                if not _TRUE.search(before):
                    yield Problem(
                        text.field,
                        f"“{match[0]}”: that depends on the full register, and not on the open one.",
                        "Say that people vote as before, and that their credit rating stays the same.",
                        match[0],
                    )


_FOR_A_REASON = on_demand(
    rf"\b(?:leave|opt out of|come off|be (?:left|taken) (?:out|off)(?: of)?|be removed from) the"
    rf" {_OPEN}\b[^.;]{{0,60}}?"
    r"\b(?:if|once|unless|when|must|have to|need to)\b[^.;]{0,40}?\b(?:reasons?|say why|tell us why"
    r"|explain|approv\w+|agree)\b"
    rf"|\b(?:must|have to|need to) (?:give|state|tell us|say|explain)\b[^.;]{{0,30}}?\b(?:reasons?"
    rf"|why)\b[^.;]{{0,60}}?\b{_OPEN}\b",
    re.I,
)
_FOR_A_REASON_PARTS = ("pen register", "dited register", "pen elect", "dited elect")


@rule("open-register-asks-no-reason", WARNING, REGISTERS, "texts", _FOR_A_REASON_PARTS)
def open_register_asks_no_reason(text: PublishedText) -> Problems:
    """
    What: No text ties leaving the open register to a reason or to somebody's yes.
    Why: Everybody can leave it at any time, and the officer has to carry it out.
    How: Say that people need give no reason.
    """
    for match in said(text, _FOR_A_REASON, _NO_NEED, _FOR_A_REASON_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}”: everybody can leave the open register, and needs no reason.",
            "Say that people need give no reason.",
            match[0],
        )


_NO_NEED = on_demand(r"\b(?:not|never|no|nobody|without|full)\b|n['’]t\b|\?", re.I)


@rule("open-register-held-by", WARNING, REGISTERS, "opt-outs")
def open_register_held_by(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The open register is said to be kept by the registration officer or the council.
    Why: The law makes that officer keep it; whoever asks somebody else stays on the list that is sold.
    How: Write the Electoral Registration Officer in `held_by`.
    """
    keeper = register.organisations.get(filed.record.held_by or "")
    if keeper and keeper.kind in _HOLDS_NONE and re.search(_OPEN, filed.record.title, re.I):
        yield Problem(
            ("held_by",),
            f"{keeper.name} does not keep the open register.",
            "Write the Electoral Registration Officer.",
        )
