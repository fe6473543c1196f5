"""Broken content files as data: what is written where, and which finding must come of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from conftest import page_text

Content = str | bytes | Callable[[Path, Path], None]
"""Text, bytes, or a function that makes the file: it gets the site's folder and the file's path."""


@dataclass(frozen=True)
class Case:
    """One broken file.

    `line` is text that stands on the line of the finding, or the number of that line. `alone`
    marks a case that cannot stand in one site with the others, because it spoils a shared file.
    `at` is the path that the finding names, where it is another than the file's.
    """

    name: str
    path: str
    content: Content
    rule: str
    line: str | int = 1
    says: str = ""
    alone: bool = False
    at: str = ""

    @property
    def blamed(self) -> str:
        """The path that the finding names: the file itself, or `at`."""
        return self.at or self.path

    def put(self, site: Path) -> None:
        """Writes the broken file into a site."""
        file = site / self.path
        file.parent.mkdir(parents=True, exist_ok=True)
        if callable(self.content):
            self.content(site, file)
        else:
            file.write_bytes(self.content.encode() if isinstance(self.content, str) else self.content)

    @property
    def status(self) -> int:
        """A broken site.yaml is misuse; anything else blocks."""
        return 2 if self.path == "site.yaml" else 1


def slug(name: str) -> str:
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name.lower())


def page(name: str, rule: str, fields: str, line: str | int = "", says: str = "", **more: str) -> Case:
    """A page that is right but for the fields given."""
    path = f"content/pages/{slug(name)}.md"
    title = "" if "title" in fields else name
    return Case(name, path, page_text(fields, title=title, **more), rule, line or fields, says)


def body(name: str, rule: str, text: str, line: str | int = "", says: str = "") -> Case:
    """A page that is right but for its text."""
    path = f"content/pages/{slug(name)}.md"
    return Case(name, path, page_text(body=f"Before.\n\n{text}", title=name), rule, line or text, says)


def use(name: str, rule: str, fields: str, line: str | int = "", says: str = "") -> Case:
    """A draft of a data use, which the law's rules leave alone but which is read strictly."""
    text = f"title: {name}\nsummary: A draft.\n{fields}\n"
    return Case(name, f"content/data-uses/{slug(name)}.yaml", text, rule, line or fields, says)


def raw(name: str, rule: str, content: Content, line: str | int = 1, file: str = "", says: str = "") -> Case:
    """A file with just this content."""
    return Case(name, f"content/pages/{file or slug(name) + '.yaml'}", content, rule, line, says)


def extra(name: str, path: str, added: str, rule: str, line: str | int, says: str = "") -> Case:
    """A shared file with something added at its end."""

    def add(_: Path, file: Path) -> None:
        before = file.read_text("utf-8") if file.exists() else ""
        file.write_text(before.rstrip("\n") + "\n" + added, "utf-8")

    return Case(name, path, add, rule, line, says, alone=True)


def swap(name: str, old: str, new: str, rule: str, line: str | int, says: str = "") -> Case:
    """site.yaml with the line of one key replaced."""

    def change(_: Path, file: Path) -> None:
        lines = file.read_text("utf-8").splitlines()
        at = next(n for n, text in enumerate(lines) if text.startswith(f"{old}:"))
        lines[at] = new
        file.write_text("\n".join(lines) + "\n", "utf-8")

    return Case(name, "site.yaml", change, rule, line, says, alone=True)


def _linked(target: str) -> Callable[[Path, Path], None]:
    return lambda _, file: file.symlink_to(target)


def _to_each_other(_: Path, file: Path) -> None:
    other = file.with_name("loop-other.md")
    file.symlink_to(other.name)
    other.symlink_to(file.name)


def _out_of_the_site(site: Path, file: Path) -> None:
    outside = site.parent / "outside.md"
    outside.write_text(page_text(), "utf-8")
    file.symlink_to(outside)


def _folder_out_of_the_site(site: Path, file: Path) -> None:
    outside = site.parent / "outside"
    outside.mkdir()
    for inside in file.iterdir():
        inside.rename(outside / inside.name)
    file.rmdir()
    file.symlink_to(outside)


