"""What stands between people and their rights: losses, ages and reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.documents import FieldPath
from generator.model.data_use import DataUse
from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.choice_words import FREE
from generator.proofread.on_demand import on_demand
from generator.proofread.prose import Sentence
from generator.proofread.said import DENIED, main_clause, parts_of, said
from generator.proofread.spoken import said_in
from generator.proofread.texts import PublishedText, holds_any
from generator.proofread.word_parts import sought

_USES_A_RIGHT = (
    r"(?:complains?|objects?|asks? (?:to see|for a copy)|makes? (?:a|an|any) (?:complaint|objection|request)"
    r"|uses? (?:your|their|a|these) rights?|withdraws? (?:your |their )?consent|opts? out)"
)
_LOSES = (
    r"(?:be (?:moved|put|sent) (?:down|back|to the (?:bottom|back|end))|lose|be (?:refused|removed|suspended"
    r"|charged|fined|evicted|banned|cut off|treated (?:differently|worse))|have (?:\w+ ){0,3}?(?:stopped"
    r"|cancelled|closed|suspended|delayed)|wait longer|get (?:less|no|a lower|worse)|drop down|go to the"
    r" (?:bottom|back|end))"
)
_LOST = (
    *(" put ", "moved", "sent ", "lose ", "refused", "removed", "suspended", "charged", "fined", "evicted"),
    *("banned", "cut off", "treated", "stopped", "cancelled", "closed", "delayed", "wait longer", "get less"),
    *("get no", "get a lower", "get worse", "drop down", "go to the"),
)
"""Letters of which some stand wherever somebody loses something."""

_COSTS = on_demand(
    rf"\b(?:(?:if|when) you|(?:anyone|anybody|everyone|everybody|people|those|residents|parents|tenants) who)"
    rf" {_USES_A_RIGHT}\b[^.;]{{0,80}}?\b(?:may|might|will|can|could|shall) (?:also |then )?{_LOSES}\b",
    re.I,
)
_NO_LOSS = on_demand(
    r"\b(?:not|never|no|nobody|nothing|newsletter|news|e-?mails?|study|survey|mailing|research|planning"
    r"|(?:history|names?|data|details|records?|address(?:es)?|entry|photo\w*|numbers?) (?:will|may"
    r"|can) (?:then )?be"
    r"|licen[cs]\w*|applications?|building|neighbour\w*|bills?|courts?|tribunals?|appeals?|fines?"
    r"|penalt\w+)\b|n['’]t\b|\?",
    re.I,
)


@rule(
    "right-costs-nothing", WARNING, "UK GDPR Articles 5(1)(a), 12(2) and 77; DPA 2018 s.164A", "texts", _LOST
)
def right_costs_nothing(text: PublishedText) -> Problems:
    """
    What: Nobody is threatened with a loss for a complaint, an objection or a request about their data.
    Why: The law has you make it easy to use these rights; a threat keeps people from it.
    How: Take it out, and say that services stay the same.
    """
    if not holds_any(text.told, ("omplain", "bject", " right", "onsent", "out", "ask", "request")):
        return
    for match in said(text, _COSTS, _NO_LOSS, _LOST):
        yield Problem(
            text.field,
            f"“{match[0]}”: using a right costs nobody anything.",
            "Take it out, and say that services stay the same.",
            match[0],
        )


_ITS_HEAD = on_demand(
    r"\b(?:data protection officer|DPO)(?:, [^,.;]+,)? (?:is|acts|works|serves|doubles)(?: up)? (?:also "
    r"|as |both )*(?:the |our |as |an? )*(?:(?:chief executive|senior information risk owner|SIRO)\b"
    r"|(?:head|director|manager|chief) of (?:the )?(?:department|service|IT|ICT|digital|technology"
    r"|human resources|HR|finance|marketing|communications|housing|revenues|adult|children)\w*)[^.;]*"
    r"|\b(?:data protection officer|DPO) (?:decides?|determines?|sets?) (?:on )?(?:the |our )?(?:purposes?"
    r"|means)(?: and (?:the )?means)? (?:of|for)\b[^.;]*|\b(?:data protection officer"
    r"|DPO) (?:decides?|determines?) (?:(?:why|for what) (?:we|the council|data|your)|how your (?:data"
    r"|information))\b[^.;]*",
    re.I,
)
_ITS_HEAD_PARTS = ("rotection officer", "rotection Officer", "DPO")


@rule("officer-independent", WARNING, "UK GDPR Article 38(3) and (6)", "texts", _ITS_HEAD_PARTS)
def officer_independent(text: PublishedText) -> Problems:
    """
    What: The data protection officer does not run what the officer has to watch over.
    Why: The law forbids tasks that conflict: nobody can check their own decisions on data.
    How: Name somebody who does not decide why and how data is used.
    """
    for match in said(text, _ITS_HEAD, DENIED, _ITS_HEAD_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}”: the officer would watch over their own decisions.",
            "Name somebody who does not decide why and how data is used.",
            match[0],
        )


_WHY = on_demand(
    r"\b(?:please |must |have to |need to |should |will need to |^)(?:tell us|say|explain|give us|give"
    r"|state) (?:why you (?:want|need|ask)|(?:a|the|your) (?:\w+ )?reasons?)\b|\brequests? (?:without"
    r"|that give no|with no) (?:a |any )?(?:\w+ )?reasons? (?:is|are|will be|can be|may be) (?:refused"
    r"|rejected|turned down|not answered|ignored)\b",
    re.I,
)
_OF_REFUSALS = on_demand(r"\b(?:review|look again|unhappy|not happy|public interest test|urgent)\b", re.I)
_WHY_PARTS = sought("why", "reason")


@rule(
    "freedom-needs-no-reason",
    WARNING,
    "Freedom of Information Act 2000 s.1; EIR 2004 regulation 5",
    "data-uses",
)
def freedom_needs_no_reason(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A notice on freedom of information does not ask people why they want the information.
    Why: The law gives it to everybody, whatever they want it for.
    How: Take it out, or say that no reason is needed.
    """
    laws = {basis.law for purpose in filed.record.purposes for basis in purpose.laws}
    titles = (law.title for law in map(register.laws.get, laws) if law)
    if not any(name.startswith(("foi-", "Freedom of Information")) for name in (*laws, *titles)):
        return
    for text, match in said_in(filed, register, _WHY, None, _WHY_PARTS):
        if not DENIED.search(_WITHOUT.sub("", main_clause(match))) and not _OF_REFUSALS.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0].strip()}”: nobody has to say why they want information.",
                "Take it out, or say that no reason is needed.",
                match[0],
            )


