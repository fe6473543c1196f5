"""The code of templates that an earlier run has kept, so that it need not be made again."""

from __future__ import annotations

import marshal
import sys
import zlib
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from generator.load.signatures import PROGRAM, recalled, signature


def place_of_code(cache: Path) -> Path:
    """Where the code is kept: another Python, Jinja or program has a place of its own."""
    found = find_spec("jinja2")
    jinja = Path(found.origin).parent if found and found.origin else Path()
    makers = (jinja / "compiler.py", jinja / "parser.py", Path(PROGRAM) / "render" / "code.py")
    made_by = repr((sys.version, *(signature(str(file)) for file in makers)))
    return cache / f"templates-{zlib.crc32(made_by.encode()):08x}"


def kept_code(cache: Path) -> Mapping[str, bytes]:
    """The code by what it was made of; a file that is damaged is as good as none."""
    try:
        kept = marshal.loads(recalled(str(place_of_code(cache))) or b"")
    except (ValueError, EOFError, TypeError):
        return {}
    whole = isinstance(kept, dict) and all(
        isinstance(key, str) and isinstance(code, bytes) for key, code in kept.items()
    )
    return kept if whole else {}
