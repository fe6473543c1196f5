"""Two versions of a record, field by field: each change once, in the order of the fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.config import Part
from generator.model.data_use import DataUse
from generator.model.differences.difference import Context, Difference, Row, Shown
from generator.model.differences.matching import pairs
from generator.model.differences.passages import are_short, passages
from generator.model.differences.rights import rights_differences
from generator.model.differences.vocabulary import (
    NOT_TOLD,
    VALUES,
    details_of,
    name_of,
    owner_of,
    shown,
    weight_of,
)
from generator.model.fields import DoesNotApply
from generator.model.record import Record

CONTEXTS = frozenset({"Purpose", "Evaluation"})
"""Parts within which other things change: they are named only where there are several."""

EMPTY_MEANS_ALL = frozenset({"Recipient.data"})
"""Lists that narrow something down: without entries all of it is meant."""

_PERIOD = re.compile(r"(?P<number>\d+)(?P<unit> (?:hour|day|week|month|year))s?(?P<rest>\b.*)", re.S)
"""A time to keep records, as editors write it: `6 years after the account closes`."""


@dataclass(frozen=True, slots=True)
class _Around:
    """The entries around a field: the one it belongs to, and the purpose or evaluation."""

    item: Shown | None = None
    about: tuple[Context, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A field of a part, and what is around it."""

    part: Part
    field: str
    around: _Around

    @property
    def name(self) -> str:
        """The field as the words and the lists of fields name it."""
        return f"{owner_of(self.part, self.field)}.{self.field}"

    def difference(self, form: str, old: Any = None, new: Any = None, **more: Any) -> Difference:
        """A difference in this field, with what stood and stands there."""
        given: list[tuple[str, Shown]] = []
        if self.around.item is not None:
            given.append(("item", self.around.item))
        for name, value in (("old", old), ("new", new)):
            if value is not None:
                given.append((name, shown(self.part, self.field, value)))
        weight = weight_of(self.part, self.field, old, new)
        told_under = owner_of(self.part, self.field)
        made = Difference(told_under, self.field, form, tuple(given), about=self.around.about, weight=weight)
        return replace(made, **more)


def differences(old: Record, new: Record) -> tuple[Difference, ...]:
    """Everything that has changed for people between two versions of a record, each thing once."""
    found = list(_fields(old, new, _Around()))
    if isinstance(old, DataUse) and isinstance(new, DataUse):
        found += rights_differences(old, new)
    whole = {purpose.purpose for purpose in new.purposes} if isinstance(new, DataUse) else set()
    return tuple(_of_all(difference, whole) for difference in _merged(found))


def _of_all(difference: Difference, purposes: set[str]) -> Difference:
    """What holds for every purpose names none of them."""
    about = {context.name for context in difference.about if context.part == "Purpose"}
    return replace(difference, about=()) if about and about == purposes else difference