_WITHOUT = on_demand(r"\b(?:without|with no|no|not answered)\b", re.I)
_MAY_REFUSE = on_demand(
    r"\b(?:may|can|could|might) (?:also |then )?(?:turn (?:it|them|this|you|a request|requests) down"
    r"|turn down|refuse|reject|say no|decline)\b"
    r"|\b(?:consider|decide|assess|judge|look at|weigh)s? (?:each|every) (?:request|case|choice)\b"
    r"|\b(?:on its merits|case[- ]by[- ]case|at (?:our|its|their) discretion)\b",
    re.I,
)
_AT_WILL = on_demand(
    r"\bwe (?:think|believe|feel|consider|decide|prefer)\b|\bin (?:our|its) (?:view|opinion|interests?)\b"
    r"|\bfor (?:any other|operational|business) reasons?\b|\bat (?:our|its) discretion\b",
    re.I,
)
"""An exception that holds whenever somebody likes it to."""
_RARELY = on_demand(
    r"\b(?:not|never|nobody|no one|cannot|only|unless|law|court|serious|harm|risk|you (?:can|may) (?:also )?"
    r"(?:refuse|say no|decline))\b|n['’]t\b",
    re.I,
)


def _what_is_said_to_be_weighed(choice: OptOut) -> Iterator[tuple[FieldPath, Sentence, re.Pattern[str]]]:
    for part in parts_of(choice.who_decides):
        yield ("who_decides",), part, _MAY_REFUSE
    for number, entry in enumerate(choice.exceptions):
        for part in parts_of(entry):
            yield ("exceptions", number), part, _AT_WILL


