"""What nobody has answered is never printed as "no", and what is internal never leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from bs4 import BeautifulSoup
from conftest import ROOT, SMALL, Ran, build_here

from generator.build import Built

pytestmark = pytest.mark.without_coverage

ANSWERS = (
    *("recipients", "transfers", "automated_decisions", "confidentiality", "national_data_opt_out"),
    *("choices", "public_benefit", "dpia"),
)


class Plain(yaml.SafeLoader):
    """Leaves dates as they were written, so that a record can be written again."""

    yaml_implicit_resolvers: ClassVar = {
        letter: [
            (tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", ":int", ":float"))
        ]
        for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read(text: str) -> Any:
    """A YAML text as plain values."""
    return yaml.load(text, Plain)


def unstated() -> str:
    return str(read((ROOT / "templates/words/en.yaml").read_text("utf-8"))["not_stated"])


def uses() -> list[Path]:
    return sorted((SMALL / "content/data-uses").glob("*.yaml"))


def page_of(built: Built, slug: str) -> BeautifulSoup:
    page = next(a for a in built.artefacts if a.url == f"/data-uses/{slug}/")
    return BeautifulSoup(page.body, "html.parser")


def change(site: Path, slug: str, alter: Callable[[Any], None]) -> None:
    file = site / "content/data-uses" / f"{slug}.yaml"
    record = read(file.read_text("utf-8"))
    alter(record)
    file.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), "utf-8")


def short_answers(soup: BeautifulSoup) -> Iterator[str]:
    for element in soup.main.find_all(["dd", "td", "p", "li"]):
        yield " ".join(element.get_text().split()).rstrip(".").casefold()


@pytest.mark.parametrize("slug", [file.stem for file in uses()])
@pytest.mark.parametrize("field", ANSWERS)
def test_an_answer_that_was_not_given_is_said_to_be_missing(small_site: Path, slug: str, field: str) -> None:
    change(small_site, slug, lambda record: record.pop(field, None))
    soup = page_of(build_here(small_site), slug)
    assert unstated() in " ".join(soup.main.get_text().split())
    assert not {"no", "none", "false", "null", ""} & (set(short_answers(soup)) - {""})


@pytest.mark.parametrize("slug", [file.stem for file in uses()])
def test_a_complete_notice_says_nowhere_that_something_is_missing(small_site: Path, slug: str) -> None:
    soup = page_of(build_here(small_site), slug)
    assert unstated() not in soup.main.get_text()


def test_retention_that_was_not_given_is_said_to_be_missing(small_site: Path) -> None:
    slug = uses()[0].stem
    change(
        small_site, slug, lambda record: [purpose.pop("retention", None) for purpose in record["purposes"]]
    )
    assert unstated() in page_of(build_here(small_site), slug).main.get_text()


def test_an_empty_notice_is_still_a_page_that_claims_nothing(small_site: Path) -> None:
    slug = uses()[0].stem
    keep = ("title", "summary", "status", "owner", "reviewed", "review_due")

    def empty(record: dict[str, Any]) -> None:
        for key in [key for key in record if key not in keep]:
            del record[key]

    change(small_site, slug, empty)
    made = build_here(small_site)
    soup = page_of(made, slug)
    assert " ".join(soup.main.get_text().split()).count(unstated()) >= 5
    assert not {"no", "none", "false"} & set(short_answers(soup))
    assert made.blocked()


def test_a_reason_why_something_does_not_apply_is_printed(small_site: Path) -> None:
    slug = uses()[0].stem
    reason = "A reason that only this test would give."
    for field in ("recipients", "transfers", "automated_decisions", "dpia", "confidentiality"):
        change(
            small_site, slug, lambda record, field=field: record.update({field: {"does_not_apply": reason}})
        )
        text = page_of(build_here(small_site), slug).main.get_text()
        assert reason in text, field


def test_what_is_internal_or_about_accepted_findings_is_in_no_byte(
    small_site: Path, run: Callable[..., Ran]
) -> None:
    accepted = {
        "rule": "review-due",
        "reason": "SENTINELREASON agreed",
        "by": "SENTINELROLE officer",
        "until": "2026-12-31",
    }
    for file in uses():
        change(
            small_site,
            file.stem,
            lambda record: record.update(
                internal={"security": "SENTINELSECURITY in a safe", "notes": "SENTINELNOTES to colleagues"},
                accepted=[accepted],
            ),
        )
    ran = run("build", "--site", small_site, "--format", "json")
    assert ran.json["pages"], ran.stdout
    everything = b"".join(file.read_bytes() for file in (small_site / "public").rglob("*") if file.is_file())
    assert b"SENTINEL" not in everything
    assert len(everything) > 50_000
