"""Templates → code. It takes as long as reading the content does, so it can be done beside that."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import CodeType

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError
from jinja2.bccache import Bucket, BytecodeCache

from generator.load import TemplateFiles
from generator.render.share import ahead

WORTH_IT = 8
"""Templates from which another process saves more time than it takes to begin."""

FILTERS = ("inline", "prose", "link", "day", "phone", "absolute")
"""The filters of our own. A template can only be compiled where their names are known."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """Templates with the code of each by its name, as `marshal` writes it.

    A template without code is compiled when it is used.
    """

    templates: TemplateFiles
    code: Mapping[str, bytes]


class _Code(BytecodeCache):
    def __init__(self, code: Mapping[str, bytes]) -> None:
        self.code = code

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's signature
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.code:
            bucket.code = marshal.loads(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """What was not compiled ahead is not kept."""


def blank_environment(compiled: Compiled) -> Environment:
    """Jinja as every template has it, strict and escaping, with filters that are still to be filled in."""

    templates = compiled.templates

    def find(name: str) -> tuple[str, str, None] | None:
        return (templates.text(name), templates.origins[name], None) if name in templates.files else None

    jinja = Environment(
        loader=FunctionLoader(find),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        bytecode_cache=_Code(compiled.code),
    )
    jinja.filters.update(dict.fromkeys(FILTERS, _filled_in_later))
    return jinja


def _filled_in_later(_: object) -> str:
    """Stands for a filter while compiling: Jinja leaves a call that fails for later."""
    raise LookupError("this filter is filled in when pages are made")


_known: dict[tuple[str, str], tuple[bytes, bytes]] = {}
"""What this process has compiled: the source and the code of each template by its place."""


def compiled_ahead(templates: TemplateFiles, jobs: int) -> Callable[[], Compiled]:
    """Begins to compile what is not known yet; what is returned waits for it.

    A template that cannot be compiled is left for the page that needs it, which then says why.
    """
    every = [name for name in templates.files if name.endswith((".html", ".xml"))]
    new = [name for name in every if _known_code(templates, name) is None]
    begun = ahead(partial(_codes, templates, new), jobs if len(new) >= WORTH_IT else 1)

    def finished() -> Compiled:
        for name, code in begun().items():
            _known[templates.origins[name], name] = (templates.files[name], code)
        found = ((name, _known_code(templates, name)) for name in every)
        return Compiled(templates, {name: code for name, code in found if code})

    return finished


def _known_code(templates: TemplateFiles, name: str) -> bytes | None:
    source, code = _known.get((templates.origins[name], name), (None, None))
    return code if source == templates.files[name] else None


def _codes(templates: TemplateFiles, names: Sequence[str]) -> dict[str, bytes]:
    jinja = blank_environment(Compiled(templates, {}))
    found = ((name, _code(jinja, templates, name)) for name in names)
    return {name: marshal.dumps(code) for name, code in found if code}


def _code(jinja: Environment, templates: TemplateFiles, name: str) -> CodeType | None:
    try:
        return jinja.compile(templates.text(name), name, templates.origins[name])
    except (TemplateError, UnicodeDecodeError):
        return None
