"""Pages that earlier runs have made: bytes are kept with all that they were made of.

A page is a function of its view and the templates. Its view is a function of the record or entry that
it is about and of what it has read of the register. So a page is known by what was read for it, and
where that has changed by its view; only where both are new is it made.
"""

from __future__ import annotations

import io
import marshal
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import partial
from hashlib import blake2b
from typing import Any

from pydantic import BaseModel

from generator.artefacts import Artefact
from generator.diagnostics import Finding
from generator.load.memory import Memory
from generator.load.store import Store, key_of
from generator.model.register import Filed
from generator.model.watched import Watched, note, reading, told
from generator.render.pages import PageOf, Planned
from generator.render.views.common import Asset, Head

Make = Callable[[PageOf], Artefact | Finding]

Made = tuple[Artefact | Finding, tuple[bytes, ...], Mapping[bytes, bytes]]
"""A page, the keys under which it was found or is to be kept, and what is to be kept."""

NOT_OF_HEAD = ("record",)
"""What a head only repeats: the record is known by its document."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one site in memory. `shop` stands for all that is the same for every page."""

    register: Watched
    store: Store
    shop: bytes

    def recall(self, planned: Planned) -> Artefact | None:
        """A page for which nothing has changed that was read for it."""
        kept = self.store.get(self._name(planned))
        if kept is None:
            return None
        parts, fingerprint, key = marshal.loads(kept)
        if self.register.fingerprint(parts) != fingerprint:
            return None
        return self._artefact(planned[0], self.store.get(key))

    def make(self, make: Make, planned: Planned) -> Made:
        """A page whose view is made anew, and the page itself only if no view was ever the same."""
        head, view = planned
        (seen, shown), parts = reading(partial(_seen, head, view))
        key = key_of("page", self.shop, _of_head(head), seen)
        name = self._name(planned)
        page = self._artefact(head, self.store.get(key)) if seen else None
        if page is not None:
            return page, (name, key), {name: self._note(parts, key)}
        made, more = reading(partial(make, (head, shown)))
        if isinstance(made, Finding):
            return made, (), {}
        return made, (name, key), {name: self._note(parts | more, key), key: made.body}

    def _name(self, planned: Planned) -> bytes:
        head, view = planned
        return key_of("view", self.shop, _of_head(head), _of_view(view))

    def _note(self, parts: frozenset[str], key: bytes) -> bytes:
        """What was read for a page, what it said, and where the page is kept."""
        return marshal.dumps((tuple(sorted(parts)), self.register.fingerprint(parts), key))

    def _artefact(self, head: Head, body: bytes | None) -> Artefact | None:
        return None if body is None else Artefact(head.url, body, "text/html", head.sources)


def pages_in(memory: Memory, register: Watched, shop: object) -> Pages:
    """The pages in a memory; `shop` is all that every page is made with, said by its `repr`."""
    return Pages(register, memory.store, key_of(memory.program, shop))


class Noting(dict[str, Asset]):
    """Assets by name; whoever looks one up depends on what it is called now."""

    def __getitem__(self, name: str) -> Asset:
        note((_part(name),))
        return super().__getitem__(name)


def noting(assets: Mapping[str, Asset], register: Watched) -> Noting:
    """The same assets; each becomes a part of the site that a page can have read."""
    register.fingerprints.update({_part(name): repr(asset) for name, asset in assets.items()})
    return Noting(assets)


def _part(asset: str) -> str:
    return f"asset {asset}"


def _of_head(head: Head) -> tuple[object, ...]:
    return tuple(getattr(head, field.name) for field in fields(head) if field.name not in NOT_OF_HEAD)


def _of_view(view: Callable[[], Any]) -> tuple[object, ...]:
    """What a view is of, beside the register: the record or the id that its function was given."""
    given = view.args[1:] if isinstance(view, partial) else ()
    return tuple(_filed(item) if isinstance(item, Filed) else repr(item) for item in given)


def _filed(filed: Filed[Any]) -> tuple[object, ...]:
    return "filed", filed.slug, filed.stage.value, filed.record.status, told(filed.document)


def _seen(head: Head, view: Callable[[], Any]) -> tuple[bytes, Any]:
    """A hash of a page's view, and the view; no hash where it holds what has no bytes of its own."""
    shown = view()
    written = io.BytesIO()
    pickler = _Pickler(written, protocol=5)
    pickler.fast = True  # the same value has the same bytes, however often a part of it is the same object
    try:
        pickler.dump((head.record, shown))
    except (pickle.PicklingError, TypeError, AttributeError):
        return b"", shown
    return blake2b(written.getbuffer(), digest_size=16).digest(), shown


class _Pickler(pickle.Pickler):
    """Writes a view so that the same view has the same bytes in every run.

    A record is known by its document and need not be written out. A model's set of given fields has
    no order, and what it says is in its values.
    """

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, Filed):
            return tuple, (_filed(value),)
        if isinstance(value, BaseModel):
            return tuple, ((type(value).__name__, *value.__dict__.items()),)
        return NotImplemented
