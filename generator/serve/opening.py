"""How to get from a finding to the line of the file: a link that editors understand, and the plain path."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from generator.load.templates import OURS
from generator.serve.preview import Preview


@dataclass(frozen=True, slots=True)
class Opening:
    """A place in a file: from the site's folder, on this machine, and as an address that VS Code opens."""

    path: str
    line: int
    column: int
    file: str
    address: str


def opening(preview: Preview, path: str, line: int = 1, column: int = 1) -> Opening:
    """Where a file of the site lies; a template is ours where the site has none of its own."""
    file = preview.order.site / path
    if path.startswith("templates/") and str(file) not in preview.stamps:
        file = OURS / Path(path).relative_to("templates")
    plain = file.as_posix()
    rooted = plain if plain.startswith("/") else f"/{plain}"
    address = f"vscode://file{quote(rooted, safe='/:')}:{line}:{column}"
    return Opening(path, line, column, f"{file}:{line}", address)
