"""The other generators: they get Markdown files and data files, and templates that give pages like ours."""

from __future__ import annotations

import json
import shutil
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from contest import converted
from contest.builders import Builder, Previewed
from contest.tools import ROOT

HERE = Path(__file__).parent
ASSETS = ("site.css", "consent.js", "search.js")
TAXONOMIES = ("organisations", "data-categories", "topics", "choices", "public-benefit")


class _Converted(Builder):
    """A generator that gets Markdown files and data files."""

    templates: str
    data_folder: str

    @property
    @abstractmethod
    def notice_template(self) -> Path:
        """The template of a notice."""

    @abstractmethod
    def path(self, address: str) -> str:
        """Where the page of an address is kept as Markdown."""

    @abstractmethod
    def fact(self, identifier: str) -> str:
        """How a text asks for a fact."""

    @cached_property
    def _facts(self) -> dict[str, str]:
        return converted.facts(converted.lists(self.site))

    def prepare(self) -> None:
        """Takes over the content of our site."""
        shutil.copytree(HERE / self.templates, self.folder, dirs_exist_ok=True)
        assets = self.folder / "assets"
        assets.mkdir(exist_ok=True)
        for name in ASSETS:
            shutil.copy(ROOT / "templates" / "assets" / name, assets / name)
        listed = converted.lists(self.site)
        for name, values in converted.data(listed, self._facts):
            self._write(f"{self.data_folder}/{name}.json", json.dumps(values, default=str))
        for page in self._pages(listed):
            self._write_page(page)

    def _pages(self, listed: Mapping[str, object]) -> Iterator[converted.Page]:
        yield from converted.indexes()
        yield from converted.entries(listed, self._facts)
        yield from converted.records(self.site, self._facts)

    def take_over(self, file: Path) -> None:
        """Takes over one record that was edited."""
        self._write_page(converted.record(file, self._facts))

    def edit_template(self, number: int) -> None:
        """Changes the template of a notice."""
        text = (HERE / self.templates / self.notice_template).read_text("utf-8")
        changed = text.replace('class="sections"', f'class="sections edit-{number}"')
        (self.folder / self.notice_template).write_text(changed, "utf-8")

    def _write_page(self, page: converted.Page) -> None:
        address, fields, text = page
        text = converted.FACT.sub(lambda found: self.fact(found[1]), text)
        self._write(self.path(address), converted.front_matter(fields, text))

    def _write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


class Hugo(_Converted, Previewed):
    """Hugo; organisations, categories, topics, choices and projects are taxonomies, its quickest lists."""

    name = "Hugo"
    templates = "hugo"
    data_folder = "data"
    notice_template = Path("layouts/data-uses/page.html")

    def __init__(self, site: Path, folder: Path, program: Path) -> None:
        super().__init__(site, folder)
        self.program = program

    @property
    def command(self) -> Sequence[str]:
        """What builds the site."""
        return [str(self.program), "--quiet", "--source", str(self.folder)]

    def preview(self, port: int) -> Sequence[str]:
        """What serves the site while it is edited; it makes only what was looked at, as it does by itself."""
        return [str(self.program), "server", "--source", str(self.folder), "--port", str(port)]

    @property
    def output(self) -> Path:
        """Where the built site lies."""
        return self.folder / "public"

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables of the processes."""
        return {**super().environment, "HUGO_CACHEDIR": str(self.kept)}

    def forget(self) -> None:
        """Makes the next build a cold one."""
        super().forget()
        shutil.rmtree(self.folder / "resources", ignore_errors=True)

    def path(self, address: str) -> str:
        """Where the page of an address is kept as Markdown."""
        folder, _, name = address.partition("/")
        if folder in converted.INDEXES and not name:
            return f"content/{folder}/_index.md"
        if not address or folder in TAXONOMIES:
            return f"content/{address}/_index.md"
        return f"content/{address}.md"

    def fact(self, identifier: str) -> str:
        """How a text asks for a fact."""
        return f'{{{{< fact "{identifier}" >}}}}'


class Eleventy(_Converted):
    """Eleventy; its templates are JavaScript, the quickest of its languages, and lists are made once."""

    name = "Eleventy"
    templates = "eleventy"
    data_folder = "data/reference"
    notice_template = Path("_includes/notice.js")

    def __init__(self, site: Path, folder: Path, program: Path) -> None:
        super().__init__(site, folder)
        self.program = program

    @property
    def command(self) -> Sequence[str]:
        """What builds the site."""
        return ["node", str(self.program), "--quiet"]

    @property
    def output(self) -> Path:
        """Where the built site lies."""
        return self.folder / "public"

    def prepare(self) -> None:
        """Takes over the content of our site; Node looks for packages beside the site."""
        super().prepare()
        packages = self.folder / "node_modules"
        packages.unlink(missing_ok=True)
        packages.symlink_to(self.program.parents[2])

    def path(self, address: str) -> str:
        """Where the page of an address is kept as Markdown."""
        return f"content/{address}.md" if "/" in address else f"content/{address or '.'}/index.md"

    def fact(self, identifier: str) -> str:
        """How a text asks for a fact: as ours do, and a preprocessor puts it in."""
        return f"[[{identifier}]]"

    def _write_page(self, page: converted.Page) -> None:
        """Says what kind of page it is, which one template makes for all kinds."""
        address, fields, text = page
        folder, _, name = address.partition("/")
        kind = KINDS.get(folder, "text") if name else fields.get("layout", folder or "home")
        if not name and folder not in (*converted.INDEXES, *converted.SINGLE, ""):
            kind = "text"
        super()._write_page((address, {**fields, "kind": kind, "layout": "base.11ty.js"}, text))


KINDS = {
    "data-uses": "use",
    "choices": "choice",
    "public-benefit": "project",
    "organisations": "organisation",
    "data-categories": "category",
    "topics": "topic",
    "rights": "right",
}
"""What the pages below a folder are, by the names that Eleventy's templates use."""
