"""Data that words give away for ends, and to kinds of bodies, of which the facts of a notice know nothing."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.public_benefit import PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.body_kinds import KINDS, OF_KINDS
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.on_demand import on_demand
from generator.proofread.prose import Sentence
from generator.proofread.said import DENIED, main_clause
from generator.proofread.spoken import said_in
from generator.proofread.texts import holds_any, texts_in
from generator.proofread.word_parts import sought

_GIVES = r"(?:share|pass|send|give|disclose|forward|supply|provide|sell|release|hand|make)s?"
_OURS = (
    r"(?:your|the|this|these|all|it|them|any|personal|names?|details|data|information|records?"
    r"|address(?:es)?|lists?|e-?mail|pictures?|photo(?:graph)?s?|film|footage|recordings?|images?)"
)
_SEND_OFFERS = on_demand(
    rf"\b(?:we|the (?:council|authority|service|team)) (?:also |may |can |will |sometimes "
    rf"|then )*{_GIVES}\b[^.;]{{0,20}}?\b{_OURS}\b[^.;]{{0,80}}?"
    r"\b(?:so that (?:they|it) (?:can|may)|to (?:help |let |allow )?(?:them )?(?:to )?|who (?:can|may|will"
    r"|then)? ?)\b(?:send you|offer you|contact you (?:about|with)|tell you about|market|advertise|promote"
    r"|sell you)\b[^.;]*"
    rf"|\b(?:we|the (?:council|authority|service|team)) (?:also |may |can |will |sometimes "
    rf"|then )*(?:{_GIVES}"
    rf"|use)\b[^.;]{{0,20}}?\b{_OURS}\b"
    r"[^.;]{0,60}?\b(?:for|in) (?:their |its |our |direct |targeted )*(?:marketing|advertising|adverts"
    r"|promotions?|sales|commercial (?:use|purposes))\b|\b(?:we|they) (?:also |may |can |will |sometimes"
    r" )*send you (?:\w+ ){0,3}?(?:offers|promotions|adverts|advertising|marketing|deals|special offers)\b",
    re.I,
)
_ASKED_FOR = on_demand(
    rf"{DENIED.pattern}|\b(?:if|where|when|agree\w*|consent\w*|sign(?:ed)? up|ask\w*|job|school places?"
    rf"|appointment"
    r"|open register)\b",
    re.I,
)
_OFFERS = sought(
    *("offer", "market", "advert", "promot", " deals", "contact you", "tell you about", "send you"),
    *("sell you", "sales", "commercial"),
)


@rule("marketing-declared", WARNING, "UK GDPR Articles 13(1)(c), 14(1)(c) and 21(2)", "data-uses")
def marketing_declared(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A notice that tells of marketing has a purpose that is marked as direct marketing.
    Why: Marketing is a purpose of its own, and people can always stop it; a sentence below offers no way.
    How: Add the purpose with `direct_marketing: true` and its basis, or stop the marketing.
    """
    if any(purpose.direct_marketing for purpose in filed.record.purposes):
        return
    for text, match in said_in(filed, register, _SEND_OFFERS, _ASKED_FOR, _OFFERS):
        aside = {"will_not", "also_called", "changes"} & set(text.field)
        if not aside:
            yield Problem(
                text.field,
                f"“{match[0]}”, but no purpose here is direct marketing.",
                "Add the purpose with `direct_marketing: true` and its basis, or take the words out.",
                match[0],
            )


_SHARED = on_demand(
    rf"\b(?:we|the (?:council|authority|service|team)|our (?:staff|team|officers)) (?:also |may |can "
    rf"|will |sometimes |often "
    rf"|routinely |then )*(?:share|pass|send|give|disclose|forward|supply|sell|release|hand|refer|report"
    rf"|post|publish|put|upload)\b(?: on| over)? (?:\w+ ){{0,4}}?{_OURS}\b[^.;]{{0,60}}? (?:to|with|on"
    rf"|in) (?P<whom>[^.;]*)"
    r"|\b(?:we|the (?:council|authority|service|team)) (?:(?:are allowed to|also|may|can|will"
    r"|sometimes) )*(?:use|uses|work with"
    r"|report to|check with) (?P<used>credit (?:reference )?agenc\w+)|\b(?:we|the (?:council|authority"
    r"|service|team)) (?:also |may "
    r"|can |will |always )*(?:tell|inform|notify|alert) (?P<told>(?:your|the|their|a) \w+(?: \w+)?)"
    rf"|\b{_OURS}(?: \w+){{0,4}}? (?:is|are|was|were|be) (?:also |then |routinely )?(?:shared|passed|sent"
    rf"|handed|given|sold|disclosed|released|published|put|posted)(?: on| over)? (?:to|with|on"
    rf"|in) (?P<them>[^.;]*)|\b(?:(?:a |the )?cop(?:y|ies) of [^.;]{{0,40}}?|{_OURS}(?: \w+){{0,4}}?)"
    rf" (?:also |then"
    r" )?(?:goes?|(?:is|are) (?:also )?(?:available|open|visible)|can be (?:seen|viewed|inspected|read"
    r"|searched))(?: for inspection)? (?:to|by) (?P<reach>[^.;]*)|(?P<gets>^[^.;]{3,80}?) (?:also |then "
    r"|each |both )?(?:receives?|gets?|is sent|are sent) (?:an? |the |your |all )?(?:\w+ )?(?:updates?"
    r"|cop(?:y|ies)|reports?|records?|data|details|information|files?|lists?)\b",
    re.I,
)
_NOT_GIVEN = on_demand(
    rf"{DENIED.pattern}|\b(?:if you (?:ask|want|agree|wish)|at your request|you (?:ask|want|name"
    rf"|choose) us to"
    r"|counts?|totals?|figures|statistics|anonym\w+|nobody can be recogni\w+|with your (?:consent"
    r"|agreement|permission)|was|were|used to)\b|\]\(|\?",
    re.I,
)
_GIVING = sought(
    "share",
    "pass",
    "sen",
    "give",
    "sold",
    "sell",
    "put",
    "post",
    "tell",
    "inform",
    "notif",
    "alert",
    "hand",
    "credit",
    *(" go", "available", " open", "visible", "receive", " gets", "can be "),
)


