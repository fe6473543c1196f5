"""What all kinds of records share: names of places and firms, days, and how a record becomes a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sample.words import PLACE_ENDS, PLACE_STARTS, SERVICES, Service
from sample.yaml_text import Value, yaml_text

TODAY = date(2026, 11, 22)
"""The day that the sites are made for."""

STUDY_EVERY = 20
"""One notice in so many is a study with a public-benefit project of its own."""

NAMES = sum(len(service.subjects) for service in SERVICES)
"""How many subjects there are; after so many notices they come again, each with a place."""

CHOICE_EVERY = 25
"""One notice in so many has a choice of its own."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A site: how many notices, and the seed that all of it follows from."""

    notices: int
    seed: int

    def chance(self, kind: str, number: int = 0) -> Random:
        """The same for the same record, however many there are."""
        return Random(f"{self.seed}/{kind}/{number}")

    def places(self) -> tuple[str, ...]:
        """Names of places in an order of this seed's own."""
        names = [start + end for start in PLACE_STARTS for end in PLACE_ENDS]
        self.chance("places").shuffle(names)
        return tuple(names)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a notice is about: its service, its subject, and its place if it is not about the whole area."""

    number: int
    service: Service
    name: str
    place: str

    @property
    def is_study(self) -> bool:
        """Whether it is research or planning with a public-benefit project."""
        about_children = any(
            word in f"{self.service.topic} {self.name}".lower() for word in ("child", "school")
        )
        return self._turn(STUDY_EVERY) == 0 and not about_children

    @property
    def has_choice(self) -> bool:
        """Whether there is a choice that is for this notice."""
        return self._turn(CHOICE_EVERY) == 0 and not self.is_study

    def _turn(self, every: int) -> int:
        """Counts round and round, so that in each place other subjects have their turn."""
        return (self.number + self.number // NAMES) % every

    @property
    def title(self) -> str:
        """The name of the notice."""
        name = f"Study of {self.lower}" if self.is_study else self.name
        return f"{name} in {self.place}" if self.place else name

    @property
    def lower(self) -> str:
        """The subject inside a sentence."""
        return self.name[0].lower() + self.name[1:]

    @property
    def slug(self) -> str:
        """The name of the file."""
        return slug(self.title)


def subjects(plan: Plan) -> tuple[Subject, ...]:
    """What the notices are about; all differ. Each subject comes once for the whole area, then by place."""
    names = [(service, name) for service in SERVICES for name in service.subjects]
    plan.chance("subjects").shuffle(names)
    places = ("", *plan.places())
    most = len(names) * len(places)
    if plan.notices > most:
        raise SystemExit(f"There are words for {most} notices at most.")
    return tuple(
        Subject(number, *names[number % len(names)], places[number // len(names)])
        for number in range(plan.notices)
    )


def slug(title: str) -> str:
    """A title as the name of a file."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower().replace("'", "")).strip("-")


def days_before(chance: Random, least: int, most: int) -> date:
    """A day in the past."""
    return TODAY - timedelta(days=chance.randint(least, most))


def common(chance: Random, owner: str) -> dict[str, Value]:
    """Who answers for a record, and when it was and will be checked."""
    reviewed = days_before(chance, 10, 250)
    return {
        "status": "published",
        "owner": owner,
        "reviewed": reviewed,
        "review_due": reviewed + timedelta(days=364),
    }


def as_file(folder: str, name: str, fields: Mapping[str, Value], markdown: bool) -> tuple[str, str]:
    """The path of a record below content/ and its text, as YAML or as Markdown with front matter."""
    if not markdown:
        return f"{folder}/{name}.yaml", yaml_text(fields)
    front = {key: value for key, value in fields.items() if key != "body"}
    return f"{folder}/{name}.md", f"---\n{yaml_text(front)}---\n{fields.get('body', '')}"
