"""Answers in fields that do not hold: losses that are none, assessments not done, empty safeguards."""

from __future__ import annotations

import re

from generator.config import Site
from generator.model.data_use import DataUse
from generator.model.fields import entries, stated
from generator.model.reference import Contact
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.keeping_words import KEPT
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import rests_on_consent
from generator.proofread.said import says
from generator.proofread.times import times

_NOTHING = on_demand(
    r"\W*(?:nothing(?: (?:will )?(?:happens?|changes?))?(?: to you| at all| else)?|no(?:ne|t applicable)?|n/a"
    r"|(?:there (?:is|are|will be) )?no (?:effect|consequences?|impact|difference|penalty|change)s?(?:"
    r" (?:for|on) you"
    r"| at all)?|(?:it|this) (?:does not|will not|doesn['’]t|won['’]t) (?:matter|affect you|change anything)"
    r"|(?:you|we) can (?:still )?(?:use|get|have|give you|offer you) (?:the|this|our|every|all) (?:\w+"
    r" )?services? in"
    r" full)\W*",
    re.I,
)


@rule("loss-fits-requirement", WARNING, "UK GDPR Article 13(2)(e)", "data-uses")
def loss_fits_requirement(filed: Filed[DataUse]) -> Problems:
    """
    What: Where people must give something, `without_it` does not say that nothing happens without it.
    Why: What a law, a contract or the service needs has a consequence; what has none is people's choice.
    How: Say what happens without it; or write in `required` that giving it is a choice.
    """
    for number, item in enumerate(filed.record.data):
        without = getattr(item.required, "without_it", "") or ""
        if getattr(item.required, "kind", "") and _NOTHING.fullmatch(without):
            yield Problem(
                ("data", number, "required", "without_it"),
                f"“{without.strip()}”, but `kind` says that this is required.",
                "Say what happens without it; or write in `required` that giving it is a choice.",
                without,
            )


_UNDONE = on_demand(
    r"\b(?:(?:has|have|is|was|were) (?:not|never) (?:yet )?(?:been )?(?:done|started|begun|made"
    r"|carried out|completed"
    r"|finished|signed(?: off)?|approved)|not (?:yet )?(?:done|started|complete|completed|finished"
    r"|signed off|approved)"
    r"|(?:will|is to|are to|to) be (?:done|started|made|carried out|completed|finished|signed off"
    r"|confirmed|written)"
    r"|(?:is|are|still) (?:under way|underway|in progress|in draft|outstanding|awaited|pending)"
    r"|awaiting|pending"
    r"|in draft)\b",
    re.I,
)
_OF_MEASURES = on_demand(
    r"\b(?:once|after|measures?|actions?|contract|system|training|review|next|again|until|before"
    r"|records?|files?"
    r"|risks?|data|changes?)\b",
    re.I,
)


@rule("assessment-outcome-told", WARNING, "UK GDPR Article 35(1)", "data-uses")
def assessment_outcome_told(filed: Filed[DataUse]) -> Problems:
    """
    What: The outcome of an impact assessment is not that the assessment is still to be done.
    Why: It is made before the data is used. A date and a reference beside "not yet done" tell two things.
    How: Write what was found; or take the assessment out until it is signed off.
    """
    assessment = stated(filed.record.dpia)
    outcome = assessment.outcome if assessment else ""
    match = says(outcome, _UNDONE)
    if match and not _OF_MEASURES.search(outcome or ""):
        yield Problem(
            ("dpia", "outcome"),
            f"“{match[0]}” tells of an assessment that is not done.",
            "Write what was found; or take the assessment out until it is signed off.",
            match[0],
        )


_PROTECTS_NOBODY = on_demand(
    r"\W*(?:none(?: (?:are|is) needed)?|n/?a|not (?:needed|applicable|required)|nothing|no"
    r" safeguards?(?: (?:are|is)"
    r" (?:needed|required|in place))?|to be (?:agreed|decided|confirmed|worked out)|(?:we|the (?:council"
    r"|authority|service|team))"
    r" (?:tells?|informs?)"
    r" (?:nobody|no one)|(?:nobody|no one) (?:is|will be) (?:told|informed)(?: (?:of|about) (?:it"
    r"|this))?|(?:we do|there"
    r" is) nothing(?: (?:more|special|else))?)\W*",
    re.I,
)


