"""How many syllables an English word has, by its spelling."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.proofread.on_demand import on_demand

_BY_COUNT = {
    1: "whose once there where these those clothes eyes through though thought",
    2: "being business somewhere someone something sometimes poem lion quiet diet client giant riot trial"
    " fluid ruin poet dual fuel hotel website websites online offline people science create creates"
    " household housework homework placement statement movement agreed employed lifetime every"
    " safeguard safeguards",
    3: "area areas idea ideas recipe anyone everyone everything everywhere businesses created family families"
    " different difference camera cameras employer employers employee timetable agreement european"
    " somebody radio studio video audio safeguarded safeguarding employment",
    4: "society variety anxiety everybody",
}
_KNOWN = {word: count for count, words in _BY_COUNT.items() for word in words.split()}
"""Words whose spelling misleads."""

_VOWELS = on_demand(r"[aeiouy]+")
_SILENT = on_demand(r"(?:[^aeiouyl]|[aeiouy]l|rl)e$")
_ENDING = on_demand(r"[^aeiouytd]ed$|(?:[^aeiouyscxzghbdfkpt]|[^sc]h|[^aeiou]?[bdfkpt](?<!l))es$|thes$")
_LES = on_demand(r"[bcdfgkpstz]les$")
_INNER_E = on_demand(r"[aeiouy].*[^aeiouyl]e(?:ments?|ful|fully|less|ly|ness|some|where|thing)$")
_TWO_VOWELS = on_demand(
    r"i(?:a(?!g)|o(?!us|n)|u(?!s)|ety|ent)|(?<!q)u(?:al|ar|at|ou|ity|el)|eo(?!p)|[^q]uous|ying|eing|iest|ier$"
    r"|[dlnrv]ience|(?<![cgt])ious|creat|react|real(?:i|ly)?t|coop|nua"
)
_ONE_SOUND = on_demand(r"(?<=[cgst])i(?:a(?:l|n|lly)?|o)|(?<=x)iou|(?<=[cgt])ie(?=n)")


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """The syllables of one word; numbers and single letters count as one."""
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part)
    word = word.lower().replace("’", "'")
    if word in _KNOWN:
        return _KNOWN[word]
    if not word.endswith("n't"):
        word = re.sub(r"'(?:s|t|d|m|re|ve|ll)?$", "", word)
    count = len(_VOWELS.findall(word))
    if (_SILENT.search(word) or _ENDING.search(word)) and not _LES.search(word):
        count -= 1
    if _INNER_E.search(word):
        count -= 1
    count += len(_TWO_VOWELS.findall(_ONE_SOUND.sub("*", word)))
    if word.endswith("sm") or word in ("didn't", "doesn't", "isn't", "wasn't", "couldn't", "wouldn't"):
        count += 1
    return max(count, 1)
