"""What the pages of the national choices say: whom they reach, how long they hold, from which age."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.fields import stated
from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.national_opt_out import POLICY
from generator.proofread.on_demand import on_demand
from generator.proofread.prose import Sentence
from generator.proofread.texts import PublishedText, texts_in

_NATIONAL = r"\bnational (?:data )?opt[- ]?\s?out|\bNDOO\b|\bNHS opt[- ]?\s?out"
_TYPE_1 = r"\btype[ -]?(?:1|one)\b"
_OPEN = r"\b(?:open|edited) (?:electoral )?register\b"
_SHARED = r"\b(?:shared|summary) care record"
_NAMES = {
    name: on_demand(words, re.I)
    for name, words in {"national": _NATIONAL, "type-1": _TYPE_1, "open": _OPEN, "shared": _SHARED}.items()
}
"""The choices that most councils list, by the words that name them."""

_DENIED = on_demand(
    r"\b(?:not|never|no|nor|neither|nobody|nothing|without|cannot|only|except|unlike|instead|myth|wrong)\b"
    r"|n['’]t\b|\?",
    re.I,
)
_RUNS_OUT = on_demand(
    r"\b(?:again|renew\w*|repeat\w*|re-?register|fresh)\b[^.;]{0,40}?\b(?:every|each) (?:year|autumn"
    r"|spring|time|\w+ (?:months|years))\b|\b(?:every|each) (?:year|autumn|spring|\w+ (?:months"
    r"|years))\b[^.;]{0,40}?\b(?:again|renew\w*|re-?register|fresh|new form)\b|\b(?:choice|opt[- ]?out"
    r"|form|it) (?:\w+ )?(?:lasts?|holds?|counts?|stays?|runs?|is valid|is kept) (?:only )?(?:for )?(?:\d+"
    r"|a|one|two|three|five|ten|twelve) (?:months?|years?)\b|\b(?:choice|opt[- ]?out|form"
    r"|it) (?:\w+ )?(?:expires?|lapses?|runs out|ends?|is cancelled|must be renewed)\b",
    re.I,
)
_BY_NATIONAL_WAYS = on_demand(
    r"\bNHS (?:App|website|service)\b|\bnhs\.uk|\b(?:call|dial|ring|telephone|phone)\w* (?:NHS )?(?:111|119"
    r"|0300)\b|\b(?:national|NHS)(?: \w+)? (?:line|helpline|number)\b",
    re.I,
)
_REACHES_OTHERS = on_demand(
    r"\b(?:covers?|reach(?:es)?|stops?|appl(?:y|ies) to|includes?|protects?|blocks?|hides?)\b[^.;]{0,40}?"
    r"\b(?:hospitals?|councils?|social care|other organisations|community services|everything|everywhere)\b",
    re.I,
)
_TOUCHES_CARE = on_demand(
    r"\b(?:hid(?:e|es|den)|block\w*|stops?|prevents?|remov\w+|covers?|taken off|keeps? (?:\w+ )?from"
    r"|can no longer|takes? (?:\w+ ){0,3}(?:out of|off))\b[^.;]{0,60}?\b(?:(?:shared|summary) care record"
    r"|(?:who|that) (?:treat|care for|look after) you|your (?:own )?(?:care|treatment)|your (?:doctors?"
    r"|nurses?|GP|hospital|social worker))\b|\bwhether\b[^.;]{0,60}?\b(?:may "
    r"|can )?sees? your\b[^.;]{0,40}?\b(?:who|that) (?:treat|care for|look after) you\b|\byour (?:doctors?"
    r"|nurses?|GP|hospital|social worker|details|records?)\b[^.;]{0,40}?\b(?:hidden|blocked|removed"
    r"|taken out|no longer (?:see|shown|visible))\b",
    re.I,
)
_ABROAD = on_demand(
    r"\b(?:works?|holds?|appl(?:y|ies)|covers?|counts?|is valid|can be (?:made|used))\b[^.;]{0,50}?"
    r"\b(?:Wales|Scotland|Northern Ireland|whole (?:of the )?(?:UK|United Kingdom))\b",
    re.I,
)
_UNTRUE: tuple[tuple[frozenset[str], re.Pattern[str], str], ...] = (
    (frozenset({"national", "type-1", "open"}), _RUNS_OUT, "it holds until people change it"),
    (
        frozenset({"type-1"}),
        _BY_NATIONAL_WAYS,
        "it is made at the GP practice, and not with a national service",
    ),
    (frozenset({"type-1"}), _REACHES_OTHERS, "it is about what leaves the GP practice"),
    (frozenset({"national", "type-1"}), _ABROAD, "it holds in England only"),
    (frozenset({"national"}), _TOUCHES_CARE, "it leaves people's own care alone"),
)
"""For which choices some words are untrue, the words, and what is true."""


_THIS = on_demand(r"\bthis (?:choice|opt[- ]?out|form|page|register)\b", re.I)


def _own(filed: Filed[OptOut]) -> str:
    """Which of the well-known choices a page is about."""
    if filed.record.reach == "national-data-opt-out":
        return "national"
    return next((name for name, words in _NAMES.items() if words.search(filed.record.title)), "")


def _spoken_of(text: PublishedText, own: str) -> Iterator[tuple[str, Sentence]]:
    """Each sentence of a text with the one choice that it speaks of; empty where it could be several."""
    last = own
    for sentence in text.statements:
        named = [name for name, words in _NAMES.items() if sentence.search(words)]
        if own == "shared" and len(named) > 1:
            named = [name for name in named if name != "shared"]
        if not named and sentence.search(_THIS):
            last = own
        last = named[0] if len(named) == 1 else "" if named else last
        yield last, sentence


@rule("choice-page-true", WARNING, f"{POLICY}; Type 1 opt-out; electoral registers", "opt-outs")
def choice_page_true(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: No sentence on the page of a choice says of a national choice what is untrue of it.
    Why: These choices hold until they are changed; Type 1 is made at the GP practice and is about its
        records; the National Data Opt-Out leaves own care alone. Who reads otherwise chooses wrongly.
    How: Correct the sentence, or leave it to the page of the other choice.
    """
    own = _own(filed)
    for text in texts_in(register, filed.document.path):
        if not text.is_english or "does_not_stop" in text.field or "changes" in text.field:
            continue
        for choice, words in _spoken_of(text, own):
            for choices, pattern, truth in _UNTRUE if choice and not words.search(_DENIED) else ():
                match = words.search(pattern) if choice in choices else None
                if match:
                    yield Problem(
                        text.field,
                        f"“{match[0]}” is untrue of this choice: {truth}.",
                        "Correct the sentence, or leave it to the page of the other choice.",
                        match[0],
                    )


