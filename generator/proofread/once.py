"""What is made once for each register, however many rules ask for it."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from generator.model.register import Register

Made = TypeVar("Made")


def once(make: Callable[[Register], Made]) -> Callable[[Register], Made]:
    """Keeps what a pure function makes of a register for as long as that register is in use."""
    kept: dict[int, tuple[weakref.ref[Register], Made]] = {}

    @wraps(make)
    def made(register: Register) -> Made:
        key = id(register)
        found = kept.get(key)
        if found is None or found[0]() is not register:
            found = (weakref.ref(register, lambda _: kept.pop(key, None)), make(register))
            kept[key] = found
        return found[1]

    return made
