"""Words held against the facts of the same record: an article, a paragraph, who can be recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.data_use import DataUse
from generator.model.fields import stated
from generator.model.public_benefit import PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import OPEN, claim, sentences_of
from generator.proofread.law_names import ARTICLE, BASES
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import under_gdpr
from generator.proofread.said import said
from generator.proofread.texts import PublishedText, texts_in
from generator.proofread.word_parts import sought

CONDITIONS = {
    "explicit-consent": "a",
    "employment-social-security": "b",
    "vital-interests": "c",
    "not-for-profit": "d",
    "made-public": "e",
    "legal-claims": "f",
    "substantial-public-interest": "g",
    "health-or-social-care": "h",
    "public-health": "i",
    "archiving-research-statistics": "j",
}
"""The point of Article 9(2) in which each condition stands."""


_PARAGRAPH = on_demand(
    r"\bparagraphs? (?P<of>\d+(?:(?:,| and| or) \d+)*)(?:\(\w+\))*,?(?: \([^)]*\))? (?:of|in"
    r"|to) (?:Part \w+ of )?Sch(?:edule|\.)? 1\b(?! (?:to|of) the (?!Data Protection|DPA|2018)\w)"
    r"|\bSch(?:edule|\.)? 1(?: (?:to|of) the \w[\w ()]*? 2018)?,? ?(?:\(?Part \w+,? ?)?(?:\(|of "
    r"|at )?para(?:graph|\.)?s? ?(?P<at>\d+(?:(?:,| and| or) \d+)*)",
    re.I,
)
_OF_DOCUMENTS = frozenset({5, 38, 39, 40, 41})
"""Paragraphs of Schedule 1 that ask for a policy document, and are no conditions."""
_PARAGRAPH_PARTS = sought("Sch")


@rule("claimed-paragraph", WARNING, "DPA 2018 s.10(2) and (3), Schedule 1", "data-uses")
def claimed_paragraph(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A paragraph of Schedule 1 to the DPA 2018 that a text of a notice names is one of its conditions.
    Why: "Paragraph 18" beside a condition of paragraph 6 is two answers, of which one is wrong.
    How: Correct the paragraph, or `schedule_1` of the purpose.
    """
    met = (condition for purpose in filed.record.purposes for condition in purpose.conditions)
    held = {int(number) for condition in met for number in re.findall(r"\d+", condition.schedule_1 or "")}
    for text, sentence in sentences_of(filed, register, _PARAGRAPH_PARTS) if held else ():
        match = sentence.search(_PARAGRAPH) if "conditions" not in text.field else None
        named = {int(number) for number in re.findall(r"\d+", match["of"] or match["at"])} if match else set()
        if match and _is_dpa(text) and named - held - _OF_DOCUMENTS and not OPEN.search(claim(match)):
            yield Problem(
                text.field,
                f"No condition of this data use stands in “{match[0]}”.",
                "Correct the paragraph, or `schedule_1` of the purpose.",
                match[0],
            )


def _is_dpa(text: PublishedText) -> bool:
    """Whether Schedule 1 can only be that of the Data Protection Act 2018."""
    return bool(re.search(r"Data Protection Act|\bDPA\b", text.text))


_EXPLAINS = on_demand(r"\b(?:is called|(?:that|which) (?:we|people|many) call|known as|means|says)\b", re.I)
"""Words that explain an article and do not rely on it."""
_CLAIMED_ARTICLE_PARTS = sought("6", "9")


