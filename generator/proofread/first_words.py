"""The first words that people read of a data use: its title, its summary and its purposes."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.register import Filed
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand

_VAGUE = on_demand(
    r"\W*(?:for |to |our |the |all |administer |any )*(?:(?:various|general|related|further|additional"
    r"|administrative|admin|business|council|operational|internal|other|different|service|legitimate"
    r"|lawful|statutory|official|several|any|necessary|relevant)(?: (?:and|or|,))? ?)+(?:purposes?"
    r"|reasons?|business|administration|use|uses|functions?|duties|delivery|activit(?:y|ies)|needs?)?\W*",
    re.I,
)
_VAGUE_TOO = on_demand(
    r"\W*(?:(?:to )?(?:provide|deliver|improve|run|manage|support|carry out"
    r"|perform)(?: and \w+)? (?:our|the|your|a"
    r"|council|public)? ?(?:services?|functions?|duties|business|statutory functions)(?: to you)?"
    r"|(?:to )?process (?:your |personal )?(?:data|information)|record[- ]keeping|as (?:needed|required)"
    r"|see above|service delivery|statutory requirements?|public task|consent|contract|vital interests?"
    r"|(?:legal|statutory) (?:obligations?|duty|duties)|legitimate interests?|monitoring|reporting"
    r"|(?:to )?comply with (?:the )?(?:law|legislation|UK GDPR|GDPR|data protection law))\W*",
    re.I,
)


@rule("purpose-says-what", WARNING, "UK GDPR Articles 5(1)(b), 13(1)(c) and 14(1)(c)", "data-uses")
def purpose_says_what(filed: Filed[DataUse]) -> Problems:
    """
    What: A purpose says what the data is used to do.
    Why: Purposes have to be specified and explicit. "Various purposes" allows everything and tells nothing.
    How: Write what is done and for whom, for example "Work out your council tax".
    """
    for number, purpose in enumerate(filed.record.purposes):
        if _VAGUE.fullmatch(purpose.purpose) or _VAGUE_TOO.fullmatch(purpose.purpose):
            yield Problem(
                ("purposes", number, "purpose"),
                f"“{purpose.purpose}” does not say what the data is used for.",
                "Write what is done with it, for example “Work out your council tax”.",
            )


_ANY_TITLE = on_demand(
    r"(?:(?:the|our|a|an|new|untitled|privacy|data|protection|information|council|general"
    r"|this) )*(?:privacy|notice|use|page|untitled|title|policy|statement|service|record|document|test"
    r"|draft|choice|project|opt-?out|example)s?(?: (?:\d+|name|title|here))?\W*",
    re.I,
)


@rule("title-says-what", WARNING, "UK GDPR Article 12(1); WCAG 2.2, 2.4.2", "data-uses")
def title_says_what(filed: Filed[DataUse]) -> Problems:
    """
    What: The title of a data use names what the data is used for.
    Why: In lists, results and bookmarks people see the title alone; "Privacy notice" could be any of them.
    How: Write what people call the service, for example "Council tax".
    """
    if _ANY_TITLE.fullmatch(filed.record.title.strip()):
        yield Problem(
            ("title",),
            f"“{filed.record.title}” does not say which use of data this is about.",
            "Write what people call the service, for example “Council tax”.",
        )


_ABOUT_THE_NOTICE = on_demand(
    r"(?:this|our|the) (?:\w+ ){0,3}?(?:notice|page|policy|statement|document) (?:explains?|tells?"
    r"|describes?|sets? out|informs?|provides?|gives?|details|covers?)\b[^.]*\.?|(?:privacy"
    r"|fair processing) (?:notice|policy) for [^.]*\.?",
    re.I,
)


FEWEST = 4
"""Words below which a summary can name a subject only."""


@rule("summary-says-what", WARNING, "UK GDPR Article 12(1); ICO: layered notices", "data-uses")
def summary_says_what(filed: Filed[DataUse]) -> Problems:
    """
    What: The summary of a data use says what is used and what for, not that a notice follows.
    Why: Most people read only this; "This notice explains how we use your data" tells them nothing.
    How: Write for example "We use your name and address to work out your bill".
    """
    words = filed.record.summary.split()
    if len(words) < FEWEST or _ABOUT_THE_NOTICE.fullmatch(" ".join(words)):
        about = "too short to say" if len(words) < FEWEST else "about the notice, and does not say"
        yield Problem(
            ("summary",),
            f"The summary is {about} what is done with people's data.",
            "Say which data you use and what for, for example “We use your name to send your bill”.",
        )