_AGE = on_demand(
    r"\b(?:from|once|when|until|after|at|over|aged?|be|are|turn|reach|under|below)\b"
    r"(?: \w+){0,2}? (?P<age>1\d)\b(?! ?(?:%|per|days?|weeks?|months?|[ap]m|working|in \d))",
    re.I,
)
_DECIDE = on_demand(
    r"\b(?:own choice|themselves|yourself|by (?:themselves|yourself)|decides?|choose|set (?:it|their"
    r"|your|the|an?"
    r"|this)|opt out|make (?:it|this|the|their|your) (?:own )?choice)\b",
    re.I,
)


@rule("choice-age-fits", WARNING, "UK GDPR Articles 5(1)(d) and 12(1)", "opt-outs")
def choice_age_fits(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The text of a choice names no other age for deciding oneself than `age` does.
    Why: The page prints both, and a young person cannot tell which of them holds.
    How: Correct the text, or `years` below `age`.
    """
    age, own = stated(filed.record.age), _own(filed)
    for text in texts_in(register, filed.document.path) if age else ():
        if age is None or text.field[:1] != ("body",) or not text.is_english:
            continue
        for choice, words in _spoken_of(text, own):
            ages = {int(match["age"]) for match in _AGE.finditer(words.text)}
            too_young = ages and max(ages) < age.years and words.search(_DENIED)
            if choice == own and ages and age.years not in ages and words.search(_DECIDE) and not too_young:
                found = next(_AGE.finditer(words.text))
                yield Problem(
                    text.field,
                    f"“{found[0]}”, but `age` says that people decide themselves from {age.years}.",
                    "Correct the text, or `years` below `age`.",
                    found[0],
                )
