"""What the site looks like and says: templates, assets and words, ours with the site's own on top."""

from __future__ import annotations

from collections.abc import Mapping
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


def fingerprint(templates: TemplateFiles) -> bytes:
    """A hash of every template's name, bytes and origin."""
    hashed = blake2b(digest_size=16)
    for name, body in sorted(templates.files.items()):
        hashed.update(f"{name} {templates.origins[name]} {len(body)}\n".encode() + body)
    return hashed.digest()


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
