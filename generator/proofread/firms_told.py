"""Firms that many councils use, named by the words of a notice and by none of its facts."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.on_demand import on_demand
from generator.proofread.prose import Sentence
from generator.proofread.word_parts import sought

_FIRMS = sought(
    *("Experian", "Equifax", "TransUnion", "Callcredit", "LexisNexis", "Capita", "Serco", "Liberata"),
    *("Civica", "Northgate", "Mailchimp", "MailChimp", "Granicus", "GovDelivery", "Eventbrite"),
    *("SurveyMonkey", "Survey Monkey", "SmartSurvey", "Typeform", "Citizen Space", "Dropbox"),
    *("Salesforce", "Zendesk", "Twilio", "Stripe", "PayPal", "Worldpay", "Capita Pay360", "Zoom"),
    *("WhatsApp", "Facebook", "Mosaic", "Xantura", "Policy in Practice", "Marston Holdings"),
    *("Bristow & Sutor", "Equita", "Veolia", "Biffa", "RingGo", "PayByPhone", "MiPermit"),
)
"""Firms by the names under which notices speak of them."""

_NAMES = on_demand(rf"\b(?:{'|'.join(map(re.escape, _FIRMS))})\b")
_GIVEN = on_demand(
    r"\b(?:we|the (?:council|authority|service|team))(?: may| can| will| also| then"
    r"| sometimes)* (?:share|pass|send|give|disclose"
    r"|provide|supply|upload|match|check|compare)s?\b[^.;]{0,60}?\b(?:to|with|through|against|via)\b"
    r"|\b(?:shared|passed|sent|given|disclosed|uploaded|matched|held|stored|processed|collected|kept"
    r"|hosted) (?:\w+ ){0,2}?(?:to|with|by|through|in|on|via)\b|\b(?:we|the (?:council|authority|service"
    r"|team))(?: also)? (?:use|uses"
    r"|work with|pay|employ)\b",
    re.I,
)
_OTHERWISE = on_demand(
    r"\b(?:not|never|no|nor|unlike|formerly|until|used to|if you|pages?|adverts?|follow us|competitor\w*"
    r"|links?)\b|n['’]t\b|\?|\]\(",
    re.I,
)


@rule("firm-told-listed", WARNING, "UK GDPR Articles 13(1)(e) and 14(1)(e)", "data-uses")
def firm_told_listed(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A firm to which the words of a notice give data stands among its recipients.
    Why: People look for who gets their data in the list; a firm that only a sentence names is missed there.
    How: Add the firm to the organisations and to `recipients`, or take the sentence out.
    """
    listed = " ".join(
        f"{body.name} {body.short_name or ''} {' '.join(body.also_called)}"
        for body in (register.organisations.get(r.organisation) for r in entries(filed.record.recipients))
        if body
    ).lower()
    for text, sentence in sentences_of(filed, register, _FIRMS):
        name = _given_to(sentence) if "recipients" not in text.field else None
        if name and name[0].lower() not in listed and not sentence.search(_OTHERWISE):
            yield Problem(
                text.field,
                f"The words give data to {name[0]}, which is not among the recipients.",
                "Add it to `recipients` with why and in which role, or take the sentence out.",
                name[0],
            )


def _given_to(sentence: Sentence) -> re.Match[str] | None:
    """The name of a firm to which a sentence gives data."""
    named = filter(None, map(_NAMES.search, sentence.ways))
    return next((name for name in named if _GIVEN.search(name.string, 0, name.start())), None)
