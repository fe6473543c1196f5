"""Whether a lawful basis fits what is done: a duty rests neither on consent nor on a contract."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import stated
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import called, rests_on_consent, says_not
from generator.proofread.said import parts_of

_DUTIES = on_demand(
    r"\b(?:council tax|business rates|housing benefit|electoral|register (?:of )?(?:voters|electors)|voters"
    r"|planning (?:applications?|permission|appeals?)|(?:births?|deaths?|marriages?)\b.{0,30}\bregist\w+"
    r"|regist\w+\b.{0,30}\b(?:births?|deaths?|marriages?)|school places?|admissions?|waiting lists?"
    r"|licen[cs](?:es?|ing)|safeguard\w*|protect (?:children|adults)|at risk of (?:harm|abuse)|abused?"
    r"|neglect(?:ed)?|care (?:needs|assessments?)|(?:penalt(?:y|ies)|fines?)|enforce\w*|prosecut\w+|fraud"
    r"|inspect\w*|homeless\w*|housing register|council homes?|blue badges?|freedom of information"
    r"|investigat\w+|offences?|who (?:has to|must) pay|that is not paid)\b",
    re.I,
)
_BY_CHOICE = on_demand(
    r"\b(?:news\w*|e-?mails?|alerts?|reminders?|survey\w*|photos?|pictures?|film|stor(?:y|ies)|optional"
    r"|volunt\w+|invit\w+|feedback|opinions?|interview|research|study|studies|events?|classes|courses?"
    r"|training|you (?:order|buy|pay for|book|hire|rent)|that you paid for|employ\w*|jobs?|staff|advice"
    r"|tell you|certificates?|copies|help you|if you (?:want|wish|like)|season tickets?|permits?|let\b"
    r"|tenan\w+|rent|plots?|allotments?|garages?|moorings?)\b",
    re.I,
)
_NAMES = {"consent": "consent", "contract": "a contract"}


@rule("basis-fits-duty", WARNING, "UK GDPR Articles 6(1)(a), (b), (e), 7(4) and recital 43", "data-uses")
def basis_fits_duty(filed: Filed[DataUse]) -> Problems:
    """
    What: What the law makes a council do rests neither on consent nor on a contract.
    Why: Nobody can say no to council tax, so consent to it is not free; and people are promised rights, to
        withdraw or to take data along, that nobody can give them.
    How: Use `public-task` or `legal-obligation` with the law that lays the task down.
    """  # fmt: skip
    for number, purpose in enumerate(filed.record.purposes):
        basis = _NAMES.get(purpose.lawful_basis or "")
        if basis and _DUTIES.search(purpose.purpose) and not _BY_CHOICE.search(purpose.purpose):
            yield Problem(
                ("purposes", number, "lawful_basis"),
                f"{called(purpose)} rests on {basis}, but it looks like a duty that the law lays down.",
                "Use `public-task` or `legal-obligation` with its law.",
            )


_OF_DATA = on_demand(
    r"\b(?:Data Protection|Data \(Use|Privacy|Electronic Communications|Human Rights|Tissue)\b"
)


@rule("consent-beside-law", WARNING, "UK GDPR Articles 6(1)(a), 6(3) and recital 43", "data-uses")
def consent_beside_law(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A purpose that rests on consent names no law that lays down a task of the council.
    Why: Where a law tells the council to do it, people cannot say no, and their consent is not free.
    How: Use `public-task` or `legal-obligation`; or take the law out, if people can truly refuse.
    """
    for number, purpose in enumerate(filed.record.purposes):
        if purpose.lawful_basis != "consent" or _DUTIES.search(purpose.purpose):
            continue
        titles = [law.title for named in purpose.laws if (law := register.laws.get(named.law))]
        tasks = [title for title in titles if not _OF_DATA.search(title)]
        if tasks:
            yield Problem(
                ("purposes", number, "lawful_basis"),
                f"{called(purpose)} rests on consent, but names the {tasks[0]}, which gives councils tasks.",
                "Use `public-task` or `legal-obligation`; or take the law out, if people can truly refuse.",
            )


_IF_AGREED = on_demand(
    r"\b(?:we|the council|only|nothing|no (?:data|information|record|details))\b[^.;]{0,60}?\b(?:only"
    r"|unless|without)\b[^.;]{0,60}?\b(?:you (?:have |first )?(?:agreed?|consent(?:ed)?"
    r"|given? (?:us )?(?:your )?(?:consent|permission)|say yes|said yes)|your (?:\w+ )?(?:consent"
    r"|permission|agreement))\b",
    re.I,
)
_SOME = on_demand(
    r"\b(?:doctor|GP|photos?|pictures?|film|newsletter|employer|landlord|school|relatives?|partner|name"
    r"|publish\w*|law|website|other|others|anybody|anyone|help|some)\b|\]\(",
    re.I,
)
"""Something that is asked for by itself, beside what the law lays down."""


@rule("consent-needs-basis", WARNING, "UK GDPR Articles 6(1)(a), 7 and 13(1)(c)", "data-uses")
def consent_needs_basis(filed: Filed[DataUse]) -> Problems:
    """
    What: A notice that rests on no consent does not say that data is used only where people agree.
    Why: They believe that they can say no, and are in it all the same; or a purpose has the wrong basis.
    How: Say that the law lays the use down; or give the purpose the basis `consent` and a way to withdraw.
    """
    use = filed.record
    confided = getattr(stated(use.confidentiality), "basis", "") == "consent"
    if confided or not use.purposes or any(map(rests_on_consent, use.purposes)):
        return
    answers = (("summary",), use.summary), (("choices", "does_not_apply"), _reason(use))
    for way, told in answers:
        for part in parts_of(told):
            match = part.search(_IF_AGREED)
            if match and not _SOME.search(match.string):
                yield Problem(
                    way,
                    f"“{match[0]}”, but no purpose rests on consent.",
                    "Say that the law lays the use down, or give the purpose the basis `consent`.",
                    match[0],
                )
                return


