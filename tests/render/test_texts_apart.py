"""The text of a data use stands on its own page alone, so that no other page need be made anew with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import ROOT, SMALL, build_here

TOLD = ("/manifest.json", "/published.json", "/fingerprints.json", "/register.json", "/register.csv")
"""Files for machines, which tell everything."""

SEARCHED = ("/assets/search.", "/search/")


def say_more(site: Path) -> set[str]:
    """Adds to the text of every data use without earlier versions; returns the addresses of their pages."""
    found = set()
    for file in (site / "content/data-uses").iterdir():
        slug, _, kind = file.name.partition(".")
        if (site / "content/versions/data-uses" / slug).exists():
            continue
        text = file.read_text("utf-8")
        if kind == "md":
            file.write_text(f"{text}\n\n## Quaggas\n\nWe tell [quaggas](/about/) of it.\n", "utf-8")
        elif "\nbody: |\n" in text:
            file.write_text(text.replace("\nbody: |\n", "\nbody: |\n  We tell quaggas.\n\n"), "utf-8")
        else:
            file.write_text(f"{text}\nbody: |\n  We tell quaggas.\n", "utf-8")
        found.add(f"/data-uses/{slug}/")
    return found


@pytest.mark.parametrize("of", [SMALL, ROOT], ids=["small", "demonstration"])
def test_no_other_page_says_anything_else(of: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    shutil.copy(of / "site.yaml", site)
    shutil.copytree(of / "content", site / "content")
    before = {artefact.url: artefact.fingerprint for artefact in build_here(site).artefacts}
    own = say_more(site)
    after = {artefact.url: artefact.fingerprint for artefact in build_here(site, cache=None).artefacts}
    changed = {url for url, said in after.items() if before.get(url) != said}
    assert own <= changed
    assert {url for url in changed - own if url not in TOLD and not url.startswith(SEARCHED)} == set()
