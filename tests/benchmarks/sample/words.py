"""The words that the sites are made of: services with what they do, places, people, organisations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Service:
    """A service of reference/services.yaml: what it is asked about, and whom and what it knows.

    `laws` are pairs of a law's id and where in it; `care` says that the data can be confidential patient
    information.
    """

    id: str
    topic: str
    subjects: tuple[str, ...]
    laws: tuple[tuple[str, str], ...]
    people: tuple[str, ...]
    categories: tuple[str, ...]
    care: bool


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(words.split()) for words in text.split(";"))


def _services() -> Iterator[Service]:
    for found in yaml.load((Path(__file__).parent / "services.yaml").read_text("utf-8"), yaml.CSafeLoader):
        lists = {name: tuple(found[name]) for name in ("subjects", "people", "categories")}
        laws = tuple((law, section) for law, section in found["laws"])
        yield Service(found["id"], found["topic"], laws=laws, care=found.get("care", False), **lists)


SERVICES = tuple(_services())

PLACE_STARTS = _words(
    """
    Alder; Ash; Barley; Bracken; Bram; Briar; Cold; Copper; Crane; Dove; East; Elm; Fern; Fox; Glen;
    Gorse; Hazel; Heron; Holly; Kings; Lark; Long; Maple; Marsh; Mill; North; Otter; Pebble; Quarry;
    Raven; Rush; Silver; Stone; Thistle; Upper; Wood
    """
)
PLACE_ENDS = _words(
    """
    bourne; bridge; brook; combe; cote; dale; field; ford; gate; grove; ham; hill; holt; hurst; ley;
    marsh; mere; mouth; stead; stone; thorpe; ton; water; well; wick; worth
    """
)

FIRM_NAMES = _words(
    """
    Abbot; Beacon; Cobble; Drift; Ember; Fallow; Granary; Harbour; Inkwell; Juniper; Keystone;
    Lantern; Meadow; Nettle; Orchard; Paddock; Quill; Rampart; Saddle; Tansy; Umber; Vellum; Willow;
    Yarrow
    """
)
FIRM_KINDS = {
    "company": (
        ("Print", "Prints and posts letters for public bodies."),
        ("Cloud", "Keeps computer systems running for public bodies."),
        ("Payments", "Takes card payments for public bodies."),
        ("Mapping", "Draws maps and keeps lists of addresses."),
        ("Transport", "Drives people to schools, clubs and clinics."),
    ),
    "charity": (
        ("Trust", "Gives help and advice to people free of charge."),
        ("Friends", "Visits people at home and runs lunch clubs."),
    ),
    "nhs": (("Community Care NHS Trust", "Runs clinics and nursing visits close to home."),),
    "school": (("Academy", "Teaches children from 11 to 18."),),
    "other": (("Housing Association", "Lets homes at a fair rent and looks after them."),),
}

ROLES = _words("Manager; Team Leader; Head of Service; Service Lead")
VERBS = _words(
    """
    Answer questions; Take bookings; Check who can get help; Send reminders; Put faults right; Plan
    the work of our teams; Take payments; Keep a fair list; Visit people; Give advice; Settle
    complaints; Hand out permits; Check that rules are kept; Count how many people use it; Tell
    people what we decided; Find people who need help; Train our staff; Pay people back
    """
)
RECORDS = _words(
    """
    Forms and letters; Notes of calls; Notes of visits; Bookings; Payments; Photos; Copies of proof;
    Lists of names; Decisions; Reports; Complaints; Reminders that we sent; Maps and plans; Counts
    without names
    """
)
STARTS = _words(
    """
    after the case closes; after the last payment; after you leave; after the visit; after our
    decision; after the year in which you asked; after the permit ends
    """
)
REASONS = _words(
    """
    You can ask for money back in that time; A court can look at the case in that time; Auditors
    check our books in that time; We can answer a complaint in that time; The next visit is easier
    with them; We can see whether the service has become better
    """
)
TASKS = _words(
    """
    Sends letters for us; Hosts the system that we work in; Takes payments for us; Brings people to
    the place; Checks that an address is right; Does repairs that we order; Runs the booking line at
    weekends; Gets told when a person needs more help; Sees the list when it helps us on site; Asks
    us about a case that it deals with too; Checks a sample of our work; Runs the service with us in
    this area
    """
)
WILL_NOT = _words(
    """
    We do not sell your data; We do not use it for adverts; We do not give it to your employer; We
    do not share it with your neighbours; We do not keep copies of your proof; We do not put your
    name on the internet; We do not follow what you do online; We do not use it to check on your
    benefits
    """
)
FINDINGS = _words(
    """
    We now check the list each month; We now check each file twice a year; We now check who has a key each
    week; We stopped asking for the date of birth; We now wipe the old files each spring
    """
)
ITEMS = _words(
    """
    What you told us in the form; What we noted when we met you; The dates that matter; Changes
    since last year; What you sent us as proof; What you asked us for; The part that the service
    needs; What others told us with good reason
    """
)
CHANGES = (
    (
        "We keep notes of calls for a shorter time.",
        "We looked again and found that we did not need them so long.",
    ),
    ("A new firm sends our letters.", "The old contract came to an end."),
    ("You can now book by telephone again.", "Many people told us that they missed it."),
    ("We no longer ask for your date of birth.", "We found that the service works without it."),
    ("We say more about who gets your data.", "Readers asked us to name each one."),
)
