"""What the site looks like and says: templates, assets and words, ours with the site's own on top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

OURS = next(
    folder
    for folder in (Path(__file__).parents[1] / "templates", Path(__file__).parents[2] / "templates")
    if folder.is_dir()
)
"""The templates that come with Fair Notice: beside the package, or inside it when installed."""


@dataclass(frozen=True, slots=True)
class TemplateFiles:
    """Every file below templates/: its name with forward slashes, its bytes and where it came from."""

    files: Mapping[str, bytes]
    origins: Mapping[str, str]

    def text(self, name: str) -> str:
        """One file as text."""
        return self.files[name].decode("utf-8")

    def below(self, folder: str) -> tuple[str, ...]:
        """Names of the files below a folder, in order."""
        return tuple(name for name in sorted(self.files) if name.startswith(f"{folder}/"))


def fingerprint(templates: TemplateFiles, names: Iterable[str] | None = None) -> bytes:
    """A hash of the name, bytes and origin of some templates, or of every one."""
    hashed = blake2b(digest_size=16)
    for name in sorted(templates.files if names is None else names):
        body = templates.files[name]
        hashed.update(f"{name} {templates.origins[name]} {len(body)}\n".encode() + body)
    return hashed.digest()


PAGES = "pages/"
"""The folder of the templates that pages begin with, one for each kind."""


def fingerprints_by_kind(templates: TemplateFiles) -> tuple[bytes, Mapping[str, bytes]]:
    """A hash of all that pages of every kind are made with, and of what is each kind's own.

    A page's template is its own unless some template speaks of that folder: what it then takes from there
    is not known, and all belong to every page.
    """
    html = {name: body for name, body in templates.files.items() if name.endswith(".html")}
    is_known = not any(PAGES.encode() in body for body in html.values())
    own = [name for name in html if name.startswith(PAGES) and is_known]
    kinds = {name[len(PAGES) : -len(".html")]: fingerprint(templates, [name]) for name in own}
    return fingerprint(templates, templates.files.keys() - set(own)), kinds


def load_templates(site: Path) -> TemplateFiles:
    """Reads our templates and lays the site's own over them, file by file."""
    found: dict[str, bytes] = {}
    origins: dict[str, str] = {}
    for folder in dict.fromkeys((OURS.resolve(), (site / "templates").resolve())):
        for file in sorted(folder.rglob("*")):
            name = file.relative_to(folder).as_posix()
            if file.is_file() and not any(part.startswith(".") for part in name.split("/")):
                found[name] = file.read_bytes()
                origins[name] = f"templates/{name}"
    return TemplateFiles(found, origins)
