"""Entries of the site and its lists that lead to somebody else, and steps of projects that cannot hold."""

from __future__ import annotations

import re
from datetime import timedelta

from generator.config import Site
from generator.model.opt_out import OptOut
from generator.model.public_benefit import PublicBenefit
from generator.model.reference import Entry, Right
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.project_words import NDG
from generator.proofread.said import says

_REGULATOR = on_demand(r"\bico\.(?:org|gov)\.uk\b", re.I)


@rule("complaint-form-ours", WARNING, "DPA 2018 s.164A (in force 19 June 2026)", "site")
def complaint_form_ours(site: Site) -> Problems:
    """
    What: The form for complaints to the council is not that of the regulator.
    Why: The council itself has to make complaining to it easy; the regulator's form reaches somebody else.
    How: Give the address of your own form.
    """
    if _REGULATOR.search(str(site.complaints.form or "")):
        yield Problem(
            ("complaints", "form"),
            "This form complains to the regulator.",
            "Give the address of your own form.",
        )


@rule("regulator-address-fits", WARNING, "UK GDPR Articles 13(2)(d) and 14(2)(e)", "site")
def regulator_address_fits(site: Site, register: Register) -> Problems:
    """
    What: The website at which people reach the Information Commission is the Commission's.
    Why: The authority of another country takes no complaint about a council here.
    How: Write https://ico.org.uk/make-a-complaint/.
    """
    contact = register.contacts.get(site.regulator_contact or "")
    address = str(contact.website or "") if contact else ""
    if site.regulator == "information-commission" and address and not _REGULATOR.search(address):
        yield Problem(
            ("regulator_contact",),
            f"{address} is not the website of the Information Commission.",
            "Write https://ico.org.uk/make-a-complaint/.",
        )


_NAMED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, on_demand(words, re.I))
    for name, words in (
        ("be-informed", r"\b(?:inform\w*|told)\b"),
        ("access", r"\b(?:access|copy)\b"),
        ("rectification", r"\b(?:rectif\w+|correct\w*)\b"),
        ("erasure", r"\b(?:eras\w+|delet\w+|forgotten)\b"),
        ("restriction", r"\brestrict\w*"),
        ("portability", r"\bportab\w+"),
        ("object", r"\bobject\w*"),
        ("withdraw", r"\bwithdraw\w*"),
        ("complain-to-us", r"\bcomplain\w*"),
        ("complain-to-regulator", r"\bcomplain\w*"),
    )
)


@rule("right-formal-name-fits", WARNING, "UK GDPR Articles 13 to 21; DPA 2018 ss.164A and 165", "reference")
def right_formal_name_fits(entry: Entry) -> Problems:
    """
    What: The formal name of a right is the name of that right in the law.
    Why: Every notice prints it; under the name of another right people ask for the wrong thing.
    How: Write the name that the law uses, for example "Right of access".
    """
    words = dict(_NAMED).get(entry.id) if isinstance(entry, Right) else None
    if words and isinstance(entry, Right) and not words.search(entry.formal_name):
        yield Problem(
            ("formal_name",),
            f"“{entry.formal_name}” is the name of another right than `{entry.id}`.",
            "Write the name that the law uses, for example “Right of access”.",
            entry.formal_name,
        )


_PRICE = on_demand(
    r"£ ?\d|\b(?:and|then|to|must|you) pay\b|\b(?:for|at) (?:a|the) (?:\w+ )?(?:fee|charge)\b"
    r"|\bpremium rate\b|\b09\d",
    re.I,
)
_FREE = on_demand(r"\b(?:not|no|never|nothing|free|without)\b|n['’]t\b", re.I)


@rule("choice-way-free", WARNING, "UK GDPR Articles 7(3) and 12(5)", "opt-outs")
def choice_way_free(filed: Filed[OptOut]) -> Problems:
    """
    What: No way to make a choice costs a fee.
    Why: A choice over one's own data is free; a price keeps people from it.
    How: Take the fee out.
    """
    for number, channel in enumerate(filed.record.channels):
        match = says(channel.how, _PRICE)
        if match and not _FREE.search(channel.how):
            yield Problem(
                ("channels", number, "how"),
                f"“{match[0]}” puts a price on this choice.",
                "Take the fee out.",
                match[0],
            )


_CHECKS = on_demand(
    r"\b(?:NHS|MESH|check\w*|lists?|numbers?|spine|compar\w+|match\w*|remov\w+|tak\w+ out|leav\w+ out"
    r"|filter\w*)\b",
    re.I,
)


@rule("compliance-method-checks", WARNING, "National Data Opt-Out policy (DCB3058)", "opt-outs")
def compliance_method_checks(filed: Filed[OptOut]) -> Problems:
    """
    What: The method by which the National Data Opt-Out is kept has the NHS's list checked.
    Why: Who opted out stands on that list alone; asking people, or an own list, misses them.
    How: Say how NHS numbers are checked before data is used, and those found taken out.
    """
    record = filed.record
    method = record.compliance.method if record.compliance else None
    if record.reach == "national-data-opt-out" and method and not _CHECKS.search(method):
        yield Problem(
            ("compliance", "method"),
            "This does not say that NHS numbers are checked against the list of the NHS.",
            "Say how they are checked before data is used, and those found taken out.",
            method,
        )


_AVOIDED = on_demand(
    r"\b(?:would|might|could|may|will) (?:only |probably |all |just )?(?:say no|refuse|not agree|decline"
    r"|object|opt out)\b|\b(?:want|wanted) to avoid (?:refusals|people (?:saying no|refusing))\b|\b(?:not"
    r"|n['’]t) (?:want to|like to) ask\b",
    re.I,
)
_BIAS = on_demand(r"\b(?:bias\w*|skew\w*|represent\w*|differ\w*|most ill|gaps?|distort\w*)\b", re.I)


@rule("consent-not-avoided", WARNING, NDG, "public-benefit")
def consent_not_avoided(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: The reason for not asking people is not that they would say no.
    Why: Who expects a no has learnt what people want; to pass over it breaks their trust.
    How: Give the reason that makes asking impossible or unsafe; if there is none, ask.
    """
    told = filed.record.why_no_consent or ""
    match = says(told, _AVOIDED)
    if match and not _BIAS.search(told):
        yield Problem(
            ("why_no_consent",),
            f"“{match[0]}” is no reason to leave people unasked.",
            "Give the reason that makes asking impossible or unsafe; if there is none, ask.",
            match[0],
        )


_LONGEST = timedelta(days=3 * 366)


@rule("next-review-soon", WARNING, NDG, "public-benefit")
def next_review_soon(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: The next evaluation of a project lies no more than three years after the one before.
    Why: Uses and risks change; what is looked at after many years was not looked at in between.
    How: Give an earlier day.
    """
    for number, evaluation in enumerate(filed.record.evaluations):
        following = evaluation.next_review
        if following and following - evaluation.date > _LONGEST:
            yield Problem(
                ("evaluations", number, "next_review"),
                f"{following} is more than three years after {evaluation.date}.",
                "Give an earlier day.",
            )
