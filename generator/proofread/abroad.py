"""Whether data leaves the country, by the words of a notice and by its facts."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.register import Filed, Register
from generator.proofread.catalogue import REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import says_not
from generator.proofread.word_parts import sought

_COUNTRIES = (
    "United States",
    *("USA", "US", "America", "India", "Ireland", "Germany", "Netherlands", "France", "Sweden", "Canada"),
    *("Australia", "China", "Singapore", "Japan", "Poland", "Romania", "Israel", "Spain", "South Africa"),
    *("New Zealand", "Philippines", "Portugal", "Italy", "Belgium", "Denmark", "Norway", "Finland", "Greece"),
    *("Bulgaria", "Hungary", "Ukraine", "Turkey", "Egypt", "Morocco", "Kenya", "Nigeria", "Pakistan"),
    *("Bangladesh", "Sri Lanka", "Malaysia", "Vietnam", "Brazil", "Mexico", "Dubai", "Hong Kong"),
    *("Bangalore", "Bengaluru", "Mumbai", "Delhi", "Hyderabad", "Chennai", "Pune", "Manila", "Dublin"),
    *("Amsterdam", "Frankfurt", "Berlin", "Stockholm", "Warsaw", "Krakow", "Bucharest", "Madrid", "Lisbon"),
    *("California", "Seattle", "Texas", "Oregon", "Toronto", "Sydney", "Cape Town", "Nairobi", "Tel Aviv"),
    *("EU", "EEA", "European Union", "European Economic Area"),
)
"""Where firms that work for councils keep data or have staff."""

_A_STREET = r"(?! (?:Street|Road|Lane|Avenue|Square|Place|Way|House|Court|Terrace)\b)"
_THERE = (
    rf"(?:(?:in|to) (?:the )?(?:Republic of )?(?:{'|'.join(_COUNTRIES)}){_A_STREET}|(?i:abroad"
    r"|overseas))\b"
)
_ABROAD = on_demand(
    r"\b(?:[Hh]osts?|[Ss]tores?|[Kk]eeps?|[Hh]olds?|stor(?:e|es|ed)|held|holds?|kept|keeps?|host(?:s|ed)?"
    r"|sent|sends?|transfer(?:s|red)?|process(?:es|ed)?|backed up|based|located|seen|[Hh]elp ?desks?"
    r"|[Ss]upport (?:team|staff|desk|centre"
    r"|engineers?)|access(?:ed|ible)|engineers?|[Ss]taff|[Aa]gents|[Aa]dvisers|call cent(?:re"
    r"|er)s?|data cent(?:re|er)s?"
    r"|servers?|sub-?contractors?|developers?|(?:is|are) (?:run|managed|operated|handled|answered"
    r"|supported|maintained|looked after)"
    rf"|parent company|head office)\b[^.;]{{0,70}}?(?<!from)(?<! or) {_THERE}"
    r"|\b(?:run|managed|hosted|operated|supported|served|provided) from (?:the )?"
    rf"(?:{'|'.join(_COUNTRIES)})\b{_A_STREET}"
)
_NAMES = on_demand(rf"{'|'.join(_COUNTRIES)}|[Aa]broad|[Oo]verseas")
_SOMEWHERE = sought(*_COUNTRIES, "abroad", "overseas")
_DENIES = on_demand(
    r"\b(?:not|never|no|nobody|cannot|nor|if|was|were|had|would|could|in the (?:UK|United Kingdom))\b"
    r"|n['’]t\b|\?",
    re.I,
)
_SOMEBODY_THERE = on_demand(rf"\b[a-z]\w*\b[^.;]* in (?:the )?(?:{'|'.join(_COUNTRIES)})\b")
"""Something that is done abroad, in the very sentence that is to say why no data goes there."""

_OUR_DATA = on_demand(
    r"\b(?:data|information|details|records?|accounts?|servers?|backups?|files?|lists?|logs?|systems?|forms?"
    r"|film|footage|recordings?|photos?|applications?|calls?|e-?mails)\b",
    re.I,
)


@rule("claimed-transfer", WARNING, "UK GDPR Article 13(1)(f), 14(1)(f), 44A", "data-uses")
def claimed_transfer(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice do not send data abroad while its facts say that none goes there.
    Why: People must be told where their data goes and what protects it; here one of two answers is wrong.
    How: Add the country to `transfers` with its mechanism, or correct the words.
    """
    none, listed = says_not(filed.record.transfers), entries(filed.record.transfers)
    known = " ".join(f"{transfer.country} {transfer.safeguard or ''}" for transfer in listed)
    for text, sentence in sentences_of(filed, register, _SOMEWHERE) if none or listed else ():
        denial = none and text.field[0] == "transfers" and sentence.search(_SOMEBODY_THERE)
        match = denial or (sentence.search(_ABROAD) if none or "transfers" not in text.field else None)
        told = denial or sentence.search(_OUR_DATA)
        if match and told and not sentence.search(_DENIES) and (none or _is_elsewhere(match, known)):
            says = "that no data goes abroad" if none else f"only {listed[0].country}"
            yield Problem(
                text.field,
                f"“{match[0]}”, but `transfers` says {says}.",
                "Add the country to `transfers`, or correct the words.",
                match[0],
            )


