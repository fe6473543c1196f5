"""Decisions by computer, in the words of a notice and in its facts."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import says_not
from generator.proofread.said import without_unseen
from generator.proofread.spoken import said_in
from generator.proofread.word_parts import sought

_DECIDES = on_demand(
    r"\b(?:computer|system|software|algorithm|program|AI)s?(?: program| system)?\b(?:[^.;,]{0,50}? (?:and"
    r"|that|which))? (?:then |alone |automatically )*(?:decides?|refuses?|rejects?|approves?|determines?"
    r"|turns? down|declines?|grants?|awards?|suspends?|cancels?)\b(?P<rest>[^.;]*)"
    r"|\b(?:decisions?|assessments?|fines|penalties)(?: (?:about|of|on|concerning"
    r"|regarding) [^.;,]{1,40}?)? (?:is|are)"
    r" (?:taken|reached|arrived at|made|imposed|issued) (?:automatically|(?:solely|only"
    r"|entirely) by (?:a )?(?:computer"
    r"|system|automated means))\b[^.;]*|\b(?:decisions?|applications?|claims?|licen[cs]es?|permits?|requests?"
    r"|applicants?|cases|places|badges?|you) (?:is|are) (?:made |decided |approved |refused |rejected )?"
    r"(?:automatically|solely by (?:a )?(?:computer|automated means))"
    r"(?: (?:made|decided|approved|refused|rejected))?\b|\b(?:computer|system|software"
    r"|algorithm|program|AI|website|portal|app|tool|scores?)s?\b[^.;]*?\bwith(?:out| no) (?:any |a "
    r"|an )?(?:person"
    r"|human|anybody|anyone|somebody|someone|officer|staff|member of staff|manual)\b[^.;]*|\b(?:computer"
    r"|system|software|algorithm|program|AI)s?\b[^.;]*?\b(?:nobody|no (?:officer|person|human"
    r"|member of staff|one)) (?:\w+ )?(?:sees?|looks?|checks?|reads?|reviews?|decides?"
    r"|is involved)\b[^.;]*|\bautomated (?:decision[- ]making|decisions?|profiling)\b[^.;]{0,40}? (?:is|are)"
    r" (?:used|made|taken|carried out)\b[^.;]*|\bwe (?:use|make|take|carry out) automated"
    r" (?:decision[- ]making|decisions?|profiling)\b[^.;]*",
    re.I,
)
_OF_PEOPLE = on_demand(
    r"\b(?:whether|you|your|who|people|person|applica\w+|claims?|requests?|licen[cs]es?|permits?|badges?)\b"
    r"|\bautomated\b|\b(?:decisions?|assessments?|fines|penalties) [^.;]{0,50}?(?:is|are) (?:made|taken"
    r"|reached|arrived at|imposed|issued) (?:automatically|solely|only|entirely)\b",
    re.I,
)


_DENIES = on_demand(r"\b(?:not|never|no|nobody|cannot|nor|if|was|were|had|would|could)\b|n['’]t\b|\?", re.I)


_NO_APPEAL = on_demand(
    r",? (?:and|with) (?:there is )?no (?:right of )?(?:appeal|review|way to)\b[^.;]*",
    re.I,
)
"""What is said of appeals denies no decision."""

_BY_ITSELF = sought(
    "omputer", "ystem", "oftware", "lgorithm", "rogram", "AI", "utomat", "ebsite", "ortal", "app", "core"
)


@rule("claimed-decision", WARNING, "UK GDPR Article 13(2)(f), 14(2)(g), 22A", "data-uses")
def claimed_decision(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice do not tell of decisions by computer that its facts say are not made.
    Why: People must be told of such decisions and get four safeguards; here one of two answers is wrong.
    How: Describe the decision in `automated_decisions`, or say in the words who decides.
    """
    if not says_not(filed.record.automated_decisions):
        return
    for text, sentence in sentences_of(filed, register, _BY_ITSELF):
        match = sentence.search(_DECIDES) if "automated_decisions" not in text.field else None
        if (
            match
            and _OF_PEOPLE.search(match[0])
            and not _DENIES.search(_NO_APPEAL.sub("", without_unseen(sentence.text)))
        ):
            yield Problem(
                text.field,
                f"“{match[0]}”, but `automated_decisions` says that no such decisions are made.",
                "Describe the decision in `automated_decisions`, or say who decides.",
                match[0],
            )


