"""Kinds of bodies to which words give data, and how lists of recipients name them."""

from __future__ import annotations

import re

from generator.proofread.on_demand import on_demand

KINDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (on_demand(rf"\b(?:{words})\b", re.I), known)
    for words, known in (
        (r"Facebook|Twitter|Instagram|YouTube|TikTok|social media", "facebook|social media|everyone|public"),
        (r"newspapers?|the press|the media|journalists?", "press|media|newspaper|everyone|public"),
        (r"insurers?|insurance compan\w+", "insur"),
        (r"advertisers?|marketing (?:compan\w+|firms?|agenc\w+)|data brokers?", "advertis|marketing"),
        (r"employers?", "employer"),
        (r"(?:every|all|other|ward|local) councillors?", "councillor"),
        (r"pharmaceutical (?:compan\w+|firms?)|drugs? compan\w+", "pharma|drug"),
        (
            r"(?:members of )?the (?:general )?public(?= on request| at large|\W*$)",
            "everyone|public|register",
        ),
        (r"estate agents?", "estate agent|landlord|letting"),
        (r"landlords?", "landlord|letting"),
        (r"(?:school|college|nursery|teacher)s?", "school|college|nurser|educat|teacher"),
        (r"(?:your|the) (?:GP|doctor)s?", "gp|doctor|practice|health|nhs"),
        (r"banks?|lenders?", "bank|lender|payment"),
        (r"credit reference agenc\w+|credit agenc\w+", "credit"),
        (r"debt collect\w+|bailiffs?|enforcement agents?|enforcement compan\w+", "enforcement|debt|bailiff"),
        (r"immigration (?:enforcement|authorit\w+|officers?)|Home Office", "home office|immigration"),
        (r"political parties|candidates", "political|candidate"),
        (r"universit\w+|researchers?", "universit|research"),
        (r"energy (?:compan\w+|suppliers?)|(?:gas|water|electricity) compan\w+", "energy|gas|water|utilit"),
        (
            r"charit(?:y|ies)|voluntary (?:groups?|organisations?)",
            "charit|voluntary|advice|forum|trust|support|age",
        ),
        (r"private (?:investigators?|detectives?)", "investigator|detective"),
    )
)
"""Kinds of bodies that get data only if the notice lists them, and letters by which lists tell of them."""
OF_KINDS = (
    *("acebook", "witter", "nstagram", "ouTube", "ikTok", "media", "ewspaper", "press", "ournalist", "nsur"),
    *("dvertiser", "arketing", "rokers", "mployer", "gent", "andlord", "chool", "ollege", "ursery", "eacher"),
    *("GP", "octor", "bank", "lender", "redit", "ailiff", "ebt", "nforcement", "mmigration", "Home Office"),
    *("olitical", "andidate", "niversit", "esearcher", "nergy", " compan", "harit", "oluntary"),
    *("nvestigator", "etective", "Bank", "Lender", "public", "ouncillor", "harmaceutical", "rug"),
)
"""Letters of which some stand wherever such a body is named."""