_REGIONS = (
    frozenset(("United States", "USA", "US", "America", "California", "Seattle", "Texas", "Oregon")),
    frozenset(("India", "Bangalore", "Bengaluru", "Mumbai", "Delhi", "Hyderabad", "Chennai", "Pune")),
    frozenset(("Canada", "Toronto")),
    frozenset(("Australia", "Sydney")),
    frozenset(("South Africa", "Cape Town")),
    frozenset(("Philippines", "Manila")),
    frozenset(("Israel", "Tel Aviv")),
    frozenset(("Kenya", "Nairobi")),
    frozenset(("China", "Hong Kong")),
)
"""Places that are parts of one country; those in none of them are in Europe, or stand for themselves."""
_ALONE = frozenset(
    ("Singapore", "Japan", "New Zealand", "Ukraine", "Turkey", "Egypt", "Morocco", "Nigeria", "Pakistan")
).union(("Bangladesh", "Sri Lanka", "Malaysia", "Vietnam", "Brazil", "Mexico", "Dubai"))


def _is_elsewhere(match: re.Match[str], known: str) -> bool:
    """Whether words send data to a country that is not among those that are known."""
    named = _NAMES.findall(match[0])[-1]
    if named.lower() in ("abroad", "overseas"):
        return False
    region = next((places for places in _REGIONS if named in places), None)
    if region is None and named not in _ALONE:
        region = frozenset(_COUNTRIES) - _ALONE - frozenset().union(*_REGIONS)
    return not any(place in known for place in region or {named})


_AWAY = (
    r"(?:outside(?: of)?|out of|beyond) (?:the )?(?:UK|U\.K\.|United Kingdom|country|British Isles)\b"
    r"|\b(?:abroad|overseas)\b"
)
_DATA = (
    r"(?:(?:your|the|this|that|any|all|personal|of) )*(?:personal )?"
    r"(?:data|information|details|records?|it|film|files)\b"
)
_AT_HOME = on_demand(
    rf"\b(?:we|the (?:council|authority|service|team)) (?:(?:do|will) not|don['’]t|won['’]t"
    rf"|never) (?:\w+ or )?(?:send|transfer|move"
    rf"|pass|share|store|keep|hold|process|take) {_DATA}(?: (?:to (?:anyone|anybody|any country|a country"
    rf"|countries|places?|any body|organisations))?)? ?(?:{_AWAY})|\b(?:all (?:of )?(?:your|the|this|our)"
    rf"|your|this|the|all|none of (?:your|this|the)|no) (?:personal )?(?:data|information|details"
    rf"|records) (?:(?:is|are) (?:never|not) (?:sent|transferred|moved|stored|held|processed|kept|passed"
    rf"|shared) (?:{_AWAY})|(?:(?:does|do|will) not|never|ever) leaves? the (?:UK|United Kingdom"
    rf"|country)\b|(?:goes|leaves|is (?:sent|transferred|stored|held|processed)) (?:{_AWAY})"
    rf"|(?:always )?(?:stays?|remains?|is kept) (?:in|within|inside) the (?:UK|United Kingdom|country)\b"
    rf"|(?:is|are) (?:only |always )?(?:stored|held|kept|processed) (?:only )?(?:in|within"
    rf"|inside) the (?:UK|United Kingdom)\b)",
    re.I,
)
_SOME = on_demand(
    r"\b(?:unless|except|without|other than|apart from|but|only (?:if|when|where|to)|most|some|usually"
    r"|normally|old|earlier|former|if|where|when|until|was|were|for this purpose|for marketing|may|might"
    r"|could)\b|\?",
    re.I,
)
"""Words that narrow a promise, or tell of another time or part."""

