"""Names of people where a role belongs: they leave, and the page sends letters to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.data_use import DataUse
from generator.model.opt_out import OptOut
from generator.model.public_benefit import PublicBenefit
from generator.model.record import Record
from generator.model.reference import Checked, Contact
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.life_cycle import FIRST_NAMES, UPKEEP, is_a_name
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import PublishedText
from generator.proofread.word_parts import sought

_ROLE = (
    r"(?:[Dd]ata [Pp]rotection [Oo]fficer|DPO|Caldicott [Gg]uardian|Senior Information Risk Owner|SIRO"
    r"|[Mm]onitoring [Oo]fficer|[Rr]eturning [Oo]fficer|[Ee]lectoral [Rr]egistration [Oo]fficer"
    r"|[Tt]own [Cc]lerk|[Pp]arish [Cc]lerk|[Cc]lerk|[Mm]anager|[Hh]ead of [A-Z]\w+"
    r"|[Dd]irector of [A-Z]\w+|[Ii]nformation [Gg]overnance \w+|[Cc]hief [Ee]xecutive|[Cc]ontact)"
)
_FIRST = "|".join(sorted(FIRST_NAMES))
_NAME = (
    rf"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? [A-Z]|(?:{_FIRST}) [A-Z][a-z])"
    r"[\w'’-]*(?: [A-Z][a-z'’-]+)?"
)
_NAMED = on_demand(
    rf"\b{_ROLE}(?: \([A-Z]+\))?(?: (?:is|at the council is)(?: currently)?|:|,| –| -) ?(?P<after>{_NAME})"
    rf"|\b(?:contact|ask|write to|e-?mail|telephone|call|ring|speak to|ask for"
    rf"|addressed to) (?P<before>{_NAME})\b|\b(?P<first>{_NAME}), (?:our |the |your )?{_ROLE}\b",
)


_CAPITALISED = on_demand(r"[A-Z]\w+")
_BEGINS_A_NAME = frozenset((*FIRST_NAMES, "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof"))


@rule(
    "person-in-text",
    WARNING,
    "UK GDPR Article 5(1)(c) and (d); regular review (ICO)",
    "texts-with-capitals",
    tuple(sorted(_BEGINS_A_NAME)),
)
def person_in_text(text: PublishedText) -> Problems:
    """
    What: A text that says whom to ask names a role or a team, not a person.
    Why: People leave and roles stay; and a name is personal data that need not be published.
    How: Write the role, or use a `contact` field.
    """  # fmt: skip
    if "also_called" in text.field or _BEGINS_A_NAME.isdisjoint(_CAPITALISED.findall(text.text)):
        return
    for match in _NAMED.finditer(text.line):
        name = (match["after"] or match["before"] or match["first"]).strip()
        yield Problem(
            text.field,
            f"“{name}” looks like a person's name, where readers are told whom to ask.",
            "Write the role or the team.",
            name,
        )


@rule("contact-is-a-role", WARNING, UPKEEP, "reference")
def contact_is_a_role(entry: Checked) -> Problems:
    """
    What: A contact, and whoever makes sure of an entry, is a role or a team, not a person.
    Why: People leave and roles stay; every page that shows the contact would name somebody who is gone.
    How: Write the role or the team, for example "Data protection officer".
    """
    fields = (("name", isinstance(entry, Contact)), ("checked_by", True))
    for field, asked in fields:
        written = getattr(entry, field, None) if asked else None
        if written and is_a_name(written):
            yield Problem((field,), f"“{written}” looks like a person's name.", "Write the role or the team.")


@rule("decided-by-a-role", WARNING, UPKEEP, "records")
def decided_by_a_role(filed: Filed[Record]) -> Problems:
    """
    What: Whoever accepted a finding, answers for a claim or prepared an evaluation is a role, not a person.
    Why: People leave and roles stay; and a name is personal data that need not be published.
    How: Write the role, for example "Information governance manager".
    """
    for way, written in _deciders(filed.record):
        if written and is_a_name(written):
            yield Problem(way, f"“{written}” looks like a person's name.", "Write the role instead.")


def _deciders(record: Record) -> Iterator[tuple[tuple[str | int, ...], str | None]]:
    for number, accepted in enumerate(record.accepted):
        yield ("accepted", number, "by"), accepted.by
    if isinstance(record, OptOut) and record.compliance:
        yield ("compliance", "owner"), record.compliance.owner
    if isinstance(record, PublicBenefit):
        for number, evaluation in enumerate(record.evaluations):
            yield ("evaluations", number, "prepared_by"), evaluation.prepared_by


_CHILDREN = on_demand(
    r"(?:(?:all|the|your|their|our|disabled|young|looked-after|school) )*(?:(?:grand|step"
    r"|god)?children|pupils|babies|teenagers"
    r"|young people|schoolchildren)\b(?!['’])(?! over 18| aged 18)",
    re.I,
)


_AND_CHILDREN = on_demand(
    r"\b(?:adults|grown-ups|people|families|parents) and (?:their |young )?(?:children|pupils"
    r"|babies)\b(?!['’])|\bchildren,? (?:among them|and adults|as well|too)\b"
    r"|\bincluding (?:\w+ )?(?:children|pupils|babies)\b(?!['’])",
    re.I,
)


_YOUNG = on_demand(r"\baged (?:\d|1[0-5]) (?:or|and) (?:over|above|older)\b|\bunder (?:18|16)\b", re.I)


def _names_children(entry: str) -> bool:
    return bool(_CHILDREN.match(entry) or _AND_CHILDREN.search(entry) or _YOUNG.search(entry))


@rule("children-fit-people", WARNING, "UK GDPR Article 12(1), recital 58", "data-uses")
def children_fit_people(filed: Filed[DataUse]) -> Problems:
    """
    What: A data use that names children among its people does not say that none are included.
    Why: Children need words they understand, and more care; with "no" nobody thinks of them.
    How: Write `includes_children: true`, or correct `people`.
    """
    people = filed.record.people
    named = next(filter(_names_children, people), None)
    if filed.record.includes_children is False and named:
        yield Problem(
            ("includes_children",),
            f"Children are not included, it says, but the people include “{named}”.",
            "Write `includes_children: true`, or correct `people`.",
        )


_ADULTS_ONLY = on_demand(
    r"\b(?:only (?:for |open to )?(?:adults|people (?:aged|over) (?:18|21))|adults only"
    r"|must be (?:an adult|(?:aged )?(?:18|over 18"
    r"|at least 18)(?: or over)?)(?!(?: or over)? to (?:be (?:liable|billed|a )|pay|sign|vote|stand|drive"
    r"|hold|buy|marry|foster|adopt|act)\b)|(?:do not|don['’]t|never|cannot) (?:\w+ ){0,2}?(?:collect|hold"
    r"|keep|record|use|accept|register|process) (?:\w+ ){0,4}?(?:children|anybody under 18|anyone under 18"
    r"|under 18s|people under 18)|not (?:meant |intended |open )?(?:for|to) (?:children|anybody under 18"
    r"|anyone under 18|under 18s)|(?:children|under[- ]18s|people under 18) (?:(?:cannot|can['’]t"
    r"|may not) (?:join|apply|use|register|take part|become|be (?:members|registered|accepted|admitted"
    r"|added|enrolled))|are not (?:among|included|covered|allowed|able to|eligible|accepted|admitted"
    r"|part of|on|in)))\b",
    re.I,
)
_OF_CHILDREN = on_demand(
    r"\b(?:children|pupils|young people|under[- ](?:18|16|13)s|people under (?:18"
    r"|16))(?: aged \w+)?(?: (?:and|or) \w+)? (?:can|may) (?:also )?(?:join|apply|sign|use|register"
    r"|take part|borrow|have|get|book)\b|\bwe (?:\w+ )?(?:keep|hold|collect|record|use"
    r"|process) (?:\w+ ){0,4}?(?:(?:about|of|on) (?:\w+ )?(?:children|pupils|young people)"
    r"|children['’]s (?:records|data|details))\b",
    re.I,
)
_ANY_AGE = on_demand(
    r"\b(?:of|at) any age\b|\bno (?:lower |minimum )?age limit\b|\bhowever (?:young|old)\b", re.I
)
_LOWEST = on_demand(
    r"\b(?:aged (\d{1,2}) (?:or|and) (?:over|above|older)|(?:over|from) (\d{1,2})\b(?! (?:day|week|month)))",
    re.I,
)
_BUT_NOT = on_demand(
    r"\b(?:unless|except|other than|apart from|alone|without|adverts?|films?|if)\b|\?|\]\(", re.I
)


def _ages_denied(use: DataUse) -> Iterator[tuple[re.Pattern[str], str]]:
    """Words that go against what a data use says of the ages of its people, with what it says."""
    if use.includes_children:
        yield _ADULTS_ONLY, "`includes_children` says that there are children among the people"
    elif use.includes_children is False:
        yield _OF_CHILDREN, "`includes_children` says that there are no children among the people"
    limits = [_LOWEST.search(entry) for entry in use.people]
    if limits and all(limits):
        yield _ANY_AGE, "`people` names an age from which they are"


_AGE_OF_PEOPLE_FITS_PARTS = sought("child", "Child", "upil", "dult", "18", "age", "ung people")


@rule("age-of-people-fits", WARNING, "UK GDPR Articles 8 and 12(1), recital 58", "data-uses")
def age_of_people_fits(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a data use do not go against what it says of the ages of its people.
    Why: Whether children are among them decides how they are told, and whether they can agree themselves.
    How: Correct the words, `people` or `includes_children`.
    """
    for pattern, told in _ages_denied(filed.record):
        for text, sentence in sentences_of(filed, register, _AGE_OF_PEOPLE_FITS_PARTS):
            match = sentence.search(pattern) if text.field[:1] in (("body",), ("summary",)) else None
            if match and not sentence.search(_BUT_NOT):
                yield Problem(
                    text.field,
                    f"“{match[0].strip()}”, but {told}.",
                    "Correct the words, `people` or `includes_children`.",
                    match[0].strip(),
                )
