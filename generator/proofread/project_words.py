"""What a public-benefit project says in words, held against its states and its days."""

from __future__ import annotations

import re

from generator.model.public_benefit import PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import says

NDG = "National Data Guardian, What do we mean by public benefit? (2022)"
_SAYS_NO = on_demand(
    r"\bno longer met\b|^\W*(?:no|stop|stopped|refused?|rejected|declined?|do not (?:go ahead|proceed"
    r"|start|approve))\b|\b(?:do|does"
    r"|should|must|will|can|may)(?: ?not|n['’]t) (?:go ahead|proceed|start|be approved)\b|\b(?:panel|board"
    r"|committee|council|cabinet|we) (?:has |have )?(?:refused|rejected|declined|turned (?:it"
    r"|this) down)\b|\b(?:test|benefit)\b[^.;]{0,20}\b(?:is|was) not met\b|\bnot met\b",
    re.I,
)
_SAYS_YES = on_demand(
    r"^\W*(?:yes|go (?:ahead|on)|approved?|proceed|continue)\b"
    r"|(?<!not )\b(?:test|benefit)\b[^.;]{0,20}\b(?:is|was) met\b",
    re.I,
)
_UNLESS = on_demand(r"\b(?:until|unless|if|before|without|but|beyond)\b", re.I)


