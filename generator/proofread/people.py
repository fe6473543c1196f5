"""Names of people where a role belongs: they leave, and the page sends letters to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.data_use import DataUse
from generator.model.opt_out import OptOut
from generator.model.public_benefit import PublicBenefit
from generator.model.record import Record
from generator.model.reference import Checked, Contact
from generator.model.register import Filed
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.life_cycle import FIRST_NAMES, UPKEEP, is_a_name
from generator.proofread.texts import PublishedText

_ROLE = (
    r"(?:[Dd]ata [Pp]rotection [Oo]fficer|DPO|Caldicott [Gg]uardian|Senior Information Risk Owner|SIRO"
    r"|[Mm]onitoring [Oo]fficer|[Tt]own [Cc]lerk|[Pp]arish [Cc]lerk|[Cc]lerk|[Mm]anager|[Hh]ead of [A-Z]\w+"
    r"|[Dd]irector of [A-Z]\w+|[Ii]nformation [Gg]overnance \w+|[Cc]hief [Ee]xecutive|[Cc]ontact)"
)
_FIRST = "|".join(sorted(FIRST_NAMES))
_NAME = (
    rf"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? [A-Z]|(?:{_FIRST}) [A-Z][a-z])"
    r"[\w'’-]*(?: [A-Z][a-z'’-]+)?"
)
_NAMED = re.compile(
    rf"\b{_ROLE}(?: \([A-Z]+\))?(?: (?:is|at the council is)(?: currently)?|:|,| –| -) ?(?P<after>{_NAME})"
    rf"|\b(?:contact|ask|write to|e-?mail|telephone|call|ring|speak to|ask for"
    rf"|addressed to) (?P<before>{_NAME})\b"
    rf"|\b(?P<first>{_NAME}), (?:our |the |your )?{_ROLE}\b",
)


_CAPITALISED = re.compile(r"[A-Z]\w+")
_BEGINS_A_NAME = frozenset((*FIRST_NAMES, "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof"))


@rule(
    "person-in-text", WARNING, "UK GDPR Article 5(1)(c) and (d); regular review (ICO)", "texts-with-capitals"
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


_CHILDREN = re.compile(
    r"(?:(?:all|the|your|disabled|young|looked-after|school) )*(?:children|pupils|babies|teenagers"
    r"|young people|schoolchildren)\b"
    r"(?!['’])(?! over 18| aged 18)",
    re.I,
)


_AND_CHILDREN = re.compile(
    r"\b(?:adults|grown-ups|people|families|parents) and (?:their |young )?(?:children|pupils"
    r"|babies)\b(?!['’])"
    r"|\bchildren,? (?:among them|and adults|as well|too)\b|\bincluding (?:\w+ )?(?:children|pupils"
    r"|babies)\b(?!['’])",
    re.I,
)


@rule("children-fit-people", WARNING, "UK GDPR Article 12(1), recital 58", "data-uses")
def children_fit_people(filed: Filed[DataUse]) -> Problems:
    """
    What: A data use that names children among its people does not say that none are included.
    Why: Children need words they understand, and more care; with "no" nobody thinks of them.
    How: Write `includes_children: true`, or correct `people`.
    """
    people = filed.record.people
    named = next((entry for entry in people if _CHILDREN.match(entry) or _AND_CHILDREN.search(entry)), None)
    if filed.record.includes_children is False and named:
        yield Problem(
            ("includes_children",),
            f"Children are not included, it says, but the people include “{named}”.",
            "Write `includes_children: true`, or correct `people`.",
        )