def _pipe(_: Path, file: Path) -> None:
    os.mkfifo(file)


def _folder(_: Path, file: Path) -> None:
    file.mkdir()


def _twin(_: Path, file: Path) -> None:
    file.with_suffix(".md").write_text(page_text(), "utf-8")
    file.write_text("title: The same again\nsummary: Twice.\n", "utf-8")


def _shadow(_: Path, file: Path) -> None:
    file.with_name("shadowed.md").write_text(page_text(title="Shadowed"), "utf-8")
    file.write_text(page_text("redirect_from: [/shadowed/]", title="Shadow"), "utf-8")


def _two_from_one(_: Path, file: Path) -> None:
    text = page_text("redirect_from:\n  - /once-here/", title="First to claim")
    file.with_name("a-first-claim.md").write_text(text, "utf-8")
    file.write_text(text.replace("First", "Second"), "utf-8")


LAUGHS = "".join(
    f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" if n else "l0: &l0 [lol, lol, lol]\n" for n in range(9)
)
DEEP = "yaml-nesting"
ENTRY = "- id: {}\n"

YAML = [
    page("colon in a text", "yaml-syntax", "withdrawn_because: Web: editor"),
    use(
        "no space on the first line of two",
        "yaml-syntax",
        "owner:Web editor\nreviewed: 2026-10-01",
        "owner:",
        "space is",
    ),
    use(
        "no space on the last line", "yaml-syntax", "owner:Web editor", says="space is missing after `owner:`"
    ),
    page("quote never closed", "yaml-syntax", 'withdrawn_because: "Web editor'),
    page("bracket never closed", "yaml-syntax", "also_called: [one, two"),
    page("brace never closed", "yaml-syntax", "changes: {what: one"),
    page("text after a quote", "yaml-syntax", "withdrawn_because: 'Ours' and yours"),
    page("unknown escape", "yaml-syntax", r'withdrawn_because: "C:\data"'),
    page("half a surrogate as an escape", "yaml-syntax", r'withdrawn_because: "A\ud800B"', says="an escape"),
    page("lone ampersand", "yaml-syntax", "withdrawn_because: & ours", says="begin with `&`"),
    page("begins with an at sign", "yaml-syntax", "withdrawn_because: @council"),
    page("begins with a backtick", "yaml-syntax", "withdrawn_because: `council`"),
    page("begins with a percent sign", "yaml-syntax", "withdrawn_because: %council"),
    page("begins with a star", "yaml-syntax", "withdrawn_because: *council"),
    page("indented too far", "yaml-syntax", "also_called:\n  - one\n    two: three", "two: three"),
    page("dash too far in", "yaml-syntax", "also_called:\n  - one\n   - two", "   - two", says="a dash"),
    page("list below a text", "yaml-syntax", "withdrawn_because: Ours\n  - one", "  - one", says="a dash"),
    page("line without a colon", "yaml-syntax", "in_footer", "in_footer"),
    page("dash missing in a list", "yaml-syntax", "also_called:\n  - one\n  two", "two"),
    page("key that is a list", "yaml-syntax", "? [one, two]\n: three", "? [one, two]"),
    page("tab before a key", "yaml-tab", "also_called:\n\t- one", "\t- one"),
    page("key given twice", "yaml-duplicate-key", "quick_exit: yes\nquick_exit: no", "quick_exit: no"),
    page(
        "key given twice inside",
        "yaml-duplicate-key",
        "changes:\n  - date: 2026-01-01\n    what: one\n    what: two\n    why: three",
        "    what: two",
    ),
    page("alias", "yaml-alias", "also_called: &names [one]\nredirect_from: *names", "&names"),
    raw("billion laughs", "yaml-alias", LAUGHS, 1),
    page("python tag", "yaml-tag", "withdrawn_because: !!python/object/apply:os.system [ls]"),
    page("tag of one's own", "yaml-tag", "withdrawn_because: !important read this"),
    page("standard tag", "yaml-tag", "withdrawn_because: !!binary aGVsbG8="),
    raw("two documents", "yaml-syntax", "title: One\nsummary: One.\n---\ntitle: Two\nsummary: Two.\n", 3),
    raw(
        "apostrophe in single quotes",
        "yaml-syntax",
        "title: 'It's ours'\nsummary: Y.\n",
        1,
        says="ends at this quotation mark",
    ),
    raw(
        "field indented below a value",
        "yaml-syntax",
        "title: X\nsummary: Y.\n owner: Z\n",
        3,
        says="indented further than the one above",
    ),
    raw(
        "two versions that nobody merged",
        "yaml-syntax",
        "title: X\nsummary: Y.\n<<<<<<< HEAD\nowner: A\n=======\nowner: B\n>>>>>>> other\n",
        3,
        says="nobody has chosen",
    ),
    raw("text in stars", "yaml-syntax", "title: X\nsummary: *bold* words\n", 2, says="begin with `*`"),
    raw("deep on one line", DEEP, "title: " + "[" * 100_000 + "\n", 1),
    raw("deep on many lines", DEEP, "title:\n" + " [\n" * 100_000, "["),
    raw("deep with commas", DEEP, "title: " + "[a," * 100_000 + "\n", 1),
    raw("deep mappings", DEEP, "title: " + "{a: " * 100_000 + "\n", 1),
    raw("deep dashes", DEEP, "title:\n  " + "- " * 300_000 + "a\n", 2),
    raw("deep question marks", DEEP, "? " * 100_000 + "a\n", 1),
    raw("deep with comments", DEEP, "title:\n" + " [ # here\n" * 60_000, "["),
    raw("deep by indentation", DEEP, "\n".join(" " * n + "a:" for n in range(1_300)), "a:"),
    raw("deep but closed", DEEP, "title: " + "[" * 60 + "]" * 60 + "\n", 1),
]