@rule("recipient-kind-listed", WARNING, "UK GDPR Articles 13(1)(e) and 14(1)(e)", "data-uses")
def recipient_kind_listed(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A kind of body to which the words of a notice give data stands among its recipients.
    Why: People look for who gets their data in the list; whoever only a sentence names is missed there.
    How: Add it to `recipients` with why and in which role, or take the sentence out.
    """
    listed = ""
    for text, sentence in sentences_of(filed, register, _GIVING):
        whom = "" if "recipients" in text.field else _whom(sentence)
        for kind, known in KINDS if whom else ():
            match = kind.search(whom)
            listed = listed or _listed(filed.record, register)
            if match and not re.search(known, listed):
                if _on_file(match[0], register):
                    continue
                yield Problem(
                    text.field,
                    f"The words give data to “{match[0]}”, and no such body is among the recipients.",
                    "Add it to `recipients` with why and in which role, or take the sentence out.",
                    match[0],
                )
                break


def _on_file(words: str, register: Register) -> bool:
    """Whether an organisation is called just so: then another rule finds it."""
    return any(words.lower() == body.name.lower() for body in register.organisations.values())


def _whom(sentence: Sentence) -> str:
    """To whom a sentence gives data; empty where it gives none."""
    match = sentence.search(_SHARED) if holds_any(sentence.text, OF_KINDS) else None
    if match is None or _NOT_GIVEN.search(main_clause(match)) or (match["reach"] and "our " not in match[0]):
        return ""
    return (
        match["whom"]
        or match["them"]
        or match["told"]
        or match["used"]
        or match["reach"]
        or match["gets"]
        or ""
    )


def _listed(use: DataUse, register: Register) -> str:
    """Everybody of whom the notice says that they get or give data, with why."""
    told = [f"{recipient.organisation} {recipient.why}" for recipient in entries(use.recipients)]
    ids = [recipient.organisation for recipient in entries(use.recipients)]
    ids += [giver for item in use.data for giver in item.from_organisations]
    ids += [controller.organisation for controller in use.controllers]
    bodies = filter(None, map(register.organisations.get, ids))
    return " ".join((*told, *(f"{body.name} {body.short_name or ''}" for body in bodies), "-")).lower()


@rule(
    "project-recipient-listed",
    WARNING,
    "UK GDPR Articles 13(1)(e) and 14(1)(e); NDG guidance (2022)",
    "public-benefit",
)
def project_recipient_listed(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: A kind of body to which the words of a project give its data is one of its users.
    Why: Who uses the data is the first thing that people ask of a project.
    How: Add it to `users` and `statement`, or take the sentence out.
    """
    record = filed.record
    bodies = filter(None, map(register.organisations.get, record.users))
    used_by = record.statement.used_by if record.statement else ""
    listed = " ".join((used_by, *(f"{body.id} {body.name}" for body in bodies))).lower()
    for text in texts_in(register, filed.document.path):
        if text.name not in ("summary", "body", "data", "used_by", "why") or not text.is_english:
            continue
        for sentence in text.statements:
            match = sentence.search(_SHARED)
            clause = _NOW.sub(" ", main_clause(match)) if match else ""
            whom = match["whom"] or match["them"] or "" if match and not _NOT_GIVEN.search(clause) else ""
            kind = next(
                (
                    found
                    for words, known in KINDS
                    if (found := words.search(whom)) and not re.search(known, listed)
                ),
                None,
            )
            if kind:
                yield Problem(
                    text.field,
                    f"The words give data to “{kind[0]}”, which is not among the users of this project.",
                    "Add it to `users` and `statement`, or take the sentence out.",
                    kind[0],
                )


_NOW = on_demand(r"\b(?:was|were)\b", re.I)
