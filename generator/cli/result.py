"""What `build` and `check` answer, as values that can be kept, and how an answer is printed."""

from __future__ import annotations

import sys
from typing import Any, TypedDict


class Result(TypedDict):
    """An answer: `findings` is text, or in JSON the findings and their tally; `closing` the last line.

    `numbers` fill in the closing line, and come before the findings in JSON.
    """

    status: int
    findings: str | dict[str, Any]
    numbers: dict[str, Any]
    closing: str


def say(result: Result, seconds: float) -> int:
    """Prints an answer, standard output the result and standard error how it went; returns the status."""
    numbers = {**result["numbers"], "seconds": round(seconds, 2)} if result["numbers"] else {}
    findings = result["findings"]
    if isinstance(findings, dict):
        import json

        print(json.dumps({**numbers, **findings}, ensure_ascii=False, indent=2))
    elif findings:
        print(findings)
    if result["closing"]:
        print(result["closing"].format(**numbers), file=sys.stderr)
    return result["status"]


def again(result: Result) -> Result:
    """The answer when all is as it was: what was written then is unchanged now."""
    numbers = result["numbers"]
    if not numbers:
        return result
    unchanged = numbers["written"] + numbers["unchanged"]
    return {**result, "numbers": {**numbers, "written": 0, "unchanged": unchanged, "removed": 0}}
