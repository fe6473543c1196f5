"""A scripted editor: saves of every kind, right and wrong, and what a browser must show after each.

Used by the suite (a few saves) and by tests/benchmarks/editor_session.py (forty).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE = 30_000
"""Milliseconds after which a save counts as lost; a page normally follows within 300."""


@dataclass(frozen=True)
class Save:
    """One save: what is done, and the expression that is true in the browser once it is shown."""

    name: str
    do: Callable[[], object]
    shown: str


def in_title(words: str) -> str:
    return f"document.querySelector('h1').textContent.includes({words!r})"


def in_panel(words: str) -> str:
    return f"document.querySelector('aside.preview')?.textContent.includes({words!r})"


def not_in_panel(words: str) -> str:
    return f"!!document.querySelector('aside.preview') && !({in_panel(words)})"


@dataclass
class Editor:
    """Somebody who works on one page of a site: `page` is its file, a content page with a title."""

    site: Path
    page: Path
    number: int = 0

    @property
    def text(self) -> str:
        """What the page's file says now."""
        return self.page.read_text("utf-8")

    def titled(self, words: str) -> str:
        """The file with another title."""
        lines = self.text.split("\n")
        at = next(number for number, line in enumerate(lines) if line.startswith("title:"))
        return "\n".join([*lines[:at], f"title: {words}", *lines[at + 1 :]])

    def saves(self) -> Iterator[Save]:
        """A round of saves, each wrong one followed by its mending."""
        self.number += 1
        yield from self._right(f"Round {self.number}")
        yield from self._wrong_records(f"Mended {self.number}")
        yield from self._wrong_folders(f"Back {self.number}")

    def _right(self, words: str) -> Iterator[Save]:
        yield Save("a new title", lambda: self._write(self.titled(words)), in_title(words))
        yield Save("moved over", lambda: self._move_over(self.titled(f"{words} b")), in_title(f"{words} b"))
        yield Save("twice at once", lambda: self._twice(words), in_title(f"{words} d"))
        yield Save("in two halves", lambda: self._halves(self.titled(f"{words} e")), in_title(f"{words} e"))

    def _wrong_records(self, words: str) -> Iterator[Save]:
        good = self.text
        wrong = good.replace("summary:", "sumary:", 1)
        yield Save("an unknown field", lambda: self._write(wrong), in_panel("Did you mean"))
        yield Save("mended", lambda: self._write(good), not_in_panel("Did you mean"))
        broken = good.replace("title:", "title: [", 1)
        yield Save("no YAML", lambda: self._write(broken), in_panel("A bracket is opened"))
        yield Save("still no YAML", lambda: self._write(broken + "\n"), in_panel("A bracket is opened"))
        yield Save("mended with a title", lambda: self._write(self._with(good, words)), in_title(words))
        yield Save("empty", lambda: self._write(""), in_panel("front matter"))
        yield Save("filled again", lambda: self._write(good), not_in_panel("front matter"))
        yield Save("not UTF-8", lambda: self.page.write_bytes(b"\xff" + good.encode()), in_panel("UTF-8"))
        yield Save("UTF-8 again", lambda: self._write(good), not_in_panel("UTF-8"))

    def _wrong_folders(self, words: str) -> Iterator[Save]:
        good, settings = self.text, self.site / "site.yaml"
        right = settings.read_text("utf-8")
        template = self.site / "templates/pages/page.html"
        aside, folder = self.page.parent.with_name("aside"), self.page.parent
        yield Save("deleted", self.page.unlink, in_panel("has gone"))
        yield Save("there again", lambda: self._write(good), not_in_panel("has gone"))
        yield Save("folder renamed", lambda: folder.rename(aside), in_panel("aside"))
        yield Save("folder back", lambda: aside.rename(folder), not_in_panel("aside"))
        yield Save("no site.yaml", lambda: settings.write_text("name: [", "utf-8"), in_panel("site.yaml:1:7"))
        yield Save("site.yaml", lambda: settings.write_text(right, "utf-8"), not_in_panel("site.yaml:1:7"))
        yield Save("no template", lambda: self._template(template), in_panel("page.html:2"))
        yield Save("template gone", template.unlink, not_in_panel("page.html:2"))
        yield Save("a last title", lambda: self._write(self.titled(words)), in_title(words))

    def _write(self, text: str) -> None:
        self.page.write_text(text, "utf-8")

    def _with(self, text: str, words: str) -> str:
        title = next(line for line in text.split("\n") if line.startswith("title:"))
        return text.replace(title, f"title: {words}", 1)

    def _move_over(self, text: str) -> None:
        """As editors save that write beside the file first."""
        beside = self.page.with_name(f".{self.page.name}.tmp")
        beside.write_text(text, "utf-8")
        beside.replace(self.page)

    def _twice(self, words: str) -> None:
        self._write(self.titled(f"{words} c"))
        self._write(self.titled(f"{words} d"))

    def _halves(self, text: str) -> None:
        """A save that is seen before it is finished."""
        half = len(text) // 2
        with self.page.open("w", encoding="utf-8") as file:
            file.write(text[:half])
            file.flush()
            time.sleep(0.15)
            file.write(text[half:])

    def _template(self, template: Path) -> None:
        template.parent.mkdir(parents=True, exist_ok=True)
        template.write_text(
            '{% extends "layout.html" %}\n{% block content %}{{ nothing.here }}{% endblock %}'
        )


def follow(browser_page: Any, save: Save) -> float:
    """Saves, waits until the browser shows it, and returns how many milliseconds that took."""
    started = time.perf_counter()
    save.do()
    browser_page.wait_for_function(save.shown, timeout=PATIENCE, polling=20)
    return (time.perf_counter() - started) * 1000
