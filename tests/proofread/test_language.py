"""Rules about words: ordinary notices pass, Welsh is left alone, days and slips are read rightly."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.load.site import load
from generator.model.assemble import model
from generator.model.register import Register
from generator.proofread.days import DAY, last_day
from generator.proofread.rules import RULES
from generator.proofread.spelling import slips
from generator.proofread.texts import SORTS, PublishedText, texts, texts_in

SMALL = Path(__file__).parents[1] / "sites" / "small"

ORDINARY = (
    "Pellbridge Council is the controller of your data. You can ask our data protection officer about it.",
    (
        "We use your data because the law gives us this task (Article 6(1)(e) of the UK GDPR,"
        " public task). Where we"
        " use facts about your health, we rely on Article 9(2)(h), health or social care."
    ),
    "We share your name with NHS England, as the National Health Service Act 2006 says.",
    "The Care Act 2014 and the HM Revenue & Customs rules hold.",
    (
        "If you are not happy, complain to us first. We tell you within 30 days that we have your"
        " complaint. You can"
        " also complain to the Information Commission (ICO)."
    ),
    "You can ask for a copy of your data. It is free, and we answer within one month.",
    "We keep your file for 6 years after the account closes. Then we delete it.",
    "We send your name to a company in the United States, under the UK-US data bridge.",
    "No computer decides alone. If that ever changes, Articles 22A to 22D give you four safeguards.",
    "On 2 March 2026 we checked 14 uses. We check again by 2 March 2027.",
    "Since 19 June 2026 you have had the right to complain to us.",
    "The National Data Opt-Out does not apply here, because the law requires this return.",
    "You can change your mind at any time. Tell any library, write to us, or ring us.",
    "If you want to opt out, ring the service or use the NHS website. Your own care does not change.",
    "We took over this work from Westmarch on 1 April 2023. Data that you gave before 2023 came with it.",
    "We film public places for safety. Films are deleted after 31 days, unless the police ask for them.",
)

WELSH = (
    "Rydym yn defnyddio eich enw a'ch cyfeiriad er mwyn gwybod pwy ydych chi a ble rydych chi'n"
    " byw fel y gallwn"
    " anfon cerdyn atoch a rhoi gwybod i chi pan fydd llyfr yn hwyr ac eto pan fydd un wedi dod"
    " yn ôl. MAE HYN YN"
    " BWYSIG. Prior to commencement, the CYSUR will keep data for as long as necessary."
)


@pytest.fixture(scope="module")
def register() -> Register:
    found = model(load(SMALL), date(2026, 11, 22)).register
    assert found is not None
    return found


def found(text: PublishedText, register: Register) -> set[str]:
    """The ids of the rules over texts that find something in one text."""
    rules = [rule for rule in RULES.values() if rule.subject in SORTS and rule.check]
    judged = [rule for rule in rules if SORTS[rule.subject](text.text)]
    return {rule.id for rule in judged if rule.check and list(rule.check(text, register))}


@pytest.mark.parametrize("words", ORDINARY)
def test_an_ordinary_notice_gives_no_finding(words: str, register: Register) -> None:
    assert found(PublishedText(words, ("body",), register.site_document), register) == set()


def test_no_rule_about_english_words_reads_welsh(register: Register) -> None:
    text = PublishedText(WELSH, ("body",), register.site_document, "cy")
    assert found(text, register) == set()
    english = found(replace(text, language="en"), register)
    assert {"long-sentence", "plain-word", "vague-period"} <= english


def test_a_translation_is_read_in_its_own_language(register: Register) -> None:
    filed = register.data_uses["library-cards"]
    welsh = replace(
        filed, document=replace(filed.document, language="cy", path="content/data-uses/x.cy.yaml")
    )
    both = replace(register, data_uses={"library-cards": filed, "welsh": welsh})
    assert {text.language for text in texts_in(both, "content/data-uses/x.cy.yaml")} == {"cy"}
    assert {text.language for text in texts_in(both, filed.document.path)} == {"en"}


def test_a_sort_of_texts_is_a_part_of_all_texts(register: Register) -> None:
    every = {(text.document.path, text.field) for text in texts(register)}
    for sort in SORTS:
        assert {(text.document.path, text.field) for text in texts(register, sort)} <= every


@pytest.mark.parametrize(
    ("written", "year", "month", "day"),
    [
        ("31 July 2022", 2022, 7, 31),
        ("31st of July 2022", 2022, 7, 31),
        ("Friday 1 Sept. 2023", 2023, 9, 1),
        ("July 31st, 2022", 2022, 7, 31),
        ("31/07/2022", 2022, 7, 31),
        ("31.7.22", 2022, 7, 31),
        ("2022-07-31", 2022, 7, 31),
        ("the end of July 2022", 2022, 7, 31),
        ("spring 2022", 2022, 5, 31),
        ("late autumn 2022", 2022, 11, 31),
        ("winter 2022", 2023, 2, 31),
        ("the end of 2023", 2023, 12, 31),
        ("mid-2024", 2024, 12, 31),
    ],
)
def test_days_are_read_as_people_write_them(written: str, year: int, month: int, day: int) -> None:
    match = re.search(DAY, written, re.I)
    assert match
    assert last_day(match) == (year, month, day)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("pension", "pension", 0),
        ("pension", "pensions", 1),
        ("informaton", "information", 1),
        ("larkshrie", "larkshire", 1),
        ("comision", "commission", 2),
        ("essex", "norfolk", 3),
        ("a", "abcdef", 3),
    ],
)
def test_slips_are_counted(one: str, other: str, count: int) -> None:
    assert slips(one, other) == count
