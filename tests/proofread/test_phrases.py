"""The list of phrases that comes with the program: what it finds, and what it lets be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, replace_once, run_build

from generator.model.reference import Phrase
from generator.proofread.phrase_book import PhraseBook, phrase_book

LISTED = yaml.load((ROOT / "generator/model/phrases.yaml").read_text("utf-8"), yaml.CBaseLoader)
PHRASES = tuple(
    Phrase.model_validate({k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()})
    for entry in LISTED
)


@pytest.fixture(scope="module")
def book() -> PhraseBook:
    return phrase_book(PHRASES, date(2026, 11, 22), ["Purchase and Commencement Act 1999"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You can complain to the Information Commissioner’s Office (ICO).", "information-commissioner"),
        ("Write to Wycliffe House, Water Lane, Wilmslow, SK9 5AF.", "wycliffe-house"),
        ("We follow the Data Protection Act 1998.", "dpa-1998"),
        ("See Art. 22(1) of the UK GDPR.", "article-22"),
        ("Your rights under Articles 15 to 22 of the UK GDPR.", "article-22"),
        ("Transfers rest on Articles 44 to 50.", "article-44"),
        ("We do not send your data outside the European Economic Area.", "outside-the-eea"),
        ("We share it with the local Clinical Commissioning Groups.", "clinical-commissioning-group"),
        ("We share it with Larkshire CCG.", "clinical-commissioning-group"),
        ("Staff have a CRB check.", "criminal-records-bureau"),
        ("The Department of Health gets totals.", "department-of-health"),
        ("We may charge a £10 fee for a copy of your data.", "access-fee"),
        ("We reply to a subject access request within 40 days.", "forty-days"),
        ("Standard contractual clauses protect the data.", "standard-contractual-clauses"),
        ("The law is the General Data Protection Regulation (EU) 2016/679.", "eu-gdpr"),
        ("We process data under the GDPR.", "under-gdpr"),
        ("Her Majesty's Revenue and Customs", "her-majestys"),
        ("It is used prior to your visit.", "prior-to"),
        ("We keep names, addresses, etc.", "etc"),
        ("We would ask you to reconsider.", "recommend-not-opting-out"),
        ("We close it under the Food Hygiene (England) Regulations 2006.", "food-hygiene-regulations-2006"),
        ("A statement of special educational needs stays in force.", "statement-of-special-needs"),
        ("A child gets a reprimand or a final warning.", "reprimands-and-warnings"),
    ],
)
def test_the_list_finds(book: PhraseBook, text: str, found: str) -> None:
    assert found in {hit.phrase.id for hit in book.hits(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The Information Commission replaced the Information Commissioner on 30 September 2026.",
        "Until 2012 the Standards Board for England dealt with complaints about councillors.",
        "NHS Digital became part of NHS England in 2023.",
        "The Scottish Information Commissioner decides about Scotland.",
        "Articles 22A to 22D set four safeguards.",
        "Article 22 of the General Permitted Development Order 2015 lets you build.",
        "The Department of Health and Social Care gets totals.",
        "The museum in Wilmslow is ours.",
        "Films from cameras are kept for 40 days, and you can ask to see your data.",
        "People from outside the EU can vote if they are citizens of the Commonwealth.",
        "We do not send your data outside the UK, nor outside the EEA.",
        "We use the International Data Transfer Agreement with the standard contractual clauses.",
        "The UK GDPR is the law. Under the GDPR you have rights.",
        "A badge costs £10, and you can pay by card.",
        "The Purchase and Commencement Act 1999 says so.",
        "He said: “We commence at noon.”",
        "Compulsory purchase of land",
        "You can appeal to the Local Government and Social Care Ombudsman.",
        "HM Courts and Tribunals Service collects the fine.",
    ],
)
def test_the_list_lets_be(book: PhraseBook, text: str) -> None:
    assert [hit.phrase.id for hit in book.hits(text)] == []


def test_words_that_are_wrong_only_later_are_not_found_yet() -> None:
    book = phrase_book(PHRASES, date(2026, 9, 29))
    assert book.hits("Tell the Information Commissioner.") == ()


def test_the_words_are_told_as_they_stand_in_the_text(book: PhraseBook) -> None:
    (hit,) = book.hits("We asked THE INFORMATION COMMISSIONER.")
    assert hit.words == "INFORMATION COMMISSIONER"


def test_every_form_is_found_by_itself_and_stands_in_the_list_once() -> None:
    forms = [form.casefold() for phrase in PHRASES for form in (phrase.phrase, *phrase.also)]
    assert len(forms) == len(set(forms))


def test_no_phrases_find_nothing() -> None:
    assert phrase_book((), date(2026, 11, 22)).hits("Anything at all.") == ()


def test_a_site_without_a_list_of_its_own_is_searched_too(small_site: Path) -> None:
    (small_site / "content/reference/phrases.yaml").unlink()
    replace_once(
        small_site / "content/pages/about.md", "Pellbridge Council runs this site.", "See the DPA 1998."
    )
    found = run_build("check", "--site", small_site, "--format", "json").found("outdated-phrase")
    assert [(f["path"], "1998" in f["message"]) for f in found] == [("content/pages/about.md", True)]


def test_an_entry_of_a_site_takes_the_place_of_ours(small_site: Path) -> None:
    with (small_site / "content/reference/phrases.yaml").open("a", encoding="utf-8") as file:
        file.write("- id: dpa-1998\n  phrase: no such words\n  instead: others\n  why: To try it.\n")
    replace_once(
        small_site / "content/pages/about.md", "Pellbridge Council runs this site.", "See the DPA 1998."
    )
    assert not run_build("check", "--site", small_site, "--format", "json").found("outdated-phrase")
