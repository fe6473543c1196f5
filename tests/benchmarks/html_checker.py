"""The Nu HTML checker over every page, stylesheet and picture of a built site: no error and no warning.

Run by hand. It needs a Java runtime (`apt-get install default-jre-headless`) and the checker itself,
which npm carries (`npm pack vnu-jar`, then unpack it):

    python build.py --output /tmp/public
    python tests/benchmarks/html_checker.py package/build/dist/vnu.jar /tmp/public

One message is left out. Pages read from a folder have no host, so for the checker the 'self' of the
policy matches nothing; that browsers find no breach of it is tested with a real server.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

OF_A_FOLDER = ".*Resource violates Content Security Policy.*"
KINDS = {"html": "--html", "css": "--css", "svg": "--svg"}


def said(jar: Path, kind: str, files: list[Path]) -> str:
    """Everything that the checker says of files of one kind."""
    java = ["java", "-jar", str(jar), KINDS[kind], "--filterpattern", OF_A_FOLDER, *map(str, files)]
    return subprocess.run(java, capture_output=True, text=True, check=False).stderr


def main(jar: Path, built: Path) -> int:
    """Prints every message and how much was checked; 1 where there is a message."""
    if shutil.which("java") is None:
        print("Skipped: there is no Java runtime here (apt-get install default-jre-headless).")
        return 0
    messages = ""
    for kind in KINDS:
        files = sorted(built.rglob(f"*.{kind}"))
        messages += said(jar, kind, files) if files else ""
        print(f"{len(files)} .{kind}")
    print(messages or "No error and no warning.", end="" if messages else "\n")
    return int(bool(messages))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
