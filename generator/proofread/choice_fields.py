"""Fields of one choice held against each other: what it stops, its ways, its ages and its compliance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.fields import stated
from generator.model.opt_out import Channel, OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.choice_words import FREE
from generator.proofread.national_opt_out import POLICY
from generator.proofread.on_demand import on_demand
from generator.proofread.said import parts_of, says
from generator.proofread.spoken import said_in
from generator.proofread.word_parts import sought

_LINK = on_demand(r"\[([^\[\]]*)\]\([^)]*\)")
_WORD = on_demand(r"[a-z]{3,}")
_GENERAL = frozenset(
    {"the", "use", "used", "using", "your", "our", "their", "you", "and", "for", "any", "all", "from", "with"}
    | {"this", "that", "which", "information", "data", "details", "personal", "about", "what"}
)
"""Words that say nothing of what an entry is about."""

_NARROWED = on_demand(
    r"\b(?:not|never|no|nobody|none|without|unless|except|other|another|if|where|only|already|law|was"
    r"|were)\b",
    re.I,
)


def _meant(words: str) -> frozenset[str]:
    """The words that say what an entry is about, without their endings."""
    plain = _LINK.sub(r"\1", words).lower()
    return frozenset(word[:7].rstrip("s") for word in _WORD.findall(plain) if word not in _GENERAL)


@rule("stopped-or-not", WARNING, FREE, "opt-outs")
def stopped_or_not(filed: Filed[OptOut]) -> Problems:
    """
    What: What a choice does not stop is not also listed under what it stops.
    Why: People cannot know whether their choice reaches it, and one of the two lists is wrong.
    How: Take it out of `stops` or of `does_not_stop`, or say how the two differ.
    """
    going_on = [
        (_meant(part.text), bool(part.search(_NARROWED)), at)
        for at, entry in enumerate(filed.record.does_not_stop)
        for part in parts_of(entry)
    ]
    for number, entry in enumerate(filed.record.stops):
        about, narrowed = _meant(entry), bool(_NARROWED.search(entry))
        for other, otherwise, at in going_on:
            same = other == about and narrowed == otherwise
            if len(other) > 1 and (same or (not narrowed and not otherwise and other <= about)):
                yield from _both(filed, number, at)
                return


def _both(filed: Filed[OptOut], number: int, at: int) -> Problems:
    """The two ends of one contradiction, each with the line of the other; either can be wrong."""
    stops, goes_on = ("stops", number), ("does_not_stop", at)
    for field, other, told in (
        (stops, goes_on, "listed as stopped, and as not stopped"),
        (goes_on, stops, "listed as not stopped, and as stopped"),
    ):
        yield Problem(
            field,
            f"This is {told} on line {filed.document.locate(*other).line}.",
            "Take it out of one of the two lists, or say how the two differ.",
        )


_WAYS: Mapping[str, re.Pattern[str]] = {
    "telephone": on_demand(
        r"\b(?:tele)?phon\w*|\bcall\w*|\bring\b|\bdial\w*|\bline\b|\btext\b|\bspeak\w*", re.I
    ),
    "email": on_demand(r"\be-?mail\w*", re.I),
    "post": on_demand(
        r"\bpost\w*|\bwrit\w+|\bletter\w*|\bpaper\w*|\breturn\w*|\benvelope|\bform\b|\bsend (?:it|the|us)\b",
        re.I,
    ),
    "in-person": on_demand(
        r"\btell\b|\bask\b|\bvisit\w*|\bcome\b|\bdesk\b|\bstaff\b|\boffice\b|\bperson\b", re.I
    ),
    "online": on_demand(r"\bwebsite\b|\bapp\b|\bonline\b|\bweb ?page\b|\bsign in\b|\baccount\b", re.I),
}


@rule("channel-fits-way", WARNING, FREE, "opt-outs")
def channel_fits_way(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: A way to make a choice is described as its kind says, and its contact can be reached in that way.
    Why: "Telephone: send us an e-mail" leaves out people who are not online, and no check of kinds sees it.
    How: Correct `kind`, or say how people do it; name a contact with a telephone, an e-mail or an address.
    """
    for number, channel in enumerate(filed.record.channels):
        other = next(iter(_other_ways(channel)), None)
        if other:
            yield Problem(
                ("channels", number, "how"),
                f"This is called a way by `{channel.kind}`, but “{other}” is another way.",
                "Correct `kind`, or say how people do it in this way.",
                other,
            )
        elif _unreachable(channel, register):
            yield Problem(
                ("channels", number, "contact"),
                f"This is called a way by `{channel.kind}`, and its contact gives nothing for that.",
                "Name a contact with these details, or add them to it.",
            )


_OTHERS: Mapping[str, tuple[str, ...]] = {
    "telephone": ("email", "post", "online"),
    "email": ("telephone", "in-person"),
    "post": ("email", "telephone", "online"),
    "in-person": ("email", "online"),
}


def _other_ways(channel: Channel) -> Iterator[str]:
    """Words for other ways, where none for its own stands in a way that is not online."""
    own = _WAYS.get(channel.kind)
    if channel.kind in _OTHERS and own and not own.search(channel.how):
        for kind in _OTHERS[channel.kind]:
            match = _WAYS[kind].search(channel.how)
            if match and not re.search(r"\[\[|\d{4}|\blink\b", channel.how):
                yield match[0]


def _unreachable(channel: Channel, register: Register) -> bool:
    contact = register.contacts.get(channel.contact or "")
    wanted = {"telephone": "telephone", "email": "email", "post": "address"}.get(channel.kind)
    said_itself = re.search(r"\[\[|\d{4}|@|\[.*\]\(|\bask\b|\bform\b|\bcame with\b", channel.how, re.I)
    return bool(contact and wanted and not getattr(contact, wanted) and not said_itself)


