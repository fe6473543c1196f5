"""Whether a lawful basis fits what is done: a duty rests neither on consent nor on a contract."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.questions import called

_DUTIES = re.compile(
    r"\b(?:council tax|business rates|housing benefit|electoral|register (?:of )?(?:voters|electors)|voters"
    r"|planning (?:applications?|permission|appeals?)|(?:births?|deaths?|marriages?)\b.{0,30}\bregist\w+"
    r"|regist\w+\b.{0,30}\b(?:births?|deaths?|marriages?)|school places?|admissions?|waiting lists?"
    r"|licen[cs](?:es?|ing)|safeguard\w*|protect (?:children|adults)|at risk of (?:harm|abuse)|abused?"
    r"|neglect(?:ed)?|care (?:needs|assessments?)|(?:penalt(?:y|ies)|fines?)|enforce\w*|prosecut\w+|fraud"
    r"|inspect\w*|homeless\w*|housing register|council homes?|blue badges?|freedom of information"
    r"|investigat\w+|offences?|who (?:has to|must) pay|that is not paid)\b",
    re.I,
)
_BY_CHOICE = re.compile(
    r"\b(?:news\w*|e-?mails?|alerts?|reminders?|survey\w*|photos?|pictures?|film|stor(?:y|ies)|optional"
    r"|volunt\w+"
    r"|invit\w+|feedback|opinions?|interview|research|study|studies|events?|classes|courses?|training"
    r"|you (?:order|buy|pay for|book|hire|rent)|that you paid for|employ\w*|jobs?|staff|advice|tell you"
    r"|certificates?|copies|help you|if you (?:want|wish|like)|season tickets?|permits?|let\b|tenan\w+)\b",
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


_OF_DATA = re.compile(
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
