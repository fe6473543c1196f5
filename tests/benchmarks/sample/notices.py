"""Data uses: the notices of a site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from sample.prose import text
from sample.records import Plan, Subject, as_file, common, days_before
from sample.reference import Organisation
from sample.words import CHANGES, FINDINGS, ITEMS, REASONS, RECORDS, ROLES, STARTS, TASKS, VERBS, WILL_NOT
from sample.yaml_text import Value

POLICY = "https://www.larkshire.example/appropriate-policy-document"
SENSITIVE = {"health", "adult-care-records", "childrens-care-records", "disability", "ethnicity"}


def notices(
    plan: Plan, about: Sequence[Subject], recipients: Sequence[Organisation]
) -> Iterator[tuple[str, str]]:
    """The files of all notices; `recipients` are those that data can go to."""
    for subject in about:
        chance = plan.chance("notice", subject.number)
        fields = _notice(chance, subject, about, recipients)
        yield as_file("data-uses", subject.slug, fields, chance.random() < 0.5)


def _notice(
    chance: Random, subject: Subject, about: Sequence[Subject], recipients: Sequence[Organisation]
) -> dict[str, Value]:
    who = chance.sample(recipients, chance.randint(3, 7))
    fields = {**_head(chance, subject), **_purposes(chance, subject), **_data(chance, subject, who)}
    fields |= _sharing(chance, subject, about, who) | _answers(chance, subject)
    others = chance.sample(about, min(3, len(about)))
    links = [f"Read about [{o.title}](data-use:{o.slug}) too." for o in others[1:] if o is not subject]
    given = {
        "subject": subject.lower,
        "place": subject.place or "Larkminster",
        "people": _inside(chance.choice(subject.service.people)),
        "firm": who[0].name,
    }
    fields["body"] = text(chance, given, links)
    return fields


def _inside(words: str) -> str:
    return words[0].lower() + words[1:]


def _head(chance: Random, subject: Subject) -> dict[str, Value]:
    place = f" in {subject.place}" if subject.place else ""
    verbs = chance.sample(VERBS, 2)
    if subject.is_study:
        summary = f"We study {subject.lower}{place} to see what helps. We use records without names."
    else:
        summary = (
            f"We use your data for {subject.lower}{place}. "
            f"It helps us to {_inside(verbs[0])} and to {_inside(verbs[1])}."
        )
    head: dict[str, Value] = {
        "title": subject.title,
        "summary": summary,
        "also_called": [
            f"{subject.name} {word}" for word in chance.sample(("help", "form", "team", "office", "data"), 2)
        ],
        **common(chance, f"{subject.name} {chance.choice(ROLES)}"),
        "service": subject.service.id,
        "topics": [subject.service.topic],
        "contact": subject.service.id,
    }
    people = sorted(chance.sample(subject.service.people, chance.randint(2, 4)), key=_are_children)
    return {
        **head,
        "people": list(people),
        "includes_children": any(_are_children(named) for named in people),
    }


def _are_children(named: str) -> bool:
    return named.startswith("Children")


def _purposes(chance: Random, subject: Subject) -> dict[str, Value]:
    found = []
    for number, verb in enumerate(chance.sample(VERBS, chance.randint(1, 3))):
        law, section = subject.service.laws[number % len(subject.service.laws)]
        purpose: dict[str, Value] = {
            "purpose": f"Find out what works for {subject.lower}"
            if subject.is_study and not number
            else verb,
            "lawful_basis": "public-task" if chance.random() < 0.8 else "legal-obligation",
            "laws": [{"law": law, "section": section}],
        }
        conditions = list(_conditions(subject))
        if conditions:
            purpose["conditions"] = conditions
        purpose["retention"] = [
            {
                "records": records,
                "keep": f"{chance.randint(1, 9)} years {chance.choice(STARTS)}",
                "why": f"{chance.choice(REASONS)}.",
            }
            for records in chance.sample(RECORDS, chance.randint(1, 2))
        ]
        if subject.is_study:
            purpose["research"] = True
        found.append(purpose)
    refusals = [f"{words}." for words in chance.sample(WILL_NOT, chance.randint(2, 3))]
    return {"purposes": found, "will_not": refusals}


def _conditions(subject: Subject) -> Iterator[dict[str, Value]]:
    """The conditions that sensitive data needs: research for studies, care, or a public interest."""
    if subject.is_study:
        yield {
            "condition": "archiving-research-statistics",
            "schedule_1": "paragraph 4",
            "policy_document": _NO_POLICY,
        }
    elif subject.service.care:
        yield {
            "condition": "health-or-social-care",
            "schedule_1": "paragraph 2",
            "policy_document": _NO_POLICY,
        }
    elif SENSITIVE & set(subject.service.categories):
        yield {
            "condition": "substantial-public-interest",
            "schedule_1": "paragraph 6",
            "policy_document": POLICY,
        }


_NO_POLICY = {"does_not_apply": "The law asks for no such document here."}


def _data(chance: Random, subject: Subject, who: Sequence[Organisation]) -> dict[str, Value]:
    kinds = ("name-and-contact", *chance.sample(subject.service.categories, chance.randint(2, 4)))
    own = [subject.is_study or (number > 0 and chance.random() < 0.4) for number in range(len(kinds))]
    return {
        "data": [
            _item(chance, kind, who[0] if other else None) for kind, other in zip(kinds, own, strict=True)
        ]
    }


def _item(chance: Random, kind: str, giver: Organisation | None) -> dict[str, Value]:
    item: dict[str, Value] = {"category": kind, "includes": list(chance.sample(ITEMS, chance.randint(1, 3)))}
    if giver:
        return item | {"from_organisations": [giver.id], "publicly_available": False}
    item["from_you"] = True
    if chance.random() < 0.5:
        item["required"] = {
            "kind": "for-the-service",
            "without_it": f"We cannot {_inside(chance.choice(VERBS))}.",
        }
    else:
        item["required"] = {"does_not_apply": "You choose whether to tell us."}
    return item


def _sharing(
    chance: Random, subject: Subject, about: Sequence[Subject], who: Sequence[Organisation]
) -> dict[str, Value]:
    found = []
    for organisation in who:
        why = f"{chance.choice(TASKS)}."
        other = chance.choice(about)
        if other is not subject and chance.random() < 0.2:
            why += f" It also helps with [{other.title}](data-use:{other.slug})."
        role = "processor" if organisation.kind == "company" else "separate-controller"
        recipient: dict[str, Value] = {"organisation": organisation.id, "role": role, "why": why}
        if chance.random() < 0.6:
            recipient["data"] = ["name-and-contact"]
        found.append(recipient)
    at_home = {"does_not_apply": "We keep all of it in the United Kingdom."}
    return {
        "recipients": found,
        "transfers": [_transfer(one) for one in who if one.country] or at_home,
        "automated_decisions": {
            "does_not_apply": f"A person decides about {subject.lower}, and never a computer alone."
        },
    }


def _transfer(abroad: Organisation) -> dict[str, Value]:
    return {
        "country": abroad.country,
        "organisation": abroad.id,
        "mechanism": "regulations-45a",
        "safeguard": f"Regulations that say that {abroad.country} protects data well enough.",
    }


def _answers(chance: Random, subject: Subject) -> dict[str, Value]:
    checked = days_before(chance, 5, 300)
    assessed = days_before(chance, 300, 900)
    fields: dict[str, Value] = dict(
        _study_answers(subject, checked) if subject.is_study else _service_answers(subject, checked)
    )
    if subject.has_choice:
        fields["choices"] = [f"no-{subject.slug}"]
    fields["dpia"] = {
        "reference": f"DPIA-{assessed.year}-{subject.number + 1:05}",
        "date": assessed,
        "outcome": f"The risks are low. {chance.choice(FINDINGS)}.",
        "summary": f"https://www.larkshire.example/data-protection/impact-assessments/{subject.slug}",
    }
    if chance.random() < 0.3:
        what, why = chance.choice(CHANGES)
        fields["changes"] = [{"date": days_before(chance, 5, 400), "what": what, "why": why}]
    fields["internal"] = {"notes": f"Ask the {subject.service.id} team before you change this."}
    return fields


def _service_answers(subject: Subject, checked: Value) -> dict[str, Value]:
    care = subject.service.care
    basis: Value = (
        {
            "basis": "implied-direct-care",
            "explanation": "You expect the people who care for you to know what they need.",
        }
        if care
        else {"does_not_apply": "This is not health or care information."}
    )
    return {
        "confidentiality": basis,
        "national_data_opt_out": {
            "applies": "not-in-scope",
            "reason": "individual-care" if care else "not-health-or-care",
            "explanation": f"The choice is not about {'your own care' if care else subject.lower}.",
            "checked": checked,
        },
        "choices": {"does_not_apply": f"We need this data for {subject.lower}. You can object."},
        "public_benefit": {"does_not_apply": "We use this to run the service, not for research or planning."},
    }


def _study_answers(subject: Subject, checked: Value) -> dict[str, Value]:
    approval = f"Approval {subject.number + 1:05}"
    return {
        "confidentiality": {
            "basis": "section-251",
            "reference": approval,
            "explanation": "The approval lets us use the records without asking each person.",
        },
        "national_data_opt_out": {
            "applies": "applied",
            "reason": "section-251",
            "explanation": "We leave out everyone who has opted out.",
            "evidence": approval,
            "checked": checked,
        },
        "choices": {"does_not_apply": "The National Data Opt-Out reaches this use. You can also object."},
        "public_benefit": [subject.slug],
        "article_14_exception": {
            "exception": "impossible-or-disproportionate",
            "explanation": "We get the records without names, so we cannot write to anybody.",
            "factors": [f"There are {subject.number * 37 % 9000 + 1000} people in the records."],
            "safeguards": ["This notice is public.", "Names are taken out first."],
        },
    }
