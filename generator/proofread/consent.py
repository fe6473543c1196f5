"""Cookies and consent: the list is complete, nothing is called what it is not, and nobody is nudged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.config import CookieGroup, KeptItem, Service, Site
from generator.config.cookies import lifetime_in_days
from generator.load.documents import FieldPath
from generator.proofread.catalogue import ERROR, REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand

LONGEST = 400
"""Days: a little over 13 months, the time after which regulators ask for a fresh start."""

FIRST_LAYER = 60
"""Words that the banner may have."""

OUR_WORDS = 16
"""Words of the banner that are the same on every site: the question, the buttons, the link."""

_COUNTING = on_demand(r"_(?:ga|gid|gat|gcl|pk|hj|fbp|uet|clck|clsk)|(?:amp|mp|ajs|plausible)_", re.I)
_NUDGE = on_demand(
    r"\b(?:(?:best|better|improved?|enhanced?|full|optimal|personalised) (?:\w+ )?experience"
    r"|(?:value|care about) your privacy|by (?:continuing|using|browsing)|continue (?:to use|browsing|using)"
    r"|help us (?:by|stay)|please accept|we recommend|if you (?:refuse|reject|decline|say no)[^.]*"
    r"(?:may|might|will|cannot|can't|not) )",
    re.I,
)
_NEEDS = {
    "script": ("address",),
    "matomo": ("address", "account"),
    "plausible": ("account",),
    "google-analytics": ("account",),
}


def _groups(site: Site) -> Iterator[tuple[FieldPath, CookieGroup]]:
    for number, group in enumerate(site.cookies.groups):
        yield ("cookies", "groups", number), group


def _services(site: Site) -> Iterator[tuple[FieldPath, CookieGroup, Service]]:
    for way, group in _groups(site):
        for number, service in enumerate(group.services):
            yield (*way, "services", number), group, service


def _kept(site: Site) -> Iterator[tuple[FieldPath, CookieGroup, KeptItem]]:
    for way, group, service in _services(site):
        for number, item in enumerate(service.every_kept):
            yield (*way, "keeps", number) if service.keeps else (*way, "provider"), group, item


@rule("cookie-listed-once", ERROR, "PECR regulation 6(2)(a)", "site")
def cookie_listed_once(site: Site) -> Problems:
    """
    What: Every cookie and every group of cookies is declared once.
    Why: If one name stood for two purposes, saying no to one would not delete it.
    How: Take out the second entry, or give the group another `id`.
    """
    seen: set[tuple[str, str]] = {("cookie", "cookie_consent")}
    for way, _, item in _kept(site):
        if (item.kind, item.name) in seen:
            yield Problem(
                way, f"“{item.name}” is declared twice, or is the name of our own cookie.", "Keep one entry."
            )
        seen.add((item.kind, item.name))
    identifiers: set[str] = set()
    for way, group in _groups(site):
        if group.id in identifiers:
            yield Problem((*way, "id"), f"Two groups have the id `{group.id}`.", "Give one another id.")
        identifiers.add(group.id)


@rule("cookie-script-complete", ERROR, "PECR regulation 6(2)(a)", "site")
def cookie_script_complete(site: Site) -> Problems:
    """
    What: A script that is inserted has its address, and what its provider knows the site by.
    Why: Without it nothing would be counted, though people were asked.
    How: Add `address` or `account`.
    """
    for way, _, service in _services(site):
        for field in _NEEDS.get(service.provider or "", ()):
            if not getattr(service, field):
                yield Problem(
                    (*way, "provider"),
                    f"“{service.name}” has no `{field}`.",
                    f"Add `{field}` to the service.",
                )


@rule(
    "cookie-keeps-stated",
    WARNING,
    "PECR regulation 6(2)(a); ICO guidance on storage and access technologies",
    "site",
)
def cookie_keeps_stated(site: Site) -> Problems:
    """
    What: A script says what it keeps on people's devices.
    Why: People decide by that list, and what is not on it cannot be deleted when they change their mind.
    How: Open the page in a browser, accept, look at what is kept, and list it under `keeps`.
    """
    for way, group, service in _services(site):
        silent = not service.every_kept and service.provider in (None, "script")
        if silent and (service.provider or not group.is_choice):
            yield Problem(way, f"“{service.name}” does not say what it keeps.", "List it under `keeps`.")


@rule(
    "cookie-lifetime", WARNING, "PECR regulation 6; ICO guidance on storage and access technologies", "site"
)
def cookie_lifetime(site: Site) -> Problems:
    """
    What: Every entry says how long it stays, and what is not strictly necessary stays 13 months at most.
    Why: People cannot judge what has no end, and a yes of years ago is no yes of today.
    How: Write a time like `30 days`, or set a shorter one where the service is configured.
    """
    for way, group, item in _kept(site):
        days = lifetime_in_days(item.lasts)
        if days is None and "delete" not in item.lasts:
            yield Problem(
                way,
                f"“{item.lasts}” does not say how long “{item.name}” stays.",
                "Write a time like `30 days`.",
            )
        elif days is not None and days > LONGEST and group.is_choice:
            yield Problem(
                way,
                f"“{item.name}” stays for {item.lasts}, which is longer than 13 months.",
                "Set a shorter lifetime where the service is configured, and write it here under `keeps`.",
            )


@rule("cookie-exception-decided", ERROR, "PECR Schedule A1, paragraphs 5 and 6; UK GDPR Article 5(2)", "site")
def cookie_exception_decided(site: Site) -> Problems:
    """
    What: Whoever relies on an exception instead of consent has decided that, on a day, with a reason.
    Why: The exceptions have conditions, and whether they apply to a public body's site is not settled.
    How: Add `decision` with `decided`, `by` (a role) and `reason`; or ask for consent.
    """
    for way, group in _groups(site):
        if group.basis.endswith("-exception") and group.decision is None:
            yield Problem(
                (*way, "basis"),
                f"“{group.name}” relies on an exception, and no decision about that is on record.",
                "Add `decision`, or write `basis: consent`.",
            )


@rule("cookie-exception-shared", REVIEW, "PECR Schedule A1, paragraph 5", "site")
def cookie_exception_shared(site: Site) -> Problems:
    """
    What: Statistics under the exception go to nobody who uses them for ends of their own.
    Why: The exception covers statistics to improve the service, and sharing only with those who help with it.
    How: Check the provider's terms, or write `basis: consent`.
    """
    for way, group, service in _services(site):
        if group.basis == "statistics-exception" and service.every_host:
            hosts = ", ".join(urlsplit(host).netloc for host in service.every_host)
            yield Problem(
                (*way, "provider"),
                f"“{service.name}” sends statistics to {hosts} under the exception.",
                "Check that it uses them for nothing of its own; otherwise write `basis: consent`.",
            )


_NOT_NECESSARY = "Write `basis: consent`; or an exception of the law, with your `decision` that it holds."


@rule("cookie-not-necessary", ERROR, "PECR Schedule A1, paragraph 4", "site")
def cookie_not_necessary(site: Site) -> Problems:
    """
    What: Nothing that counts or follows visitors is called necessary.
    Why: Necessary is what people asked for. Statistics need consent or a recorded exception.
    How: Write `basis: consent`.
    """
    for way, group, service in _services(site):
        names = [item.name for item in service.every_kept if _COUNTING.match(item.name)]
        if not group.is_choice and (service.provider or names):
            what = service.name if service.provider else names[0]
            place = (*way[:-2], "basis") if len(group.services) == 1 else (*way, "name")
            yield Problem(place, f"“{what}” is not strictly necessary.", _NOT_NECESSARY)


@rule("cookie-wording-neutral", WARNING, "UK GDPR Article 4(11) and 7", "site")
def cookie_wording_neutral(site: Site) -> Problems:
    """
    What: What the banner says does not push people towards yes.
    Why: A yes that was talked into is no consent.
    How: Say what is kept and what for, and nothing else.
    """
    for way, group in _groups(site):
        for field in ("name", "purpose"):
            match = _NUDGE.search(getattr(group, field)) if group.is_choice else None
            if match:
                yield Problem(
                    (*way, field),
                    f"“{match[0].strip()}” pushes people towards yes.",
                    "Say only what it is for.",
                )


@rule("cookie-banner-short", WARNING, "UK GDPR Article 12(1)", "site")
def cookie_banner_short(site: Site) -> Problems:
    """
    What: The banner has at most 60 words.
    Why: People came for something else, and do not read more.
    How: Shorten `purpose`; what people may want to know besides stands on the cookies page.
    """
    choices = [(way, group) for way, group in _groups(site) if group.is_choice]
    setters = {service.set_by for _, group in choices for service in group.services}
    total = (
        sum(len(text.split()) for text in (*setters, *(group.purpose for _, group in choices))) + OUR_WORDS
    )
    if choices and total > FIRST_LAYER:
        way, _ = max(choices, key=lambda choice: len(choice[1].purpose))
        yield Problem(
            (*way, "purpose"), f"The banner has about {total} words.", f"Shorten it: {FIRST_LAYER} at most."
        )
