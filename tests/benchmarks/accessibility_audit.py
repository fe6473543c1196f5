"""How many planted faults of an audit's pages the page rules find, and what they say of correct ones.

Run by hand, on pages that you have fetched yourself; none is kept here:

    python tests/benchmarks/accessibility_audit.py faults FOLDER     # one planted fault in each page
    python tests/benchmarks/accessibility_audit.py correct FOLDER    # pages or rule files that must pass

`faults` prints each page with the rules that found something on it; whether a rule is about the
planted fault is for a person to say, so findings that most pages share are counted apart. `correct`
takes .html files, and .md files of the ACT Rules, whose blocks under "Passed" and "Inapplicable" it reads.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from generator.diagnostics import Finding
from generator.load.html import HtmlFile, read_html
from generator.proofread.html.judge import proofread_html

COMMON = 0.5
"""Share of the pages from which on a rule says something about what they have in common."""

_BLOCK = re.compile(
    r"^#{3,5} (Passed|Pass|Inapplicable)[^\n]*example[^\n]*\n(.*?)(?=^#{2,5} |\Z)", re.I | re.S | re.M
)
_CODE = re.compile(r"```html\n(.*?)```", re.S)


def pages(folder: Path) -> Iterator[HtmlFile]:
    """The pages of a folder, and the examples that must pass in the rule files of it."""
    for file in sorted(folder.rglob("*.html")):
        yield read_html(str(file))
    for file in sorted(folder.rglob("*.md")):
        blocks = (
            code for block in _BLOCK.finditer(file.read_text("utf-8")) for code in _CODE.findall(block[2])
        )
        for number, code in enumerate(blocks, 1):
            yield HtmlFile(f"{file.name} {number}", code)


def faults(found: Sequence[tuple[HtmlFile, tuple[Finding, ...]]]) -> None:
    """Each page with the rules that are not about what all pages have in common."""
    often = Counter(rule for _, findings in found for rule in {finding.rule for finding in findings})
    common = {rule for rule, times in often.items() if times > COMMON * len(found)}
    hit = 0
    for file, findings in found:
        rules = sorted(
            {f"{finding.rule} ({finding.severity})" for finding in findings if finding.rule not in common}
        )
        hit += bool(rules)
        print(f"{Path(file.path).stem}: {', '.join(rules) or 'NOT FOUND'}")
    print(f"\n{hit} of {len(found)} pages have a finding of their own.")
    print(f"Said of most pages: {', '.join(sorted(common)) or 'nothing'}")


def correct(found: Sequence[tuple[HtmlFile, tuple[Finding, ...]]]) -> None:
    """What is said of pages of which nothing should be said, by rule."""
    for file, findings in found:
        for finding in findings:
            print(f"{file.path}: {finding.severity} {finding.rule}  {finding.message}")
    counts = Counter(str(finding.severity) for _, findings in found for finding in findings)
    print(f"\n{len(found)} examples: {dict(counts) or 'nothing said'}")


def main(arguments: Sequence[str]) -> int:
    """Reads the folder and prints one of the two reports."""
    if len(arguments) != 2 or arguments[0] not in ("faults", "correct"):
        print(__doc__)
        return 2
    found = [(file, proofread_html([file])) for file in pages(Path(arguments[1]))]
    (faults if arguments[0] == "faults" else correct)(found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