TYPES = [
    page("number for a title", "wrong-value", "title: 2026"),
    page("true for a title", "wrong-value", "title: true"),
    page("list for a text", "wrong-type", "title: [one, two]"),
    page("group for a text", "wrong-type", "title:\n  one: two", "title:"),
    page("nothing for a title", "wrong-type", "title:"),
    page("spaces for a title", "wrong-value", "title: '   '"),
    page("title of 121 letters", "wrong-value", f"title: {'a' * 121}"),
    page("hash for a title", "wrong-type", "title: #1 in parking", says="in quotes"),
    page("colon in an entry", "wrong-type", "also_called:\n  - Cards: yours", "- Cards", says="in quotes"),
    page("dots of a new record", "wrong-value", "redirect_from:\n  - …", "- …", says="in place of the dots"),
    page("values of a new record", "wrong-value", "status: draft | published", says="Keep one", status=""),
    use("word where something does not apply", "wrong-type", "transfers: none", says="`does_not_apply:`"),
    use("field of a purpose outside it", "unknown-key", "retention: 6 years", says="belongs to `purposes`"),
    page("text for a list", "wrong-type", "also_called: other words"),
    page("text for a group", "wrong-type", "changes:\n  - it changed", "- it changed"),
    page("group for a list", "wrong-type", "changes:\n  date: 2026-01-01", "changes:"),
    page("maybe for yes or no", "wrong-type", "in_footer: maybe"),
    page("day that does not exist", "wrong-value", "expires_on: 2026-02-30", says="go from 01 to 28"),
    page("month that does not exist", "wrong-value", "expires_on: 2026-13-01", says="does not exist"),
    page("no leap year", "wrong-value", "expires_on: 2027-02-29", says="does not exist"),
    page("british date", "wrong-value", "expires_on: 22/11/2026", says="year-month-day"),
    page("date with a time", "wrong-value", "expires_on: 2026-11-22T10:00:00Z", says="year-month-day"),
    page("date as a number", "wrong-value", "expires_on: 20261122"),
    page("status that is none", "wrong-value", "status: publishd", says="`published`", status=""),
    page("unknown key", "unknown-key", "withdrawn_becuase: Old", says="`withdrawn_because`"),
    page(
        "unknown key inside",
        "unknown-key",
        "changes:\n  - date: 2026-01-01\n    what: one\n    why: two\n    whom: three",
        "whom: three",
    ),
    page("key of another kind", "unknown-key", "purposes: []"),
    page("summary missing", "missing-field", "in_footer: yes", 2, "`summary`", summary=""),
    page("field missing inside", "missing-field", "changes:\n  - date: 2026-01-01\n    what: one", "- date"),
    Case(
        "title missing", "content/pages/title-missing.yaml", "summary: One.\n", "missing-field", 1, "`title`"
    ),
    use("basis that is none", "wrong-value", "purposes:\n  - purpose: See\n    lawful_basis: public-taks", 5),
    use("list for a group", "wrong-type", "internal: [one]"),
    use("group for an entry", "wrong-type", "purposes: See who asks"),
    use(
        "answer of two states",
        "unknown-key",
        "dpia:\n  does_not_apply: None.\n  reference: D1",
        "reference: D1",
        "Keep either",
    ),
    use("answer without a reason", "wrong-type", "transfers:\n  does_not_apply:", "does_not_apply"),
    use("answer that is a word", "wrong-type", "recipients: nobody"),
    use("category that is none", "unknown-id", "data:\n  - category: nme-and-cntct", "- category: nme"),
    use("service that is none", "unknown-id", "service: no-such-service"),
    use("id in capitals", "wrong-value", "contact: DPO"),
    use(
        "controller that is none", "unknown-id", "controllers:\n  - organisation: nobody-here", "nobody-here"
    ),
    use("choice that is none", "unknown-id", "choices: [no-such-choice]"),
    use("project that is none", "unknown-id", "public_benefit: [no-such-project]"),
    use("page that is none", "unknown-id", "child_version: no-such-page"),
    use(
        "address of another kind",
        "wrong-value",
        "dpia:\n  reference: D\n  date: 2026-01-01\n  outcome: O\n  summary: javascript:alert(1)",
        "javascript:",
    ),
    Case(
        "age of 200",
        "content/opt-outs/age-of-200.yaml",
        "title: T\nsummary: S.\nage:\n  years: 200\n  explanation: E.\n",
        "wrong-value",
        "years: 200",
    ),
    Case(
        "half a year",
        "content/opt-outs/half-a-year.yaml",
        "title: T\nsummary: S.\nage:\n  years: 12.5\n  explanation: E.\n",
        "wrong-type",
        "years: 12.5",
    ),
    Case(
        "state that is none",
        "content/public-benefit/state-that-is-none.yaml",
        "title: T\nsummary: S.\nsteps:\n  - state: actve\n    on: 2026-01-01\n",
        "wrong-value",
        "state: actve",
        "`active`",
    ),
]

