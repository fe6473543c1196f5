"""The picture of a data use: where the data comes from, who decides on it, and who gets it.

It is narrow and upright, 288 wide: the room on a screen of 320 pixels, so that letters keep their
size there. Everything in it stands
in the notice as text too. Words of the templates take one line each, so only names are measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.model.data_use import DataUse
from generator.model.fields import DoesNotApply, entries
from generator.model.markup import FACT
from generator.model.register import Register

MOST_NAMES = 5
MOST_LINES = 3
LINE_WIDTH = 29.0
"""Ordinary letters that a line holds; there is room for the letters to be spaced out."""

LINE, GROUP, EDGE, FOOT, APART = 20, 28, 24, 12, 64
"""Steps down: to the next line or group, from an edge to its first line, from the last line to the
edge, and from the last line of a part, past an arrow, to the first line of the next."""

_LINK = re.compile(r"\[([^\[\]]*)\]\([^)]*\)")
_NARROW = frozenset("fijlrtI .,:;'’|()-")
_WIDE = frozenset("mwMW@")


@dataclass(frozen=True, slots=True)
class FlowLine:
    """A line of the picture: words by their `key`, or a `text`; `step` is the way down to it."""

    step: int
    key: str = ""
    text: str = ""
    more: int = 0
    further: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class FlowGroup:
    """Names under a heading, whole, for those who do not see the picture."""

    heading: str
    names: tuple[str, ...] = ()
    from_you: bool = False
    more: int = 0
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """The band behind those who decide."""

    top: int
    height: int


@dataclass(frozen=True, slots=True)
class FlowView:
    """The picture: its height, the band in the middle, its lines, and the same in groups."""

    height: int
    band: Band
    lines: tuple[FlowLine, ...]
    groups: tuple[FlowGroup, ...]


def flow_view(register: Register, use: DataUse) -> FlowView | None:
    """The picture of a data use; none where the record does not yet say what data it is about."""
    if not use.data:
        return None
    sources = [_sources(register, use)]
    deciding = [_named("layout.controller", _controllers(register, use))]
    getting = [*_recipients(register, use), _abroad(use)]
    above, within = list(_lines(sources, EDGE)), list(_lines(deciding, APART))
    below = list(_lines(getting, APART))
    top = sum(line.step for line in above) + APART - EDGE
    band = Band(top, EDGE + FOOT + sum(line.step for line in within[1:]))
    lines = (*above, *within, *below)
    height = sum(line.step for line in lines) + FOOT
    return FlowView(height, band, lines, (*sources, *deciding, *getting))


def _sources(register: Register, use: DataUse) -> FlowGroup:
    organisations = (_name(register, o) for item in use.data for o in item.from_organisations)
    others = (_words(register, item.from_others) for item in use.data if item.from_others)
    from_you = any(item.from_you for item in use.data)
    group = _named("use.col_from", (*organisations, *others), MOST_NAMES - from_you)
    answer = "" if from_you or group.names else "not_stated"
    return replace(group, from_you=from_you, answer=answer)


def _controllers(register: Register, use: DataUse) -> Iterator[str]:
    """Those that decide today; where none does, all that the record names."""
    today = register.today
    holding = [c for c in use.controllers if (c.start or date.min) <= today <= (c.end or date.max)]
    named = [c.organisation for c in holding or use.controllers] or [register.site.controller]
    return (_name(register, organisation) for organisation in named)


def _recipients(register: Register, use: DataUse) -> Iterator[FlowGroup]:
    if not entries(use.recipients):
        none_said = "not_stated" if use.recipients is None else "use.nobody"
        yield FlowGroup("use.sharing", answer=none_said)
    for role in ("processor", "joint-controller", "separate-controller"):
        those = [r.organisation for r in entries(use.recipients) if r.role == role]
        if those:
            yield _named(f"use.flow.{role}", (_name(register, organisation) for organisation in those))


def _abroad(use: DataUse) -> FlowGroup:
    countries = [transfer.country for transfer in entries(use.transfers)]
    if countries:
        return _named("use.transfers", countries)
    stays = isinstance(use.transfers, DoesNotApply) or use.transfers == ()
    return FlowGroup("use.transfers", answer="use.flow.stays" if stays else "not_stated")


def _named(heading: str, names: Iterable[str], most: int = MOST_NAMES) -> FlowGroup:
    """Each name once; a list that is too long is cut, and one more name is not cut off alone."""
    once = tuple(dict.fromkeys(names))
    shown = once if len(once) <= most + 1 else once[:most]
    return FlowGroup(heading, shown, more=len(once) - len(shown))


def _name(register: Register, identifier: str) -> str:
    organisation = register.organisations.get(identifier)
    return organisation.name if organisation else identifier


def _words(register: Register, text: str) -> str:
    """An editor's text without its markup, which a picture cannot hold."""
    filled = FACT.sub(lambda m: register.facts[m[1]].value if m[1] in register.facts else "", text)
    return re.sub(r"[*_`]", "", _LINK.sub(r"\1", filled))


def _lines(groups: Iterable[FlowGroup], first: int) -> Iterator[FlowLine]:
    for number, group in enumerate(groups):
        yield FlowLine(GROUP if number else first, key=group.heading, heading=True)
        if group.answer or group.from_you:
            yield FlowLine(LINE, key=group.answer or "use.from_you")
        for name in group.names:
            for part, text in enumerate(wrapped(name)):
                yield FlowLine(LINE, text=text, further=part > 0)
        if group.more:
            yield FlowLine(LINE, more=group.more)


def wrapped(text: str) -> list[str]:
    """A text in lines that fit; one that is far too long ends in dots."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width(longer) > LINE_WIDTH:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]


def _width(text: str) -> float:
    """About how many ordinary letters a text is wide."""
    return sum(0.6 if sign in _NARROW else 1.5 if sign in _WIDE else 1 + sign.isupper() / 4 for sign in text)
