"""Pages about organisations and kinds of data say who gives, who gets; a choice that is over is no guide."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from conftest import run_build

Edit = Callable[[Path, str, str], None]


def words(site: Path, path: str) -> str:
    html = (site / "public" / path / "index.html").read_text("utf-8")
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_kind_of_data_names_who_gets_it_in_each_use(published_small: Path) -> None:
    cards = (published_small / "content/data-uses/library-cards.yaml").read_text("utf-8")
    assert "organisation: shelfmark" in cards
    assert "Who gets it" in words(published_small, "data-categories/name-and-contact")
    assert "Shelfmark" in words(published_small, "data-categories/name-and-contact")


def test_an_organisation_counts_what_it_gives_beside_what_it_gets(published_small: Path) -> None:
    listed = words(published_small, "organisations")
    assert re.search(r"Gives data in \d+ uses?", listed)
    assert re.search(r"Gets data in \d+ uses?", listed)


def test_a_withdrawn_choice_does_not_say_how_to_make_it(small_site: Path, edit: Edit) -> None:
    choice = small_site / "content/opt-outs/reading-history.md"
    assert run_build("build", "--site", small_site).status == 0
    assert "How to make this choice" in words(small_site, "choices/reading-history")
    edit(choice, "status: published", "status: withdrawn\nwithdrawn_because: We keep no history any more.")
    run_build("build", "--site", small_site)
    said = words(small_site, "choices/reading-history")
    assert "You can no longer make this choice" in said
    assert "We keep no history any more." in said
    for guide in ("How to make this choice", "Who can make it", "When it takes effect"):
        assert guide not in said
