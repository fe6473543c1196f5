"""What is made once for each register, however many rules ask for it."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from generator.model.register import Register
from generator.model.watched import note, reading

Made = TypeVar("Made")


def once(make: Callable[[Register], Made]) -> Callable[[Register], Made]:
    """Keeps what a pure function makes of a register for as long as that register is in use.

    Whoever asks for it has read what it was made of.
    """
    kept: dict[int, tuple[weakref.ref[Register], Made, frozenset[str]]] = {}

    @wraps(make)
    def made(register: Register) -> Made:
        key = id(register)
        found = kept.get(key)
        if found is None or found[0]() is not register:
            value, parts = reading(lambda: make(register))
            found = (weakref.ref(register, lambda _: kept.pop(key, None)), value, parts)
            kept[key] = found
        if found[2]:
            note(found[2])
        return found[1]

    return made
