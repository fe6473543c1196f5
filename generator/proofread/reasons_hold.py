"""Reasons and outcomes in a notice that speak against their own answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.documents import FieldPath
from generator.model.data_use import DataUse
from generator.model.fields import DoesNotApply, stated
from generator.model.register import Filed
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.keeping_words import KEPT, rows
from generator.proofread.on_demand import on_demand
from generator.proofread.said import says
from generator.proofread.times import times

_UNDONE = on_demand(
    r"\b(?:not got (?:round|around) to|not (?:yet )?(?:had time|looked into|thought about|considered"
    r"|decided|started|done)|no time (?:for|to)|forgot\w*|overlooked|(?:will|to) be (?:done|made|decided"
    r"|added|completed) (?:later|soon|next|in)|still (?:to be|being) \w+|nobody has (?:looked|asked"
    r"|checked)|(?:we )?do(?:es)? not know)\b",
    re.I,
)
_ANSWERS = (
    *("dpia", "transfers", "automated_decisions", "choices", "public_benefit", "confidentiality"),
    *("recipients", "national_data_opt_out"),
)


def _denials(use: DataUse) -> Iterator[tuple[FieldPath, str]]:
    for name in _ANSWERS:
        answer = getattr(use, name, None)
        if isinstance(answer, DoesNotApply):
            yield (name, "does_not_apply"), answer.does_not_apply


@rule("denial-is-decided", WARNING, "UK GDPR Articles 5(2) and 12(1)", "data-uses")
def denial_is_decided(filed: Filed[DataUse]) -> Problems:
    """
    What: A question that is said not to apply was looked at.
    Why: "We have not got round to it" is no answer; the page shows it as a no.
    How: Look into it and give the reason; until then leave the answer out, so that it shows as open.
    """
    for way, told in _denials(filed.record):
        match = says(told, _UNDONE)
        if match:
            yield Problem(
                way,
                f"“{match[0]}” says that this was not looked at, and not that it does not apply.",
                "Look into it and give the reason; until then leave the answer out.",
                match[0],
            )


_RESEARCH = on_demand(
    r"\b(?:medical |health |clinical |care )?(?:research|planning of services|service planning|a trial)\b",
    re.I,
)
_NAY = on_demand(
    r"\b(?:pages?|own|separate\w*|elsewhere|another|other|not|no|never|nobody|neither|nor|without|only)\b|n['’]t\b",
    re.I,
)


@rule("benefit-denial-fits", WARNING, "National Data Guardian, public benefit guidance (2022)", "data-uses")
def benefit_denial_fits(filed: Filed[DataUse]) -> Problems:
    """
    What: The reason why the public benefit test does not apply is not that data serves research or planning.
    Why: For just such uses the test is made.
    How: Name the project in `public_benefit`, or correct the reason.
    """
    answer = filed.record.public_benefit
    told = answer.does_not_apply if isinstance(answer, DoesNotApply) else ""
    match = says(told, _RESEARCH)
    if match and not _NAY.search(told):
        yield Problem(
            ("public_benefit", "does_not_apply"),
            f"“{match[0]}” is a use for which the public benefit test is made.",
            "Name the project in `public_benefit`, or correct the reason.",
            match[0],
        )


_HIGH = on_demand(
    r"\b(?:risks?|dangers?) (?:\w+ ){0,3}?(?:is|are|remains?|stays?) (?:still )?(?:very )?high\b|\bhigh"
    r" (?:residual )?risks? (?:remains?|is left|are left|was accepted|were accepted)\b",
    re.I,
)
_DEALT_WITH = on_demand(
    r"\b(?:ICO|Information Commission\w*|regulator|consult\w*|unless|without|not high|if|where|before"
    r"|low|lower\w*|no)\b",
    re.I,
)


@rule("high-risk-consulted", WARNING, "UK GDPR Article 36(1)", "data-uses")
def high_risk_consulted(filed: Filed[DataUse]) -> Problems:
    """
    What: An assessment whose outcome is a high risk that stays tells that the regulator was asked.
    Why: Where a high risk cannot be lowered, the law has you consult the Information Commission first.
    How: Say what lowers the risk, or that the Commission was consulted and what it answered.
    """
    assessment = stated(filed.record.dpia)
    outcome = (assessment.outcome if assessment else "") or ""
    match = says(outcome, _HIGH)
    if match and not _DEALT_WITH.search(outcome):
        yield Problem(
            ("dpia", "outcome"),
            f"“{match[0]}”: such a use needs the regulator asked before it begins.",
            "Say what lowers the risk, or that the Information Commission was consulted.",
            match[0],
        )


_LONGEST = 130 * 366
"""Days after which nobody whose data it is can be alive."""


@rule("retention-within-lives", WARNING, KEPT, "data-uses")
def retention_within_lives(filed: Filed[DataUse]) -> Problems:
    """
    What: No records about people are kept for longer than anybody lives.
    Why: Such a time is a slip of the key, or it keeps what nobody needs.
    How: Correct the number; for an archive say so: "For good, in the county archive".
    """
    for way, kept in rows(filed.record):
        if any(days > _LONGEST for _, days in times(kept.keep)):
            yield Problem(
                (*way[:-1], "keep"),
                f"“{kept.keep}” is longer than anybody lives.",
                "Correct the number; for an archive say so.",
                kept.keep,
            )
