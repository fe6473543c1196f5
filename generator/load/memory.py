"""What a build remembers of the builds before it: what they have made, and by which program."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from generator.load.program import program_fingerprint
from generator.load.store import Store, key_of, read_store

Made = TypeVar("Made")

MADE = "made"
"""The folder of the cache that holds what was made."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What has been made in earlier runs, the program that this run is, and the folder it lies in."""

    store: Store
    program: bytes
    folder: Path

    def value(self, facts: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """A plain value that depends on these facts and the program alone, made where no run has made it."""
        key = key_of(self.program, *facts)
        kept = self.store.get(key)
        if kept is not None:
            known: Made = marshal.loads(kept)
            return known
        made = make()
        plain: Any = made
        self.store.put(key, marshal.dumps(plain))
        return made

    def together(
        self, place: tuple[object, ...], facts: Sequence[tuple[object, ...]], make: Callable[[int], Made]
    ) -> list[Made]:
        """Plain values that lie together, so that many are found as quickly as one.

        Each depends on its facts, the program and the place alone. Those whose facts are new are made, by
        their numbers; the others stay.
        """
        asked = [key_of(*one) for one in facts]
        key = key_of(self.program, *place)
        kept = self.store.get(key)
        known: dict[bytes, Any] = marshal.loads(kept) if kept else {}
        if known.keys() != set(asked):
            known = {one: known[one] if one in known else make(n) for n, one in enumerate(asked)}
            self.store.put(key, marshal.dumps(known))
        return [known[one] for one in asked]

    def last(self, place: tuple[object, ...]) -> Any:
        """The plain value that was kept last at a place, if any: of use where it need not be that of now."""
        kept = self.store.get(key_of(self.program, *place))
        return marshal.loads(kept) if kept else None

    def keep(self, place: tuple[object, ...], value: Any) -> None:
        """Keeps a plain value instead of what was at a place."""
        self.store.put(key_of(self.program, *place), marshal.dumps(value))

    def wants(self, *place: object) -> None:
        """Says that what lies at a place is still wanted, though it need not be looked at now."""
        self.store.used.add(key_of(self.program, *place))

    def caught_up(self) -> Memory:
        """The same memory with what other processes have kept since; what they keep is no longer fresh."""
        now, known = read_store(self.folder), self.store
        fresh = {key: piece for key, piece in known.fresh.items() if now.piece(key) is None}
        return replace(self, store=replace(now, fresh=fresh, used=set(known.used)))


def memory_in(cache: Path | None) -> Memory | None:
    """The memory that lies in a cache folder; without a folder nothing is remembered."""
    if cache is None:
        return None
    store = read_store(cache / MADE)
    return Memory(store, program_fingerprint(store), cache / MADE)
