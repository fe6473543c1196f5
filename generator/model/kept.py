"""What follows from a value that never changes is worked out once, and forgotten with the value."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

Subject = TypeVar("Subject")
Made = TypeVar("Made")


def while_it_lives(make: Callable[[Subject], Made]) -> Callable[[Subject], Made]:
    """Keeps what a pure function makes of a frozen value for as long as somebody holds that value.

    The value itself is asked for, not one that equals it. What is made must not hold the value,
    or it would live for ever. A build makes each once and gains
    nothing; the preview holds the documents that did not change, and so does not validate them again.
    """
    kept: dict[int, tuple[_Known[Subject], Made]] = {}

    def forget(gone: Any) -> None:
        kept.pop(gone.key, None)

    @wraps(make)
    def made(subject: Subject) -> Made:
        key = id(subject)
        found = kept.get(key)
        if found is None or found[0]() is not subject:
            known = _Known(subject, forget)
            known.key = key
            found = (known, make(subject))
            kept[key] = found
        return found[1]

    return made


class _Known(weakref.ref[Subject]):
    """A value that lives for as long as somebody else holds it, and the key under which it is kept."""

    __slots__ = ("key",)

    key: int
