"""Facts of a notice told otherwise in formal sentences: bases, sources, periods, decisions, duties."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.claimed_basis import own_words
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import says_not
from generator.proofread.said import main_clause
from generator.proofread.word_parts import sought

Holds = Callable[[DataUse], bool]


def _has_others(use: DataUse) -> bool:
    return any(item.from_organisations or item.from_others for item in use.data)


def _has_periods(use: DataUse) -> bool:
    return any(entries(purpose.retention) for purpose in use.purposes)


def _needs_some(use: DataUse) -> bool:
    kinds = [getattr(item.required, "kind", "") for item in use.data]
    return bool(kinds) and all(kinds)


def _by_law(use: DataUse) -> bool:
    return any(getattr(item.required, "kind", "") == "by-law" for item in use.data)


def _told_no_duty(use: DataUse) -> bool:
    return any(item.required is not None for item in use.data) and not _by_law(use)


def _no_contract(use: DataUse) -> bool:
    return bool(own_words(use)) and "contract" not in own_words(use)


def _no_consent(use: DataUse) -> bool:
    return bool(own_words(use)) and "consent" not in own_words(use)


def _no_erasure(use: DataUse) -> bool:
    bases = {purpose.lawful_basis for purpose in use.purposes}
    return bool(bases) and bases <= {"public-task", "legal-obligation"}


def _no_portability(use: DataUse) -> bool:
    bases = {purpose.lawful_basis for purpose in use.purposes}
    return bool(bases) and None not in bases and not bases & {"consent", "contract"} and _no_consent(use)


def _no_machine(use: DataUse) -> bool:
    return says_not(use.automated_decisions)


def _untold(use: DataUse) -> bool:
    return use.article_14_exception is not None


_NAY = on_demand(
    r"\b(?:not|never|no|nobody|none|neither|nor|cannot|unless|except|if|where|when|only|some|most|whether"
    r"|would|other|another|may)\b|n['’]t\b|\?",
    re.I,
)
_CASES: tuple[tuple[re.Pattern[str], Holds, str, re.Pattern[str]], ...] = (
    (
        on_demand(
            r"\b(?:lawful|legal) (?:basis|ground)s? (?:\w+ ){1,5}?(?:is|are) (?:your|the person['’]s"
            r"|people['’]s) (?:\w+ )?(?:agreement|consent|permission|acceptance)\b|\b(?:processing|use"
            r"|sharing) (?:\w+ ){0,4}?(?:is|are) (?:carried out|undertaken|done|lawful|permitted"
            r"|justified) (?:\w+ ){0,2}?(?:on the basis of|with|by|under|because of) (?:your|people['’]s"
            r"|their) (?:\w+ )?(?:consent|agreement|permission)\b",
            re.I,
        ),
        _no_consent,
        "no purpose here rests on consent",
        _NAY,
    ),
    (
        on_demand(
            r"\bnecessary (?:for|to) (?:the )?(?:perform\w*|fulfil\w*|enter\w*)(?: of| into)? (?:a|the|our"
            r"|your|any) contract\b|\b(?:processing|use|this) (?:\w+ ){0,4}?(?:is|are) based (?:up)?on"
            r" (?:a|the|our|your) contract\b",
            re.I,
        ),
        _no_contract,
        "no purpose here rests on a contract",
        _NAY,
    ),
    (
        on_demand(
            r"\b(?:all|any|everything)\b[^.;]{0,40}?\b(?:we hold|held|information"
            r"|data)\b[^.;]{0,30}?\b(?:was|is|were|are|has been|have been) (?:supplied|provided|given"
            r"|obtained|collected)(?: to us)? (?:by|from) you(?: alone| yourself| directly| only|"
            r" personally)?(?=\W*$)|\bno (?:information|data) (?:about you )?is (?:obtained|collected"
            r"|received|sought) from (?:any )?(?:other|anyone|third|elsewhere)",
            re.I,
        ),
        _has_others,
        "`data` lists others from whom data comes",
        on_demand(
            r"\b(?:unless|except|if|where|when|not|most|usually)\b|\?",
            re.I,
        ),
    ),
    (
        on_demand(
            r"\bno (?:fixed|set|specific|defined|particular) (?:period|time|limit"
            r"|date)\b[^.;]{0,50}?\b(?:file|records?|data|information|dispos\w+|kept|delet\w+|destroy\w*"
            r"|retain\w*|retention)\b|\b(?:file|records?|data|information)\b[^.;]{0,30}?\b(?:for an"
            r" (?:unlimited|indefinite|unspecified) (?:period|time)|in perpetuity|without limit of time)\b",
            re.I,
        ),
        _has_periods,
        "`retention` gives a time",
        on_demand(
            r"\b(?:if|unless|except|archiv\w*|names? of|minutes|statistics|other)\b|\?",
            re.I,
        ),
    ),
    (
        on_demand(
            r"\b(?:entirely|wholly|completely|purely|strictly) (?:optional|voluntary)\b|\b(?:optional"
            r"|voluntary) and has no (?:bearing|effect|influence)\b|\byou (?:are|remain) (?:entirely"
            r" )?free to withhold (?:any|all|it|this)\b",
            re.I,
        ),
        _needs_some,
        "by `required` it is needed",
        on_demand(
            r"\b(?:survey|equalit\w+|monitoring|not|never|feedback|newsletter|photo\w*|other|question|part)\b|\?",
            re.I,
        ),
    ),
    (
        on_demand(
            r"\b(?:obliged|required|compelled|bound|obligated) by (?:law|statute|an? act)\b[^.;]{0,10}? to"
            r" (?:disclose|provide|supply|give|tell|furnish|submit)\b|\b(?:statutory|legal) (?:duty"
            r"|obligation|requirement) (?:up)?on you to (?:disclose|provide|supply|give|tell|furnish)\b"
            r"|\bfailure to (?:disclose|provide|supply|give|furnish)\b[^.;]{0,40}?\bis (?:an? (?:criminal"
            r" )?offence|unlawful|against the law)\b",
            re.I,
        ),
        _told_no_duty,
        "no entry in `data` is required by law",
        on_demand(
            r"\b(?:not|never|no|nobody|we|council|employers?|landlords?|unless|if|where|may)\b|n['’]t\b|\?",
            re.I,
        ),
    ),
    (
        on_demand(
            r"\byou (?:may|can|are entitled to|have the right to) (?:always |also )?(?:have|get) (?:your"
            r"|the) (?:whole |entire |complete |full )?(?:\w+ )?(?:file|records?|data|information|history)"
            r" (?:erased|deleted|destroyed|wiped|removed) (?:on request|at any time|whenever|upon request"
            r"|in full)\b",
            re.I,
        ),
        _no_erasure,
        "the public task or duty here goes on needing it",
        on_demand(
            r"\b(?:not|never|cannot|unless|if|where|some|once)\b|\?",
            re.I,
        ),
    ),
    (
        on_demand(
            r"\b(?:right|entitled) to (?:have|receive|get|take|transfer|move)\b[^.;]{0,50}?\b(?:portable"
            r"|machine[- ]readable|to another (?:council|provider|organisation|controller))\b",
            re.I,
        ),
        _no_portability,
        "no lawful basis here gives the right to take data elsewhere",
        on_demand(
            r"\b(?:not|never|no|only|unless|if|where|cannot)\b|\?",
            re.I,
        ),
    ),
    (
        on_demand(
            r"\b(?:determined|decided|assessed|calculated|set|made|refused|rejected|granted) (?:solely"
            r"|wholly|entirely|purely|only) by (?:an? |the |our )?(?:\w+ )?(?:algorithm|computer|software"
            r"|system|model|machine|program\w*|AI)\b|\b(?:algorithm|computer|software|system|model|AI)(?:"
            r" alone)? (?:decides|determines|makes the decision|has the final (?:say|word))\b",
            re.I,
        ),
        _no_machine,
        "`automated_decisions` says that no computer decides",
        on_demand(
            r"\b(?:not|never|no (?!officer|person|human|one)|neither|nor|only helps|would|other)\b|\?",
            re.I,
        ),
    ),
    (
        on_demand(
            r"\b(?:everyone|everybody|each (?:person|patient|resident)|all (?:patients|people|residents"
            r"|those)|people|patients)\b[^.;]{0,30}? (?:was|were|has been|have been) (?:written to|sent a"
            r" letter|told individually|informed individually|personally (?:told|informed)|contacted|told"
            r" (?:about|of) (?:it|this|the use))\b",
            re.I,
        ),
        _untold,
        "`article_14_exception` says that people are not told one by one",
        on_demand(
            r"\b(?:not|never|no|nobody|without|cannot|would|could|before|survey|who (?:agreed|answered))\b"
            r"|n['’]t\b|\?",
            re.I,
        ),
    ),
)
_PARTS = sought(
    *("onsent", "greement", "ermission", "cceptance", "ontract", "supplied", "provided", "given", "obtained"),
    *("collected", "period", " time", "limit", "perpetuity", "ptional", "oluntary", "withhold", "by law"),
    *("statut", "legal", "offence", "unlawful", "erased", "deleted", "destroyed", "wiped", "removed"),
    *("portable", "readable", "another", "lgorithm", "omputer", "oftware", "ystem", "odel", "achine", " AI"),
    *("written to", "informed", "contacted", "told", "letter"),
)


@rule("formal-fact-fits", WARNING, "UK GDPR Articles 5(1)(a), 13 and 14", "data-uses")
def formal_fact_fits(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Formal sentences tell of basis, source, period, duty, right and decision what the fields tell.
    Why: The page prints both, and whoever reads the second answer cannot tell which holds.
    How: Correct the sentence or the field; best, leave the fact to the field.
    """
    use = filed.record
    holding = [case for case in _CASES if case[1](use)]
    for text, sentence in sentences_of(filed, register, _PARTS) if holding else ():
        if text.field[:1] in (("retention",), ("data",), ("rights_limits",), ("changes",), ("also_called",)):
            continue
        for pattern, _, fact, unless in holding:
            match = sentence.search(pattern)
            if match and not unless.search(main_clause(match)):
                yield Problem(
                    text.field,
                    f"“{match[0]}”, but {fact}.",
                    "Correct the sentence or the field; best, leave the fact to the field.",
                    " ".join(match[0].split()[:8]),
                )
