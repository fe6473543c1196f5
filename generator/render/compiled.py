"""Templates → code. It takes as long as reading the content does, so it can be done beside that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.load.templates import TemplateFiles
from generator.render.share import ahead

WORTH_IT = 8
"""Templates from which another process saves more time than it takes to begin."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """Templates with the code of each by its name, as `marshal` writes it.

    A template without code is compiled when it is used.
    """

    templates: TemplateFiles
    code: Mapping[str, bytes]


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
    from generator.render.code import codes  # only who compiles needs Jinja this early

    return codes(templates, names)