@rule("claimed-article", WARNING, "UK GDPR Articles 6(1), 9(2), 13(1)(c) and 14(1)(c)", "data-uses")
def claimed_article(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A point of Article 6(1) or 9(2) that a text of a notice names is one on which its purposes rest.
    Why: "Article 6(1)(c)" beside the basis of a public task is two answers, of which one is wrong.
    How: Correct the article, or `lawful_basis` and `conditions` of the purpose.
    """
    purposes = filed.record.purposes
    held = {
        "6": {BASES.get(purpose.lawful_basis or "", "") for purpose in purposes} - {""},
        "9": {CONDITIONS.get(met.condition, "") for purpose in purposes for met in purpose.conditions} - {""},
    }
    for text, sentence in sentences_of(filed, register, _CLAIMED_ARTICLE_PARTS):
        match = sentence.search(ARTICLE)
        if (
            match is None
            or "section" in text.field
            or OPEN.search(_clause(match))
            or sentence.search(_EXPLAINS)
        ):
            continue
        article = "6" if match[1] else "9"
        named = set(re.findall(r"\(([a-z]{1,2})\)", match[3]))
        if (held[article] or not under_gdpr(filed.record)) and not named & held[article]:
            yield Problem(
                text.field,
                f"No purpose of this data use rests on “{match[0]}”.",
                "Correct the article, or `lawful_basis` and `conditions` of the purpose.",
                match[0],
            )


def _clause(match: re.Match[str]) -> str:
    """The sentence as far as the clause in which the words stand."""
    sentence = match.string
    return sentence[: match.end()] + re.split(r", (?:and|but|so)\b|;", sentence[match.end() :], maxsplit=1)[0]


@rule("anonymised-and-confidential", WARNING, "National Data Opt-Out policy; common law", "data-uses")
def anonymised_and_confidential(filed: Filed[DataUse]) -> Problems:
    """
    What: Data that is called anonymised in the answer on the opt-out is not called confidential beside it.
    Why: What shows nobody breaks no confidence. Where somebody can be recognised, another reason must hold.
    How: Correct `reason`; or write under `confidentiality` that it does not apply, and why.
    """
    answer, confidentiality = filed.record.national_data_opt_out, stated(filed.record.confidentiality)
    if answer and confidentiality and answer.reason == "anonymised":
        yield Problem(
            ("national_data_opt_out", "reason"),
            "The reason says that nobody can be recognised (`anonymised`), but `confidentiality` names"
            " what "
            "allows "
            f"confidential information to be used (`{confidentiality.basis}`).",
            "Correct `reason`; or write under `confidentiality` that it does not apply, and why.",
        )


_CODED = on_demand(
    r"\b(?:a )?codes? (?:stands?|takes?|is|are|replaces?)\b|\bin (?:the )?place of (?:the|your|each"
    r"|their) (?:NHS number|name)"
    r"|\bpseudonym(?:s|is\w+)?\b|\beach (?:row|line|record) is (?:about )?one person\b|\b(?:coded"
    r"|linked by|matched by|key that|list of codes|key to the codes)\b",
    re.I,
)
_NAMED = on_demand(
    r"\b(?:names?|addresses|NHS numbers?|dates? of birth)(?:,? (?:and|or) (?:names?|addresses|NHS numbers?"
    r"|dates? of birth))? (?:is|are|were|stay|remain) (?:in|kept in|included in|part of|held in|sent)\b"
    r"|\b(?:with|including|holds?|contains?|includes?) (?:their|people['’]s|your|the) (?:names?|addresses"
    r"|NHS numbers?)\b"
    r"|\b(?:everyone|everybody|people|each person) (?:can be|is) (?:recognised|identified|named)\b",
    re.I,
)


_NOBODY_THERE = on_demand(
    r"\bno (?:row|line|record|entry) is (?:about )?(?:one|a single|any one) person\b"
    r"|\bnobody can be (?:recognised|identified) in (?:it|them|the (?:tables?|data|file|figures))\b"
    r"(?! (?:we|that|which) )"
    r"|^\W*(?:only )?(?:tables|counts|totals|numbers|figures) of how many\b",
    re.I,
)


@rule(
    "identifiability-fits",
    WARNING,
    "UK GDPR Article 4(1) and (5), recital 26; ICO: anonymisation",
    "public-benefit",
)
def identifiability_fits(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: The statement says as `identifiability` does how far people can be recognised in the data.
    Why: Coded data is personal data, and anonymised data is not: other law holds, and the opt-out with it.
    How: Correct `identifiability` or the words. Where a code stands for each person it is `pseudonymised`.
    """
    level = filed.record.identifiability
    texts = tuple(_about_the_data(filed, register))
    nobody = next(
        (hit for text in texts if text.name == "data" for hit in said(text, _NOBODY_THERE, None)), None
    )
    if (
        nobody
        and level in ("pseudonymised", "direct")
        and not any(_CODED.search(text.text) for text in texts)
    ):
        words = f"The words say “{nobody[0]}”, but `identifiability` says `{level}`."
        yield Problem(("identifiability",), words, "Correct `identifiability` or the words.")
    if level not in ("anonymised", "aggregate", "pseudonymised") or nobody:
        return
    for text in texts:
        coded = next(said(text, _CODED), None) if level != "pseudonymised" else None
        match = coded or next(said(text, _NAMED), None)
        if match:
            yield Problem(
                ("identifiability",) if coded else text.field,
                f"The words say “{match[0]}”, but `identifiability` says `{level}`.",
                "Correct `identifiability` or the words; coded records are `pseudonymised`, named ones "
                "`direct`.",
                "" if coded else match[0],
            )
            return


def _about_the_data(filed: Filed[PublicBenefit], register: Register) -> Iterator[PublishedText]:
    ways = (("summary",), ("statement", "data"), ("statement", "people"))
    return (text for text in texts_in(register, filed.document.path) if text.field[:2] in ways)
