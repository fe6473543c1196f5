"""Facts of a data use that its words tell otherwise: the assessment, coded data, names, how people joined."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import items, rests_on_consent, says_not
from generator.proofread.said import DENIED, main_clause
from generator.proofread.word_parts import sought

_DPIA = r"(?:data protection |privacy )?impact assessments?|DPIAs?"
_NONE_MADE = on_demand(
    rf"\bno (?:{_DPIA}) (?:was|is|were|has been|had been)\b(?: \w+)? (?:needed|required|necessary|done"
    rf"|made|carried out|completed|written|held)\b|\b(?:not|never) (?:yet )?(?:need(?:ed)?|do|done|make"
    rf"|made|carr(?:y|ied) out|completed?|written|required?) (?:an? |any |the )?(?:{_DPIA})\b"
    rf"|\b(?:{_DPIA}) (?:is|was|has|have|had) (?:not|never) (?:yet )?(?:been )?(?:needed|required"
    rf"|necessary|done|made|carried out|completed)\b|\bwithout (?:an? |any )?(?:{_DPIA})\b|\b(?:not"
    rf"|never) (?:have|need|required|obliged) to (?:carry out|do"
    rf"|make|complete|conduct|undertake|write|produce) (?:an? |any )?(?:{_DPIA})\b|\b(?:{_DPIA}) (?:is|are)"
    r" (?:outstanding|pending|still to be (?:done|made|completed))\b",
    re.I,
)
_MADE = on_demand(
    rf"\b(?:we|the (?:council|authority|service|team)) (?:have |has )?(?:done|did|made|carried out"
    rf"|completed|wrote|written) (?:an?"
    rf"|the|our) (?:full )?(?:{_DPIA})\b|\b(?:a|our|the) (?:full )?(?:{_DPIA}) (?:was|has been) (?:done"
    rf"|made|carried out|completed)\b",
    re.I,
)
_ANOTHER = on_demand(
    r"\b(?:until|before|unless|if|second|new|further|another|again|where|when|later|earlier|would|should"
    r"|screen\w*|old|first)\b|\?",
    re.I,
)
_ASSESSMENT_TOLD_FITS_PARTS = sought("mpact assessment", "DPIA")


@rule("assessment-told-fits", WARNING, "UK GDPR Articles 5(1)(a) and 35", "data-uses")
def assessment_told_fits(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice say as `dpia` does whether there is an impact assessment.
    Why: Here one of two answers is wrong, and the regulator asks for the assessment first.
    How: Correct the words, or `dpia`.
    """
    answer = filed.record.dpia
    if answer is None:
        return
    pattern, fact = (_MADE, "none was needed") if says_not(answer) else (_NONE_MADE, "one was made")
    for text, sentence in sentences_of(filed, register, _ASSESSMENT_TOLD_FITS_PARTS):
        match = sentence.search(pattern) if "dpia" not in text.field else None
        if match and not sentence.search(_ANOTHER):
            yield Problem(
                text.field,
                f"“{match[0]}”, but by `dpia` {fact}.",
                "Correct the words, or `dpia`.",
                match[0],
            )


_NAMELESS = on_demand(
    r"\b(?:data|information|records?|files?|details)\b(?: \w+){0,2}? (?:is|are|was|were) (?:(?:fully"
    r"|completely|entirely|wholly|truly|totally|all|always) )?anonym(?:ous|ised)\b|\b(?:use[sd]?|using"
    r"|with|from|work(?:s|ed)? with|see|sees|get|gets) (?:only |just )?(?:fully |completely |entirely "
    r"|wholly |truly |totally )?anonym(?:ous|ised) (?:\w+ ){0,3}?(?:data|information|records?)\b",
    re.I,
)
_MADE_SO = on_demand(
    r"\b(?:not|never|no|before|then|after|once|until|publish\w*|reports?|tables|results?|figures|if|when"
    r"|maps|outputs?|statistics|turn|made|make|later|end)\b|n['’]t\b|\?",
    re.I,
)
_NAMELESS_PARTS = sought("nonym")


