"""Fields of a data use that are told otherwise beside them: exceptions, joint control, promises, consent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.data_use import DataUse
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.once import once
from generator.proofread.questions import has_condition, items, joint_controllers, rests_on_consent
from generator.proofread.said import parts_of, says
from generator.proofread.spoken import said_in
from generator.proofread.word_parts import sought

_CANNOT_TELL = on_demand(
    r"\b(?:cannot|can['’]t|could not|not possible to|impossible to|no way to)\b[^.;]{0,30}?\b(?:write|tell"
    r"|contact|reach|inform|find|send)\b|\b(?:do not|don['’]t|did not) (?:know|hold|have) (?:who|their"
    r"|your|the|any)? ?(?:names?|address\w*|they)\b|\bdisproportionate\b|\btoo many (?:people|letters)\b",
    re.I,
)
_TOLD = on_demand(
    r"\b(?:already|told (?:them|you|people) (?:before|when|at)|have (?:had|got|been given))\b", re.I
)
_HAS_IT = on_demand(r"\b(?:you|they|people|everybody|parents) (?:have |has |were )?already\b[^.;]*", re.I)


_OWN_WORDS = {
    "already-has-it": on_demand(
        r"\b(?:already|told|tells?|know|gave|given|give|informed|aware|letter|leaflet|notice|forms?)\b", re.I
    ),
    "professional-secrecy": on_demand(r"\b(?:secre\w+|confiden\w+|privileg\w+|profession\w*)\b", re.I),
    "law-requires": on_demand(
        r"\b(?:laws?|lawful\w*|legal\w*|legislation|Act|statut\w+|regulations?|sections?|dut(?:y|ies)"
        r"|courts?|Code)\b",
        re.I,
    ),
}
"""What the explanation of an exception cannot do without."""


@rule("exception-words-fit", WARNING, "UK GDPR Article 14(5) to (7)", "data-uses")
def exception_words_fit(filed: Filed[DataUse]) -> Problems:
    """
    What: The exception that is relied on is the one that its explanation describes.
    Why: "They have it already" and "we cannot reach them" are two exceptions, each with its own conditions.
    How: Correct `exception`, or the explanation.
    """
    answer = filed.record.article_14_exception
    if answer is None:
        return
    wrong, unless = {
        "already-has-it": (_CANNOT_TELL, _TOLD),
        "impossible-or-disproportionate": (_HAS_IT, _CANNOT_TELL),
    }.get(answer.exception, (None, None))
    needed = _OWN_WORDS.get(answer.exception)
    if needed and answer.explanation and not needed.search(answer.explanation):
        yield Problem(
            ("article_14_exception", "exception"),
            f"The explanation says nothing of what `{answer.exception}` asks for.",
            "Correct `exception`, or name in the explanation what the exception rests on.",
        )
    match = says(answer.explanation, wrong) if wrong else None
    if match and unless and not unless.search(answer.explanation or ""):
        yield Problem(
            ("article_14_exception", "exception"),
            f"The explanation says “{match[0]}”, which is another exception than `{answer.exception}`.",
            "Correct `exception`, or the explanation.",
        )


_ALONE = on_demand(
    r"\b(?:sole|only) (?:data )?controller\b|\bis the controller\b(?! (?:of|for) its)|\b(?:on"
    r"|under) (?:our|the council['’]s) (?:behalf|instructions?)\b|\bas (?:our|a|the) (?:data )?processor\b"
    r"|\b(?:contact|ask|write to|rights (?:with|against))\b[^.;]{0,60}? only(?=\W*$|[;,])|\b(?:we"
    r"|the council) (?:cannot|can['’]t|do not|don['’]t|will not) (?:help|answer|deal with|handle)\b",
    re.I,
)
_OF_A_FIRM = on_demand(
    r"\b(?:not|never|neither|nor|compan\w+|firms?|suppliers?|contractors?|third|hosts?|each|both"
    r"|joint\w*|for (?:its|their|his|her) own)\b",
    re.I,
)


@rule("joint-words-fit", WARNING, "UK GDPR Articles 4(7) and (8), 26 and 28", "data-uses")
def joint_words_fit(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words on a joint arrangement do not make one body the only controller, or the only one to ask.
    Why: Bodies that decide together both answer to people; a processor is somebody else.
    How: Say who does what, or name one controller and call the other a processor.
    """
    if not joint_controllers(filed.record, register):
        return
    for part in parts_of(filed.record.joint_arrangement):
        match = part.search(_ALONE)
        if match and not _OF_A_FIRM.search(match.string):
            yield Problem(
                ("joint_arrangement",),
                f"“{match[0]}”, but `controllers` and `recipients` have several bodies decide together.",
                "Say who does what, or correct the controllers and the role of the recipient.",
                match[0],
            )


