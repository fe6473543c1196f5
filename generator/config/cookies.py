"""What a site keeps on its readers' devices and which scripts may do so: declared once, here.

The cookies page, the banner, the consent cookie, what is deleted on withdrawal and the
Content-Security-Policy all follow from this (PECR regulation 6 and Schedule A1).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field

from generator.config.values import Day, Identifier, Part, Text, matches

AssetOrAddress = Annotated[
    Text,
    matches(
        r"https://[A-Za-z0-9.-]+(:\d+)?(/[\w./~%?=&+@-]*)?|[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.js",
        "is neither a web address that begins with https:// nor the name of a script in templates/assets",
    ),
]
Origin = Annotated[
    Text,
    matches(
        r"https://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?", "is not a host; write it like https://example.org"
    ),
]
NEEDS_CONSENT = "consent"


class KeptItem(Part):
    """One cookie, or one other thing that is kept on a reader's device."""

    name: Text = Field(description="Its name, as the browser shows it; `*` at the end stands for any ending.")
    kind: Literal["cookie", "local-storage", "session-storage", "indexed-db"] = Field(
        "cookie", description="How it is kept."
    )
    purpose: Text = Field(description="What it is for, in plain words.")
    lasts: Text = Field(description="How long it stays, like `30 days` or `until you close the browser`.")


class Service(Part):
    """A script, or a part of the site, that keeps things on a reader's device."""

    name: Text = Field(description="What people know it as.")
    set_by: Text = Field(description="Who sets it, and who gets what it sends.")
    provider: Literal["script", "plausible", "matomo", "google-analytics", "demonstration"] | None = Field(
        None,
        description="The script to insert: one that is ready to use, or `script` for any other. "
        "Left out where no script is needed.",
    )
    address: AssetOrAddress | None = Field(
        None,
        description="Where the script is: a web address, or a file in templates/assets. "
        "For matomo, the address of your Matomo.",
    )
    account: Text | None = Field(
        None,
        description="What the provider knows the site by: Matomo's site id, Plausible's domain, "
        "Google's measurement id.",
    )
    hosts: tuple[Origin, ...] = Field((), description="Further hosts that the script asks or sends to.")
    keeps: tuple[KeptItem, ...] = Field(
        (), description="Everything it keeps. Left out for a provider that is ready to use: what that keeps."
    )

    @property
    def every_kept(self) -> tuple[KeptItem, ...]:
        """What it keeps, as declared or as its provider is known to."""
        return self.keeps or KEPT_BY.get(self.provider or "", ())

    @property
    def every_host(self) -> tuple[str, ...]:
        """Every other host that it loads from or sends to."""
        parts = urlsplit(self.address or "")
        own = (f"{parts.scheme}://{parts.netloc}",) if parts.netloc else ()
        return tuple(dict.fromkeys((*own, *HOSTS_OF.get(self.provider or "", ()), *self.hosts)))


class Decision(Part):
    """A decision to rely on an exception instead of consent, on record."""

    decided: Day = Field(description="The day of the decision.")
    by: Text = Field(description="The role that decided.")
    reason: Text = Field(description="Why the exception applies.")


class CookieGroup(Part):
    """Things kept for one purpose, which people accept or reject together."""

    id: Identifier = Field(description="A short name that stays the same.")
    name: Text = Field(
        description='What people read on the buttons: "statistics" gives "Accept statistics cookies".'
    )
    purpose: Text = Field(description="What it is for, in one or two plain sentences.")
    basis: Literal["necessary", "statistics-exception", "appearance-exception", "consent"] = Field(
        description="Why it may be kept: strictly necessary; an exception for statistics or for appearance, "
        "which people can object to; or their consent (PECR Schedule A1, paragraphs 4, 5, 6 and 2)."
    )
    decision: Decision | None = Field(
        None, description="For an exception: who decided that it applies, and why."
    )
    services: tuple[Service, ...] = Field(min_length=1, description="The scripts and parts of the site.")

    @property
    def is_choice(self) -> bool:
        """Whether people can say no to it."""
        return self.basis != "necessary"

    @property
    def needs_consent(self) -> bool:
        """Whether nothing of it may happen before people say yes."""
        return self.basis == NEEDS_CONSENT


class Cookies(Part):
    """Everything that is kept on readers' devices."""

    ask_again_days: int = Field(
        180, ge=1, le=365, description="Days after which a choice is asked for again; at most a year."
    )
    groups: tuple[CookieGroup, ...] = Field((), description="What is kept, purpose by purpose.")

    @property
    def choices(self) -> tuple[CookieGroup, ...]:
        """The groups that people can say no to."""
        return tuple(group for group in self.groups if group.is_choice)

    @property
    def asks(self) -> bool:
        """Whether anything needs consent, so that a banner has something to ask."""
        return any(group.needs_consent for group in self.groups)

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every other host that the declared services need."""
        every = (host for group in self.choices for service in group.services for host in service.every_host)
        return tuple(dict.fromkeys(every))


HOSTS_OF: Mapping[str, tuple[str, ...]] = {
    "plausible": ("https://plausible.io",),
    "google-analytics": (
        "https://www.googletagmanager.com",
        "https://*.google-analytics.com",
        "https://*.analytics.google.com",
    ),
}
"""The hosts that a provider is known to need."""

KEPT_BY: Mapping[str, tuple[KeptItem, ...]] = {
    "matomo": (
        KeptItem(name="_pk_id*", purpose="Tells one visitor from another.", lasts="13 months"),
        KeptItem(name="_pk_ref*", purpose="Remembers the site that led here.", lasts="6 months"),
        KeptItem(name="_pk_ses*", purpose="Joins the pages of one visit.", lasts="30 minutes"),
        KeptItem(name="_pk_cvar*", purpose="Remembers facts about one visit.", lasts="30 minutes"),
        KeptItem(name="_pk_hsr*", purpose="Joins what is recorded of one visit.", lasts="30 minutes"),
    ),
    "google-analytics": (
        KeptItem(name="_ga", purpose="Tells one visitor from another.", lasts="2 years"),
        KeptItem(name="_ga_*", purpose="Joins the pages of one visit.", lasts="2 years"),
    ),
    "demonstration": (
        KeptItem(name="demonstration_visits", purpose="Counts how often you came.", lasts="30 days"),
        KeptItem(
            name="demonstration_pages",
            kind="local-storage",
            purpose="Counts the pages you looked at.",
            lasts="until you delete it",
        ),
        KeptItem(
            name="demonstration_seconds",
            kind="session-storage",
            purpose="Counts how long you looked at this page.",
            lasts="until you close the browser",
        ),
    ),
}
"""What a provider is known to keep, from its own documentation."""

_NUMBERS = {"a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "six": 6.0}
_SPAN = re.compile(rf"(\d+(?:\.\d+)?|{'|'.join(_NUMBERS)})\s+(minute|hour|day|week|month|year)s?\b", re.I)
_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.5, "year": 365.25}


def lifetime_in_days(lasts: str) -> float | None:
    """A lifetime in days: 0 for one that ends with the visit, `None` where the words do not say."""
    match = _SPAN.search(lasts)
    if match:
        number = _NUMBERS.get(match[1].lower()) or float(match[1])
        return number * _DAYS[match[2].lower()]
    ends = re.search(r"\b(?:session|clos\w+|visit|tab|window|browser)\b", lasts, re.I)
    return 0.0 if ends else None
