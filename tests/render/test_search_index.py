"""The search index knows every page that readers may find, in their own words."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from conftest import page_text

from generator.build import Order, build


def entries(site: Path, **more: Any) -> dict[str, dict[str, str]]:
    built = build(Order(site, date(2026, 11, 22), **more), lambda _: None)
    index = next(
        a for a in built.artefacts if a.url.startswith("/assets/search.") and a.url.endswith(".json")
    )
    return {entry["u"]: entry for entry in json.loads(index.body)["entries"]}


def test_it_holds_what_is_current_and_nothing_else(small_site: Path) -> None:
    for name, fields, status in (
        ("gone", "withdrawn_because: Old.", "withdrawn"),
        ("plan", "", "draft"),
        ("here", "also_called: [Tip, DUMP, Tip]", "published"),
    ):
        text = page_text(fields, status=status, title=f"Page {name}")
        (small_site / f"content/pages/{name}.md").write_text(text, "utf-8")
    found = entries(small_site)
    assert "/gone/" not in found
    assert "/plan/" not in found
    assert found["/here/"]["t"] == "Page here"
    assert found["/here/"]["k"] == "tip dump"


def test_addresses_carry_the_base_path(small_site: Path) -> None:
    assert all(url.startswith("/p/q/") for url in entries(small_site, base_url="https://example.org/p/q/"))


def test_the_order_is_always_the_same(small_site: Path) -> None:
    assert list(entries(small_site)) == list(entries(small_site))


def test_texts_in_the_index_have_no_markup(small_site: Path) -> None:
    text = page_text(summary="'See [about us](page:about) and **this**.'", title="Marked up")
    (small_site / "content/pages/marked.md").write_text(text, "utf-8")
    assert entries(small_site)["/marked/"]["s"] == "See about us and this."
