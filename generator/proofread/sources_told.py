"""Sources of data that only the words of a notice tell of."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.on_demand import on_demand
from generator.proofread.said import DENIED, main_clause
from generator.proofread.word_parts import sought

_GETS = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)|our (?:staff|team|officers)) (?:also |may |can "
    r"|will |sometimes |often "
    r"|then )*(?:get|gets|got|obtain(?:s|ed)?|receive[sd]?|buys?|bought|purchase[sd]?|collect(?:s|ed)?"
    r"|takes?|took"
    r"|are (?:given|sent|sold)) (?P<what>[^.;]{0,60}?)\bfrom (?P<whom>[^.;]*)"
    r"|(?P<thing>\b(?:(?:your|the|this|these|such|some|all|personal) (?:\w+ ){0,2}?)?(?:data|details"
    r"|notes|information|records?|names?|address(?:es)?|scores?|lists?|file|photos?)(?: \w+){0,3}?)"
    r" (?:is|are|was"
    r"|were|has been|have been) (?:also |then |usually )?(?:obtained|bought|purchased|collected|taken|drawn"
    r"|supplied|received|gathered|sourced)(?: (?:by|for) us)? (?:from|by) (?P<by>[^.;]*)"
    r"|(?P<came>\b(?:data|details|information|records?|names?|address(?:es)?|lists?|file)(?: \w+){0,3}?)"
    r" (?:comes?|came) (?:also )?from (?P<origin>[^.;]*)",
    re.I,
)
_LOOKS = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)|our (?:staff|team|officers)) (?:also |may |can "
    r"|will |sometimes |often |then"
    r" )*(?:look"
    r" (?:\w+ ){0,3}?(?:up )?(?:on|at)|search|check|browse|monitor) (?P<what>)(?P<whom>[^.;]*)",
    re.I,
)
_DATA = on_demand(
    r"\b(?:data|details|notes|information|records?|lists?|reports?|scores?|history|names?|address(?:es)?"
    r"|answers"
    r"|copies|photos?|pictures|film|footage|what)\b",
    re.I,
)
_KINDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (on_demand(rf"\b(?:{words})\b", re.I), known)
    for words, known in (
        (r"credit (?:reference )?agenc\w+", "credit"),
        (
            r"data brokers?|marketing (?:compan\w+|firms?|agenc\w+)|list (?:sellers?|brokers?)",
            "broker|marketing",
        ),
        (r"insurers?|insurance compan\w+", "insur"),
        (r"estate agents?|letting agents?", "agent|landlord|letting"),
        (r"universit\w+", "universit|research"),
        (r"energy (?:compan\w+|suppliers?)|(?:gas|water|electricity) compan\w+", "energy|gas|water|utilit"),
        (r"(?:mobile )?(?:phone|telephone) compan\w+", "phone"),
        (r"banks?|lenders?", "bank|lender|payment"),
        (r"private (?:investigators?|detectives?)", "investigator|detective"),
    )
)
_ONLINE = on_demand(r"\b(?:Facebook|Twitter|Instagram|TikTok|LinkedIn|social media|social networks?)\b", re.I)
_OF_PEOPLE = on_demand(
    r"\b(?:you|your|people(?:['’]s)?|applicants?|claimants?|tenants?|parents?|famil(?:y|ies)|customers?"
    r"|residents?|candidates?|patients?)\b",
    re.I,
)
_ONLINE_KNOWN = on_demand(r"facebook|social media|social network|website|online|internet|twitter", re.I)
_GETS_PARTS = sought(" from ", " by ", "look", "search", "check", "browse", "monitor")


@rule("source-kind-listed", WARNING, "UK GDPR Article 14(2)(f)", "data-uses")
def source_kind_listed(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A kind of body from which the words of a notice get data stands among its sources.
    Why: People have a right to know where data about them comes from; the list of data does not tell it.
    How: Add it to `from_organisations` or `from_others` of the data, or take the sentence out.
    """
    known = ""
    for text, sentence in sentences_of(filed, register, _GETS_PARTS):
        if {"data", "recipients"} & set(text.field):
            continue
        match = sentence.search(_GETS) or sentence.search(_LOOKS)
        if match is None or DENIED.search(main_clause(match)):
            continue
        named = _named(match)
        known = known or _known(filed.record, register)
        if named and not re.search(named[1], known):
            yield Problem(
                text.field,
                f"The words get data from “{named[0]}”, and no such source is among the data.",
                "Add it to `from_organisations` or `from_others` of the data, or take the sentence out.",
                named[0],
            )


def _named(match: re.Match[str]) -> tuple[str, str] | None:
    """The kind of source that a sentence names, with letters by which lists tell of it."""
    told = match.groupdict()
    whom = match["whom"] or told.get("by") or told.get("origin") or ""
    what = match["what"] or told.get("thing") or told.get("came") or ""
    online = _ONLINE.search(whom)
    if online and (_OF_PEOPLE.search(match[0]) or told.get("thing") or told.get("came")):
        return online[0], _ONLINE_KNOWN.pattern
    if match.re is _LOOKS or not _DATA.search(what):
        return None
    found = ((words.search(whom), known) for words, known in _KINDS)
    return next(((kind[0], known) for kind, known in found if kind), None)


def _known(use: DataUse, register: Register) -> str:
    """Everybody of whom the notice says that they give data, or get it."""
    told = [item.from_others or "" for item in use.data]
    ids = [giver for item in use.data for giver in item.from_organisations]
    ids += [recipient.organisation for recipient in entries(use.recipients)]
    bodies = filter(None, map(register.organisations.get, ids))
    names = (f"{body.id} {body.name} {' '.join(body.also_called)}" for body in bodies)
    return " ".join((*told, *names, "-")).lower()
