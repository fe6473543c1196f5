"""Whether the words on the National Data Opt-Out say as the answer does that it is applied."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.national_opt_out import POLICY
from generator.proofread.on_demand import on_demand
from generator.proofread.spoken import spoken_in
from generator.proofread.word_parts import sought

_OPT_OUT = on_demand(r"\b(?:national (?:data )?opt-?\s?out|NDOO|NHS opt-?\s?out)\b", re.I)
SAYS_NOT_APPLIED = on_demand(
    r"\bopt-?\s?outs? (?:(?:do|does|did|is|are|was|were|has|have)(?: not|n['’]t)|need not) (?:have to "
    r"|need to )?(?:be |been )?(?:appl\w+|reach\w*|respected|honoured|checked)|\bwe (?:do not|don['’]t"
    r"|need not) (?:have to |need to )?(?:apply|honour|check for"
    r"|respect) (?:the )?(?:national )?(?:data )?opt-?\s?outs?|\b(?:also|even|including"
    r"|included are) (?:the |those |all )?(?:people|ones|residents|patients|anyone|everybody"
    r"|those)? ?(?:who|that) (?:have |has |had )?opted out\b|\bwe (?:still )?include (?:everyone"
    r"|everybody|all (?:people|patients|records))\b(?! (?:who|that|else|but|except))"
    r"|\bwhether or not (?:you|they|people) (?:have "
    r"|has |had )?opted out\b|\bopted[ -]out (?:\w+ )?(?:are|is|were|was|remain) (?:also |still "
    r"|kept |nevertheless |nonetheless |none the less )?(?:included|used|in|counted|matched|kept"
    r"|sent)\b(?![^.;]*\b(?:taken out|left out|removed)\b)"
    r"|\bopted out\b[^.;]{0,30}?\b(?:once|after|when) the (?:analysis|report|project|study|work"
    r"|research) (?:is|was|has been) (?:finished|over|complete|completed|done|published)\b|\b(?:took"
    r"|take[ns]?|removed?) out [^.;]{0,60}?\b(?:later|afterwards)\b"
    r"|\b(?:took|take[ns]?|removed?|left) out (?:nobody|no one|none)\b|\btook nobody out\b"
    r"|\bopted[ -]out (?:\w+ )?(?:stay|stayed|stays) in\b"
    r"|\b(?:did|do) not (?:take out|leave out|remove|exclude) (?:the )?(?:people|anyone|those|residents"
    r"|patients) (?:who|that) (?:have |had )?opted out\b",
    re.I,
)
_SAYS_APPLIED = on_demand(
    r"\b(?:we|and|team|trust) (?:have |has )?(?:leaves?|takes?|took|taken|removed?s?"
    r"|filters?)(?: out)? (?:everyone|everybody|people|anyone|all)[^.;]{0,30}?(?:opted out|\b(?:who"
    r"|with) (?:has|have|had|set|made|registered|chosen)?[^.;]{0,30}?opt-?\s?outs?\b)"
    r"|\bopt-?\s?outs? (?:applies|apply|is applied|are applied|is respected|are respected|is honoured"
    r"|are honoured)\b|\bwe (?:apply|honour|respect) (?:the )?(?:national )?(?:data )?opt-?\s?outs?"
    r"|\b(?:people|anyone|everyone|those|residents|patients) (?:who"
    r"|with)\b[^.;]{0,40}?\bopt-?\s?outs?\b[^.;]{0,20}?(?:is|are|be) (?:left out|taken out|removed"
    r"|excluded|not (?:included|used|matched|sent))\b|\b(?:your|the|their) (?:\w+ )?(?:records?|data"
    r"|information) (?:is|are|was|were) (?:taken|left) out if you (?:have )?opted out\b|\byou can (?:stop"
    r"|prevent|keep|block) (?:us|the council|our|this)\b[^.;]{0,80}?\bopt-?\s?out\b|\bopt-?\s?out (?:lets"
    r"|allows|enables) you (?:to )?(?:stop|prevent|keep|block) (?:us|the council|our|this)\b|\b(?:set|use"
    r"|register|make) (?:a|the|your) (?:national )?(?:data )?opt-?\s?out\b[^.;]{0,30}?\b(?:and"
    r"|so that) we (?:will )?(?:stop|leave|take|no longer|do not|not)\b|\bif you (?:have|had|set"
    r"|registered|made)\b[^.;]{0,40}?\bopt-?\s?out\b[^.;]{0,10}?\bwe (?:do not|don['’]t|will not"
    r"|leave)\b(?! need)",
    re.I,
)
_ABOUT_OTHERS = on_demand(
    r"\b(?:if(?! you (?:have|had|set|registered|made|opted)\b)|other|another|where|when|except|unless|type 1"
    r"|shared|survey)\b|\]\(",
    re.I,
)


_OF_THIS = on_demand(r"opted out|\bopt-?\s?outs?\b(?=.*\b(?:here|because|since|as we|this \w+)\b)", re.I)
_NAMED = sought("pted out", "pt-out", "pt out", "ptout", "NDOO")


@rule("opt-out-words-fit", WARNING, POLICY, "data-uses")
def opt_out_words_fit(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The explanation of an answer on the National Data Opt-Out says the same as `applies`.
    Why: Readers act on the words. "It does not apply" beside a mark that it is applied misleads them.
    How: Correct `explanation`, or `applies` and `reason`.
    """
    answer = filed.record.national_data_opt_out
    if answer is None:
        return
    wrong = SAYS_NOT_APPLIED if answer.applies == "applied" else _SAYS_APPLIED
    told = spoken_in(register, filed.document.path)
    named = {id(sentence) for _, sentence in told.with_any(_NAMED)}
    for text, sentence in told.sentences:
        explains = "national_data_opt_out" in text.field and text.name == "explanation"
        if "changes" in text.field or not (explains or id(sentence) in named):
            continue
        applied = answer.applies == "applied" and sentence.search(_OF_THIS)
        claims = explains or applied or sentence.search(_OPT_OUT)
        match = sentence.search(wrong) if claims else None
        if match and not _ABOUT_OTHERS.search(match.string.replace(match[0], "")):
            yield Problem(
                text.field,
                f"The words say “{match[0]}”, but `applies` says `{answer.applies}`.",
                "Correct the words, or `applies` and `reason`.",
                match[0],
            )