def facts(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Those of the differences that readers of a page are told."""
    return tuple(difference for difference in found if difference.weight != "aside")


def _merged(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """What is the same for several purposes is said once, with all of them."""
    once: dict[Difference, Difference] = {}
    for difference in found:
        known = once.get(difference)
        if known is None:
            once[difference] = difference
        elif known.about:
            about = (*known.about, *difference.about) if difference.about else ()
            once[difference] = replace(known, about=tuple(dict.fromkeys(about)))
    return tuple(once.values())


def _fields(old: Part, new: Part, around: _Around) -> Iterator[Difference]:
    for field in type(new).model_fields:
        before, after = getattr(old, field), getattr(new, field)
        if before != after and not (isinstance(new, Record) and field in NOT_TOLD):
            yield from _field(_Place(new, field, around), before, after)


def _field(place: _Place, old: Any, new: Any) -> Iterator[Difference]:
    if isinstance(old, DoesNotApply) or isinstance(new, DoesNotApply):
        yield from _answer(place, old, new)
    elif old is None and isinstance(new, tuple):
        yield from (_added(place, entry, "stated") for entry in new)
    elif new is None and isinstance(old, tuple):
        names = tuple(_named(place, entry) for entry in old)
        yield place.difference("unstated", given=(*_item(place), ("old", names)))
    elif isinstance(old, tuple) or isinstance(new, tuple):
        yield from _list(place, old or (), new or ())
    elif isinstance(old, Part) or isinstance(new, Part):
        yield from _part(place, old, new)
    else:
        yield _value(place, old, new)


def _answer(place: _Place, old: Any, new: Any) -> Iterator[Difference]:
    """An answer that does not apply now, or did not before."""
    if isinstance(old, DoesNotApply) and isinstance(new, DoesNotApply):
        said = passages(old.does_not_apply, new.does_not_apply)
        yield place.difference("reason", old, new, given=_item(place), passages=said, weight="wording")
    elif isinstance(new, DoesNotApply):
        if isinstance(old, tuple):
            yield from _list(place, old, ())
        yield place.difference("not_needed", None, new)
    elif new is None:
        yield place.difference("removed", old)
    else:
        yield from _field(place, () if isinstance(new, tuple) else None, new)


def _list(place: _Place, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Difference]:
    if old and not new and place.name in EMPTY_MEANS_ALL:
        yield place.difference("all", old=tuple(old))
        return
    several = max(len(old), len(new)) > 1
    for before, after in pairs(old, new):
        if before == after:
            continue
        if isinstance(before, Part) and isinstance(after, Part):
            yield from _fields(before, after, _inside(after, place.around, several))
        elif before is None:
            yield _added(place, after, "joined" if old else "first")
        elif after is None:
            yield _removed(place, before)
        else:
            yield _value(place, before, after)


def _inside(entry: Part, around: _Around, several: bool) -> _Around:
    """What is around the fields of an entry of a list."""
    kind, name = type(entry).__name__, name_of(entry)
    if kind in CONTEXTS:
        return _Around(around.item, (Context(kind, name),) if several else ())
    return _Around(name if around.item is None else Row((around.item, name)), around.about)


def _removed(place: _Place, entry: Any) -> Difference:
    """An entry that was taken out."""
    weight = weight_of(place.part, place.field, entry, None)
    return place.difference("left", given=(*_item(place), ("old", _named(place, entry))), weight=weight)


def _named(place: _Place, entry: Any) -> Shown:
    """What sentences call an entry: a part by its name, any other value as it stands there."""
    return name_of(entry) if isinstance(entry, Part) else shown(place.part, place.field, entry)


def _added(place: _Place, entry: Any, form: str) -> Difference:
    if not isinstance(entry, Part):
        return place.difference(form, new=entry)
    return place.difference(form, given=(*_item(place), ("new", name_of(entry))), details=details_of(entry))


def _part(place: _Place, old: Part | None, new: Part | None) -> Iterator[Difference]:
    """A group of fields that is there or not, such as the impact assessment."""
    if old and new:
        yield from _fields(old, new, place.around)
    elif new:
        yield place.difference("added_group", given=_item(place), details=details_of(new))
    else:
        yield place.difference("removed_group", given=_item(place))


def _value(place: _Place, old: Any, new: Any) -> Difference:
    if isinstance(old, bool) and isinstance(new, bool):
        return place.difference("yes" if new else "no")
    if old is None or new is None:
        return place.difference("added" if old is None else "removed", old, new)
    period = _period(place, old, new)
    if period:
        return period
    if _is_prose(place, old):
        said = passages(old, new)
        if not said:
            return place.difference("changed", old, new, weight="aside")
        if not are_short(old, new):
            return place.difference("reworded", old, new, given=_item(place), passages=said)
    return place.difference("changed", old, new)


def _item(place: _Place) -> tuple[tuple[str, Shown], ...]:
    return (("item", place.around.item),) if place.around.item is not None else ()


def _is_prose(place: _Place, value: Any) -> bool:
    return type(value) is str and place.name not in VALUES


def _period(place: _Place, old: Any, new: Any) -> Difference | None:
    """`6 years after …` that is now `7 years after …`: only the number has changed."""
    if place.field != "keep":
        return None
    was, now = _PERIOD.fullmatch(old), _PERIOD.fullmatch(new)
    if not was or not now or was["rest"] != now["rest"]:
        return None
    same_unit = was["unit"] == now["unit"]
    given = (
        *_item(place),
        ("now", _length(now)),
        ("before", was["number"] if same_unit else _length(was)),
        ("rest", now["rest"].strip()),
    )
    return place.difference("longer" if _hours(now) > _hours(was) else "shorter", old, new, given=given)


def _length(period: re.Match[str]) -> str:
    return period["number"] + period["unit"] + ("" if int(period["number"]) == 1 else "s")


_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 730, "year": 8760}


def _hours(period: re.Match[str]) -> int:
    return int(period["number"]) * _HOURS[period["unit"].strip()]