_NOT_YET = on_demand(
    r"\bstill (?:setting|working|building|planning|testing|waiting|deciding)\b|\bnot yet\b|\b(?:we"
    r"|the council) (?:plan|intend|hope|aim|expect) to\b|\b(?:will|are going to"
    r"|is going to) (?:be )?(?:put in place|set up|introduced?|start|begin)\b|\b(?:with or without"
    r"|regardless of|in spite of|despite) (?:an |the |any |their )?(?:opt|choice)"
    r"|\bwhether or not (?:\w+ ){1,3}?opt|\bincluding (?:those|people|everyone|anyone) who (?:have "
    r"|has )?opted out\b|\bno (?:way|means|system|process|procedure|method)\b|\b(?:cannot|can['’]t"
    r"|not able to|unable to) (?:yet )?(?:check|apply|take out|remove|look up|tell)\b|\b(?:do not|don['’]t"
    r"|nobody|no one) (?:yet )?(?:checks?|look\w* up|appl(?:y|ies)|takes? out|removes?)\b",
    re.I,
)


_WE_COMPLY = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)) (?:\w+ )?(?:follows?|respects?|appl(?:y|ies)"
    r"|compl(?:y|ies) with|keeps? to"
    r"|honours?) (?:it|the choice|(?:the )?(?:national (?:data )?)?opt-?\s?outs?|this choice)\b|\b(?:we"
    r"|the council) (?:is|are) (?:fully )?compliant\b",
    re.I,
)


@rule("compliance-words-fit", WARNING, POLICY, "opt-outs")
def compliance_words_fit(filed: Filed[OptOut]) -> Problems:
    """
    What: Who complies describes a method that works today; who does not yet does not claim to.
    Why: "Compliant" beside "we are still setting this up" is a claim that its own words deny.
    How: Write `status: not-yet`, or describe what is done now.
    """
    compliance = filed.record.compliance
    if compliance is None or compliance.status == "not-yet":
        words = f"{filed.record.summary} {filed.record.body or ''}"
        claim = says(words, _WE_COMPLY) if compliance else None
        if claim:
            what = f"The page says “{claim[0]}”, but `status` says that you do not comply yet."
            yield Problem(("compliance", "status"), what, "Correct `status`, or the words.")
        return
    if compliance.status != "compliant":
        return
    match = says(compliance.method, _NOT_YET)
    if match:
        yield Problem(
            ("compliance", "method"),
            f"“{match[0]}”, but `status` says that you comply.",
            "Write `status: not-yet`, or describe what is done now.",
            match[0],
        )


_ANYONE_AGED = on_demand(
    r"\b(?:aged?|over|from|at least|under) (?:age |aged )?(\d{1,2})\b(?! (?:day|week|month))", re.I
)


@rule("age-of-users-fits", WARNING, FREE, "opt-outs")
def age_of_users_fits(filed: Filed[OptOut]) -> Problems:
    """
    What: Whose choice it is names no other age than `age` does.
    Why: The page prints both, and a young person cannot tell which of them holds.
    How: Correct `who_can_use_it`, or `years` below `age`.
    """
    age = stated(filed.record.age)
    match = says(filed.record.who_can_use_it, _ANYONE_AGED) if age else None
    if age and match and int(match[1]) != age.years:
        yield Problem(
            ("who_can_use_it",),
            f"“{match[0]}”, but `age` says {age.years}.",
            "Correct `who_can_use_it`, or `years` below `age`.",
            match[0],
        )


_WE_KEEP = on_demand(
    r"\b(?:we|the council|our (?:\w+ ){0,3}?(?:team|staff|office|centre"
    r"|services?))\b(?: \w+){0,2}? (?:records?|keeps?|holds?|sets?"
    r"|registers?|maintains?|adds?) (?:(?:you|your name) (?:to|on) |your |this |the |it |a |an "
    r"|our |type ?1 |type one |national |data )*(?:opt-?\s?outs?|choices?"
    r"|list of (?:people|those|everyone|everybody|residents|patients) who)\b",
    re.I,
)
_DENIED = on_demand(
    r"\b(?:not|never|no|nobody|none|nor|cannot|without|surveys?|newsletters?|marketing|(?:open|full"
    r"|electoral) register)\b|n['’]t\b|\?",
    re.I,
)
_IN_CASE = on_demand(r"^(?:If|When|Where) [^,]*, ")
"""When something is so, said first: it denies nothing of what follows."""
_HOLDERS = ("nhs", "group", "government")
_WE_KEEP_PARTS = sought("choice", "pt-out", "pt out", "list of")


@rule("choice-kept-by-holder", WARNING, f"{POLICY}; Type 1 opt-out: recorded by GP practices", "opt-outs")
def choice_kept_by_holder(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The page of a choice that the NHS keeps does not say that the council records it.
    Why: People tell the council, nothing is recorded anywhere, and their data is used all the same.
    How: Say who keeps the choice, and how to tell them; or correct `held_by`.
    """
    holder = register.organisations.get(filed.record.held_by or "")
    if holder is None or holder.kind not in _HOLDERS:
        return
    for text, match in said_in(filed, register, _WE_KEEP, None, _WE_KEEP_PARTS):
        if _DENIED.search(_IN_CASE.sub("", match.string)):
            continue
        yield Problem(
            text.field,
            f"“{match[0]}”, but `held_by` says that {holder.name} keeps this choice.",
            "Say who keeps the choice, and how to tell them; or correct `held_by`.",
            match[0],
        )