_NO_REVIEW = on_demand(
    r"\b(?:computer|system|software|automated|algorithm)\b[^.;]{0,40}?\bdecisions?\b[^.;]{0,20}?\b(?:is"
    r"|are) (?:final|binding)\b|\bdecisions? of (?:the|a|our) (?:computer|system|software)s? (?:is"
    r"|are) (?:final|binding)\b|\bno (?:\w+ )?(?:member of staff|officer|person|human|manager|one"
    r"|staff) (?:can|may|will|is able to) (?:change|overturn|review|look at|alter"
    r"|reverse)\b[^.;]*\b(?:computer|decisions?|results?|system)\b|\b(?:computer|decisions?"
    r"|system)\b[^.;]{0,60}?\b(?:no (?:member of staff|officer|person|one)|nobody) (?:can|may"
    r"|will) (?:change|overturn|review|alter|reverse)\b",
    re.I,
)


_NO_PERSON = on_demand(
    rf"{_NO_REVIEW.pattern}"
    r"|\b(?:decision|result|outcome|answer|score|measurement)s? (?:is|are) (?:always |then )?(?:final"
    r"|binding)\b|\byou (?:cannot|can['’]t|may not|have no (?:right|way) to"
    r"|are not able to) (?:\w+ ){0,2}?(?:ask (?:for|us|somebody|someone|anybody|a)|have|get|speak to"
    r"|talk to|request|appeal|challenge|contest|dispute|question)\b[^.;]{0,50}?\b(?:person|officer|human"
    r"|somebody|someone|member of staff|again|review\w*|decision|result|score|outcome)\b"
    r"|\bthere is no (?:right of |right to |way to )?(?:appeal|review|challenge)\b",
    re.I,
)
"""Safeguards that are refused where a computer decides alone."""
_BY_COMPUTER = sought("omputer", "ystem", "oftware", "utomated", "lgorithm")
_FINAL = sought(
    *_BY_COMPUTER, "final", "binding", "annot", "can't", "can’t", "may not", "have no", "is no", "are not"
)
_NONE_FINAL = on_demand(
    r"\bno (?:computer|system|decisions?|results?|outcome|score)\b|\bnot final\b"
    r"|\b(?:tribunals?|courts?|ombudsman|adjudicators?|inspectors?|judges?)\b",
    re.I,
)
"""What denies that a computer has the last word, or tells of those who do have it."""