_NOT_ASKED = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)) (?:do not|don['’]t|never|will (?:not|never)) (?:ever )?"
    r"(?:ask(?: you)?(?: about| for)?|collect|hold|keep|record|store|note) (?P<list>[^.;:]+?)\W*$",
    re.I,
)
_PARTS = on_demand(r",? (?:or|and|nor) |, ")
_OWNERS = on_demand(r"^(?:about |for |any |your |their |anybody's |people's |the )+")


@rule("promise-of-data", WARNING, "UK GDPR Articles 5(1)(a) and 14(1)(d)", "data-uses")
def promise_of_data(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: What `will_not` promises not to ask for or keep does not stand among the data.
    Why: A promise that the same page breaks costs all trust.
    How: Take the promise out, or the category out of `data`.
    """
    held = dict(_names_held(filed.record, register))
    for number, promise in enumerate(filed.record.will_not):
        match = says(promise, _NOT_ASKED)
        for part in _PARTS.split(match["list"]) if match else ():
            named = _OWNERS.sub("", part.strip().lower())
            if named in held:
                yield Problem(
                    ("will_not", number),
                    f"“{part.strip()}”, but `data` has the category “{held[named]}”.",
                    "Take the promise out, or the category out of `data`.",
                    part.strip(),
                )
                break


def _names_held(use: DataUse, register: Register) -> Iterator[tuple[str, str]]:
    """The names of the categories held that are sensitive, each as promises write them."""
    for _, _, category in items(use, register):
        if category.sensitivity != "ordinary":
            whole = category.name.lower()
            for name in (whole, *_PARTS.split(whole), whole.removesuffix(" information")):
                yield name, category.name


_LOCKED = on_demand(
    r"\b(?:once|after|when) you (?:have )?(?:sign(?:ed)?[ -]?up|agreed?|joine?d?|subscribed?"
    r"|consent(?:ed)?)\b[^.;]{0,50}?\b(?:cannot|can['’]t|can not|bound|committed|(?:stay|remain|are"
    r"|keep)\b[^.;]{0,40}? for (?:at least )?(?:\d+|a|one|two|three|six|twelve) (?:months?|years?))\b"
    r"|\b(?:cannot|can['’]t|can not|may not|not (?:able|possible|allowed) to)\b[^.;]{0,30}?\b(?:take (?:it"
    r"|that|this|your \w+) back|withdraw|change your mind|unsubscribe|come off|stop (?:it|them"
    r"|receiving))\b[^.;]{0,30}?\b(?:for|before|until|within|during|in) (?:the |at least "
    r"|another )*(?:first |next |end of )?(?:\d+|a|one|two|three|six|twelve|your|the|that) \w+"
    r"|\b(?:consent|agreement|permission) (?:is|are|stays?|remains?) (?:\w+ )?(?:binding|irrevocable|final"
    r"|permanent)\b",
    re.I,
)
_FREE_AGAIN = on_demand(
    r"\b(?:unless|until|or until|any time|not bound)\b|\b(?:cannot|can['’]t) be (?:added|made)", re.I
)
_HOLDS = sought("nce you", "fter you", "hen you", "annot", "an't", "an’t", " not ", "onsent", "greement")


@rule("consent-not-locked", WARNING, "UK GDPR Article 7(3)", "data-uses")
def consent_not_locked(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Words about what people agreed to do not hold them to it for a time.
    Why: Consent can be withdrawn at any time, and ends on that day.
    How: Say that they can stop at any time, and how.
    """
    if not any(map(rests_on_consent, filed.record.purposes)):
        return
    for text, match in said_in(filed, register, _LOCKED, _FREE_AGAIN, _HOLDS):
        yield Problem(
            text.field,
            f"“{match[0]}”: people can withdraw consent at any time.",
            "Say that they can stop at any time, and how.",
            match[0],
        )


_OF_STAFF = on_demand(r"\b(?:staff|employ\w*|occupational|work(?:ers|force|place)?|jobs?|colleagues)\b", re.I)


@rule("opt-out-fits-condition", WARNING, "National Data Opt-Out policy; UK GDPR Article 9(2)(h)", "data-uses")
def opt_out_fits_condition(filed: Filed[DataUse]) -> Problems:
    """
    What: Who uses data to give health or social care does not say that it is not about health or care.
    Why: The condition of Article 9(2)(h) is for health and social care; one of the two answers is wrong.
    How: Choose the reason that fits, for example `individual-care` or `childrens-services`.
    """
    use, answer = filed.record, filed.record.national_data_opt_out
    about = " ".join((use.title, *(purpose.purpose for purpose in use.purposes)))
    if (
        answer
        and answer.reason == "not-health-or-care"
        and has_condition(use, "health-or-social-care")
        and not _OF_STAFF.search(about)
    ):
        yield Problem(
            ("national_data_opt_out", "reason"),
            "This says “not about health or care”, but a purpose rests on the condition for that.",
            "Choose the reason that fits, for example `individual-care` or `childrens-services`.",
        )


_TO_A_USE = on_demand(r"\]\(data-use:([a-z0-9-]+)\)")


@once
def _told_to_children(register: Register) -> dict[str, str]:
    """The data uses that pages for children lead to, each with the page that does."""
    pages = dict.fromkeys(use.record.child_version for use in register.uses)
    return {
        use: slug
        for slug in pages
        if slug and slug in register.pages
        for use in _TO_A_USE.findall(register.pages[slug].record.body or "")
    }


@rule("child-version-linked", WARNING, "UK GDPR Article 12(1); recital 58", "data-uses")
def child_version_linked(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A data use that the page for children tells of leads back to that page.
    Why: A child who comes to the notice first never finds the page that was written for them.
    How: Add `child_version` with the page for children.
    """
    if not filed.record.includes_children or filed.record.child_version:
        return
    slug = _told_to_children(register).get(filed.slug)
    if slug:
        yield Problem(
            ("includes_children",),
            f"“{register.pages[slug].record.title}” tells of this data use, which does not name that page.",
            f"Add `child_version: {slug}`.",
        )
