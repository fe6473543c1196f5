"""Which language a text reads like, told by its commonest words; says nothing where it is not sure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.proofread.html.tree import words_of
from generator.proofread.on_demand import on_demand

_WORDS = {
    "en": "the of and to in is that it for was on are with as at be this have from or by not but what all "
    "were we when your can said there use an each which she do how their if will up other about out "
    "many then them these so some her would make like him into has more write go see no way could "
    "people my than been who its now find you he has page our us they must should may any",
    "cy": "yn yr mae ar gyfer eich ac chi bod wedi am neu gan sydd hyn ein nid cyn eu oedd mewn gyda sut "
    "beth pan fydd gallwch rydym dyma gwybodaeth cyngor hefyd oes heb iawn ond fel wrth drwy nhw maen "
    "gael bydd unrhyw hynny gennych gennym gennyf hawl weld wybodaeth amdanoch amdanom ni rydych byddwn "
    "personol rhannu gofyn defnyddio ddefnyddio eu'n sy'n i'n ddata chwynion gwyno y "
    "diolch croeso bore da nos cymraeg cymru",
    "fr": "le la les des une est et dans pour que qui sur avec pas par plus ce cette sont nous vous votre "
    "notre être avoir aux mais ou où elle ils elles leur leurs comme tout tous sans sous très bien "
    "aussi même fait faire peut je tu allons madame monsieur bonjour merci oui c'est n'est d'une d'un "
    "qu'il l'on vie rendez au revoir",
    "de": "der die das und ist nicht mit ein eine für auf dem den des sich auch es an werden aus er hat "
    "dass sie nach bei einer um noch wie über ich wir haben sind oder aber wenn nur sein durch mehr "
    "kann guten danke bitte zum zur vom im ihre unsere diese wird zwischen herr frau",
    "es": "el los las una que en es por con para del se no lo como más pero sus le ya este sí porque esta "
    "entre cuando muy sin sobre también hasta hay donde quien desde todo nos usted señor señora "
    "gracias hola buenos días está son fue ser tiene nuestra nuestro",
    "it": "il lo gli della del che di è per con una non sono nel alla anche più come ma dei delle questo "
    "questa si ha essere dal nella grazie buongiorno signore signora tutti molto sua suo perché "
    "quando",
    "pl": "nie się jest że na do jak za po od dla są czy przez tym przy oraz być tylko ale może jego już "
    "które który masz prawo kopię informacji poprosić posiadamy mamy twoje twoich dane danych ciebie tobie "
    "aby lub ze nas można swoje dzień dobry dziękuję proszę",
    "nl": "het een van dat niet zijn op voor met aan er maar om hem ook als dan naar bij uit wij deze "
    "worden kan goed dank mevrouw meneer ik je ons onze door",
    "pt": "não uma os que em para com por mais como mas foi ao ele das tem seu sua ou ser quando muito há "
    "nos já está também só pelo pela até isso ela entre era depois sem mesmo obrigado senhora bom dia "
    "você são",
}
_COMMON = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_ENGLISH = _COMMON["en"] | words_of(
    "a i me die des an on no is in at to so as van den or over met war men kind gut rat bald fast hat "
    "bin was wider also pas pour par plus comment sale son ton tout more the all son sans chat pain "
    "main tour la le las los el de del bad art arm hand land stand gang note rein dick per non ha dal "
    "due ma si come me te se na do za po od dla bore nos ar am dal mae hyn pan eu os como uma um era "
    "sem das"
)
_WORD = on_demand(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_QUOTED = on_demand(r"[“\"«‘]([^”\"»’]{6,200})[”\"»’]")

_TWO_LETTERS = words_of(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de "
    "dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id "
    "ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li "
    "ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa "
    "pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th "
    "ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)

_SHORTER = words_of(
    "eng cym wel fra fre deu ger spa ita nld dut pol por zho chi jpn rus ara hin urd ben pan guj tur gle"
    " gla ron rum ell gre ces cze hun dan swe nor fin ukr bul hrv srp lit lav est slk slo slv kor vie tam"
)
"""Codes of three letters for which browsers know only the one of two letters."""


def is_language(tag: str) -> bool:
    """Whether a language tag begins with a language that exists; three letters are taken on trust."""
    parts = tag.strip().lower().split("-")
    if parts[0] == "x":
        return len(parts) > 1
    if not all(re.fullmatch(r"[a-z0-9]{1,8}", part) for part in parts[1:]):
        return False
    three = re.fullmatch(r"[a-z]{3}", parts[0]) and parts[0] not in _SHORTER
    return parts[0] in _TWO_LETTERS or bool(three)


def reads_like(text: str, enough: int) -> str:
    """The language of a text, of those known here; empty where fewer than `enough` words tell it.

    The best must be well ahead of the second, and make up a fair part of all words.
    """
    words = _words(text[:20_000])
    if not words:
        return ""
    counts = {language: sum(word in common for word in words) for language, common in _COMMON.items()}
    ranked = sorted(counts, key=lambda language: -counts[language])
    best, second = ranked[0], ranked[1]
    ahead = counts[best] >= 2 * counts[second] + 1
    return best if counts[best] >= enough and ahead and counts[best] * 6 >= len(words) else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'"))


_TELLING = frozenset().union(*_COMMON.values()) - _ENGLISH - _COMMON["en"]
"""The common words of other languages that are no English words."""


def foreign_passages(text: str) -> Iterator[tuple[str, str]]:
    """Quoted words, and whole sentences, of an English text that read like another language."""
    if sum(map(_TELLING.__contains__, _words(text))) < 2:
        return
    passages = [match[1] for match in _QUOTED.finditer(text)]
    passages += [s for s in re.split(r"(?<=[.!?;:])\s+", _QUOTED.sub(" ", text)) if len(s) > 20]
    for passage in passages:
        words = _words(passage)
        if sum(word in _TELLING for word in words) < 2:
            continue
        telling = {
            language: sum(word in common and word not in _ENGLISH for word in words)
            for language, common in _COMMON.items()
            if language != "en"
        }
        best = max(telling, key=lambda language: telling[language])
        others = max(count for language, count in telling.items() if language != best)
        english = sum(word in _COMMON["en"] for word in words)
        strong = telling[best] >= (2 if len(words) <= 8 else 4) and telling[best] * 4 >= len(words)
        if strong and telling[best] > others and english * 2 < telling[best]:
            yield best, " ".join(passage.split())
