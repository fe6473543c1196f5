"""Texts of some hundred words from patterns of sentences, in Markdown with lists and links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

SHORTEST, LONGEST = 400, 700
"""Words of a text of a notice."""

SECTION = 130
"""Words of a section at most."""

WORDS: Mapping[str, Sequence[str]] = {
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
    "few": ("two", "three", "four", "five", "six", "seven", "nine"),
    "month": ("January", "March", "May", "June", "August", "October"),
    "tool": (
        "a shared list",
        "a paper file",
        "a locked box",
        "a small computer",
        "a secure app",
        "a desk diary",
    ),
    "who": ("a manager", "a team leader", "a second person", "a trained colleague", "the duty officer"),
    "part": ("the form", "the letter", "the call", "the photo", "the map", "the receipt", "the note"),
    "way": ("by letter", "by telephone", "in person", "by e-mail", "through a friend"),
    "why": (
        "to plan the week",
        "to make a fair list",
        "to see what works",
        "to spot mistakes",
        "to train staff",
    ),
    "thing": ("a name", "an address", "a date", "a price", "a picture", "a signature", "a promise"),
    "sign": ("a green mark", "a stamp", "a note in the file", "a short code", "a line in the diary"),
    "often": ("each week", "each month", "twice a year", "every spring", "each autumn", "once a year"),
}
"""What the slots of the sentences hold; `subject`, `place`, `people` and `firm` come from the notice."""

SECTIONS: Mapping[str, Sequence[str]] = {
    "How it starts": (
        "Most people first hear of {subject} when a letter comes in {month}.",
        "You can start {way}, and you do not need a reason.",
        "We ask for {thing} first, because the rest follows from it.",
        "If you leave {part} empty, we ring you and fill it in with you.",
        "In {place} the first step takes about {few} days.",
        "A helper can do it with you, and we write down who helped.",
        "You get {sign} that shows we have your papers.",
        "Ask us for large print if {part} is hard to read.",
        "We open the post at noon, and {who} looks at it on the same day.",
    ),
    "What our staff see": (
        "Only the team for {subject} in {place} can open your file.",
        "Each time somebody opens it, the system keeps the name and the time.",
        "{who} looks through that list {often}.",
        "Staff who answer the telephone see {part}, and nothing more.",
        "Somebody new has to pass a short course before they get a key.",
        "When a person leaves the team, we take the key away on the same {day}.",
        "We keep {tool} for days when the network is down.",
        "Nobody may look at the file of a friend, and we check that {often}.",
        "If we find that somebody looked without a reason, we tell you.",
    ),
    "How we check that it is right": (
        "We compare {part} with what you told us before.",
        "If the two do not match, we ask you and do not guess.",
        "You can send us a change {way}.",
        "We put {sign} beside each change, so that you can see when it came.",
        "{who} reads one file in {few} {why}.",
        "A mistake in {thing} can cost you money, so we look twice.",
        "People in {place} told us that the old form was hard to follow.",
        "We made it shorter, and now fewer people get {thing} wrong.",
        "Tell us when you move, and we change the address in every list.",
    ),
    "When we visit": (
        "We visit {place} on {day} if enough people ask for it.",
        "You can say no to a visit and send us {part} in its place.",
        "The person who comes carries a card with a photo.",
        "Ring us if you are not sure, and we tell you the name.",
        "They write down {thing} and what they have seen with their own eyes.",
        "They do not look into rooms that have nothing to do with {subject}.",
        "You can read the note before they go, and put your own view beside it.",
        "We take a picture only of what needs a repair or a price.",
        "A visit takes up to {few} hours, and we tell you that before.",
    ),
    "What happens to your answers": (
        "We read every answer, and {who} groups them by what they are about.",
        "We count them {why}, and then we take the names out.",
        "A report says how many people in {place} had the same thing to say.",
        "It never shows fewer than {few} people in one line.",
        "You can read the report in any library from {month}.",
        "We keep {part} apart from the answers, in {tool}.",
        "We do not quote you unless you said that we can.",
        "What you say has no effect on what you get from us.",
        "If you write that you are in danger, we call you on the same day.",
    ),
    "Working with others": (
        "{firm} helps us with {subject} in {place}.",
        "It gets {part} and {thing}, and has to give both back.",
        "Our contract says what it may do, and {who} checks that {often}.",
        "It may not use your data for its own ends.",
        "If it needs another firm, it has to ask us first.",
        "When the contract ends, it wipes its copies and proves that to us.",
        "We pay it for the work and never for data.",
        "The people who work there sign that they will keep quiet about you.",
        "We went to see how it works in {month}, and wrote down what we saw.",
    ),
    "Money": (
        "Some parts of {subject} are free and some have a price.",
        "We need your card or bank details only while you pay.",
        "The person who takes your call turns the recording off when you read out the number.",
        "You can pay in cash in {place} on {day}.",
        "We keep the receipt and not the number of the card.",
        "If you paid too much, we send the money back within {few} weeks.",
        "Tell us early if you cannot pay, and we look for a plan with you.",
        "{who} signs off each refund, and the auditors look at a few of them.",
        "We do not tell anybody else what you pay.",
    ),
    "If you need help": (
        "You can bring a friend, and they can speak for you.",
        "We can read {part} out to you {way}.",
        "Ask for an interpreter, and we book one within {few} days.",
        "We note what helps you, so that you do not have to say it again.",
        "That note is yours, and you can have it taken out on any day.",
        "Staff in {place} can fill in the form while you talk.",
        "If you cannot come to us, we come to you once {people} ask for it.",
        "A carer needs your yes before we talk to them about {subject}.",
        "We do not need to know why you want help with {part}.",
    ),
    "Where we keep it": (
        "Papers for {subject} lie in {tool} in {place}.",
        "What is in the computer stays in the United Kingdom.",
        "We make a copy each night, in case the machine breaks.",
        "The copy is locked, and it is gone after {few} weeks.",
        "{who} tries out {often} whether we can get the data back.",
        "We shred paper on {day}, once {sign} shows that it can go.",
        "Old files with a story of the town can go to the archive.",
        "Before that, we take out {thing} of people who are alive.",
        "A list on the wall says what goes when, and we keep to it.",
    ),
    "What has gone wrong before": (
        "In {month} a letter about {subject} went to the wrong house.",
        "We told the person, said sorry, and asked for the letter back.",
        "Since then {who} checks each address before the post goes.",
        "A list in {place} was left in a meeting room for {few} hours.",
        "We now print no lists, and take {tool} with us.",
        "One year the reminder came too late, and people lost their turn.",
        "We gave them their turn back and changed the date of the letter.",
        "We write such things down, because the next team can learn from them.",
        "Tell us when you see a mistake, and you get an answer from {who}.",
    ),
    "When things change": (
        "We look at this page {often}, and when something new starts.",
        "If we want to use your data for something else, we tell you first.",
        "The team in {place} can grow or move, but these rules stay.",
        "When a law changes, we read {part} again and put it right.",
        "You find what is new at the end of this page.",
        "People who use {subject} often get a letter about it too.",
        "We ask {people} what they think before a big change.",
        "A change that makes things worse for you has to pass {who}.",
        "We wait {few} weeks between the news and the change.",
    ),
    "Children and young people": (
        "A child can ask us about {subject} without a parent.",
        "We use short words, and we draw a picture if that helps.",
        "We ask the school only for {thing}, and only if we need it.",
        "From age 13 a young person decides about most of this alone.",
        "We tell them who sees {part} before they say anything.",
        "If a child is not safe, we have to tell somebody who can help.",
        "In {place} a youth worker sits with us on {day}.",
        "We keep what a child said in their own words.",
        "A parent can see the file unless that puts the child at risk.",
    ),
}
"""Headings and the sentences that can stand below them."""

TERMS = (
    "controller",
    "processor",
    "retention-period",
    "lawful-basis",
    "data-protection-officer",
    "exemption",
)
POINTERS = (
    "The words we use are in the glossary, for example [{words}](term:{term}).",
    "If you want a copy of all this, read about [seeing your data](right:access).",
    "If something is wrong, read about [mistakes](right:rectification).",
    "You can [say no to some uses](choice:right-to-object), and we look at your case.",
    "We answer requests about your rights within [[rights-reply]].",
    "We confirm a complaint within [[complaint-acknowledgement]].",
)


class Slots(dict[str, str]):
    """What the slots of a sentence hold: what the notice gives, and any fitting word for the others."""

    def __init__(self, chance: Random, given: Mapping[str, str]) -> None:
        super().__init__(given)
        self._chance = chance

    def __missing__(self, slot: str) -> str:
        return self._chance.choice(WORDS[slot])


def text(chance: Random, given: Mapping[str, str], links: Sequence[str]) -> str:
    """Markdown of SHORTEST to LONGEST words; `links` are sentences with links, each used at most once."""
    slots, wanted = Slots(chance, given), chance.randint(SHORTEST, LONGEST - SECTION)
    pointers = [*links, _pointer(chance)]
    parts: list[str] = []
    count = 0
    for heading in chance.sample(list(SECTIONS), len(SECTIONS)):
        section = _section(chance, heading, slots)
        if pointers:
            section += f"\n\n{pointers.pop()}"
        parts.append(section)
        count += section.count(" ")
        if count >= wanted:
            break
    return "\n\n".join(parts) + "\n"


def _section(chance: Random, heading: str, slots: Slots) -> str:
    """A heading, and below it a paragraph or two, or a paragraph and a list."""
    said = [_sentence(pattern, slots) for pattern in chance.sample(SECTIONS[heading], chance.randint(5, 8))]
    half = len(said) // 2
    first, second = " ".join(said[:half]), said[half:]
    shape = chance.random()
    if shape < 0.2:
        return f"## {heading}\n\n{first}\n\n" + "\n".join(f"- {sentence}" for sentence in second)
    if shape < 0.3:
        return f"## {heading}\n\n**{said[0]}** {' '.join(said[1:])}"
    return f"## {heading}\n\n{first}\n\n{' '.join(second)}"


def _sentence(pattern: str, slots: Slots) -> str:
    said = pattern.format_map(slots)
    return said[0].upper() + said[1:]


def _pointer(chance: Random) -> str:
    term = chance.choice(TERMS)
    return chance.choice(POINTERS).format(term=term, words=term.replace("-", " "))
