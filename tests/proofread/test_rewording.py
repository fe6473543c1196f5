"""What a sentence says is found however it is said: by whom, to whom, in which voice and in which words."""

from __future__ import annotations

import re

import pytest

from generator.proofread.prose import Sentence
from generator.proofread.rewording import original_words, reworded


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Your data is shared with the hospital.", "We share your data with the hospital."),
        ("Your file has been destroyed.", "We have destroyed your file."),
        ("Names were given to the press.", "We gave names to the press."),
        ("Names were not given to the press.", "We did not give names to the press."),
        ("It is never sold.", "We never sell it."),
        ("They will not be told.", "We will not tell them."),
        (
            "Your record will be kept by the council for ten years.",
            "We will keep your record for ten years.",
        ),
        (
            "You are asked to sign, and your name and address are passed on.",
            "We ask you to sign, and we pass your name and address on.",
        ),
        ("The council keeps your file.", "We keep your file."),
        ("Our housing team always tries to help.", "We always try to help."),
        ("An individual may not object to this.", "You cannot object to this."),
        ("Residents shall not be entitled to withdraw their consent.", "You cannot withdraw your consent."),
        ("We ask applicants for their names.", "We ask you for your names."),
        ("It is not possible to opt out.", "You cannot opt out."),
        ("You're required to give a reason.", "You must give a reason."),
        ("We can't delete it.", "We cannot delete it."),
        ("We won't share it, in line with our policy.", "We will not share it."),
        ("Please note that we may, however, charge you.", "We may charge you."),
        ("People who live here can ask.", "If you live here, you can ask."),
        ("Any person who wishes to object must write.", "If you wish to object, you must write."),
        ("Customers who object should note that it is final.", "If you object, it is final."),
        ("Should a customer object, it is weighed.", "If you object, we weigh it."),
        ("Should a request be refused, we say why.", "If a request is refused, we say why."),
        ("In the event that it is lost, we tell you.", "If it is lost, we tell you."),
        ("It is kept on a permanent basis.", "We keep it permanently."),
        ("It is held for a period of six years.", "We hold it for six years."),
        ("Under no circumstances will data be sold by the authority.", "We will not sell data."),
        (
            "Under no circumstances can consent, once given, be withdrawn by the customer.",
            "You cannot withdraw consent.",
        ),
        ("None of your data is shared with the police.", "We do not share any of your data with the police."),
        ("A complaint may be made to us.", "You may complain to us."),
        ("Any request must be made on our form.", "You must make any request on our form."),
        ("Consent may be withdrawn by letter.", "You may withdraw consent by letter."),
        ("Requests are responded to within a month.", "We respond to requests within a month."),
        ("Nothing is given by the library service to anyone.", "We give nothing to anyone."),
        ("The authority is under no obligation to answer.", "We do not have to answer."),
        ("It is the policy of the authority that you cannot ask.", "You cannot ask."),
        ("Your data is disclosed to the police.", "We give your data to the police."),
        ("Persons under the age of 16 have no say.", "If you are under the age of 16, you have no say."),
        ("Residents wishing to object must write.", "If you wish to object, you must write."),
        ("The authority reserves the right to refuse.", "We may refuse."),
        ("We reply no later than 40 days after that.", "We reply within 40 days after that."),
        ("It is kept for six (6) years.", "We keep it for 6 years."),
        ("It isn't necessary for you to be told.", "We need not tell you."),
        ("It comes from residents and from nobody else.", "It comes from you and from nobody else."),
        ("We may be unable to help.", "We may not be able to help."),
        ("The assessment is carried out by officers.", "We carry out the assessment."),
        ("We retain the information we hold about you.", "We keep your data."),
    ],
)
def test_what_says_the_same_is_told_in_the_words_that_rules_expect(said: str, expected: str) -> None:
    assert expected in reworded(said)


@pytest.mark.parametrize(
    "said",
    [
        "We keep your name for two years.",
        "Your records are kept by the police for ten years.",
        "The council services are in the town hall.",
        "Residents of the town pay less.",
        "Who is told?",
        "Information held by this service shows it.",
        "The service will still be provided.",
        "We gave no reason.",
        "We are no charity.",
        "The form must be filled in by you.",
    ],
)
def test_what_others_do_and_what_needs_no_other_words_stays_as_it_is(said: str) -> None:
    assert reworded(said) == ()


def test_what_has_informed_consent_in_it_is_not_told() -> None:
    assert not any("told consent" in told for told in reworded("We act on your informed consent."))


def test_a_sentence_is_searched_as_it_stands_first() -> None:
    found = Sentence("Your data is sold.").search(re.compile("is sold|sell your"))
    assert found is not None
    assert found[0] == "is sold"


def test_a_sentence_is_found_in_other_words() -> None:
    found = Sentence("Your data is sold.").search(re.compile("We sell your data"))
    assert found is not None


@pytest.mark.parametrize(
    ("said", "words", "quoted"),
    [
        (
            "Residents cannot withdraw their consent after a year.",
            "You cannot withdraw your consent",
            "cannot withdraw their consent",
        ),
        ("If you ask, it is sold.", "we sell it", "If you ask, it is sold."),
    ],
)
def test_what_is_quoted_is_what_stands_there(said: str, words: str, quoted: str) -> None:
    told = next(told for told in reworded(said) if words in told)
    assert original_words(said, told, words) == quoted
