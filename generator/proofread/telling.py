"""What a notice must tell people of their position: consent, computers, children, exceptions.

UK GDPR Articles 13 and 14 as amended on 5 February and 19 June 2026, 22C and 26(2).
"""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import entries, stated
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import (
    called,
    first_joint,
    joint_controllers,
    open_question,
    rests_on_consent,
    under_gdpr,
)
from generator.proofread.said import says

_CHILDREN = on_demand(r"(?:all |the |your |disabled )?(?:children|pupils|teenagers|young people)\b", re.I)
_CANNOT = on_demand(
    r"\b(?:(?:cannot|can't|can not|may not|not possible to|not able to|unable to) (?:\w+ )?(?:be )?withdr\w+"
    r"|no (?:right|way) to withdraw|^n/?a\b|^not applicable\b|^none\b)",
    re.I,
)
_SAFEGUARDS = ("told_how", "comment_how", "person_how", "contest_how")


@rule("controller-current", ERROR, "UK GDPR Article 13(1)(a), 14(1)(a)", "data-uses")
def controller_current(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A data use that names its own controllers names one that holds today.
    Why: People must know who answers for their data now, also after a council was reorganised.
    How: Add the present controller to `controllers`, or correct the dates `start` and `end`.
    """
    today = register.today
    holds = any(
        (c.start is None or c.start <= today) and (c.end is None or c.end >= today)
        for c in filed.record.controllers
    )
    if filed.record.controllers and not holds:
        yield Problem(
            ("controllers",),
            "None of the controllers named here holds today.",
            "Add the present controller, or correct `start` and `end`.",
        )


@rule("joint-arrangement", ERROR, "UK GDPR Article 26(2)", "data-uses")
def joint_arrangement(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Where several bodies decide together, the notice says who does what.
    Why: People must know whom to ask, and the law wants the essence of the arrangement made available.
    How: Add `joint_arrangement`: who tells people, who answers requests, who keeps the data safe.
    """
    use = filed.record
    if under_gdpr(use) and joint_controllers(use, register) and not use.joint_arrangement:
        yield Problem(
            ("controllers",) if use.controllers else ("recipients", first_joint(use)),
            "Several bodies decide about this data use, but it does not say who does what.",
            "Add `joint_arrangement`; if they do not decide together, correct the role or the dates.",
        )


@rule("consent-withdrawal", ERROR, "UK GDPR Article 7(3), 13(2)(c), 14(2)(d)", "data-uses")
def consent_withdrawal(filed: Filed[DataUse]) -> Problems:
    """
    What: A purpose that rests on consent says how people withdraw it.
    Why: Withdrawing must be as easy as giving consent, and people must be told of it.
    How: Add `withdraw_consent` to the purpose, for example "Use the link at the end of every e-mail".
    """
    for number, purpose in enumerate(filed.record.purposes):
        told = purpose.withdraw_consent
        if told and says(told, _CANNOT) and rests_on_consent(purpose):
            yield Problem(
                ("purposes", number, "withdraw_consent"),
                f"{called(purpose)} rests on consent, and says that it cannot be withdrawn.",
                "Say how people withdraw it; without that there is no consent, and you need another basis.",
            )
        if under_gdpr(filed.record) and rests_on_consent(purpose) and not told:
            yield Problem(
                ("purposes", number),
                f"{called(purpose)} rests on consent but does not say how to withdraw it.",
                "Add `withdraw_consent`.",
            )


@rule("legitimate-interests-stated", ERROR, "UK GDPR Article 13(1)(d), 14(2)(b)", "data-uses")
def legitimate_interests_stated(filed: Filed[DataUse]) -> Problems:
    """
    What: A purpose that rests on legitimate interests says which interests.
    Why: People can object only if they know what they object to.
    How: Add `legitimate_interests` to the purpose.
    """
    for number, purpose in enumerate(filed.record.purposes):
        if purpose.lawful_basis == "legitimate-interests" and not purpose.legitimate_interests:
            yield Problem(
                ("purposes", number),
                f"{called(purpose)} rests on legitimate interests but does not say which.",
                "Add `legitimate_interests`.",
            )


@rule("automated-decisions-stated", ERROR, "UK GDPR Article 13(2)(f), 14(2)(g)", "data-uses")
def automated_decisions_stated(filed: Filed[DataUse]) -> Problems:
    """
    What: Every data use says whether a computer alone takes significant decisions.
    Why: People must be told of such decisions; silence can hide them.
    How: Add `automated_decisions`, or `automated_decisions` with `does_not_apply` and the reason.
    """
    if under_gdpr(filed.record) and open_question(filed.record.automated_decisions):
        yield Problem(
            ("automated_decisions",),
            "This data use does not say whether a computer alone takes significant decisions.",
            "Add `automated_decisions`; if none are taken, write `does_not_apply` below it with the reason.",
        )


@rule("automated-safeguards", ERROR, "UK GDPR Article 22C", "data-uses")
def automated_safeguards(filed: Filed[DataUse]) -> Problems:
    """
    What: A decision by computer alone has its four safeguards: news, a say, a person, a challenge.
    Why: The law allows such decisions only with all four.
    How: Add `told_how`, `comment_how`, `person_how` and `contest_how` to the decision.
    """
    for number, decision in enumerate(entries(filed.record.automated_decisions)):
        missing = [f"`{name}`" for name in _SAFEGUARDS if getattr(decision, name) is None]
        if missing and under_gdpr(filed.record):
            yield Problem(
                ("automated_decisions", number),
                f"The decision “{decision.decision}” lacks safeguards that the law asks for.",
                f"Add {', '.join(missing)}.",
            )


@rule("article-14-exception-safeguards", ERROR, "UK GDPR Article 14(7)", "data-uses")
def article_14_exception_safeguards(filed: Filed[DataUse]) -> Problems:
    """
    What: Where it would take too much effort or spoil the purpose to tell each person, safeguards are named.
    Why: The exception holds only with safeguards, and making the notice public is one of them.
    How: Add `safeguards` to `article_14_exception`, for example "This notice is public".
    """
    exception = filed.record.article_14_exception
    weighed = exception and exception.exception in ("impossible-or-disproportionate", "serious-impairment")
    if exception and weighed and not exception.safeguards:
        yield Problem(
            ("article_14_exception",),
            "An exception to telling each person is used without any safeguard.",
            "Add `safeguards`, and name this public notice among them.",
        )


@rule("article-14-factors", WARNING, "UK GDPR Article 14(6)", "data-uses")
def article_14_factors(filed: Filed[DataUse]) -> Problems:
    """
    What: Where telling each person would take too much effort, the notice says what was weighed.
    Why: The law names factors: how many people, how old the data is, which safeguards there are.
    How: Add `factors` to `article_14_exception`.
    """
    exception = filed.record.article_14_exception
    if exception and exception.exception == "impossible-or-disproportionate" and not exception.factors:
        yield Problem(
            ("article_14_exception",),
            "The notice does not say what was weighed before deciding not to tell each person.",
            "Add `factors`: how many people, how old the data is, which safeguards there are.",
        )


@rule("article-14-exception-fits", WARNING, "UK GDPR Article 14(5)", "data-uses")
def article_14_exception_fits(filed: Filed[DataUse]) -> Problems:
    """
    What: An exception to telling people is used only for data that comes from somebody else.
    Why: It is an exception to Article 14; people who give data themselves are told when they give it.
    How: Take `article_14_exception` out, or say where else the data comes from.
    """
    use = filed.record
    if use.article_14_exception and use.data and not use.from_elsewhere:
        yield Problem(
            ("article_14_exception",),
            "An exception for data from elsewhere is used, but all data comes from the people themselves.",
            "Take `article_14_exception` out, or add the other source to `data`.",
        )


@rule("children-answered", WARNING, "UK GDPR Article 12(1), recital 58", "data-uses")
def children_answered(filed: Filed[DataUse]) -> Problems:
    """
    What: Every data use says whether children are among the people.
    Why: Children need more care and words they can understand.
    How: Add `includes_children: yes` or `includes_children: no`.
    """
    if filed.record.includes_children is None:
        silence = "This data use does not say whether children are among the people."
        yield Problem((), silence, "Add `includes_children`.")


@rule("child-version", WARNING, "UK GDPR Article 12(1), recital 58", "data-uses")
def child_version(filed: Filed[DataUse]) -> Problems:
    """
    What: A data use that is mainly about children has a page that explains it to them.
    Why: A notice must be clear to the people it is for.
    How: Add `child_version` with the page for children.
    """
    use = filed.record
    mainly = bool(use.people) and bool(_CHILDREN.match(use.people[0]))
    if use.includes_children and mainly and use.child_version is None:
        yield Problem(
            ("includes_children",),
            "This data use is about children, but no page explains it to them.",
            "Add `child_version` with the page for children.",
        )


@rule("exemption-cited", WARNING, "DPA 2018 Schedules 2 to 4", "data-uses")
def exemption_cited(filed: Filed[DataUse]) -> Problems:
    """
    What: Where a right can be limited, the exemption is named.
    Why: A right can be limited only by an exemption in law; people want to look it up.
    How: Add `laws` to the entry in `rights_limits`.
    """
    for number, limit in enumerate(filed.record.rights_limits):
        if not limit.laws:
            yield Problem(
                ("rights_limits", number),
                f"The limit to the right “{limit.right}” does not name the exemption.",
                "Add `laws` with the Schedule and paragraph.",
            )


@rule("impact-answered", WARNING, "UK GDPR Article 35", "data-uses")
def impact_answered(filed: Filed[DataUse]) -> Problems:
    """
    What: Every data use says what its impact assessment concluded, or why none was needed.
    Why: It shows that somebody thought of the risks before starting.
    How: Add `dpia`, with `summary` or `withheld_because`; or `does_not_apply` with the reason.
    """
    assessment = stated(filed.record.dpia)
    if filed.record.dpia is None:
        yield Problem((), "This data use does not say whether its impact was assessed.", "Add `dpia`.")
    elif assessment and not assessment.summary and not assessment.withheld_because:
        yield Problem(
            ("dpia",),
            "The impact assessment has no published summary, and nothing says why.",
            "Add `summary` or `withheld_because`.",
        )
