"""Pages that earlier runs have made: bytes are kept with all that they were made of.

A page is a function of its view and the templates. Its view is a function of the record or entry that
it is about and of what it has read of the register. So a page is known by what was read for it, and
where that has changed by its view; only where both are new is it made.
"""

from __future__ import annotations

import io
import marshal
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from hashlib import blake2b
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from generator.artefacts import Artefact, Lent
from generator.diagnostics import Finding
from generator.load.held import Piece
from generator.load.memory import Memory
from generator.load.store import Store, key_of
from generator.model.prints import Prints, known_by
from generator.model.register import Filed
from generator.model.watched import NOTHING, note, reading
from generator.render.pages import PageOf, Planned
from generator.render.views.common import Asset, Head

Made = TypeVar("Made")
Make = Callable[[PageOf], Artefact | Finding]

NOT_OF_HEAD = ("record", "breadcrumbs")
"""What a head only repeats, for the record is known by its document; and what is told apart."""


class Printed(NamedTuple):
    """A page as it is kept: the key of its view, its bytes, their SHA-256, and what was read for it."""

    of_view: bytes
    body: Piece
    fingerprint: str
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one site in memory.

    `shop` stands for all that is the same for every page, and `kinds` for what is so for those of one kind.
    """

    prints: Prints
    memory: Memory
    shop: bytes
    kinds: Mapping[str, bytes]

    @property
    def store(self) -> Store:
        """What is kept."""
        return self.memory.store

    def recall(self, planned: Planned) -> Artefact | None:
        """A page for which nothing has changed that was read for it."""
        found = self._found(self._name(planned))
        return _lent(planned[0], found) if found else None

    def make(self, make: Make, planned: Planned) -> Artefact | Finding:
        """A page whose view is made anew, and the page itself only if no view was ever the same."""
        head, view = planned
        (seen, shown), parts = reading(partial(_seen, head, view))
        key = key_of("page", self.shop, self._kind(head), _of_head(head), seen)
        found = self._found(key) if seen else None
        if found is None:
            made, printing = reading(partial(make, (head, shown)))
            if isinstance(made, Finding):
                return made
            body = self.store.put(_of_body(made.fingerprint), made.body)
            found = self._keep(key, Printed(key, body, made.fingerprint, printing))
        self._keep(self._name(planned), found, parts)
        return _lent(head, found)

    def _found(self, key: bytes) -> Printed | None:
        """What was printed, if all that was read for it is the same."""
        kept = self.store.get(key)
        if kept is None:
            return None
        parts, known, fingerprint, of_view = marshal.loads(kept)
        if not self._is_same(parts, known):
            return None
        self.store.used.add(of_view)  # it is wanted as soon as anything is not the same
        body = self.store.piece(_of_body(fingerprint))
        return Printed(of_view, body, fingerprint, frozenset(parts)) if body else None

    def _keep(self, key: bytes, page: Printed, more: frozenset[str] = NOTHING) -> Printed:
        """Keeps a page with what was read while it was printed, and what else it depends on."""
        said = (*self._read(page.parts | more), page.fingerprint, page.of_view)
        self.store.put(key, marshal.dumps(said))
        return page

    def value(self, records: Sequence[Filed[Any]], kind: str, make: Callable[[], Made]) -> Made:
        """A plain value that is made of some records, from memory where what was read for it is the same."""
        key = key_of("value", self.shop, kind, list(map(known_by, records)))
        kept = self.store.get(key)
        if kept is not None:
            parts, fingerprint, known = marshal.loads(kept)
            if self._is_same(parts, fingerprint):
                found: Made = known
                return found
        made, parts = reading(make)
        plain: Any = made
        self.store.put(key, marshal.dumps((*self._read(parts), plain)))
        return made

    def lend(self, blocks: Iterable[bytes]) -> Lent:
        """The bytes of a large file, which stay where they lie until they are read."""
        return self.store.spool.lend(blocks)

    def _read(self, parts: frozenset[str]) -> tuple[tuple[str, ...], str]:
        return tuple(sorted(parts)), self.prints.of(parts)

    def _is_same(self, parts: Iterable[str], fingerprint: str) -> bool:
        return self.prints.of(parts) == fingerprint

    def _name(self, planned: Planned) -> bytes:
        head, view = planned
        return key_of("view", self.shop, self._kind(head), _of_head(head), _of_view(view))

    def _kind(self, head: Head) -> bytes:
        return self.kinds.get(head.kind, b"")


def pages_in(memory: Memory, prints: Prints, shop: object, kinds: Mapping[str, bytes]) -> Pages:
    """The pages in a memory; `shop` is all that every page is made with, said by its `repr`."""
    return Pages(prints, memory, key_of(memory.program, shop), kinds)


def _of_body(fingerprint: str) -> bytes:
    """Under which key the bytes of a page are kept."""
    return key_of("body", fingerprint)


def _lent(head: Head, page: Printed) -> Artefact:
    """A page whose bytes stay where they lie."""
    body = page.body
    return Artefact(head.url, Lent(body.blocks, body.length, page.fingerprint), "text/html", head.sources)


class Noting(dict[str, Asset]):
    """Assets by name; whoever looks one up depends on what it is called now."""

    def __getitem__(self, name: str) -> Asset:
        note((_part(name),))
        return super().__getitem__(name)


def noting(assets: Mapping[str, Asset], prints: Prints) -> Noting:
    """The same assets; each becomes a part of the site that a page can have read."""
    prints.parts.update({_part(name): repr(asset) for name, asset in assets.items()})
    return Noting(assets)


def _part(asset: str) -> str:
    return f"asset {asset}"


_FIELDS = attrgetter(*(field.name for field in fields(Head) if field.name not in NOT_OF_HEAD))


def _of_head(head: Head) -> tuple[object, ...]:
    links = [(link.text, link.url) for link in head.breadcrumbs]  # told by far quicker than links are
    return (*_FIELDS(head), links)


def _of_view(view: Callable[[], Any]) -> tuple[object, ...]:
    """What a view is of, beside the register: the record or the id that its function was given."""
    given = view.args[1:] if isinstance(view, partial) else ()
    return tuple(known_by(item) if isinstance(item, Filed) else repr(item) for item in given)


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
        kind = type(value)
        if kind not in _TOLD:
            _TOLD[kind] = _how_told(kind)
        told_by = _TOLD[kind]
        return NotImplemented if told_by is None else (tuple, ((kind.__name__, told_by(value)),))


_TOLD: dict[type, Callable[[Any], Any] | None] = {}
"""How what a value of each type holds is told; nothing for types that are written as they are."""


def _how_told(kind: type) -> Callable[[Any], Any] | None:
    """How a value is told: of a view, all fields in one reading, which is quickest."""
    if issubclass(kind, Filed):
        return known_by
    if issubclass(kind, BaseModel):
        return _fields_of_model
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    return attrgetter(*names) if names else None


def _fields_of_model(value: BaseModel) -> tuple[Any, ...]:
    return tuple(value.__dict__.items())
