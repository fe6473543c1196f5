"""Expressions of the rules are compiled when they are used, and each of them can be."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

import generator.proofread
from generator.proofread.on_demand import is_on_demand, on_demand


def held(value: object) -> Iterator[re.Pattern[str]]:
    """Every expression that a module holds, also in tuples, tables and records of its own."""
    if is_on_demand(value):
        yield value
    elif isinstance(value, Mapping):
        for item in (*value.keys(), *value.values()):
            yield from held(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from held(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from held(getattr(value, field.name))


def modules() -> Iterator[str]:
    return (one.name for one in pkgutil.walk_packages(generator.proofread.__path__, "generator.proofread."))


def test_every_expression_of_the_rules_can_be_compiled() -> None:
    found = [one for name in modules() for one in held(list(vars(importlib.import_module(name)).values()))]
    assert len(found) > 700
    for one in found:
        one.search("")


def test_it_finds_what_a_compiled_one_finds() -> None:
    text = "One two, three two"
    for pattern, flags in ((r"two", 0), (r"(?P<word>t\w+)", 0), (r"ONE", re.I), (r"nowhere", 0)):
        lazy, compiled = on_demand(pattern, flags), re.compile(pattern, flags)
        assert lazy.pattern == pattern
        assert [m.span() for m in lazy.finditer(text)] == [m.span() for m in compiled.finditer(text)]
        assert lazy.sub("-", text) == compiled.sub("-", text)
        assert lazy.split(text) == compiled.split(text)
        assert lazy.findall(text) == compiled.findall(text)
        assert bool(lazy.match(text)) == bool(compiled.match(text))
        assert lazy.groupindex == compiled.groupindex


def test_a_mistake_is_told_when_it_is_used() -> None:
    broken = on_demand("(")
    with pytest.raises(re.error):
        broken.search("")