REFERENCE = [
    Case("group for a reference list", "content/reference/facts.yaml", "x: y\n", "file-shape", alone=True),
    extra(
        "entry twice",
        "content/reference/topics.yaml",
        "- {id: twice, name: N, summary: S.}\n- {id: twice, name: M, summary: S.}\n",
        "duplicate-id",
        "name: M",
    ),
    extra(
        "entry without an id",
        "content/reference/topics.yaml",
        "- name: N\n  summary: S.\n",
        "missing-field",
        "- name: N",
    ),
    extra("entry that is a word", "content/reference/topics.yaml", "- gardens\n", "wrong-type", "- gardens"),
    extra(
        "law replaced by none",
        "content/reference/laws.yaml",
        "- id: old-law\n  title: Old Law 1900\n  replaced_by: no-such-law\n",
        "unknown-id",
        "no-such-law",
    ),
    extra(
        "script for an address",
        "content/reference/laws.yaml",
        "- id: x\n  title: X\n  address: javascript:alert(1)\n",
        "wrong-value",
        "javascript:",
    ),
    extra(
        "e-mail that is none",
        "content/reference/contacts.yaml",
        "- id: x\n  name: X\n  email: nobody\n",
        "wrong-value",
        "email: nobody",
    ),
    Case("list that is none", "content/reference/topcs.yaml", "- id: x\n", "file-unexpected", 1, "`topics`"),
]

