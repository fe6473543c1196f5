"""Consent by the words of a notice, where its facts know of none."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.claimed_basis import common_law_consent, own_words
from generator.proofread.on_demand import on_demand
from generator.proofread.word_parts import sought

_DEMANDED = on_demand(
    r"\b(?:(?:if|should|where|when) (?:you (?:do not|don['’]t|refuse(?: to)?|choose not to|decide not to"
    r"|decline to)|we do not have(?= your))|without(?= your)|in the absence of(?= your)|unless you)"
    r" (?:give (?:us )?|provide )?(?:your )?(?:consent|permission)\b[^.;,]{0,60}?,? (?:then )?(?:(?:we"
    r"|the council) (?:cannot|can['’]t|can not|will not|won['’]t|(?:may|might|will) not be able to|(?:are|is)"
    r" (?:unable|not able) to)|no \w+(?: \w+)? (?:will|can|may) be)\b[^.;]{0,50}",
    re.I,
)
_OF_OTHER_THINGS = on_demand(
    r"\b(?:newsletter|marketing|photo\w*|film\w*|survey\w*|share|sharing|speak|contact|ask|talk|tell|get"
    r"|enter|treat\w*|GP|doctor|medical|health|references?|landlord|owner|planning|works?)\b",
    re.I,
)
_DEMANDED_PARTS = sought("onsent", "ermission")


@rule("consent-not-demanded", WARNING, "UK GDPR Articles 4(11), 6(1) and 7(4)", "data-uses")
def consent_not_demanded(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: No text makes a service depend on consent where no purpose rests on consent.
    Why: Consent that costs the service is not free, and where another basis holds, nobody has to give any.
    How: Say which data the service needs and why; leave consent out.
    """
    own = own_words(filed.record)
    if not own or "consent" in own or common_law_consent(filed.record):
        return
    for text, sentence in sentences_of(filed, register, _DEMANDED_PARTS):
        match = sentence.search(_DEMANDED)
        if match and not _OF_OTHER_THINGS.search(match[0]):
            yield Problem(
                text.field,
                f"“{match[0]}”, but no purpose of this data use rests on consent.",
                "Say which data the service needs and why; leave consent out.",
                match[0],
            )


_CONSENT = r"your (?:full |explicit |express |written |prior |informed )*(?:consent|permission|agreement)"
_ONLY_WITH = on_demand(
    r"\b(?:we|the council|this|it|they|(?:your|the|any|all) (?:personal )?(?:data|information|details"
    r"|records?|file)) (?:will |can |is |are |may |do )*only (?:ever )?(?:be )?(?:shared?|pass(?:ed)?|given?"
    r"|disclosed?|sent|send|released?|viewed?|seen?|used?|process(?:ed)?|done|hold|held|keep"
    rf"|kept)\b[^.;,]{{0,50}}? with {_CONSENT}(?: and knowledge| first)?(?=\W*$)",
    re.I,
)
"""Never "without your consent" is told by another rule."""
_OF_A_PART = on_demand(
    r"\b(?:photo\w*|pictures?|film\w*|newsletter|marketing|stor(?:y|ies)|quot\w+|press|newspapers?"
    r"|famil\w+|friends?|employers?|landlords?|neighbours?|relatives?|carers?|GPs?|doctors?|schools?"
    r"|research\w*|survey\w*|mail\w*|e-?mail|telephone|number|address|name|reviews?|case stud\w+)\b",
    re.I,
)
_ONLY_WITH_PARTS = sought("onsent", "ermission", "greement")


@rule("only-with-consent", WARNING, "UK GDPR Articles 5(1)(a), 13(1)(c) and 14(1)(c)", "data-uses")
def only_with_consent(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: No text says that data is shared or used only with consent where no purpose rests on consent.
    Why: The council uses and shares it by law whether people agree or not, and they believe the opposite.
    How: Say by which law the data is used, and who gets it; name consent only for what really waits for it.
    """
    own = own_words(filed.record)
    if (
        not own
        or "consent" in own
        or common_law_consent(filed.record)
        or not entries(filed.record.recipients)
    ):
        return
    for text, sentence in sentences_of(filed, register, _ONLY_WITH_PARTS):
        match = sentence.search(_ONLY_WITH) if "recipients" not in text.field else None
        if match and not _OF_A_PART.search(match[0]):
            yield Problem(
                text.field,
                f"“{match[0]}”, but no purpose of this data use rests on consent.",
                "Say by which law the data is used and who gets it.",
                match[0],
            )


_GIVEN = on_demand(
    r"\b(?:we|the council|our (?:staff|team|partners?)|the hospital|the NHS|it) (?:have |has"
    r" )?(?:already |always "
    r"|also )?(?:obtained|received|gained|got|collected|secured|sought and (?:got|obtained)) (?:the "
    r"|your |(?:each|every)"
    r" \w+['’]s |everyone['’]s |everybody['’]s |people['’]s |their |patients['’] )(?:full |prior "
    r"|explicit |express"
    r" |written |informed |freely given )*consent\b|\b(?:you|everyone|everybody|all (?:patients|\w+)"
    r"|each \w+|(?:the"
    r" )?(?:patients|people|residents|tenants|parents)) (?:ha(?:ve|s) |had )?(?:all |already )*(?:gave"
    r"|given|consented"
    r"|agreed in writing)(?: us| freely)?(?: (?:your|their|his or her))?(?P<kind>(?: full| explicit|"
    r" express| written"
    r"| informed)*)(?: consent\b|(?<=consented)\b)|\b(?:your|their|patients['’]|people['’]s)"
    r" (?:explicit |written "
    r"|express |informed )?consent (?:was|has been|is|were) (?:obtained|given|recorded|sought and (?:given"
    r"|obtained)|taken|on file)\b",
    re.I,
)
_NOT_GIVEN = on_demand(
    r"\b(?:not|never|no|nobody|none|without|unless|if|where|when|whether|until|only|some|any|before|once|may|can"
    r"|instead|other|another|withdr\w+)\b|n['’]t\b|\?",
    re.I,
)
_GIVEN_PARTS = sought("consent")


@rule("consent-told-given", WARNING, "UK GDPR Articles 5(1)(a), 6(1)(a) and 9(2)(a)", "data-uses")
def consent_told_given(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: No text says that people have consented where neither a purpose nor the confidence rests on consent.
    Why: Either people were asked, and can withdraw, or a law carries the use; the page tells both.
    How: Name the law; or add consent, with how to withdraw it, to the purpose that rests on it.
    """
    own = own_words(filed.record)
    if not own or "consent" in own or common_law_consent(filed.record):
        return
    for text, sentence in sentences_of(filed, register, _GIVEN_PARTS):
        match = sentence.search(_GIVEN)
        if match is None or _NOT_GIVEN.search(match.string):
            continue
        if not _OF_A_PART.search(match.string.replace(match[0], "")):
            yield Problem(
                text.field,
                f"“{match[0]}”, but nothing here rests on consent.",
                "Name the law; or add consent, with how to withdraw it, to the purpose that rests on it.",
                match[0],
            )