@rule("decision-fits-state", WARNING, NDG, "public-benefit")
def decision_fits_state(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: The decision of an evaluation says in words what its `state` says.
    Why: Who reads "Do not go ahead" beside "met" cannot tell what was decided.
    How: Correct `decision`, or `state`.
    """
    for number, evaluation in enumerate(filed.record.evaluations):
        met = evaluation.state in ("met", "met-with-conditions")
        if not met and evaluation.state != "not-met":
            continue
        said = evaluation.decision or ""
        match = says(said, _SAYS_NO if met else _SAYS_YES)
        if match and not (met and _UNLESS.search(said)):
            yield Problem(
                ("evaluations", number, "decision"),
                f"“{match[0].strip()}”, but the `state` of this evaluation is `{evaluation.state}`.",
                "Correct the decision, or `state`.",
                match[0].strip(),
            )


@rule("refused-after-met", REVIEW, NDG, "public-benefit")
def refused_after_met(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A person looks at a project that was declined although its last evaluation was met.
    Why: Often one of the two is a slip; where it is not, people want to know what else stood in the way.
    How: Correct `state`; or say in the step why the project was declined all the same, and accept this.
    """
    latest = filed.record.latest_evaluation
    if filed.record.state == "declined" and latest and latest.state in ("met", "met-with-conditions"):
        yield Problem(
            ("evaluations", filed.record.evaluations.index(latest), "state"),
            f"The project was declined, but this evaluation is `{latest.state}`.",
            "Correct `state`, or say why it was declined all the same.",
        )


_STILL_TO_COME = on_demand(
    r"\b(?:outcomes?|results?|findings|benefits|report|evaluation)\b[^.;]{0,30}?\b(?:will|are to"
    r"|is to) be (?:published|available|shared|reported|known|announced)\b|\b(?:project|work|study"
    r"|analysis|evaluation) (?:is|remains) (?:still )?(?:ongoing|on-going|in progress|under ?way"
    r"|continuing)\b|\b(?:too (?:early|soon) to (?:say|tell|report|know|judge)"
    r"|results? (?:are )?(?:awaited|pending|to follow)|not yet known|watch this space)",
    re.I,
)


@rule("outcome-told", WARNING, NDG, "public-benefit")
def outcome_told(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: The summary of an outcome tells what came of the project, and promises nothing for later.
    Why: Being told of the outcome is what people get for the use of their data.
    How: Say what was reached and what was not; if nothing is known yet, take `outcome` out until it is.
    """
    outcome = filed.record.outcome
    match = says(outcome.summary, _STILL_TO_COME) if outcome else None
    if match:
        yield Problem(
            ("outcome", "summary"),
            f"“{match[0]}” puts the outcome off, where it is to be told.",
            "Say what was reached and what was not.",
            match[0],
        )


@rule("outcome-after-end", WARNING, "Public-benefit register: states of an outcome", "public-benefit")
def outcome_after_end(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: An outcome is not published before the project ended.
    Why: Nobody can know what came of a project that still runs; one of the two days is wrong.
    How: Correct `published_on`, or the day of the last step.
    """
    outcome, steps = filed.record.outcome, filed.record.steps
    ended = steps[-1].on if steps and steps[-1].state in ("concluded", "stopped") else None
    if outcome and ended and outcome.published_on < ended:
        yield Problem(
            ("outcome", "published_on"),
            f"The outcome is dated {outcome.published_on}, before the project ended on {ended}.",
            "Correct one of the two days.",
        )


@rule("outcome-closed", WARNING, NDG, "public-benefit")
def outcome_closed(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: The outcome of a project says of each benefit how it turned out, and leaves none as expected.
    Why: "Expected" after the end tells people nothing, and reads like success.
    How: Write `realised`, `not-realised`, `emerging` or `unclear`, and in `evidence` how that is known.
    """
    for number, benefit in enumerate(filed.record.outcome.benefits if filed.record.outcome else ()):
        if benefit.state == "expected":
            yield Problem(
                ("outcome", "benefits", number, "state"),
                "The project has ended, and this benefit is still called expected.",
                "Write `realised`, `not-realised`, `emerging` or `unclear`, with the evidence.",
            )


@rule("learning-dated", WARNING, NDG, "public-benefit")
def learning_dated(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: What was learned is dated on a day that has come.
    Why: Nobody can have learned it yet; one of the figures is wrong.
    How: Correct `date`.
    """
    for number, lesson in enumerate(filed.record.learning):
        if lesson.date > register.today:
            yield Problem(
                ("learning", number, "date"), f"This was not learned yet: {lesson.date}.", "Correct the date."
            )


_NONE_YET = on_demand(
    r"^\W*(?:(?:none|nothing)(?: yet| so far)?\W*$|no (?:mitigation|measures?|action|plan)\b|not yet\b"
    r"|tb[cd]\b|not (?:possible|known|decided|started)\b|to be (?:decided|agreed|confirmed|considered)\b"
    r"|planned\b|pending\b|(?:we|this) (?:will|are to|is to|plan to|intend to|hope to)\b|under review\b)"
    r"|\b(?:we|nobody) (?:do(?:es)?|did) not (?:yet )?know (?:if|whether) (?:it|this|that)\b|\b(?:ha(?:ve"
    r"|s) )?(?:found|know of|see) (?:nothing|no way|no remedy|no answer)\b|^\W*(?:there is )?no remedy\b"
    r"|\bnothing (?:(?:has been|was|is|can be) )?(?:done|to do)\b|\b(?:nobody knows|not sure|not clear"
    r"|unclear) (?:if|whether) (?:it|this|that)\b",
    re.I,
)


@rule("risk-mitigated-how", WARNING, NDG, "public-benefit")
def risk_mitigated_how(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A risk that is called mitigated says what was done about it.
    Why: "None yet" beside `mitigated` hides an open risk, and the further evaluation that it asks for.
    How: Say in `mitigation` what was done; or write `state: unmitigated`.
    """
    for number, evaluation in enumerate(filed.record.evaluations):
        for at, risk in enumerate(evaluation.risks):
            match = says(risk.mitigation, _NONE_YET) if risk.state == "mitigated" else None
            if match:
                yield Problem(
                    ("evaluations", number, "risks", at, "mitigation"),
                    f"“{match[0].strip()}”, but the risk is called mitigated.",
                    "Say what was done; or write `state: unmitigated`.",
                    match[0].strip(),
                )


_PEOPLE = on_demand(r"(?<![\d.])\d{1,3}(?:,\d{3})+|(?<![\d.,])\d{2,3}(?!\d|[.,]\d|%)")


@rule("scale-fits", WARNING, NDG, "public-benefit")
def scale_fits(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: The number of people in the statement lies within `scale`.
    Why: How many people a project is about decides how many have to be heard; one of the two is wrong.
    How: Correct `scale`, or the number in `statement`.
    """
    statement, scale = filed.record.statement, filed.record.scale
    numbers = (
        [int(found.replace(",", "")) for found in _PEOPLE.findall(statement.people)] if statement else []
    )
    least, _, most = (scale or "").partition("-")
    if numbers and most.isdigit() and not any(int(least) <= number <= int(most) for number in numbers):
        yield Problem(
            ("scale",),
            f"The statement speaks of {max(numbers):,} people, but `scale` says {scale}.",
            "Correct `scale`, or the number in `statement`.",
        )


_ONLY_PRIVATE = on_demand(
    r"\b(?:only|solely|just|nobody but|no one but) (?:the |our |its |one )?(?:\w+ )?(?:company|firm"
    r"|supplier|investors?|shareholders|insurers?|vendor|contractor|council"
    r"|owner)s?\b[^.;]{0,30}?\b(?:gains?|benefits?|profits?)|\bonly (?:\w+ )?(?:party|one|body"
    r"|organisation|partner)\b[^.;]{0,40}?\b(?:gains?|benefits?|profits?)\b[^.;]{0,30}? (?:is"
    r"|are)\b[^.;]{0,20}?\b(?:company|firm|supplier|investors?|shareholders|insurers?|vendor|contractor)"
    r"|^\W*(?:only |just )?(?:the|our|a|its) (?:\w+ ){0,3}?(?:company|firm|supplier|investors?"
    r"|shareholders|insurers?|vendor|contractor|developer|manufacturer)\b(?!['’]s|[^.;]*\b(?:and"
    r"|residents?|people|patients|public|everyone|who live)\b)|\b(?:the )?(?:whole|entire|all (?:of )?the"
    r"|only) (?:gain|benefit|profit)\b[^.;]{0,30}? (?:goes|is|lies|stays|falls)\b[^.;]{0,20}?\b(?:company"
    r"|firm|supplier|investors?|shareholders|insurers?|vendor|contractor)",
    re.I,
)


@rule("gain-of-public", WARNING, NDG, "public-benefit")
def gain_of_public(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A test that is met is not said to benefit a company alone.
    Why: The public aspect asks who gains; where it is only a private interest, the test cannot be met.
    How: Say which part of the public gains and how; or correct `state`.
    """
    for number, evaluation in enumerate(filed.record.evaluations):
        met = evaluation.state in ("met", "met-with-conditions")
        for name in ("who", "distribution") if met and evaluation.public_aspect else ():
            match = says(getattr(evaluation.public_aspect, name), _ONLY_PRIVATE)
            if match and not re.search(r"n['’]t\b|\b(?:not|never|if|would)\b", match.string[: match.start()]):
                yield Problem(
                    ("evaluations", number, "public_aspect", name),
                    f"“{match[0]}”, but the state of this evaluation is `{evaluation.state}`.",
                    "Say which part of the public gains and how; or correct `state`.",
                    match[0],
                )
