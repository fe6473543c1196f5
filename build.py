"""Fair Notice: `python build.py` makes the site, `python build.py --help` says what else it can do."""

from generator.cli import run

if __name__ == "__main__":
    run()