def _reason(use: DataUse) -> str:
    return getattr(use.choices, "does_not_apply", "") if says_not(use.choices) else ""


_WITHOUT_THEM = on_demand(
    r"\bwhether or not (?:you|they|people|the person) (?:have |has |had )?(?:agree[ds]?|consent(?:s|ed)?"
    r"|sa(?:y|id) yes)\b|\b(?:send|give|get|use|share|see|pass"
    r"|look at)s?\b[^.;]{0,40} without (?:asking (?:you|them|people)|(?:your|their) (?:consent|permission"
    r"|agreement|knowledge))\b|\beven if (?:you|they|people) (?:refuse\w*|object\w*|sa(?:y|id) no|(?:do"
    r"|did|have) not (?:agree\w*|consent\w*))\b",
    re.I,
)
_WITH_THEM = on_demand(
    r"\b(?:only|just) (?:because|if|when|where|with) (?:you|they|people|your"
    r"|their) ?(?:\w+ )?(?:agree[ds]?|consent\w*|sa(?:y|id) yes|permission|agreement)\b",
    re.I,
)
_NOT_SO = on_demand(r"\b(?:not|never|nothing|no|nobody|none|cannot)\b", re.I)
_BY_LAW = on_demand(
    r"\b(?:the|this|an?) (?:Act|law|court|Regulations)\b|\bAct \d{4}\b|\bRegulations \d{4}\b|\bby law\b"
)
_ASKED = on_demand(
    r"\b(?:agree\w*|consent\w*|permission|ask\w*|sign\w*|chose|choose|choice|want\w*|said yes"
    r"|say yes|let us|allow\w*"
    r"|yourself|himself|herself|themselves|patients? (?:themselves )?(?:tells?|brings?|hands?|sends?))\b",
    re.I,
)
"""Words by which somebody was asked, or tells it of their own will."""


@rule("confidence-words-fit", WARNING, "common law duty of confidentiality; NHS Act 2006 s.251", "data-uses")
def confidence_words_fit(filed: Filed[DataUse]) -> Problems:
    """
    What: What lets confidential records be used is the same in the words as in `basis`.
    Why: "You agreed" and "whether or not you agreed" cannot both be true, and people act on the words.
    How: Correct `basis` below `confidentiality`, or the explanation.
    """
    answer = stated(filed.record.confidentiality)
    if answer is None:
        return
    wrong = {"consent": _WITHOUT_THEM, "section-251": _WITH_THEM, "statute-or-court": _WITH_THEM}.get(
        answer.basis
    )
    alone = answer.basis == "consent" and _BY_LAW.search(f"{answer.reference or ''} {answer.explanation}")
    if alone and not _ASKED.search(answer.explanation):
        yield Problem(
            ("confidentiality", "basis"),
            f"The basis is given as `consent`, but the words rest on a law (“{alone[0]}”) and on "
            f"nobody's yes.",
            "Write `statute-or-court`, or say how people agree.",
        )
    for part in parts_of(answer.explanation) if wrong else ():
        match = part.search(wrong) if wrong else None
        if match and not _NOT_SO.search(match.string.replace(match[0], "")):
            yield Problem(
                ("confidentiality", "explanation"),
                f"“{match[0]}”, but the basis is given as `{answer.basis}`.",
                "Correct `basis`, or the explanation.",
                match[0],
            )
            return


@rule("section-251-of-patients", WARNING, "NHS Act 2006 s.251; National Data Opt-Out policy", "data-uses")
def section_251_of_patients(filed: Filed[DataUse]) -> Problems:
    """
    What: Support under section 251 does not stand beside the answer that no health or care data is used.
    Why: Such support is given for confidential patient information only; one of two answers is wrong.
    How: Correct `basis` below `confidentiality`, or `reason` below `national_data_opt_out`.
    """
    confidentiality, answer = stated(filed.record.confidentiality), filed.record.national_data_opt_out
    outside = answer is not None and answer.reason in ("not-health-or-care", "outside-health-and-care-system")
    if confidentiality and confidentiality.basis == "section-251" and outside and answer:
        yield Problem(
            ("confidentiality", "basis"),
            f"Section 251 is about patients, but the reason on the opt-out is `{answer.reason}`.",
            "Correct `basis`, or the reason.",
        )


_OF_THE_YOUNG = on_demand(
    r"\b(?:child\w*|school\w*|pupils?|educat\w+|young|youth|teenage\w*|foster\w*|adopt\w*|famil\w+"
    r"|nurser\w+|bab\w+"
    r"|infant\w*|parents?|students?|(?-i:SEND|SEN)|special needs|care leavers?|under \d+)\b",
    re.I,
)


@rule("childrens-services-only", WARNING, "National Data Opt-Out policy (DCB3058)", "data-uses")
def childrens_services_only(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The reason `childrens-services` stands only where the notice is about children or schools.
    Why: Another service is inside the choice or outside it for a reason of its own, which people can check.
    How: Write the reason for this service, for example `not-health-or-care`.
    """
    use, answer = filed.record, filed.record.national_data_opt_out
    service = register.services.get(use.service or "")
    said = (use.title, use.summary, *use.also_called, *use.people, *(p.purpose for p in use.purposes))
    about = " ".join((*said, service.name if service else ""))
    if answer and answer.reason == "childrens-services" and not _OF_THE_YOUNG.search(about):
        yield Problem(
            ("national_data_opt_out", "reason"),
            "The reason is `childrens-services`, but nothing here is about children or schools.",
            "Write the reason for this service, for example `not-health-or-care`.",
        )
