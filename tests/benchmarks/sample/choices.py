"""Opt-outs: the three that every council has, and one for each notice that offers its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sample.records import TODAY, Plan, Subject, as_file, common
from sample.yaml_text import Value

COUNCIL = "larkshire-council"
OWNER = "Information Governance Manager"


def choices(plan: Plan, about: Sequence[Subject]) -> Iterator[tuple[str, str]]:
    """The files of all choices."""
    studies = sum(subject.is_study for subject in about)
    yield as_file("opt-outs", "national-data-opt-out", _national(plan, len(about), studies), True)
    yield as_file("opt-outs", "right-to-object", _standing(plan, "right-to-object"), True)
    yield as_file("opt-outs", "withdraw-consent", _standing(plan, "consent"), True)
    for subject in about:
        if subject.has_choice:
            chance = plan.chance("choice", subject.number)
            yield as_file("opt-outs", f"no-{subject.slug}", _own(plan, subject), chance.random() < 0.5)


def _channels(contact: str, subject: str) -> list[Value]:
    return [
        {
            "kind": "telephone",
            "how": f"Telephone the team and say that you want to stop {subject}.",
            "contact": contact,
        },
        {"kind": "post", "how": "Write us a letter with your name and address.", "contact": contact},
        {"kind": "in-person", "how": "Tell staff in any library. They pass it on the same day."},
    ]


def _own(plan: Plan, subject: Subject) -> dict[str, Value]:
    chance = plan.chance("choice", subject.number)
    return {
        "title": f"Say no to {subject.title[0].lower()}{subject.title[1:]}",
        "summary": f"You choose whether we use your data for {subject.lower}. You can say no on any day.",
        "also_called": [f"Stop {subject.lower}"],
        **common(chance, f"{subject.name} Manager"),
        "reach": "listed",
        "stops": [f"Letters, calls and messages about {subject.lower}.", "New entries in our list."],
        "does_not_stop": [
            "What the law makes us do.",
            f"See [the notice](data-use:{subject.slug}) for that.",
        ],
        "effect_on_service": "None. You get all other help as before.",
        "held_by": COUNCIL,
        "who_decides": "You decide. We cannot refuse, and you do not have to give a reason.",
        "who_can_use_it": "Anyone who lives here or uses our services.",
        "age": {"does_not_apply": "There is no fixed age. A child can say no too."},
        "proxies": ["A parent can choose for a child.", "A friend can tell us for you."],
        "channels": _channels(subject.service.id, subject.lower),
        "takes_effect": f"Within {chance.randint(2, 20)} working days.",
        "change_your_mind": "Tell the team on any day, in any of the ways above.",
        "exceptions": [],
        "nations": ["england"],
        "laws": [{"law": "uk-gdpr", "section": "Article 21"}],
        "body": f"We keep a list of people who said no to {subject.lower}. It holds your name and no more.\n",
    }


def _standing(plan: Plan, reach: str) -> dict[str, Value]:
    objecting = reach == "right-to-object"
    return {
        "title": "Object to a use of your data" if objecting else "Change your mind after you agreed",
        "summary": "You can ask us to stop, and we look at your case."
        if objecting
        else "Where you agreed, you can take that back on any day.",
        **common(plan.chance(reach), OWNER),
        "reach": reach,
        "stops": [
            "The use that you name, if your reasons weigh more."
            if objecting
            else "The use that you agreed to."
        ],
        "does_not_stop": ["What the law makes us do."],
        "effect_on_service": "Our answer tells you what changes for you.",
        "held_by": COUNCIL,
        "who_decides": "We weigh your reasons and ours."
        if objecting
        else "You decide, and nobody can refuse.",
        "who_can_use_it": "Anyone whose data we use.",
        "age": {"does_not_apply": "There is no fixed age."},
        "proxies": ["Anyone you trust can ask for you."],
        "channels": _channels("rights-requests", "a use of your data"),
        "takes_effect": "We reply within [[rights-reply]].",
        "change_your_mind": "Tell us that you no longer mind.",
        "exceptions": [],
        "nations": ["england"],
        "laws": [{"law": "uk-gdpr", "section": "Article 21" if objecting else "Article 7(3)"}],
        "body": "Tell us what the use is and how it is for you. You do not need to name a law.\n",
    }


def _national(plan: Plan, uses: int, in_scope: int) -> dict[str, Value]:
    return {
        "title": "National Data Opt-Out",
        "summary": "You choose whether your health and care records are used for research and planning.",
        "also_called": ["NHS opt out", "your data matters"],
        **common(plan.chance("national"), OWNER),
        "reach": "national-data-opt-out",
        "stops": ["Use of your health and care records for research.", "Use of them to plan services."],
        "does_not_stop": ["Your own care.", "Uses that the law requires."],
        "effect_on_service": "None. Your care stays the same.",
        "held_by": "nhs-england",
        "who_decides": "You decide. Nobody can refuse.",
        "who_can_use_it": "Anyone aged 13 or over who has an NHS number.",
        "age": {
            "years": 13,
            "explanation": "From age 13 you decide yourself. Below 13, a parent decides for you.",
        },
        "proxies": ["A parent can choose for a child under 13."],
        "channels": [
            {
                "kind": "telephone",
                "how": "Telephone the NHS service and have your NHS number ready.",
                "contact": "ndoo",
            },
            {
                "kind": "post",
                "how": "Telephone the NHS service and ask for the paper form.",
                "contact": "ndoo",
            },
        ],
        "takes_effect": "At once, if you telephone. A form takes [[ndoo-paper-form]].",
        "change_your_mind": "You can change your choice on any day.",
        "exceptions": ["A law or a court orders that the records are given."],
        "nations": ["england"],
        "laws": [{"law": "national-data-opt-out-policy"}],
        "compliance": {
            "status": "compliant",
            "as_of": TODAY,
            "next_check": TODAY.replace(year=TODAY.year + 1, month=5),
            "owner": "Caldicott Guardian",
            "scope": "All data uses listed on this site.",
            "uses_checked": uses,
            "uses_in_scope": in_scope,
            "releases_checked": in_scope,
            "method": "We ask the NHS checking service who has opted out, and leave them out.",
        },
        "body": "The NHS keeps your choice with your NHS number. You do not need to tell us.\n",
    }
