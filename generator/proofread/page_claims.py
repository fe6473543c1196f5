"""What a page claims for the whole council that cannot hold for all of its notices."""

from __future__ import annotations

import re

from generator.model.page import Page
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.said import said
from generator.proofread.texts import texts_in

_DATA = r"(?:any of )?(?:your|people['’]s|any) (?:personal )?(?:data|information|details)"
_AGREED = (
    r"you (?:have )?(?:agreed?|consent(?:ed)?|sa(?:y|id) yes|gave us (?:your )?(?:consent|permission)"
    r"|given us (?:your )?(?:consent|permission))"
)
_ONLY_AGREED = re.compile(
    rf"\b(?:we|the council) (?:will )?only (?:ever )?(?:use|share|keep|hold|collect)s? {_DATA}"
    rf"(?:,? (?:if|when|after|once) {_AGREED}| with your (?:\w+ )?(?:consent|permission|agreement))(?=\W*$)"
    rf"|\b(?:we|the council) (?:(?:do|does|will) not|never|don['’]t|won['’]t) (?:ever )?(?:use|share"
    rf"|keep|hold"
    rf"|collect) {_DATA} (?:unless|until|before) {_AGREED}(?=\W*$)",
    re.I,
)
_OF_SOME = re.compile(
    r"\b(?:survey|feedback|form|comments?|newsletter|research|study|this (?:site|page)|cookies?"
    r"|visit\w*|photos?"
    r"|pictures|marketing|law)\b",
    re.I,
)


@rule("consent-claimed-for-all", WARNING, "UK GDPR Articles 5(1)(a), 6(1) and 13(1)(c)", "pages")
def consent_claimed_for_all(filed: Filed[Page], register: Register) -> Problems:
    """
    What: No page says for the whole council that it uses data only with consent.
    Why: Most of what a council does rests on the law, and nobody is asked; readers feel deceived.
    How: Say that each notice names what its use rests on.
    """
    for text in texts_in(register, filed.document.path):
        for match in said(text, _ONLY_AGREED, _OF_SOME, ("nly ", "not ", "never", "n't", "n’t")):
            yield Problem(
                text.field,
                f"“{match[0]}”: most of what a council does rests on the law.",
                "Say that each notice names what its use rests on.",
                match[0],
            )