_PLACES = sought("UK", "nited Kingdom", "U.K.", "ountry", "broad", "verseas")


@rule("denied-transfer", WARNING, "UK GDPR Article 13(1)(f), 14(1)(f), 44A", "data-uses")
def denied_transfer(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice do not keep all data in the country while its facts send some abroad.
    Why: People must be told where their data goes and what protects it; here one of two answers is wrong.
    How: Correct the words, or take the country out of `transfers` if no data goes there any more.
    """
    countries = [transfer.country for transfer in entries(filed.record.transfers)]
    if not countries:
        return
    for text, sentence in sentences_of(filed, register, _PLACES):
        match = sentence.search(_AT_HOME) if "transfers" not in text.field else None
        if match and not sentence.search(_SOME) and _says_none(match[0]):
            yield Problem(
                text.field,
                f"“{match[0]}”, but `transfers` names {countries[0]}.",
                "Correct the words, or take the country out of `transfers` if no data goes there any more.",
                match[0],
            )


def _says_none(words: str) -> bool:
    """Whether the words deny: "Your data goes abroad" does not, "No data goes abroad" does."""
    stays = re.search(r"\b(?:stays?|in|within|inside)\b", words)
    return bool(stays or re.search(r"\b(?:not|never|no|none)\b|n['’]t\b", words, re.I))


_NAMED = on_demand(
    r"\b(?:regulations?|articles?|schedule|bridge|adequa\w+|agreements?|addendum|clauses?|contracts?|rules"
    r"|act|law|approved|derogation|public register|consent\w*|agreed|claims?|interests?|IDTA|BCRs?|45A|46"
    r"|49|treat(?:s|ed)|vital|certifi\w+|code)\b",
    re.I,
)


_ARTICLE = on_demand(r"\bArt(?:icle|\.)? ?(44A|45A|44|45|46|47|49)\b")
_MECHANISMS = {
    "regulations-45a": frozenset({"44A", "45A"}),
    "safeguards-46": frozenset({"44A", "46", "47"}),
    "derogation-49": frozenset({"44A", "49"}),
}


@rule("transfer-article-fits", WARNING, "UK GDPR Articles 45A, 46 and 49", "data-uses")
def transfer_article_fits(filed: Filed[DataUse]) -> Problems:
    """
    What: The article that the words on a transfer name is the one of its `mechanism`.
    Why: Regulations, safeguards and derogations ask for different things; one of two answers is wrong.
    How: Correct the article, or `mechanism`.
    """
    for number, transfer in enumerate(entries(filed.record.transfers)):
        for field in ("safeguard", "copy_from"):
            named = _ARTICLE.findall(getattr(transfer, field) or "")
            fitting = _MECHANISMS.get(transfer.mechanism or "")
            if named and fitting and not fitting & set(named):
                yield Problem(
                    ("transfers", number, field),
                    f"Article {named[0]} is named here, but `mechanism` says `{transfer.mechanism}`.",
                    "Correct the article, or `mechanism`.",
                    f"Article {named[0]}",
                )


@rule("transfer-safeguard-named", REVIEW, "UK GDPR Articles 13(1)(f), 14(1)(f), 45A, 46 and 49", "data-uses")
def transfer_safeguard_named(filed: Filed[DataUse]) -> Problems:
    """
    What: What protects data abroad is named: regulations, a contract, or the derogation relied on.
    Why: A promise to be careful is no mechanism of the law, and people can ask for a copy of the safeguards.
    How: Name it, for example "The International Data Transfer Agreement in our contract".
    """
    for number, transfer in enumerate(entries(filed.record.transfers)):
        if transfer.mechanism == "derogation-49" and not transfer.safeguard:
            yield Problem(
                ("transfers", number, "mechanism"),
                "A derogation is relied on, and nothing says which one.",
                "Name it in `safeguard`, for example “explicit consent, Article 49(1)(a)”.",
            )
        if transfer.safeguard and not _NAMED.search(transfer.safeguard):
            yield Problem(
                ("transfers", number, "safeguard"),
                "This does not name what in law protects the data abroad.",
                "Name the regulations, the agreement or the derogation.",
            )
