"""How a generator is given a site, run, and made to forget; and this project as one of them."""

from __future__ import annotations

import os
import shutil
import sys
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path

from contest.tools import ROOT

TODAY = "2026-11-22"


class Builder(ABC):
    """A generator with one site; `site` is ours, `folder` holds what this generator makes of it.

    The environment names a folder for what the generator keeps, so that nothing is found from before.
    """

    name: str

    def __init__(self, site: Path, folder: Path) -> None:
        self.site, self.folder = site, folder
        folder.mkdir(parents=True, exist_ok=True)

    @property
    @abstractmethod
    def command(self) -> Sequence[str]:
        """What builds the site."""

    @property
    @abstractmethod
    def output(self) -> Path:
        """Where the built site lies."""

    @property
    def kept(self) -> Path:
        """The folder for caches."""
        return self.folder / "kept"

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables of the processes."""
        return {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}

    @abstractmethod
    def prepare(self) -> None:
        """Takes over the content of our site."""

    @abstractmethod
    def take_over(self, file: Path) -> None:
        """Takes over one record that was edited."""

    @abstractmethod
    def edit_template(self, number: int) -> None:
        """Changes the template of a notice."""

    def forget(self) -> None:
        """Makes the next build a cold one."""
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(self.kept, ignore_errors=True)


class Previewed(Builder):
    """A generator with a preview server that speaks LiveReload."""

    @abstractmethod
    def preview(self, port: int) -> Sequence[str]:
        """What serves the site while it is edited."""


class FairNotice(Previewed):
    """This project, with the interpreter that runs this."""

    name = "Fair Notice"

    @property
    def command(self) -> Sequence[str]:
        """What builds the site."""
        build = [sys.executable, str(ROOT / "build.py"), "build", "--site", str(self.site)]
        return [*build, "--today", TODAY, "--output", str(self.output), "--quiet"]

    def preview(self, port: int) -> Sequence[str]:
        """What serves the site while it is edited."""
        serve = [sys.executable, str(ROOT / "build.py"), "serve", "--site", str(self.site)]
        return [*serve, "--today", TODAY, "--port", str(port)]

    @property
    def output(self) -> Path:
        """Where the built site lies."""
        return self.folder / "public"

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables of the processes."""
        return {**super().environment, "FAIR_NOTICE_CACHE": str(self.kept)}

    def prepare(self) -> None:
        """It is our content already."""

    def take_over(self, file: Path) -> None:
        """It is our content already."""

    def edit_template(self, number: int) -> None:
        """A site's own template takes the place of the one that comes with the program."""
        text = (ROOT / "templates" / "pages" / "data-use.html").read_text("utf-8")
        own = self.site / "templates" / "pages" / "data-use.html"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(text.replace('class="sections"', f'class="sections edit-{number}"'), "utf-8")
