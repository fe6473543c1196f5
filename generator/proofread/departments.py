"""Departments of the government that texts name, and that there are."""

from __future__ import annotations

from generator.model.register import Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.names import on_file
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import PublishedText

_TODAY = (
    *("business and trade", "culture, media and sport", "education", "energy security and net zero"),
    *("environment, food and rural affairs", "science, innovation and technology", "transport"),
    *("work and pensions", "health and social care", "communities", "infrastructure", "finance"),
    *("health", "justice", "agriculture", "economy"),
)
"""Departments in London, and those of Northern Ireland."""

_NAMED = on_demand(
    r"\b[Tt]he (?P<name>Department (?:for|of) (?P<of>[A-Z][\w’'-]*(?:,? (?:and |& )?[A-Z][\w’'-]*)*))"
)


@rule(
    "department-known", WARNING, "UK GDPR Articles 12(1) and 13(1)(e)", "texts-with-capitals", ("Department",)
)
def department_known(text: PublishedText, register: Register) -> Problems:
    """
    What: A department of the government that a text names is one that there is, or is on file.
    Why: With a wrong name people look for a body that they cannot find, and trust the page less.
    How: Write the name that it has today; or add the body to organisations.yaml.
    """
    if "also_called" in text.field or text.list_name == "phrases":
        return
    for match in _NAMED.finditer(text.line):
        of = match["of"].lower().replace("&", "and")
        parts = [of[:end] for end in range(len(of), 0, -1) if end == len(of) or of[end] in " ,"]
        known = any(part in _TODAY for part in parts) or match["name"].lower() in on_file(register)
        if not known and not any(f"department {word} {of}" in on_file(register) for word in ("for", "of")):
            yield Problem(
                text.field,
                f"We know of no {match['name']}.",
                "Write the name that it has today; or add the body to organisations.yaml.",
                match["name"],
            )
