"""Web addresses with a slip of the finger in them, found by the same words spelt right beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.load.documents import FieldPath
from generator.model.record import Record
from generator.model.reference import Contact, Entry
from generator.model.register import Filed, Register
from generator.proofread.addresses import CORRECT, host_of, site_meant
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.once import once
from generator.proofread.spelling import slips
from generator.proofread.web_addresses import addresses_of_entry, addresses_of_record

_WORD = on_demand(r"[a-z]{5,}")
_LONG = 8
"""Letters of a word from which on one changed letter is a slip; of shorter ones only two changed over."""
_ALIKE = frozenset(
    {"trial", "trail", "diary", "dairy", "united", "untied", "quiet", "quite", "board", "broad"}
)
"""Words that are others with two letters changed over."""
_OTHER_SPELLING = str.maketrans("zc", "ss")
"""Letters that tell "licence" from "license" and "organisation" from "organization"."""

_COMMON = (
    "accessibility appropriate assessment assessments children complaint complaints consent council councils"
    " cookies democracy document documents education elections electoral environment fostering governance"
    " guidance housing impact information libraries library licensing notice notices parking"
    " planning policies policy privacy protection register registers report reports request requests research"
    " retention rights schedule schools services sharing social statement strategy support transport"
)
"""Words that stand in the addresses of many councils."""


@once
def _on_file(register: Register) -> tuple[Counter[str], Counter[str]]:
    """The hosts, and the words of paths, of all web addresses in the reference lists and site.yaml."""
    listed = [
        address
        for entries in register.reference.values()
        for item in entries.values()
        for _, address in addresses_of_entry(item.entry)
    ]
    listed += [address for address in (register.site.base_url, register.site.main_site) if address]
    hosts = Counter(map(host_of, listed))
    words = Counter(word for address in set(listed) for word in set(_words(address)))
    words.update(_WORD.findall(_COMMON))
    return hosts, words


def _words(address: str) -> list[str]:
    parts = urlsplit(address.lower())
    return _WORD.findall(f"{parts.hostname} {parts.path}")


def _slip_in(address: str, said: str, register: Register, own: int) -> tuple[str, str] | None:
    """What is misspelt in an address, which stands on file `own` times, and what was meant."""
    hosts, words = _on_file(register)
    host = host_of(address)
    meant = site_meant(host, register, own)
    if meant is None and hosts[host] <= own:
        meant = next((known for known in hosts if _swapped(host, known)), None)
    if meant is not None:
        return host, meant
    beside = set(_WORD.findall(said.lower()))
    for word in _words(address):
        if word not in beside and words[word] <= own and word not in _ALIKE:
            sure = (*sorted(beside), *(known for known, times in words.items() if times >= words[word]))
            right = next((known for known in sure if _is_slip(word, known)), None)
            if right:
                return word, right
    return None


def _is_slip(word: str, known: str) -> bool:
    if word[:1] != known[:1] or word.startswith(known) or known.startswith(word):
        return False
    if word.translate(_OTHER_SPELLING) == known.translate(_OTHER_SPELLING):
        return False
    return _swapped(word, known) or (len(word) >= _LONG and slips(word, known, 1) == 1)


def _swapped(one: str, other: str) -> bool:
    """Whether two neighbouring letters have changed places."""
    if len(one) != len(other) or one == other:
        return False
    at = next(at for at, letter in enumerate(one) if letter != other[at])
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


def _told(way: FieldPath, address: str, slip: tuple[str, str] | None) -> Iterator[Problem]:
    if slip:
        written, meant = slip
        looks = f"looks like a slip for “{meant}”" if meant else "cannot be the name of a website"
        message = f"“{written}” in the address {address} {looks}."
        yield Problem(way, message, "Open the address, and correct it.", address)


@rule("misspelt-web-address", WARNING, CORRECT, "reference")
def misspelt_web_address(entry: Entry, register: Register) -> Problems:
    """
    What: A web address in a reference list has no slip in its host or its words.
    Why: People who follow it find nothing, and it stands on every page that takes it from there.
    How: Open the address, and correct it.
    """
    said = " ".join(str(value) for value in entry.model_dump(exclude={"website", "address"}).values())
    for field, address in addresses_of_entry(entry):
        if isinstance(entry, Contact) and site_meant(host_of(address), register, 2) is not None:
            continue  # the rule on contacts tells it
        yield from _told((field,), address, _slip_in(address, said, register, 1))


@rule("misspelt-web-address-in-record", WARNING, CORRECT, "records")
def misspelt_web_address_in_record(filed: Filed[Record], register: Register) -> Problems:
    """
    What: A web address in a field of a record has no slip in its host or its words.
    Why: People who follow it find nothing, where the law wants them to find a document or a form.
    How: Open the address, and correct it.
    """
    record = filed.record
    said = f"{record.title} {record.summary or ''} {' '.join(record.also_called)}"
    for way, address in addresses_of_record(record):
        yield from _told(way, address, _slip_in(address, said, register, 0))
