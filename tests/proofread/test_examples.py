"""The examples that `explain` prints are true: the fault is found, and mended it is not.

Each example is laid over a record of the small site: its fields take the place of the record's own,
and a field that only one of the two has is taken out of the record first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from conftest import SMALL, TODAY, Ran

from generator.load.documents import Document
from generator.load.examples import FOLDER, Example, read_examples
from generator.load.files import SourceFile
from generator.load.html import HtmlFile
from generator.load.site import Loaded, load
from generator.load.yaml import parse
from generator.model.assemble import model
from generator.model.register import Register
from generator.proofread.catalogue import ON_HTML, Rule
from generator.proofread.html.judge import SUBJECTS, proofread_html
from generator.proofread.records import FAMILIES, proofread_records
from generator.proofread.rules import RULES
from generator.proofread.texts import SORTS
from generator.report import explain

FAMILY_FILES = sorted({RULES[r].family.replace(" ", "_") for r in RULES})
EXAMPLES = {rule: example for family in FAMILY_FILES for rule, example in read_examples(family).items()}
LOADED = load(SMALL)
DAY = date.fromisoformat(TODAY)

ABOUT_TWO_FILES = {
    *("one-use", "copied-evaluation", "purpose-of-another", "benefit-needs-law", "compliance-uses-checked"),
    *("complaint-rights-listed", "rights-listed", "opt-out-nation", "compliance-uses-in-scope"),
    *("published-entry-changed", "change-note-missing", "address-kept", "statement-published"),
    *("wording-changed", "version-kept", "version-superseded", "text-cut"),
    *("contact-of-another-body", "cookies-denied"),
    *(
        "assessment-agrees",
        "users-told",
        "consent-sought-in-use",
        "opted-out-counts-agree",
        "kept-after-end-fits",
        "child-version-linked",
        "deletion-day-agrees",
        "people-counted-alike",
        "work-told-over",
        "compliance-applies",
        *("title-of-its-own", "summary-of-its-own", "barrier-denied", "agreed-use-stops"),
        *("officer-has-own-address", "regulator-address-fits"),
    ),
}
"""Rules whose fault lies between two files, or two publications, or in a line as it is written: their
examples are only held against the schema."""

ALSO_THERE = {
    "organisations": "- { id: old-library-trust, name: The old trust, kind: charity, "
    "what_it_does: It lent books., end: 2026-03-31, succeeded_by: shelfmark }\n"
    "- { id: westmarch-council, name: Westmarch Council, kind: council, what_it_does: It runs Westmarch. }\n"
    "- { id: mill-road-surgery, name: Mill Road Surgery, kind: nhs, what_it_does: It treats people. }\n"
    "- { id: the-public, name: Everyone (open to all), kind: group, what_it_does: They read it. }",
    "contacts": "- { id: web-office, name: Web office, email: web@westmarch.example, "
    "checked: 2026-10-01, check_by: 2027-10-01 }",
    "facts": "- { id: renewals-line, label: Where to renew loans, value: 01632 960201, "
    "checked: 2026-10-01, check_by: 2027-10-01 }",
    "laws": "- { id: old-libraries-act, title: Libraries Act 1850, repealed_on: 2020-04-01 }\n"
    "- { id: new-libraries-act, title: Libraries Act 2027, in_force_from: 2027-04-01 }\n"
    "- { id: uk-gdpr, title: UK General Data Protection Regulation }\n"
    "- { id: pecr-2003, title: Privacy and Electronic Communications (EC Directive) Regulations 2003 }",
}
"""What the comments of examples say that the reference lists hold."""

LISTS = {
    "value": "facts",
    "article": "rights",
    "sensitivity": "data-categories",
    "term": "glossary",
    "topic": "services",
    "what_it_does": "organisations",
    "title": "laws",
}
"""The list that an entry belongs to, by a field that only its entries have; without one it is a contact."""

ABOUT_A_WHOLE_RECORD = {"speaks-to-reader"}
"""Rules whose fault is in no field alone: nothing of the record that an example is laid over is kept."""


def tried() -> Iterator[Any]:
    for name, example in EXAMPLES.items():
        if RULES[name].subject not in ("files", "built", "html"):
            yield pytest.param(RULES[name], example, id=name)


def tried_on_a_page() -> Iterator[Any]:
    for name, example in EXAMPLES.items():
        if RULES[name].subject == "html" or name in ON_HTML:
            yield pytest.param(name, example, id=name)


def page(example: str) -> HtmlFile:
    """A small page that is right but for the example, which can be a page or the body of one itself."""
    if example.startswith("<html"):
        return HtmlFile("page.html", f"<!doctype html>\n{example}")
    in_head = example.startswith(("<title", "<meta"))
    head = example if example.startswith("<title") else f"<title>Library cards</title>{example * in_head}"
    body = (
        example if example.startswith("<body") else f"<body><h1>Library cards</h1>{example * (not in_head)}"
    )
    return HtmlFile("page.html", f'<!doctype html>\n<html lang="en"><head>{head}</head>\n{body}')


def values(text: str) -> Any:
    parsed = parse(SourceFile("example.yaml", text))
    assert not parsed.findings, parsed.findings
    return parsed.value


def collection(rule: Rule, given: Any) -> str:
    """What an example is laid over."""
    if isinstance(given, tuple):
        return "reference"
    if rule.subject in ("records", *SORTS):
        return "data-uses"
    return rule.subject


def variants(rule: Rule, example: Example, which: str) -> Iterator[Loaded]:
    """The small site with the example in each of the files that it can stand in."""
    before, after = values(example.before), values(example.after)
    given = before if which == "before" else after
    kind = collection(rule, given)
    if kind == "reference":
        slug = next((LISTS[key] for key in LISTS if key in given[0]), "contacts")
        yield changed(lambda d: d.slug == slug, lambda d: saying(d, entries=instead(d.entries, given)))
    elif kind == "site":
        yield replace(with_lists(), site=laid_over(LOADED.site, before, after, given))
    else:
        for document in LOADED.documents:
            if document.collection == kind:
                yield changed(
                    lambda d, path=document.path: d.path == path,
                    lambda d: laid_over(d, before, after, given, rule.id in ABOUT_A_WHOLE_RECORD),
                )


def instead(entries: Any, given: Any) -> Any:
    """A list with some entries, which take the place of those with the same id."""
    ids = {entry["id"] for entry in given}
    return (*(entry for entry in entries if entry["id"] not in ids), *given)


def laid_over(
    document: Document | None, before: Any, after: Any, given: Any, alone: bool = False
) -> Document:
    assert document is not None
    kept = {k: v for k, v in document.values.items() if k not in before and k not in after and not alone}
    base = {name: document.values[name] for name in ("title", "status") if name in document.values}
    return saying(document, values={**base, **kept, **given})


def saying(document: Document, **said: Any) -> Document:
    """A document that says something else."""
    return replace(document, said=replace(document.content, **said))


def with_lists() -> Loaded:
    documents = tuple(
        saying(d, entries=(*d.entries, *values(ALSO_THERE[d.slug]))) if d.slug in ALSO_THERE else d
        for d in LOADED.documents
    )
    return replace(LOADED, documents=documents)


def changed(is_it: Callable[[Document], bool], change: Callable[[Document], Document]) -> Loaded:
    loaded = with_lists()
    return replace(loaded, documents=tuple(change(d) if is_it(d) else d for d in loaded.documents))


def register_of(loaded: Loaded) -> Register:
    """The register; whatever an example says has to fit the schema."""
    modelled = model(loaded, DAY)
    of_form = {"unknown-key", "wrong-type", "wrong-value", "missing-field"}
    assert not [f for f in modelled.findings if f.rule in of_form]
    assert modelled.register is not None
    return modelled.register


def fires(rule: Rule, loaded: Loaded) -> bool:
    return any(finding.rule == rule.id for finding in proofread_records(register_of(loaded), [rule]))


@pytest.mark.parametrize(("rule", "example"), list(tried()))
def test_the_fault_is_found_and_mended_it_is_not(rule: Rule, example: Example) -> None:
    befores, afters = (list(variants(rule, example, which)) for which in ("before", "after"))
    if rule.id in ABOUT_TWO_FILES:
        for loaded in befores if rule.subject != "site" else ():
            if rule.id not in ("one-use", "benefit-needs-law"):
                register_of(loaded)
        return
    found = [(fires(rule, before), fires(rule, after)) for before, after in zip(befores, afters, strict=True)]
    assert (True, False) in found, found


@pytest.mark.parametrize(("rule", "example"), list(tried_on_a_page()))
def test_the_fault_is_found_on_a_page_and_mended_it_is_not(rule: str, example: Example) -> None:
    before, after = (
        {f.rule for f in proofread_html([page(text)])} for text in (example.before, example.after)
    )
    assert rule in before
    assert rule not in after


def test_every_rule_has_an_example_of_a_few_lines() -> None:
    for rule in RULES:
        example = EXAMPLES[rule]
        assert example.before.strip() != example.after.strip(), rule
        for text in (example.before, example.after):
            assert 1 <= len(text.strip().splitlines()) <= 10, rule
            assert max(map(len, text.splitlines())) <= 120, rule


def test_every_example_belongs_to_a_rule_of_its_family() -> None:
    families = {family.__name__.rsplit(".", 1)[-1] for family in (*FAMILIES, *SUBJECTS)}
    for file in FOLDER.rglob("*.yaml"):
        assert file.stem in families
        for rule in read_examples(file.stem):
            assert RULES[rule].family.replace(" ", "_") == file.stem
            assert (file.parent.name == "html") == (RULES[rule].subject == "html")


def test_a_family_without_examples_has_none() -> None:
    assert read_examples("no such family") == {}


def test_explain_prints_the_example_line_by_line(run: Callable[..., Ran]) -> None:
    said = run("explain", "statute-named").stdout
    before, after = re.split(r"\n\nAfter\n", said.split("\n\nBefore\n")[1])
    assert before.splitlines() == [
        "  purposes:",
        "    - purpose: Lend you books",
        "      lawful_basis: public-task",
    ]
    assert after.splitlines()[-1] == "          section: section 7"
    result = run("explain", "statute-named", "--format", "json").json
    assert (result["rule"], result["severity"]) == ("statute-named", "warning")
    assert result["before"].startswith("purposes:\n")


def test_explain_without_an_example_says_the_rest() -> None:
    said = explain(RULES["statute-named"])
    assert "How to mend it" in said
    assert "Before" not in said
