"""What every notice inherits from the publisher, checked once: contacts, complaints, rights, colours."""

from __future__ import annotations

from generator.config import Site
from generator.model.reference import Contact, Entry
from generator.model.register import Register
from generator.model.rights import RIGHTS, rights_of
from generator.proofread.catalogue import ERROR, RULES, WARNING, Problem, Problems, rule

_COMPLAINTS = {"complain-to-us": "13(2)(ca)", "complain-to-regulator": "13(2)(d)"}


@rule("contact-reachable", ERROR, "UK GDPR Article 13(1)(a) and (b); DPA 2018 s.164A", "reference")
def contact_reachable(entry: Entry) -> Problems:
    """
    What: Every contact has at least one way to be reached.
    Why: A notice must say how to reach the body, its data protection officer and those who take complaints.
    How: Add `telephone`, `email`, `website` or `address` to the contact.
    """
    if not isinstance(entry, Contact):
        return
    if not (entry.telephone or entry.email or entry.website or entry.address):
        yield Problem(
            ("name",),
            f"There is no way to reach {entry.name}.",
            "Add `telephone`, `email`, `website` or `address`.",
        )


@rule("complaint-means", ERROR, "DPA 2018 s.164A (in force 19 June 2026)", "site")
def complaint_means(site: Site, register: Register) -> Problems:
    """
    What: People can complain to you electronically and also in another way.
    Why: You must make complaints about data easy, with a form or otherwise, on screen and off it.
    How: Add `form` to `complaints` or an e-mail to its contact; and `other_means`, a telephone or an address.
    """
    contact = register.contacts.get(site.complaints.contact)
    if contact is None:
        return
    if not (site.complaints.form or contact.email or contact.website):
        yield Problem(
            ("complaints",), "Nobody can complain electronically.", "Add `form`, or an e-mail to the contact."
        )
    if not (site.complaints.other_means or contact.telephone or contact.address):
        yield Problem(
            ("complaints",),
            "Nobody can complain without the internet.",
            "Add `other_means`, for example a letter, or a telephone to the contact.",
        )


@rule("complaint-rights-listed", ERROR, "UK GDPR Article 13(2)(ca) and (d), 14(2)(da) and (e)", "site")
def complaint_rights_listed(_: Site, register: Register) -> Problems:
    """
    What: The list of rights holds the right to complain to you and the right to complain to the regulator.
    Why: Since 19 June 2026 every notice must tell people of both.
    How: Add the entries `complain-to-us` and `complain-to-regulator` to rights.yaml.
    """
    for right, article in _COMPLAINTS.items():
        if right not in register.rights and register.could_read("rights", right):
            yield Problem(
                (),
                f"The list of rights lacks `{right}`, which every notice must name (Article {article}).",
                f"Add an entry with the id `{right}` to content/reference/rights.yaml.",
            )


@rule("rights-listed", ERROR, "UK GDPR Article 13(2)(b), 14(2)(c)", "site")
def rights_listed(_: Site, register: Register) -> Problems:
    """
    What: Every right that people have over any data use is in the list of rights.
    Why: Notices take the wording of rights from the list; a right that is missing there is in no notice.
    How: Add an entry with the id that the message names to rights.yaml.
    """
    held = {
        right.right
        for use in register.uses
        for purpose in use.record.purposes
        for right in rights_of(purpose, use.record)
        if right.extent != "none"
    }
    for name in RIGHTS:
        lacking = name not in register.rights and register.could_read("rights", name)
        if lacking and name in held and name not in _COMPLAINTS:
            yield Problem(
                (),
                f"People have the right `{name}` over some data uses, but the list of rights lacks it.",
                f"Add an entry with the id `{name}` to content/reference/rights.yaml.",
            )


@rule("rule-setting-known", WARNING, "The catalogue of rules", "site")
def rule_setting_known(site: Site) -> Problems:
    """
    What: A rule whose severity you change is one that exists.
    Why: A setting with a misspelt id changes nothing.
    How: Correct the id; the command `rules` lists them all.
    """
    for name in site.rules:
        if name not in RULES:
            yield Problem(
                ("rules", name), f"There is no rule `{name}`.", "The command `rules` lists them all."
            )


@rule("security-contact-current", WARNING, "RFC 9116, 2.5.5 and 2.4", "site")
def security_contact_current(site: Site, register: Register) -> Problems:
    """
    What: What you tell those who find a weakness in your site still holds, and says so for a year at most.
    Why: After its last day nobody may rely on it, and a warning of danger does not reach you.
    How: Make sure that the contact works, then set `expires` to a day within a year.
    """
    if site.security is None:
        return
    if site.security.expires < register.today:
        yield Problem(
            ("security", "expires"),
            f"security.txt held until {site.security.expires}, so nobody can rely on its contact any more.",
            "Make sure that the contact works, then set `expires` to a day within a year.",
        )
    elif (site.security.expires - register.today).days > 366:
        yield Problem(
            ("security", "expires"),
            "security.txt is to hold for more than a year, and contacts change sooner.",
            "Set `expires` to a day within a year.",
        )


@rule("colour-contrast", WARNING, "WCAG 2.2, 1.4.3", "site")
def colour_contrast(site: Site) -> Problems:
    """
    What: The main colour and the colour of links can be read on a white page.
    Why: People who see less well cannot read pale text; pages use a darker shade of such a colour instead.
    How: Choose a darker colour, with a contrast of at least 4.5 to white.
    """
    for name in ("colour", "link"):
        value = getattr(site.theme, name)
        ratio = 1.05 / (_luminance(value) + 0.05)
        if ratio < 4.5:
            yield Problem(
                ("theme", name),
                f"The contrast of {value} to a white page is {ratio:.1f}, and text needs 4.5.",
                "Choose a darker colour; until then the pages use a darker shade of it.",
            )


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
