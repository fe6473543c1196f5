"""What the cookies page shows and what the banner asks: all of it from site.yaml."""

from __future__ import annotations

from dataclasses import dataclass

from generator.config import CookieGroup, Cookies, Embed, KeptItem
from generator.model.register import Register


@dataclass(frozen=True, slots=True)
class Banner:
    """What is asked on every page, or told where nothing needs consent but people can object."""

    groups: tuple[CookieGroup, ...]
    set_by: tuple[str, ...]
    asks: bool
    going_on: tuple[str, ...]
    """What is in use under an exception before people say anything, by its name."""


@dataclass(frozen=True, slots=True)
class KeptLine:
    """One thing that is kept, and who sets it."""

    item: KeptItem
    set_by: str


@dataclass(frozen=True, slots=True)
class KeptGroup:
    """What is kept for one purpose, and what the reader can do about it."""

    group: CookieGroup
    lines: tuple[KeptLine, ...]


@dataclass(frozen=True, slots=True)
class CookiesView:
    """What the site keeps on a reader's device. `choice_days` is 0 where there is no choice to keep."""

    necessary: tuple[KeptGroup, ...]
    choices: tuple[KeptGroup, ...]
    choice_days: int
    asks: bool
    embeds: tuple[Embed, ...]


def banner(cookies: Cookies) -> Banner | None:
    """The banner, or nothing where people have nothing to decide."""
    groups = cookies.choices
    named = (service.set_by for group in groups for service in group.services)
    going_on = tuple(group.name for group in groups if not group.needs_consent)
    return Banner(groups, tuple(dict.fromkeys(named)), cookies.asks, going_on) if groups else None


def cookies_view(register: Register) -> CookiesView:
    """The declared inventory, never typed by hand (PECR regulation 6)."""
    cookies = register.site.cookies
    kept = [KeptGroup(group, _lines(group)) for group in cookies.groups]
    return CookiesView(
        necessary=tuple(group for group in kept if not group.group.is_choice),
        choices=tuple(group for group in kept if group.group.is_choice),
        choice_days=cookies.ask_again_days if cookies.choices else 0,
        asks=cookies.asks,
        embeds=tuple(register.site.embeds.values()),
    )


def _lines(group: CookieGroup) -> tuple[KeptLine, ...]:
    return tuple(KeptLine(item, service.set_by) for service in group.services for item in service.every_kept)
