"""Regular expressions that are compiled when they are first used.

The rules have nine hundred. A look at one notice needs a part of them, and compiling all would take longer
than looking.
"""

from __future__ import annotations

import re
from typing import Any, TypeGuard, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _OnDemand:
    """What stands for an expression, and once it was used holds its methods."""

    __slots__ = (*_METHODS, "asked", "pattern")

    def __init__(self, pattern: str, asked: int) -> None:
        self.pattern = pattern
        self.asked = asked

    def __getattr__(self, name: str) -> Any:
        """Comes here only as long as nothing has been compiled, or for what is seldom asked."""
        compiled = re.compile(self.pattern, self.asked)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def is_on_demand(value: object) -> TypeGuard[re.Pattern[str]]:
    """Whether something is such an expression."""
    return isinstance(value, _OnDemand)


def on_demand(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The expression, as `re.compile` gives it; a mistake in it is raised by its first use."""
    return cast("re.Pattern[str]", _OnDemand(pattern, flags))