@rule("safeguards-protect", WARNING, "UK GDPR Article 14(7)", "data-uses")
def safeguards_protect(filed: Filed[DataUse]) -> Problems:
    """
    What: Each safeguard of an exception from telling people is a measure that protects them.
    Why: Whoever does not tell people each by themselves must protect their rights in another way.
    How: Name a measure, such as "This notice is public" or "Small numbers are hidden".
    """
    exception = filed.record.article_14_exception
    for number, safeguard in enumerate(exception.safeguards if exception else ()):
        if _PROTECTS_NOBODY.fullmatch(safeguard):
            yield Problem(
                ("article_14_exception", "safeguards", number),
                f"“{safeguard.strip()}” protects nobody.",
                "Name a measure, such as “This notice is public” or “Small numbers are hidden”.",
                safeguard,
            )


_FROM_LEAVING = on_demand(
    r"\bafter (?:you|people|somebody|they) (?:have |has )?(?:leaves?|left|unsubscribed?|withdr[ae]ws?"
    r"|withdrawn|opt(?:ed)?"
    r" out|cancel(?:led)?|stop(?:ped)?)\b|\bafter (?:consent (?:is|was) withdrawn|the withdrawal)\b",
    re.I,
)
_LONG = 7 * 366
"""Days after which no claim about the consent can still be brought."""


@rule("consent-record-short", WARNING, KEPT, "data-uses")
def consent_record_short(filed: Filed[DataUse]) -> Problems:
    """
    What: What is held by consent alone is not kept for more than seven years after people withdrew it.
    Why: With the consent the reason ends; as proof of it six years suffice, the time for bringing claims.
    How: Give a shorter time, or the purpose and the law for which the records are kept on.
    """
    for number, purpose in enumerate(filed.record.purposes):
        if not rests_on_consent(purpose):
            continue
        for at, kept in enumerate(entries(purpose.retention)):
            long = [days for _, days in times(kept.keep) if days > _LONG]
            if long and _FROM_LEAVING.search(kept.keep):
                yield Problem(
                    ("purposes", number, "retention", at, "keep"),
                    f"“{kept.keep}” is long for what is held by consent that people took back.",
                    "Give a shorter time, or the purpose and the law for which the records are kept on.",
                    kept.keep,
                )


_ADULTS = on_demand(
    r"(?:(?:\w+ )?(?:adults|grown-ups|pensioners|older people)\b(?!['’]|[^.;]*\b(?:and|or|with"
    r"|children|young))"
    r"|people (?:aged |over |who are (?:over |aged ))?(?:18|21|50|55|60|65)\b[^.;]*)[^.;]*",
    re.I,
)


@rule("adults-fit-children", WARNING, "UK GDPR Article 12(1), recital 58", "data-uses")
def adults_fit_children(filed: Filed[DataUse]) -> Problems:
    """
    What: A data use that includes children names somebody among its people who can be a child.
    Why: With adults alone in the list, either the list or the answer about children is wrong.
    How: Name the children in `people`, or write `includes_children: false`.
    """
    people = filed.record.people
    if filed.record.includes_children is True and people and all(map(_ADULTS.fullmatch, people)):
        yield Problem(
            ("includes_children",),
            f"Children are included, it says, but the people are only “{people[0]}”.",
            "Name the children in `people`, or write `includes_children: false`.",
        )


_HEAD = on_demand(
    r"^(?:the[.-]?)?(?:chief[._-]?exec\w*|ceo|leader|mayor|(?:head[._-]?of[._-]?"
    r"|director[._-]?(?:of[._-]?)?)?(?:hr"
    r"|marketing|sales|it|ict|finance|communications|comms)|senior[._-]?information[._-]?risk\w*|siro)@",
    re.I,
)


@rule("officer-has-own-address", WARNING, "UK GDPR Article 38(3) and (6)", "site")
def officer_has_own_address(site: Site, register: Register) -> Problems:
    """
    What: The data protection officer has another e-mail address than those whom the officer watches over.
    Why: The officer is independent. Letters about a department must not arrive at its head.
    How: Give the officer an address of their own.
    """
    officer = register.contacts.get(site.data_protection_officer or "")
    match = _HEAD.search(officer.email or "") if isinstance(officer, Contact) else None
    if match and officer:
        yield Problem(
            ("data_protection_officer",),
            f"{officer.name} has the address {officer.email}, which is that of somebody to be watched over.",
            "Give the officer an address of their own.",
        )
