"""Words that lean on people who have a choice."""

from __future__ import annotations

import re

from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import texts_in

_PUSHED = on_demand(
    r"\b(?:we|the council|the NHS|doctors) (?:would |very )?(?:strongly |really |do )*(?:recommend|advise"
    r"|urge|encourage|prefer|hope|suggest|beg|want) (?:that )?(?:you|everyone|everybody|people|residents"
    r"|patients)\b|\byou (?:really )?(?:should|ought to) (?:stay|remain|not opt|keep|think (?:twice|again"
    r"|carefully))\b|\b(?:please )?(?:think (?:twice|again|carefully|hard) before"
    r"|consider carefully before) (?:you )?(?:opt|say|choos|withdraw|object|chang)\w*|\b(?:most|nearly all"
    r"|almost all|the majority of|sensible) (?:people|patients|residents|of us"
    r"|families) (?:\w+ )?(?:choose|decide|prefer|agree|stay|remain|are happy)\b|\bas (?:most|nearly all"
    r"|almost all) (?:\w+ )?(?:people|patients|residents|families|of us) (?:do|did)\b|\b(?:you|people"
    r"|patients|children|somebody|others) (?:could|may|might|will) (?:be given the wrong|die|be harmed"
    r"|come to harm|suffer|be put at risk|lose (?:your|their) li(?:fe|ves))\b|\b(?:you"
    r"|your (?:\w+ )?(?:area|community|street|village|town|family|voice|views?|council)"
    r"|people like you)\b[^.;]{0,30}?\b(?:could|may|might|will|would) (?:lose out|miss out"
    r"|miss your chance|be left behind|go unheard|not be heard|be forgotten)\b"
    r"|\bbefore you (?:decide to )?(?:opt out|say no|object|withdraw),? (?:please |do )*(?:think|consider"
    r"|remember|bear|reflect)\b|\bmak(?:es?|ing) it (?:harder"
    r"|more difficult) (?:for \w+(?: \w+)? )?to (?:find|cure|save|plan|improve|treat|develop|discover"
    r"|learn)\b|\b(?:saves?|cost) lives\b|\b(?:it is|it['’]s) (?:better|best|wiser"
    r"|in your (?:best )?interests?) (?:to|if you|that you) (?:not |do not )?(?:stay|remain|leave|keep|opt"
    r"|say|agree|take part|let|share|stop|object)\b",
    re.I,
)
_HELP = on_demand(
    r"\b(?:recorded delivery|copies|check|read|keep a copy|talk|speak|ask|tell|contact|write|sign|post"
    r"|telephone|ring|call|visit|bring|allow)\b",
    re.I,
)


@rule(
    "choice-neutral", WARNING, "UK GDPR Articles 4(11), 7 and 12(2); neutral wording of choices", "opt-outs"
)
def choice_neutral(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The page of a choice does not recommend one side of it.
    Why: A choice is free only if nobody leans on people; a recommendation by a public body does.
    How: Say what happens with each choice, in the same tone for both.
    """
    for text in texts_in(register, filed.document.path):
        for match in said(text, _PUSHED, _HELP):
            yield Problem(
                text.field,
                f"“{match[0]}” leans on people who have a choice.",
                "Say what happens with each choice, in the same tone for both.",
                match[0],
            )
