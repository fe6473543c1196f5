"""An editor who changes anything at random: what follows must be the same with a memory and without.

Used by the suite (a few edits) and by tests/benchmarks/random_edits.py (five hundred).
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from conftest import ROOT

_WORD = re.compile(r"\b[a-z]{4,}\b")
DAYS = ("2026-11-22", "2026-11-23", "2027-03-01")


class RandomEditor:
    """Edits of every kind to a site, the same for the same seed."""

    def __init__(self, site: Path, seed: int) -> None:
        self.site = site
        self.chance = random.Random(seed)
        self.today = DAYS[0]
        self.undo: list[tuple[Path, bytes]] = []

    def edit(self) -> str:
        """Changes something; returns what, for whoever reads that it went wrong."""
        kinds: tuple[Callable[[], str], ...] = (
            *(self.word, self.word, self.word, self.line_twice, self.line_gone, self.title),
            *(self.delete, self.copy, self.rename, self.reference, self.back, self.back, self.back),
            *(self.template, self.words, self.settings, self.another_day),
        )
        return self.chance.choice(kinds)()

    def _record(self) -> Path:
        folders = [f for f in (self.site / "content").iterdir() if f.name not in ("reference", "versions")]
        files = sorted(file for folder in sorted(folders) if folder.is_dir() for file in folder.iterdir())
        return self.chance.choice(files)

    def _write(self, file: Path, text: str) -> None:
        if file.exists():
            self.undo.append((file, file.read_bytes()))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def _word_in(self, file: Path) -> str:
        text = file.read_text("utf-8")
        found = list(_WORD.finditer(text))
        if not found:
            return f"nothing in {file.name}"
        at = self.chance.choice(found)
        new = self.chance.choice(("council", "health", "Act", at[0][::-1], "you", f"{at[0]}s"))
        self._write(file, text[: at.start()] + new + text[at.end() :])
        return f"{at[0]} is {new} in {file.name}"

    def word(self) -> str:
        """Another word somewhere in a record."""
        return self._word_in(self._record())

    def reference(self) -> str:
        """Another word somewhere in a reference list."""
        return self._word_in(self.chance.choice(sorted((self.site / "content/reference").iterdir())))

    def settings(self) -> str:
        """Another word somewhere in site.yaml."""
        return self._word_in(self.site / "site.yaml")

    def title(self) -> str:
        """A record by another title."""
        file = self._record()
        numbered = rf"title: \1 {self.chance.randint(1, 99)}"
        text = re.sub(r"^title: (.*)$", numbered, file.read_text("utf-8"), count=1, flags=re.M)
        self._write(file, text)
        return f"title of {file.name}"

    def line_twice(self) -> str:
        """A line that is there twice: often a duplicate key."""
        file = self._record()
        lines = file.read_text("utf-8").split("\n")
        at = self.chance.randrange(len(lines))
        self._write(file, "\n".join((*lines[: at + 1], *lines[at:])))
        return f"line {at + 1} twice in {file.name}"

    def line_gone(self) -> str:
        """A line that is gone: often an answer that is missing."""
        file = self._record()
        lines = file.read_text("utf-8").split("\n")
        at = self.chance.randrange(len(lines))
        self._write(file, "\n".join((*lines[:at], *lines[at + 1 :])))
        return f"line {at + 1} gone from {file.name}"

    def delete(self) -> str:
        """A record that is gone."""
        file = self._record()
        self.undo.append((file, file.read_bytes()))
        file.unlink()
        return f"{file.name} is gone"

    def copy(self) -> str:
        """A record that is there twice."""
        file = self._record()
        self._write(file.with_name(f"copy-{self.chance.randint(1, 9)}-{file.name}"), file.read_text("utf-8"))
        return f"{file.name} twice"

    def rename(self) -> str:
        """A record by another name."""
        file = self._record()
        self.undo.append((file, file.read_bytes()))
        file.rename(file.with_name(f"{file.stem}-b{file.suffix}"))
        return f"{file.name} by another name"

    def back(self) -> str:
        """An earlier state of a file."""
        if not self.undo:
            return "nothing to undo"
        file, body = self.undo.pop(self.chance.randrange(len(self.undo)))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
        return f"{file.name} as it was"

    def template(self) -> str:
        """A template of the site's own, or none any more."""
        name = self.chance.choice(("pages/data-use.html", "components/record.html", "pages/topic.html"))
        own = self.site / "templates" / name
        if own.exists():
            own.unlink()
            return f"{name} is ours again"
        own.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "templates" / name, own)
        with own.open("a", encoding="utf-8") as file:
            file.write(f"{{# {self.chance.randint(1, 99)} #}}<!-- of our own -->")
        return f"{name} of our own"

    def words(self) -> str:
        """Another word that the templates say."""
        own = self.site / "templates/words/en.yaml"
        text = (ROOT / "templates/words/en.yaml").read_text("utf-8")
        old, new = self.chance.choice((("Your choices", "What you can do"), ("Who we share", "Whom we tell")))
        self._write(own, text.replace(old, new))
        return f"{old} is {new}"

    def another_day(self) -> str:
        """The same site on another day."""
        self.today = self.chance.choice(DAYS)
        return f"it is {self.today}"
