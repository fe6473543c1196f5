"""What the words of a notice claim about its facts: a right, a basis, a place, a decision, a choice.

The facts of a data use give each page its rights, its basis and its answers. Words typed beside them
that say something else leave readers with two answers, of which one is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.data_use import DataUse
from generator.model.fields import stated
from generator.model.register import Filed, Register
from generator.model.rights import right_over
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.prose import Sentence
from generator.proofread.said import main_clause
from generator.proofread.spoken import Told, spoken_in
from generator.proofread.word_parts import Parts, sought

_ELSEWHERE = frozenset(
    {"changes", "rights_limits", "will_not", "also_called", "laws", "article_14_exception"}
)
"""Fields whose words are about other things: what was, what is not done, what the law says."""

OPEN = on_demand(
    r"\b(?:not|never|no|nobody|cannot|nor|if|where|when|unless|in some|in certain|sometimes|some of"
    r"|depending|may|might|could|would|(?:an)?other (?:use|purpose|page|service)s?|only|usually|old"
    r"|earlier|former|was|were|had|except|whether|apart from|normally|mostly|example)\b|n['’]t\b|\?|\]\(",
    re.I,
)
"""Words that make of a claim something less, or something about another use."""

_HAVE = (
    r"\byou (?:also |still |each |all )?(?:have|can use|can exercise) (?:the|a|your) "
    r"(?:\w+ ){0,2}?right (?:to|of) "
)
_CLAIMS: Mapping[str, re.Pattern[str]] = {
    "portability": on_demand(
        r"\bask for your (?:\w+ )?(?:data|information|details|records?) to be (?:transferred|moved|sent) to"
        r" another (?:provider|organisation|controller|company|service)\b"
        rf"|(?:{_HAVE}|\byour right (?:to|of) )(?:data portability|portability"
        r"|move (?:your|the) (?:data|information)|transfer your)|\bright to (?:data )?portability\b"
        r"|\b(?:machine[- ]readable|commonly used|portable) (?:\w+ )?(?:format|form|file"
        r"|copy)\b[^.;]*\b(?:to|for) (?:another|other|a different|a new|someone|somebody)\b"
        r"|\bin a (?:format|form) (?:that|which) (?:another|other|a different|a new) \w+\b|\b(?:move"
        r"|transfer|send|port) it (?:on |directly )?to another (?:organisation|provider|controller)\b"
        r"|\b(?:take|move|transfer|send|port) (?:\w+ )?your (?:\w+ )?(?:data|information|details|records?"
        r"|file|application|account) (?:\w+ )?(?:(?:over|across|on|directly|straight) )*(?:with you"
        r"|elsewhere|to (?:another|a different|a new) (?:organisation|provider|company|supplier|controller"
        r"|service))\b",
        re.I,
    ),
    "withdraw": on_demand(
        rf"{_HAVE}withdraw|\byou (?:can|may|are free to) withdraw (?:your )?(?:consent|agreement"
        r"|permission)\b(?! (?:to|for) (?!(?:this|that|these|us|our|the|its|your|use|using|be|being"
        r"|process\w*|shar\w+)\b))",
        re.I,
    ),
    "object": on_demand(
        rf"{_HAVE}object\b|\byou (?:can|may|are free to) (?:also |always )?object (?:to (?:this|us|our|the"
        r"|how|what|its|being)|at any time|under)\b",
        re.I,
    ),
    "erasure": on_demand(
        rf"{_HAVE}(?:erasure|be forgotten|have (?:your|the|all)[^.;]{{0,30}}(?:erased|deleted))"
        rf"|\bright to be forgotten",
        re.I,
    ),
}
_RIGHT_NAMES = {
    "portability": "the right to data portability",
    "withdraw": "withdrawing consent",
    "object": "the right to object",
    "erasure": "the right to have data erased",
}


_WHO_YOU_ARE = on_demand(
    r"^(?:If|When|Where) you are (?:(?:a|an|the|one of) )?(?:\w+ ){1,4}?(?:, )?(?=you\b)"
)
"""To whom a sentence speaks, said first: it narrows nothing where the whole page is about them."""

_TOLD_IN_CONFIDENCE = on_demand(
    r"\b(?:doctors?|GPs?|nurses?|hospitals?|medical|health|in confidence)\b", re.I
)
"""Who and what owes secrecy: people can take back that they let a doctor speak, on whichever basis."""


def sentences_of(filed: Filed[DataUse], register: Register, parts: Parts) -> Iterator[Told]:
    """Every sentence in English with one of the parts that says how things are in this data use."""
    found = spoken_in(register, filed.document.path).with_any(parts)
    return (told for told in found if _ELSEWHERE.isdisjoint(told[0].field))


_ASIDE = on_demand(
    r", (?:which|who|whose|as|because|although|though|even (?:if|though|when)|and (?:you|it"
    r"|they))\b(?!.*\bonly\b).*"
)


def claim(match: re.Match[str]) -> str:
    """The sentence in which words stand, without what is told of them beside: it makes them no less."""
    clause = main_clause(match)
    at = clause.find(match[0]) + len(match[0])
    return clause[:at] + _ASIDE.sub("", clause[at:])


_CLAIMED_RIGHT_PARTS = sought(
    "right", "withdraw", "object", "eadable", "elsewhere", "with you", "to another", "to a ", "in a form"
)


@rule("claimed-right", WARNING, "UK GDPR Articles 7(3), 17, 20 and 21; DPA 2018 Part 3", "data-uses")
def claimed_right(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice promise no right that its lawful bases do not give.
    Why: A copied list of rights raises hopes that a refusal then breaks; each basis has rights of its own.
    How: Take the sentence out. The page lists by itself the rights that hold, and why others do not.
    """
    held = {right for right in _CLAIMS if _gives(filed.record, right)}
    if len(held) == len(_CLAIMS) or not any(p.lawful_basis for p in filed.record.purposes):
        return
    for text, sentence in sentences_of(
        filed,
        register,
        _CLAIMED_RIGHT_PARTS,
    ):
        for right, pattern in _CLAIMS.items():
            match = sentence.search(pattern)
            if (
                match
                and right not in held
                and not re.match(r"\W*nothing\b", sentence.text, re.I)
                and not (right == "withdraw" and _is_leave_to_speak(sentence, filed.record))
                and not OPEN.search(_WHO_YOU_ARE.sub("", match.string.replace("ou may ", "ou can ")))
            ):
                yield Problem(
                    text.field,
                    f"“{match[0]}”: no purpose of this data use gives {_RIGHT_NAMES[right]}.",
                    "Take it out; the page lists the rights that follow from each lawful basis.",
                    match[0],
                )


def _is_leave_to_speak(sentence: Sentence, use: DataUse) -> bool:
    """Whether a sentence is about letting a doctor speak, where secrecy is lifted by consent."""
    confidence = stated(use.confidentiality)
    agreed = confidence is not None and confidence.basis == "consent"
    return agreed and bool(sentence.search(_TOLD_IN_CONFIDENCE))


def _gives(use: DataUse, right: str) -> bool:
    """Whether some purpose gives a right, wholly or in part."""
    found = (right_over(purpose, use, right) for purpose in use.purposes)
    return any(held and held.extent != "none" for held in found)
