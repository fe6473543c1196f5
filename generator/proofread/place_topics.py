"""What places of laws are about, in the words that notices use for it.

Each entry has the places (A an article, s a section, P a Part) and what they are about. Words after `=` can
mean nothing else of that law; words after `~` also go with it. A place is wrong beside words for another
one only where none of its own stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.proofread.place_topics_of_acts import (
    CARE,
    CHILDREN,
    ELECTIONS,
    ENVIRONMENT,
    EQUALITY,
    FINANCE,
    FOI,
    HOUSING,
    PATIENTS,
    PLANNING,
    PRIVACY,
    TRAFFIC,
)


@dataclass(frozen=True, slots=True)
class Topic:
    """Places of a law that are about one thing."""

    places: tuple[str, ...]
    about: str
    sure: re.Pattern[str]
    near: re.Pattern[str]


_GDPR = r"""
A9: special category data
= special categor\w+ | (?:racial|ethnic) origin | trade union membership
~ sensitive | health | care | ethnic\w* | relig\w+ | politic\w* | union | biometric | genetic | sexual
~ condition | disab\w+
A10: criminal convictions and offences
= convictions? | criminal (?:offences?|records?|data)
~ criminal\w* | offen[cd]\w+ | crimes?
A15: access
= subject access | cop(?:y|ies) of (?:your|the|their|all|any|what) | see what (?:\w+ )?(?:we|is)
~ access | cop(?:y|ies) | see | logic | told | ask
A16: correcting data
= rectif\w+ | inaccura\w+
= (?:it|them|this|that|data|details|record|information|mistakes?|errors?) (?:put right|corrected)
= (?:correct|put right|amend) (?:it|them|any|an?|the|your|what|mistakes?|errors?)
~ correct\w* | wrong | right | mistakes? | incomplete | accura\w+ | add
A17: erasing data
= eras\w+ | (?:be|it|them|data|details|record|information) (?:forgotten|deleted|wiped|destroyed)
= (?:delete|wipe|destroy) (?:it|them|your|the|what|all)
~ delet\w+ | remov\w+ | forgotten | kept | keep | destroy\w* | wip\w+
A18: restricting the use of data
= restrict\w* | stop using (?:\w+ )*(?:while|until|for a) | put (?:\w+ )*on hold
~ restrict\w* | stop\w* | limit\w* | pause\w* | while | hold
A20: data portability
= portab\w+ | machine[- ]readable
= (?:take|move|transfer) (?:\w+ ){1,4}(?:to another|elsewhere|with you)
~ another | format | elsewhere | transfer\w* | mov\w+ | re-?use
A21: objecting
= objects? (?:to|if|at) | right to object | objections? | stop\w* direct marketing
~ object\w* | marketing | stop\w* | compelling | research
A26: joint controllers
= joint controllers? | jointly | (?:decide|determine|are responsible) together
~ joint\w* | together | arrangement | between us | both | partner\w*
A28: processors
= processors? | (?:on|under|to) our instructions | on our behalf
= (?:contracts?|agreements?) with (?:\w+ ){1,4}(?:compan(?:y|ies)|suppliers?|contractors?|firms?|them)
= (?:compan(?:y|ies)|suppliers?|contractors?|firms?) that (?:\w+ )?(?:run|work|host|act|handle|do|print)\w*
~ contracts? | compan\w+ | suppliers? | contractors? | firms? | instruct\w* | behalf | agreements? | hosts?
A30: records of processing
= records? of (?:our |all |its |the )?processing | \bROPA\b
= (?:register|list|inventory|record) of (?:all (?:the )?|every )?(?:ways?|uses?) (?:in which|we|that|of)
~ records? | register | inventory | list
A32: security
= security (?:measures|of) | encrypt\w+ | keep (?:\w+ ){1,4}(?:secure|safe)
~ secur\w+ | safe\w* | protect\w* | encrypt\w+ | access | technical
A33 A34: breaches
= breach(?:es)? | (?:lost|stolen) (?:data|records?|files?)
= (?:data|records?|files?) (?:is|are|was|were) (?:lost|stolen)
~ breach\w* | lost | loss | stolen | 72 hours | risk
A35 A36: impact assessments
= impact assessments? | \bDPIAs?\b
= (?:assess\w*|weigh\w*|study|look at) (?:\w+ ){0,4}(?:impact|effects? on privacy|risks? to privacy)
~ impact | assess\w* | risks? | consult\w*
A37 A38 A39: the data protection officer
= data protection officers? | \bDPO\b
~ officer | appoint\w* | DPO | advi[cs]e
A77: complaints to the regulator
= complain\w* (?:\w+ )*(?:Information Commission|regulator|ICO)
~ complain\w* | regulator | Commission
"""

_DPA = r"""
P2: what goes with the UK GDPR
= general processing
~ UK GDPR | general | supplement\w* | exempt\w*
P3: the enforcement of the law
= law enforcement | (?:look\w* into|investigat\w+|prosecut\w+) (?:an? |the )?(?:offences?|crimes?)
~ offen\w+ | crim\w+ | investigat\w+ | prosecut\w+ | competent | court\w* | suspect\w* | police | enforc\w+
s164A: complaints to the controller
= complain\w* to (?:us|the council) | complaints? about (?:how we use |our use of )?(?:personal )?data
~ complain\w* | acknowledg\w* | 30 days
s164B: reports on the number of complaints
= (?:numbers?|how many) (?:of )?(?:data )?complaints
~ numbers? | report\w* | count\w* | how many
s165 s166: complaints to the regulator
= complain\w* to the (?:Information Commission|regulator|ICO)
~ complain\w* | regulator | Commission
s167 s168 s169: courts and compensation
= compensation | ask a court
~ court\w* | compensat\w* | damage\w* | order\w*
S2p2: crime and tax
= (?:prevent|detect|investigat)\w* (?:\w+ ){0,3}(?:crimes?|fraud|offences?) | fraud
~ crim\w+ | fraud\w* | offen\w+ | tax\w* | prosecut\w+ | investigat\w+ | prejudice\w* | police | harm\w*
S2p5: legal claims and duties of disclosure
= legal (?:claims?|proceedings) | court orders?
~ legal\w* | court\w* | law\w* | claim\w* | evidence | order\w*
S2p16 S2p17: data of other people
= (?:data|details|names?|information) (?:of|about) (?:other people|somebody else|someone else)
~ other\w* | somebody | someone | people | third | witness\w* | who
S2p19: legal advice
= legal (?:professional )?privilege | (?:our )?lawyers?['’] advice
~ legal\w* | advice | privilege\w* | lawyer\w*
S2p24: confidential references
= (?:confidential )?references?
~ referee\w* | reference\w* | confiden\w+
S2p25: exam scripts and marks
= exam\w* (?:scripts?|marks|results?)
~ exam\w* | mark\w* | script\w* | result\w*
s170: obtaining data unlawfully
= (?:obtain|steal|get|sell|look (?:at|up))\w* (?:\w+ ){0,4}without (?:our |permission|consent)
~ unlawful\w* | offen\w+ | steal\w* | without | knowing\w* | crime
s171: finding out who anonymous data is about
= re-?identif\w+
~ identif\w+ | anonym\w+ | offen\w+
s42: the appropriate policy document
= policy documents?
~ polic\w+ | sensitive | document\w*
s44: being informed by those who enforce the law
= what we (?:have to|must) tell
~ tell\w* | told | inform\w* | notice
s45: access where the law is enforced
= access to your | copy of your | see what we hold
~ access\w* | see | copy | hold
s46 s47 s48: correcting and erasing where the law is enforced
= correct\w* | rectif\w+ | eras\w+ | restrict\w*
~ wrong | delet\w+ | mistakes?
s49 s50: automated decisions where the law is enforced
= automated decisions? | by a computer alone
~ automat\w+ | computer\w* | decisions?
s61: records of processing
= records? of processing
~ records?
s62: logging
= \blogs?\b | logging
~ log\w* | track\w*
s64 s65: impact assessments
= impact assessments? | \bDPIAs?\b
~ impact | assess\w* | risks?
s67 s68: breaches
= breach(?:es)?
~ breach\w* | lost | loss
s69 s70 s71: the data protection officer
= data protection officers?
~ officer | appoint\w*
"""

LAWS: Mapping[str, tuple[str, str]] = {
    "UK GDPR": (r"UK GDPR|GDPR|General Data Protection Regulation", _GDPR),
    "Data Protection Act 2018": (r"Data Protection Act(?: 2018)?|DPA(?: 2018)?", _DPA),
    "Freedom of Information Act 2000": (
        r"Freedom of Information Act(?: 2000)?|FOIA?(?: Act)?(?: 2000)?",
        FOI,
    ),
    "Housing Act 1996": (r"Housing Act 1996", HOUSING),
    "Children Act 1989": (r"Children Act(?: 1989)?(?! 2004)", CHILDREN),
    "Care Act 2014": (r"Care Act(?: 2014)?", CARE),
    "Equality Act 2010": (r"Equality Act(?: 2010)?", EQUALITY),
    "Town and Country Planning Act 1990": (r"Town and Country Planning Act(?: 1990)?", PLANNING),
    "Traffic Management Act 2004": (r"Traffic Management Act(?: 2004)?", TRAFFIC),
    "Local Government Finance Act 1992": (r"Local Government Finance Act(?: 1992)?", FINANCE),
    "Environmental Protection Act 1990": (r"Environmental Protection Act(?: 1990)?", ENVIRONMENT),
    "Representation of the People Act 1983": (r"Representation of the People Act 1983", ELECTIONS),
    "National Health Service Act 2006": (r"(?:National Health Service|NHS) Act(?: 2006)?", PATIENTS),
    "Privacy and Electronic Communications Regulations 2003": (
        r"Privacy and Electronic Communications (?:\(EC Directive\) )?Regulations(?: 2003)?|PECR(?: 2003)?",
        PRIVACY,
    ),
}
"""Laws with the names that texts have for them, and what their places are about."""


@lru_cache(maxsize=16)
def topics(law: str) -> tuple[Topic, ...]:
    """What the places of a law are about."""
    return tuple(_topics(LAWS[law][1]))


def _topics(table: str) -> Iterator[Topic]:
    for entry in re.split(r"\n(?=[^=~\n])", table.strip()):
        head, *rows = entry.strip().splitlines()
        places, about = head.split(": ", 1)
        sure = _words(row for row in rows if row.startswith("="))
        near = _words(rows)
        yield Topic(tuple(places.split()), about, sure, near)


def _words(rows: Iterable[str]) -> re.Pattern[str]:
    words = (word for row in rows for word in row[2:].split(" | "))
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.I)
