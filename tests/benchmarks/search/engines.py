"""The search engines that are compared, each made ready for the same built pages."""

from __future__ import annotations

import json
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

HERE = Path(__file__).parent
RIVALS = HERE / "rivals"
PACKAGES = ("pagefind@1", "minisearch@7", "esbuild@0.25")
"""What is taken from npm; esbuild makes MiniSearch as small as its users do."""


@dataclass(frozen=True)
class Engine:
    """One engine: the folders that its site is served from, its search page, and the files of its index."""

    name: str
    folders: Sequence[Path]
    search_page: str
    index: Sequence[Path]
    pages: int
    """How many pages the index is of."""


def fair_notice(site: Path, _: Path) -> Engine:
    """Ours, as it is built."""
    files = [file for file in (site / "assets").glob("search.*") if file.suffix != ".js"]
    return Engine("Fair Notice", [site], "/search/", files, len(searched(site)))


def pagefind(site: Path, work: Path) -> Engine:
    """Pagefind, which indexes the HTML of the pages and is asked through its JavaScript interface."""
    overlay, copies, pages = work / "pagefind", work / "pages", searched(site)
    for folder in (overlay, copies):
        shutil.rmtree(folder, ignore_errors=True)
    for page in pages:
        copy = copies / page.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, copy)
    program = _packages(work) / ".bin" / "pagefind"
    command = [program, "--site", copies, "--output-path", overlay / "pagefind", "--root-selector", "main"]
    subprocess.run([*map(str, command)], check=True, capture_output=True)
    _page(overlay, "pagefind.js")
    index = [file for kind in ("pf_*", "json") for file in overlay.rglob(f"*.{kind}")]
    return Engine("Pagefind", [overlay, site], "/rival/", index, len(pages))


def minisearch(site: Path, work: Path) -> Engine:
    """MiniSearch, with titles, descriptions, headings and texts of the pages in its index."""
    overlay, installed, pages = work / "minisearch", _packages(work), searched(site)
    texts, index = work / "texts.json", overlay / "rival" / "index.json"
    texts.write_text(json.dumps([_text(site, page) for page in pages]), "utf-8")
    _page(overlay, "minisearch.js")
    library = installed / "minisearch" / "dist" / "umd" / "index.js"
    minify = [installed / ".bin" / "esbuild", library, "--minify", f"--outfile={overlay}/rival/library.js"]
    subprocess.run([*map(str, minify)], check=True, capture_output=True)
    script = RIVALS / "minisearch-index.cjs"
    command = ["node", script, installed / "minisearch", texts, index]
    subprocess.run([*map(str, command)], check=True)
    return Engine("MiniSearch", [overlay, site], "/rival/", [index], len(pages))


ENGINES: dict[str, Callable[[Path, Path], Engine]] = {
    "fair-notice": fair_notice,
    "pagefind": pagefind,
    "minisearch": minisearch,
}


def searched(site: Path) -> list[Path]:
    """The pages that a search should find: those of the sitemap but the search page itself."""
    sitemap = ElementTree.parse(site / "sitemap.xml").getroot()
    addresses = [urlsplit(found.text or "").path for found in sitemap.iter() if found.tag.endswith("}loc")]
    base = min(addresses, key=len)
    pages = [site / address.removeprefix(base) / "index.html" for address in addresses]
    return [page for page in pages if page.is_file() and page.parent != site / "search"]


def _text(site: Path, page: Path) -> dict[str, str]:
    """What MiniSearch is told of a page."""
    read = BeautifulSoup(page.read_bytes(), "html.parser")
    main = read.find("main") or read
    title, description = read.find("h1"), read.find("meta", attrs={"name": "description"})
    return {
        "id": "/" + page.parent.relative_to(site).as_posix().strip(".") + "/",
        "title": title.get_text(" ", strip=True) if title else "",
        "description": str(description["content"]) if description else "",
        "headings": " ".join(heading.get_text(" ", strip=True) for heading in main.find_all(["h2", "h3"])),
        "text": main.get_text(" ", strip=True),
    }


def _packages(work: Path) -> Path:
    """The folder with the packages from npm, installed where it is not yet there."""
    folder = work / "npm"
    if not folder.exists():
        folder.mkdir(parents=True)
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, *PACKAGES]
        subprocess.run([*map(str, command)], check=True)
    return folder / "node_modules"


def _page(overlay: Path, script: str) -> None:
    """A search page for an engine that has none: the same form, list and status as ours."""
    folder = overlay / "rival"
    folder.mkdir(parents=True, exist_ok=True)
    page = (RIVALS / "search.html").read_text("utf-8")
    (folder / "index.html").write_text(page.replace("/* the engine */", (RIVALS / script).read_text("utf-8")))
