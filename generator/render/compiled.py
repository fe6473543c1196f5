"""Templates → code. It takes as long as reading the content does, so it can be done beside that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from generator.load.templates import TemplateFiles
from generator.render.share import ahead

WORTH_IT = 8
"""Templates from which another process saves more time than it takes to begin."""

TEMPLATES = (".html", ".xml")
"""How the names of templates end; all other files are taken as they are."""

APART = ("preview/", "report/")
"""Templates that no page of the public site is made with."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """Templates with the code of each by its name, as `marshal` writes it.

    A template without code is compiled when it is used. `fresh` says whether any was compiled now.
    """

    templates: TemplateFiles
    code: Mapping[str, bytes]
    fresh: bool = False

    def by_key(self) -> dict[str, bytes]:
        """The code by what it was made of, to be kept for the next time."""
        return {key_of(self.templates, name): code for name, code in self.code.items()}


_known: dict[str, bytes] = {}
"""What this process has compiled or was given, by what it was made of."""


def key_of(templates: TemplateFiles, name: str) -> str:
    """A template's name, place and source as one hash."""
    place = f"{templates.origins[name]}\0{name}\0"
    return sha256(place.encode() + templates.files[name]).hexdigest()


def compiled_ahead(
    templates: TemplateFiles, jobs: int, kept: Mapping[str, bytes] | None = None
) -> Callable[[], Compiled]:
    """Begins to compile what is not known yet, or `kept`; what is returned waits for it.

    Those that no page of the site is made with are left for who uses them; one that cannot be compiled
    is left for the page that needs it, which then says why.
    """
    _known.update(kept or {})
    wanted = (name for name in templates.files if name.endswith(TEMPLATES) and not name.startswith(APART))
    keys = {name: key_of(templates, name) for name in wanted}
    new = [name for name, key in keys.items() if key not in _known]
    begun = ahead(partial(_codes, templates, new), jobs if len(new) >= WORTH_IT else 1)

    def finished() -> Compiled:
        made = begun()
        _known.update({keys[name]: code for name, code in made.items()})
        code = {name: _known[key] for name, key in keys.items() if key in _known}
        return Compiled(templates, code, fresh=bool(made))

    return finished


def _codes(templates: TemplateFiles, names: Sequence[str]) -> dict[str, bytes]:
    if not names:
        return {}
    from generator.render.code import codes  # only who compiles needs Jinja this early

    return codes(templates, names)