@rule(
    "anonymous-told-fits",
    WARNING,
    "UK GDPR Article 4(1) and (5), recital 26; ICO: anonymisation",
    "data-uses",
)
def anonymous_told_fits(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Data to which the National Data Opt-Out is applied is not called anonymous.
    Why: The opt-out reaches only what shows who somebody is; what is anonymous is no personal data at all.
    How: Write that a code stands in place of the name; or correct the answer on the opt-out.
    """
    answer = filed.record.national_data_opt_out
    if answer is None or answer.applies != "applied":
        return
    for text, sentence in sentences_of(filed, register, _NAMELESS_PARTS):
        match = sentence.search(_NAMELESS)
        told = re.sub(r",? (?:so|which means)\b.*", "", sentence.text)
        if match and not _MADE_SO.search(told):
            yield Problem(
                text.field,
                f"“{match[0]}”, but the National Data Opt-Out is applied, which reaches no anonymous data.",
                "Write that a code stands in place of the name; or correct the answer on the opt-out.",
                match[0],
            )


_NAMES_USED = on_demand(
    r"\b(?:names?(?:,? (?:and|or) (?:home |e-?mail )?addresses)?(?: of (?:the )?(?:patients?|people"
    r"|residents))?|home addresses|names, addresses) (?:is|are"
    r"|was|were|have been|has been) (?:also )?(?:handed|given|sent|passed|shown|shared|supplied|included"
    r"|held|kept|recorded|stored|added)\b|\b(?:file|data|dataset|extract|records?|list|spreadsheet|table)"
    r" (?:\w+ )?(?:shows?|contains?|includes?|holds?|gives?|lists?|carr(?:y|ies)) (?:\w+"
    r" ){0,3}?(?:names?|home"
    r" addresses)\b",
    re.I,
)
_NAME_HELD = on_demand(r"\bnames?\b|\bcontact\b|\bidentity\b|\bwho (?:you|they) are\b", re.I)
_NAME_OF_THING = on_demand(
    r"\b(?:street|place|school|ward|area|firm|team|project|organisation|village|compan\w+)\b", re.I
)
_NAMES_USED_PARTS = sought("ame", "ddress")


@rule("names-told-held", WARNING, "UK GDPR Articles 5(1)(a) and 14(1)(d)", "data-uses")
def names_told_held(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Names and addresses that the words of a notice tell of stand among its data.
    Why: Who reads that no name is held and then that names were sent believes neither.
    How: Add the category to `data`, or correct the words.
    """
    use = filed.record
    if not use.data or len(tuple(items(use, register))) < len(use.data):
        return  # a category that is not on file may be the one
    held = (f"{category.id} {category.name}" for _, _, category in items(use, register))
    if _NAME_HELD.search(" ".join(held).replace("-", " ")):
        return
    for text, sentence in sentences_of(filed, register, _NAMES_USED_PARTS):
        match = sentence.search(_NAMES_USED) if "data" not in text.field else None
        if match and not DENIED.search(main_clause(match)) and not sentence.search(_NAME_OF_THING):
            yield Problem(
                text.field,
                f"“{match[0]}” by these words, but no category in `data` holds names.",
                "Add the category to `data`, or correct the words.",
                match[0],
            )


_JOINED = (
    r"(?:add(?:ed)?|sign(?:ed)?[ -]?up|subscribed?|enrol(?:s|led)?|opted in|put on|register(?:ed)?"
    r"|includ(?:e|ed))"
)
_BY_ITSELF = on_demand(
    rf"\b{_JOINED}\b[^.;]{{0,50}}?\b(?:automatically|by default|without (?:asking|being asked)"
    rf"|as standard)\b|\b(?:automatically|by default) (?:\w+ )?{_JOINED}\b|\bwe (?:also )?(?:add|sign up"
    rf"|subscribe|enrol) (?:everyone|everybody|anyone|anybody|people|all|every \w+|you) (?:who|that|when"
    rf"|if|as soon as)\b",
    re.I,
)
_ASKED = on_demand(
    r"\b(?:not|never|no|nobody|none|cannot|unless|only|ask(?:s|ed)? (?:us|for|to)|agree\w*|consent\w*|tick\w*"
    r"|sign(?:s|ed)? up for|wants?|(?:taken|take) off|remov\w+|delet\w+|un\w+|choose\w*|chosen|before|used to"
    r"|were|was)\b|n['’]t\b|\?",
    re.I,
)
_WITHOUT = on_demand(r"\bwithout (?:asking|being asked)\b|\bsign(?:ed)?[ -]?up automatically\b", re.I)
_LIST = on_demand(
    r"\b(?:lists?|newsletters?|e-?mails?|news|alerts?|updates|marketing|panel|study|research|mailings?)\b",
    re.I,
)
_BY_ITSELF_PARTS = sought("utomatically", "y default", "ithout asking", "ithout being asked", "we ", "We ")


@rule("consent-not-automatic", WARNING, "UK GDPR Articles 4(11) and 7; PECR 2003, regulation 22", "data-uses")
def consent_not_automatic(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Nobody is put on a list by itself for a purpose that rests on consent.
    Why: Consent is a clear act of one's own. Who is added because of something else has not consented.
    How: Say how people sign up themselves; or stop adding them.
    """
    if not any(map(rests_on_consent, filed.record.purposes)):
        return
    for text, sentence in sentences_of(filed, register, _BY_ITSELF_PARTS):
        match = sentence.search(_BY_ITSELF)
        if match and sentence.search(_LIST) and not _ASKED.search(_WITHOUT.sub("", sentence.text)):
            yield Problem(
                text.field,
                f"“{match[0]}”, but a purpose here rests on consent, which nobody gives in this way.",
                "Say how people sign up themselves; or stop adding them.",
                match[0],
            )