@rule("choice-not-refusable", WARNING, FREE, "opt-outs")
def choice_not_refusable(filed: Filed[OptOut]) -> Problems:
    """
    What: Nobody may refuse at will what the site lists as people's own choice.
    Why: A choice that somebody may turn down is a request; only objecting is weighed, and by its own rules.
    How: Write "You decide. We cannot refuse", or say in which rare case it is refused and why.
    """
    if filed.record.reach == "right-to-object":
        return
    for way, part, words in _what_is_said_to_be_weighed(filed.record):
        match = part.search(words)
        if match and not _RARELY.search(match.string):
            yield Problem(
                way,
                f"“{match[0]}”: what somebody may refuse at will is no choice.",
                "Write “You decide. We cannot refuse”, or say in which rare case it is refused and why.",
                match[0],
            )


_TOO_YOUNG = on_demand(
    r"\b(?:you|people|children) must be (?:over |at least |aged )?(?:1[2-9]|21)(?: or over"
    r"| years old)? to (?:ask|complain|object|use (?:your|these|this) rights?|see your data"
    r"|make a (?:request|complaint))\b(?! for (?!a copy|your data))|\b(?:you|people|children) (?:have"
    r"|need) to be (?:over |at least |aged )?(?:1[2-9]|21)(?: or over"
    r"| years old)?[^.;]{0,20}?\b(?:complain|object|use (?:your|these|this) rights?|see your data"
    r"|make a (?:request|complaint))\b|\b(?:cannot|can['’]t|may not|must not|are not able to"
    r"|have no right to) (?:ask for (?:a copy|your data)|see your data|complain|object|use (?:their"
    r"|your) rights)(?: to us)? (?:if|until|while|unless) you are (?:under|below|younger than|over"
    r"|at least) (?:the age of )?\d+|\bif you are (?:under|below|younger than) (?:the age of )?"
    r"(?:\d+|thirteen|fourteen|sixteen|eighteen),? you (?:(?:cannot|may not|must not)"
    r" (?:ask for (?:a copy|access)|see|complain|object|request)|have no right (?:of access|to (?:ask|see"
    r"|complain"
    r"|object)))\b|\b(?:children"
    r"|young people|under[- ]1\ds) have no (?:data (?:protection )?)?rights?\b[^.;]{0,40}?\b(?:until|before"
    r"|under"
    r"|below)\b[^.;]{0,20}?\d+|\b(?:children|people|anyone|anybody|you|young people)(?: who (?:is"
    r"|are))?,? (?:under|below|younger than|until) (?:the age of )?\d+ (?:cannot|can['’]t|may not|must not"
    r"|are not able to|have no right to|are not entitled to) (?:ask|see|complain|object|use (?:their"
    r"|your) rights"
    r"|(?:make|submit) (?:a|an|any) (?:\w+ )?(?:request|complaint|objection)|exercise (?:their|these|the)"
    r" (?:\w+ )?rights?|have a copy|receive a copy)\b",
    re.I,
)
_OF_AGE = (" must be ", " to be ", " under ", " below ", " younger ", " until ")


@rule(
    "right-at-any-age", WARNING, "UK GDPR Article 12(2), recitals 38 and 58; ICO: children", "texts", _OF_AGE
)
def right_at_any_age(text: PublishedText) -> Problems:
    """
    What: No text ties the rights over one's data, or complaints about it, to an age.
    Why: Children have the same rights, and use them themselves once they understand them.
    How: Say that children can ask too, and that a grown-up can help.
    """
    for match in said(text, _TOO_YOUNG, None, _OF_AGE):
        yield Problem(
            text.field,
            f"“{match[0]}”: the rights over one's data have no age.",
            "Say that children can ask too, and that a grown-up can help.",
            match[0],
        )