FILES = [
    raw("larger than 1 MiB", "file-size", "# " + "a" * 1024 * 1024),
    raw("utf-16", "file-encoding", "title: Höhe\n".encode("utf-16")),
    raw("utf-16 unmarked", "file-encoding", "title: T\n".encode("utf-16-le"), says="not saved as UTF-8"),
    page("nothing as an escape", "file-encoding", r'withdrawn_because: "A\0B"', says="U+0000"),
    page("turned round by an escape", "file-encoding", r'withdrawn_because: "A\u202eB"', says="U+202E"),
    page("key with an escape", "file-encoding", r'"also\u200b_called": [one]', says="U+200B"),
    raw("latin-1", "file-encoding", "title: T\nsummary: Caf\xe9\n".encode("latin-1"), 2),
    raw("nul byte", "file-encoding", b"title: T\nsummary: A\x00B\n", 2),
    raw("escape character", "file-encoding", b"title: T\n\nsummary: A\x1b[2JB\n", 3),
    raw("byte order mark inside", "file-encoding", "title: T\nsummary: A\ufeffB\n".encode(), 2),
    raw("half a surrogate", "file-encoding", b"title: T\nsummary: \xed\xa0\x80\n", 2),
    raw("empty", "file-shape", ""),
    raw("only comments", "file-shape", "# nothing\n# here\n"),
    raw("only a word", "file-shape", "hello\n"),
    raw("list for a record", "file-shape", "- title: T\n"),
    raw("empty text", "front-matter", "", 1, "empty-text.md"),
    raw("no front matter", "front-matter", "# Heading\n\nWords.\n", 1, "no-front-matter.md"),
    raw("front matter never closed", "front-matter", "---\ntitle: T\nsummary: S.\n", 4, "never-closed.md"),
    raw("front matter of comments", "file-shape", "---\n# nothing\n---\nWords.\n", 1, "only-comments.md"),
    raw("text twice", "yaml-duplicate-key", page_text("body: One."), 1, "text-twice.md"),
    raw("link out of the site", "file-link", _out_of_the_site, 1, "out-of-the-site.md"),
    raw("link to a file of the system", "file-link", _linked("/etc/hostname"), 1, "system.md"),
    raw("link to nowhere", "file-link", _linked("nowhere.md"), 1, "to-nowhere.md"),
    raw("links in a circle", "file-link", _to_each_other, 1, "loop.md"),
    raw("pipe", "file-unexpected", _pipe, 1, "pipe.md"),
    raw("folder named like a file", "file-unexpected", _folder, 1, "folder.md"),
    raw("capital in the name", "file-name", page_text(), 1, "About-Us.md"),
    raw("space in the name", "file-name", page_text(), 1, "about us.md"),
    raw("dot in the name", "file-name", page_text(), 1, "about.old.md"),
    raw("letter with an accent in the name", "file-name", page_text(), 1, "café.md"),
    raw("line end in the name", "file-name", page_text(), 1, "line\nend.md"),
    raw("language that is none", "file-name", page_text(), 1, "about.fr.md"),
    raw("another kind of file", "file-unexpected", "words", 1, "notes.docx"),
    Case(
        "folder of another name",
        "content/data-use/x.yaml",
        "title: T\n",
        "file-unexpected",
        says="data-uses",
        at="content/data-use",
    ),
    Case("file beside the folders", "content/notes.md", page_text(), "file-unexpected"),
    Case(
        "folder that leads out of the site",
        "content/public-benefit",
        _folder_out_of_the_site,
        "file-link",
        alone=True,
    ),
]

TEXTS = [
    body("script in a text", "raw-html", "Hello <script>alert(1)</script>."),
    body("picture with a handler", "raw-html", "<img src=x onerror=alert(1)>"),
    body("comment in a text", "raw-html", "Hello <!-- a secret -->."),
    body("closing tag in a text", "raw-html", "Hello </main> you."),
    page("script in a field", "raw-html", "summary: 'Say <script src=//evil.example></script>'", summary=""),
    page("frame in a title", "raw-html", "title: 'A <iframe src=//evil.example> here'"),
    body("script as a link", "unsafe-link", "Go [there](javascript:alert(1))."),
    body("script in odd letters", "unsafe-link", "Go [there](JaVaScRiPt:alert(1))."),
    body("links that never end", "tangled-text", "[a](" * 2000, "[a]("),
    body("brackets that never end", "tangled-text", "[[" * 20_000, "[[["),
    body("data as a link", "unsafe-link", "Go [there](data:text/html;base64,PHNjcmlwdD4=)."),
    body("script below the text", "unsafe-link", "Go [there][1].\n\n[1]: javascript:alert(1)", "javascript:"),
    page("script in a summary", "unsafe-link", "summary: 'Go [there](vbscript:x).'", summary=""),
]

