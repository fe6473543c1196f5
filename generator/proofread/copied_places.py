"""Other councils' areas and websites that a copied notice still names."""

from __future__ import annotations

import re

from generator.model.register import Register
from generator.proofread.addresses import own_domains
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.names import on_file
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import PublishedText

_COUNTIES = (
    "Bedfordshire|Berkshire|Buckinghamshire|Cambridgeshire|Cheshire|Cornwall|Cumbria|Derbyshire|Devon|Dorset"
    "|Durham|East Sussex|West Sussex|Essex|Gloucestershire|Hampshire|Herefordshire|Hertfordshire|Kent"
    "|Lancashire|Leicestershire|Lincolnshire|Merseyside|Norfolk|Northamptonshire|Northumberland"
    "|Nottinghamshire|Oxfordshire|Rutland|Shropshire|Somerset|Staffordshire|Suffolk|Surrey|Warwickshire"
    "|Wiltshire|Worcestershire|(?:North|South|West|East) Yorkshire|Cumberland|Greater Manchester"
    "|West Midlands"
)
_TOWNS = (
    "Barking|Barnet|Barnsley|Bexley|Birmingham|Blackburn|Blackpool|Bolton|Bournemouth|Bradford|Brighton"
    "|Bristol"
    "|Bromley|Bury|Calderdale|Camden|Coventry|Croydon|Darlington|Derby|Doncaster|Dudley|Ealing|Enfield"
    "|Gateshead|Greenwich|Hackney|Halton|Haringey|Harrow|Hartlepool|Havering|Hillingdon|Hounslow|Islington"
    "|Kirklees|Knowsley|Lambeth|Leeds|Leicester|Lewisham|Liverpool|Luton|Manchester|Medway|Merton"
    "|Middlesbrough|Milton Keynes|Newham|Nottingham|Oldham|Peterborough|Plymouth|Portsmouth|Redbridge"
    "|Rochdale"
    "|Rotherham|Salford|Sandwell|Sefton|Sheffield|Solihull|Southampton|Southend|Southwark|Stockport|Stockton"
    "|Stoke-on-Trent|Sunderland|Swindon|Tameside|Telford|Thurrock|Torbay|Tower Hamlets|Trafford|Wakefield"
    "|Walsall|Waltham Forest|Wandsworth|Warrington|Westminster|Wigan|Wirral|Wolverhampton"
)
_AREA = rf"(?P<area>{_COUNTIES}|{_TOWNS})(?! (?:University|Street|Road|House|Crown|Court|Accord|Magna|Act))"
_FIRST_WORDS = frozenset(re.findall(r"[A-Z][a-z]+", f"{_COUNTIES}|{_TOWNS}"))
_CAPITALISED = on_demand(r"\b[A-Z][a-z]{2,}")
_HERE = on_demand(
    r"\b(?:liv(?:e|es|ed|ing)(?:,? \w+)?(?:,? (?:or|and) \w+)?|home|homes|residents?|people|households?"
    r"|families|children|pupils|schools?"
    r"|libraries|roads|streets|businesses|communities|voters|everyone|everybody|anyone|anybody|services"
    rf"|visitors|across|throughout|all of|whole of|council of) (?:(?:in|of|across|throughout"
    rf"|within) )?{_AREA}\b"
    rf"|\b{_AREA.replace('?P<area>', '?P<whose>')} (?:residents|people|libraries|schools|families|households"
    r"|taxpayers|council tax)\b"
)
_ELSEWHERE = on_demand(
    r"\b(?:mov(?:e|ed|es|ing)|other|another|neighbouring|nearby|study|compared?|such as|example|came|comes"
    r"|born|formerly|used to|not|unlike)\b"
)
"""Words beside another area that is meant."""


@rule("copied-area", WARNING, "UK GDPR Articles 12(1) and 13(1)(a)", "texts", tuple(sorted(_FIRST_WORDS)))
def copied_area(text: PublishedText, register: Register) -> Problems:
    """
    What: The people and services that a text speaks of are those of this council's area.
    Why: Notices are copied from each other; with another county's name readers doubt that it is about them.
    How: Write your own area, or say what you have to do with the other.
    """
    elsewhere = text.list_name in ("organisations", "glossary") or "also_called" in text.field
    if elsewhere or _FIRST_WORDS.isdisjoint(_CAPITALISED.findall(text.text)):
        return
    for match in _HERE.finditer(text.line):
        area = match["area"] or match["whose"]
        start = text.line.rfind(". ", 0, match.start()) + 1
        sentence = text.line[start : text.line.find(". ", match.end()) + 1 or len(text.line)]
        if area.lower() not in on_file(register) and not _ELSEWHERE.search(sentence):
            yield Problem(
                text.field,
                f"“{match[0]}”: {area} is not the area of {register.site.name}.",
                "Write your own area, or say what you have to do with the other.",
                area,
            )


_COUNCIL_HOST = on_demand(
    r"(?:(?<=[\s(<])|^)(?:https?://)?(?:[\w-]+\.)*?(?P<host>[a-z][\w-]*\.gov\.uk)\b(?![\w@])", re.I
)
_NATIONAL = on_demand(
    r"(?:www|service|legislation|nationalarchives|ons|ofsted|hse|food|tfl|hmcts|ico|landregistry"
    r"|companieshouse|hmrc|dvla|environment-agency|justice|homeoffice|judiciary|cabinetoffice"
    r"|charitycommission|tax|dwp|education|trafficpenaltytribunal|nafn|mod|planningportal|publishing"
    r"|data|cqc|ukhsa|nationaltradingstandards|ofgem|mhclg|gamblingcommission|insolvencydirect"
    r"|electoralcommission|cps|beta|assets|petition|crimestatistics|flood-warning-information"
    r"|naturalengland|forestry|defra|uktradeinfo)\.gov\.uk"
)
"""Hosts of the national government; every council has one of its own."""


@rule("address-of-another-council", WARNING, "UK GDPR Articles 12(1) and 13(1)", "texts", (".gov.uk",))
def address_of_another_council(text: PublishedText, register: Register) -> Problems:
    """
    What: A web address below gov.uk in a text is this council's, or that of a body on file.
    Why: Notices are copied from each other, and with another council's address people write to the wrong one.
    How: Write your own address; or add the body to organisations.yaml with its website.
    """
    if text.list_name:
        return
    own = own_domains(register)
    for match in _COUNCIL_HOST.finditer(text.text):
        host = match["host"].lower()
        if not _NATIONAL.fullmatch(host) and not any(domain.endswith(host) for domain in own):
            yield Problem(
                text.field,
                f"{host} is not an address of {register.site.name}, nor of a body on file.",
                "Write your own address; or add the body to organisations.yaml with its website.",
                match[0].strip(),
            )