@rule("review-refused", WARNING, "UK GDPR Article 22C", "data-uses")
def review_refused(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice do not say that what a computer decides is final.
    Why: People have the right to have their say, to get a person and to contest such a decision.
    How: Say how people get a person to look at it.
    """
    alone = bool(entries(filed.record.automated_decisions))
    pattern, parts = (_NO_PERSON, _FINAL) if alone else (_NO_REVIEW, _BY_COMPUTER)
    for text, match in said_in(filed, register, pattern, _NONE_FINAL, parts):
        if not alone or {"automated_decisions", "also_called"}.isdisjoint(text.field):
            yield Problem(
                text.field,
                f"“{match[0]}”: people can have a person look at what a computer decided.",
                "Say how people get a person to look at it.",
                match[0],
            )


_NONE_MADE = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)) (?:do not|don['’]t|never) (?:use|let) (?:a "
    r"|any )?(?:computers?|algorithms?"
    r"|software|AI)(?: alone)? (?:to )?(?:decide|make (?:any )?decisions)\b|\b(?:we|the (?:council"
    r"|authority|service|team)) (?:do not"
    r"|don['’]t|never) (?:make|take) (?:any )?(?:solely )?(?:automated|computer) decisions\b"
    r"|\bno (?:automated )?decisions? (?:is|are) (?:made|taken)(?: about you)?(?: solely"
    r"| only)?(?: by (?:a )?computers?(?: alone)?| by automated means(?: alone| only)?"
    r"| automatically)?(?=[.,;]|$)|\bno (?:\w+ ){1,4}?(?:is"
    r"|are) (?:ever )?(?:\w+ ){1,2}?by (?:a )?(?:computers?|machines?|systems?|software"
    r"|algorithms?)(?: alone)?(?=[.,;]|$)|\b(?:computers?|machines?|software|algorithms?) (?:never"
    r"|do(?:es)? not|don['’]t) (?:decides?|changes?|refuses?|grants?|awards?|approves?)\b"
    r"|\ba person (?:always )?(?:makes|takes) (?:every|all|each)(?: of our| the)? decisions?\b|\b(?:an?"
    r"|our|the) (?:\w+ )?(?:person|human|officer|member of staff|manager|colleague"
    r"|caseworker)s? (?:always )?(?:looks? at|checks?|reviews?|decides?|approves?|signs? off|confirms?"
    r"|reads?) (?:on )?(?:every|all|each)(?: of)? (?:the |these |our )?(?:results?|decisions?|outcomes?"
    r"|cases?|applications?|letters?|scores?)\b(?! (?:that|which|where|in|of|with|who|it|the|for)\b)",
    re.I,
)
_SOMETIMES = on_demand(r"\b(?:except|apart from|other than|unless|if|else|otherwise|refus\w+)\b", re.I)
_OF_COMPUTERS = sought(
    *("fficer", "erson", "uman", "anager", "member of staff", "decision", "decide", "omputer", "achine"),
    *("oftware", "lgorithm", "ystem"),
)


@rule("decision-denied", WARNING, "UK GDPR Article 13(2)(f), 14(2)(g), 22A", "data-uses")
def decision_denied(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice do not deny the decisions by computer that its facts describe.
    Why: People must be told of such decisions; here one of two answers is wrong.
    How: Correct the words, or take the decision out of `automated_decisions` if a person takes it.
    """
    if not entries(filed.record.automated_decisions):
        return
    for text, match in said_in(filed, register, _NONE_MADE, _SOMETIMES, _OF_COMPUTERS):
        if "automated_decisions" not in text.field:
            yield Problem(
                text.field,
                f"“{match[0]}”, but `automated_decisions` describes one.",
                "Correct the words, or take the decision out of `automated_decisions`.",
                match[0],
            )


_BLACK_BOX = on_demand(
    r"\W*(?:(?:the|our|a|an|this) )?(?:supplier['’]s |company['’]s |council['’]s |computer )?(?:algorithm"
    r"|system|software|computer|program|AI|tool|model|rules engine|score)s? (?:works? (?:it|this) out"
    r"|decides?(?: it| this)?|calculates? (?:it|this|a score)|does (?:it|this)|takes the decision"
    r"|makes the decision|looks at (?:your|the) (?:data|details|application|information))(?: automatically"
    r"| by itself| for us)?\W*|\W*(?:automatically|by (?:an? |the )?(?:computer|algorithm|system|software"
    r"|AI)|commercially confidential|confidential)\W*",
    re.I,
)


@rule("logic-says-how", WARNING, "UK GDPR Articles 13(2)(f), 14(2)(g), 15(1)(h) and 22C", "data-uses")
def logic_says_how(filed: Filed[DataUse]) -> Problems:
    """
    What: The logic of a decision by computer says which facts count, and what follows from them.
    Why: "The algorithm works it out" is no meaningful information; nobody can tell whether it was right.
    How: Write for example "It asks whether you live in the zone. If so, you get the permit."
    """
    for number, decision in enumerate(entries(filed.record.automated_decisions)):
        if _BLACK_BOX.fullmatch(decision.logic):
            yield Problem(
                ("automated_decisions", number, "logic"),
                "This says that a computer decides, and not how.",
                "Say which facts count, and what follows from them.",
            )