ADDRESSES = [
    page("redirect out of the site", "wrong-value", "redirect_from: [/../../outside/]"),
    page("redirect through a folder above", "wrong-value", "redirect_from: [/a/../../outside/]"),
    page("redirect to this folder", "wrong-value", "redirect_from: [/./x/]"),
    page("redirect from elsewhere", "wrong-value", "redirect_from: ['https://evil.example/']"),
    page("redirect without a slash", "wrong-value", "redirect_from: [old-page]"),
    page("redirect with a space", "wrong-value", "redirect_from: [/old page/]"),
    page("redirect in percent signs", "wrong-value", "redirect_from: ['/%2e%2e/x/']"),
    page("redirect with a question", "wrong-value", "redirect_from: ['/old?page=1']"),
    raw("redirect over a page", "redirect-shadow", _shadow, "/shadowed/", "redirect-over-a-page.md"),
    raw(
        "two redirects from one address", "redirect-shadow", _two_from_one, "/once-here/", "b-second-claim.md"
    ),
    page("redirect from the front page", "redirect-shadow", "redirect_from: [/]"),
    raw("two files of one name", "duplicate-address", _twin, 1, "two-files.yaml"),
    raw("address of the search page", "duplicate-address", page_text(), 1, "search.md"),
    raw("address of an index", "duplicate-address", page_text(), 1, "data-uses.md"),
    raw("address of the glossary", "duplicate-address", page_text(), 1, "glossary.md"),
    page("redirect in place of a file", "redirect-shadow", "redirect_from: [/manifest.json]"),
    page("redirect in place of a page's file", "redirect-shadow", "redirect_from: [/about/index.html]"),
]

SITE = [
    swap("colour that is none", "name", "theme: {colour: green}\nname: N", "wrong-value", "colour: green"),
    swap("site without a title", "title", "# no title", "missing-field", 1, "`title`"),
    swap("site with an unknown key", "title", "titel: T", "unknown-key", "titel", "`title`"),
    swap("address without a scheme", "base_url", "base_url: example.org", "wrong-value", "base_url"),
    swap("address of a script", "base_url", "base_url: javascript:alert(1)", "wrong-value", "base_url"),
    swap("title twice", "title", "title: One\ntitle: Two", "yaml-duplicate-key", "title: Two"),
    swap("site with a tab", "title", "title: T\n\tnation: england", "yaml-tab", "\tnation"),
    swap("site with an open bracket", "title", "title: [T", "yaml-syntax", "title: [T"),
    swap("number for a name", "name", "name: 12", "wrong-value", "name: 12"),
    swap("no language", "languages", "languages: []", "wrong-value", "languages", says="without an entry"),
    Case("empty site", "site.yaml", "", "file-shape", says="`name: …`", alone=True),
    Case("site that is a list", "site.yaml", "- name: N\n", "file-shape", alone=True),
    Case("site in latin-1", "site.yaml", "name: Caf\xe9\n".encode("latin-1"), "file-encoding", alone=True),
    Case("site too large", "site.yaml", "# " + "a" * 1024 * 1024, "file-size", alone=True),
    Case("site too deep", "site.yaml", "name:\n" + " [\n" * 100_000, "yaml-nesting", "[", alone=True),
]

TEMPLATES = [
    Case(
        f"{name} in latin-1",
        f"templates/assets/{name}",
        "/* a */\n/* caf\xe9 */\n".encode("latin-1"),
        "template-error",
        2,
        "not saved as UTF-8",
        alone=True,
    )
    for name in ("site.css", "search.js")
]
"""Files of the site's own looks that take the place of ours."""

CASES = [*YAML, *TYPES, *REFERENCE, *FILES, *TEXTS, *ADDRESSES, *SITE, *TEMPLATES]
