"""What pages tell wrongly of the law on breaches, of projects that failed, and of work that is over."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.opt_out import OptOut
from generator.model.page import Page
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.keeping_words import KEPT, rows
from generator.proofread.on_demand import on_demand
from generator.proofread.project_words import NDG
from generator.proofread.said import DENIED, main_clause, said, says
from generator.proofread.spoken import said_in
from generator.proofread.texts import PublishedText, holds_any
from generator.proofread.times import TIME, times
from generator.proofread.word_parts import sought

_BREACH_UNTOLD = on_demand(
    r"\b(?:do not|does not|don['’]t|doesn['’]t|need not|never|no duty to|not obliged to"
    r"|not required to) (?:have to |need to )?(?:tell|report|inform|notify|say)\b[^.;]{0,60}?\b(?:los(?:e"
    r"|t|s)|leak\w*|breach\w*|stolen|hacked|sent to the wrong)\b|\b(?:breach\w*|leaks?"
    r"|loss(?:es)?)\b[^.;]{0,40}?\b(?:need not|do not have to|are never|is never|are not|is not|will not"
    r"|never) (?:be )?(?:told|reported|notified|announced|made public)\b",
    re.I,
)
_SMALL = on_demand(
    r"\b(?:unless|if (?:it|there|nobody|no one)|risk|harm\w*|small|minor|without risk|who|property|card"
    r"|password|if you|made us|affects? (?:nobody|no one)|press|newspapers?)\b|\?",
    re.I,
)


_OF_DATA = on_demand(r"\b(?:data|information|details|records?|breach\w*|files?|privacy)\b", re.I)
_BREACHED = ("lose", "lost", "loss", "leak", "breach", "Breach", "stolen", "hacked", "wrong")


@rule("breach-told", WARNING, "UK GDPR Articles 33 and 34", "texts", _BREACHED)
def breach_told(text: PublishedText) -> Problems:
    """
    What: No text says that nobody has to be told of a data breach.
    Why: The regulator is told within 72 hours unless there is no risk, and people where the risk is high.
    How: Say whom you tell, and when; or take the sentence out.
    """
    if not holds_any(
        text.text, ("tell", "told", "report", "inform", "notif", "announc", "made public", " say")
    ):
        return
    for match in said(text, _BREACH_UNTOLD, _SMALL, _BREACHED):
        if not _OF_DATA.search(match.string):
            continue
        yield Problem(
            text.field,
            f"“{match[0]}”: the regulator, and often the people, must be told of a breach.",
            "Say whom you tell, and when; or take the sentence out.",
            match[0],
        )


_ONLY_GOOD = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)) only publish (?:the )?(?:projects?|studies"
    r"|results?|outcomes?"
    r"|evaluations?)\b[^.;]{0,20}?\b(?:went well|succeed\w*|worked|(?:were|was|are) (?:approved|met"
    r"|a success)|are good|good)\b|\b(?:we|the (?:council|authority|service|team)) (?:do not|does not"
    r"|don['’]t"
    r"|never) publish (?:the )?(?:refused|stopped|failed|rejected|declined|unsuccessful"
    r"|projects that (?:failed|were (?:refused|stopped)))\b",
    re.I,
)
_ONLY_GOOD_PARTS = sought("ublish")


@rule("failures-published", WARNING, NDG, "pages")
def failures_published(filed: Filed[Page], register: Register) -> Problems:
    """
    What: No page says that only projects which went well are published.
    Why: Who sees successes alone cannot judge how the council decides.
    How: Publish refused, stopped and failed projects as well, and say so.
    """
    for text, match in said_in(filed, register, _ONLY_GOOD, None, _ONLY_GOOD_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}”: refused, stopped and failed projects are published too.",
            "Publish them as well, and say so.",
            match[0],
        )


_GOES_ON = on_demand(
    r"\b(?:study|project|research|trial|survey|work) (?:is|are) (?:still |now |currently )?(?:running"
    r"|going on|under ?way|continuing|in progress)\b|\b(?:we are|the team is) (?:still |now "
    r"|currently )?(?:looking for|recruiting|inviting) (?:\w+ ){0,3}?(?:people|volunteers|members"
    r"|residents)\b",
    re.I,
)
_GOING = sought(
    *("running", "going on", "under way", "underway", "progress", "looking", "cruiting", "inviting")
)


@rule("work-told-over", WARNING, NDG, "data-uses")
def work_told_over(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A notice does not tell of a study as still going on whose projects have all ended.
    Why: People join, or object, because of what they read; the project's page says that it is over.
    How: Say that it has ended and what is left to do; or correct the project.
    """
    found = map(register.public_benefit.get, entries(filed.record.public_benefit))
    projects = [project.record for project in found if project]
    if not projects or any(project.state not in ("stopped", "concluded", "declined") for project in projects):
        return
    for text, sentence in sentences_of(filed, register, _GOING):
        match = sentence.search(_GOES_ON)
        if match and not DENIED.search(main_clause(match)):
            yield Problem(
                text.field,
                f"“{match[0]}”, but its project is {projects[0].state}.",
                "Say that it has ended and what is left to do; or correct the project.",
                match[0],
            )


_MUST_KEEP = on_demand(
    rf"\b(?:must|ha(?:s|ve) to|requires? us to|makes? us|needs? to) (?:be )?(?:keep|kept|hold|held"
    rf"|retain\w*|stor\w+)\b[^.;]{{0,40}}?\b(?:for )?(?:at least )?{TIME}",
    re.I,
)


@rule("why-fits-time", WARNING, KEPT, "data-uses")
def why_fits_time(filed: Filed[DataUse]) -> Problems:
    """
    What: The reason for a time of keeping names no longer time for which the records must be kept.
    Why: "6 months, because the law makes us keep them for ten years" is two answers, of which one is wrong.
    How: Correct the time or the reason.
    """
    for way, kept in rows(filed.record):
        match = says(kept.why, _MUST_KEEP)
        own = [days for _, days in times(kept.keep)]
        if match and own and max(days for _, days in times(match[0])) > max(own) * 1.1:
            yield Problem(
                (*way[:-1], "why"),
                f"“{match[0]}”, but `keep` says “{kept.keep}”.",
                "Correct the time or the reason.",
                match[0],
            )


@rule("choice-in-our-nation", WARNING, "UK GDPR Article 5(1)(a)", "opt-outs")
def choice_in_our_nation(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: A choice on the site of a council can be made where the council is.
    Why: Readers live there. A choice that holds elsewhere only was copied, or its nations are wrong.
    How: Add the nation to `nations`, or take the choice off the site.
    """
    nations = filed.record.nations
    ours = filed.record.reach != "national-data-opt-out"  # people near the border use that one too
    if ours and nations and register.site.nation not in nations:
        yield Problem(
            ("nations",),
            f"This choice does not hold in the nation of this site (`{register.site.nation}`).",
            "Add the nation to `nations`, or take the choice off the site.",
        )
