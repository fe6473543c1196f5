"""The code of templates that an earlier run has kept, so that it need not be made again."""

from __future__ import annotations

import marshal
import sys
import zlib
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from generator.load.signatures import PROGRAM, recalled, signature

CHECK = 4
"""Bytes of the CRC-32 that stands before the code."""


def place_of_code(cache: Path) -> Path:
    """Where the code is kept: another Python, Jinja or program has a place of its own."""
    found = find_spec("jinja2")
    jinja = Path(found.origin).parent if found and found.origin else Path()
    makers = (jinja / "compiler.py", jinja / "parser.py", Path(PROGRAM) / "render" / "code.py")
    made_by = repr((sys.version, *(signature(str(file)) for file in makers)))
    return cache / f"templates-{zlib.crc32(made_by.encode()):08x}"


def kept_code(cache: Path | None) -> Mapping[str, bytes]:
    """The code by what it was made of; a file that is damaged is as good as none, and so is no cache."""
    found = recalled(str(place_of_code(cache))) if cache else None
    if not found or found[:CHECK] != _check(found[CHECK:]):
        return {}
    kept: Mapping[str, bytes] = marshal.loads(found[CHECK:])
    return kept


def packed_code(code: Mapping[str, bytes]) -> bytes:
    """The code as a file that is known to be whole: code that is not could do anything."""
    body = marshal.dumps(dict(code))
    return _check(body) + body


def _check(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(CHECK, "big")
