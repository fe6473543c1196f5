"""The shape of the package, read from its own source: ranks, cycles, sizes, and who may do what."""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from conftest import ROOT

PACKAGE = ROOT / "generator"
RANKS = (
    "diagnostics",
    "artefacts",
    "config",
    "load",
    "model",
    "proofread",
    "render",
    "report",
    "save",
    "publish",
    "scaffold",
    "revise",
    "build",
    "serve",
    "cli",
)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def module_name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(file): file for file in sorted(PACKAGE.rglob("*.py"))}


def source(module: str) -> str:
    return MODULES[module].read_text("utf-8")


@functools.cache
def tree(module: str) -> ast.Module:
    """A module as it is parsed, once and by the process that asks for it."""
    return ast.parse(source(module))


@functools.cache
def nodes(module: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(module)))


def imports(module: str) -> Iterator[str]:
    """Modules of the package that a module imports anywhere: in functions and for typing too."""
    for node in nodes(module):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively on line {node.lineno}"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                if whole in MODULES:
                    yield whole
                elif node.module in MODULES:
                    yield str(node.module)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)


def rank(module: str) -> int:
    parts = module.split(".")
    return RANKS.index(parts[1]) if len(parts) > 1 else -1


def functions(module: str) -> Iterator[Function]:
    return (node for node in nodes(module) if isinstance(node, Function))


def body_lines(function: Function) -> int:
    """Lines of a function below its signature and its docstring."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def test_every_part_of_the_package_has_a_rank() -> None:
    parts = {name.split(".")[1] for name in MODULES if "." in name}
    assert parts == set(RANKS)


def test_imports_lead_downwards_only() -> None:
    ways = ((module, other) for module in MODULES for other in imports(module))
    upwards = [f"{module} imports {other}" for module, other in ways if rank(other) > rank(module) >= 0]
    assert not upwards


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {name: sorted(set(imports(name)) - {name}) for name in MODULES}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join((*way[way.index(name) :], name))
        if name not in done:
            for other in graph[name]:
                visit(other, (*way, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_no_package_init_is_imported_by_its_own_modules() -> None:
    """Importing `a.b` runs `a/__init__` first, so a module that imports its own package is a circle."""
    for name in MODULES:
        own = [other for other in imports(name) if other != "generator" and name.startswith(f"{other}.")]
        assert not own, f"{name} imports its own package {own}"


def test_no_module_is_longer_than_250_lines() -> None:
    long = {module: len(source(module).splitlines()) for module in MODULES}
    assert not {module: lines for module, lines in long.items() if lines > 250}


def every_function() -> Iterator[tuple[str, Function]]:
    """Every function of the package with its name as people would say it."""
    return ((f"{module}.{function.name}", function) for module in MODULES for function in functions(module))


def test_no_function_is_longer_than_40_lines() -> None:
    long = {name: (f.end_lineno or 0) - f.lineno + 1 for name, f in every_function()}
    assert not {name: lines for name, lines in long.items() if lines > 40}


def test_half_of_all_functions_have_at_most_8_lines() -> None:
    assert median(body_lines(function) for _, function in every_function()) <= 8


def test_no_function_takes_more_than_5_parameters() -> None:
    for name, function in every_function():
        given = function.args
        names = [a.arg for a in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
        assert len([n for n in names if n not in ("self", "cls")]) <= 5, name


def test_everything_public_says_what_it_is() -> None:
    """Modules, classes and functions that others can use have a docstring; short properties may not."""
    public = ((module, node) for module in MODULES for node in public_nodes(tree(module)))
    silent = [f"{module}.{node.name}" for module, node in public if not ast.get_docstring(node)]
    assert not [*(module for module in MODULES if not ast.get_docstring(tree(module))), *silent]


def public_nodes(tree: ast.AST) -> Iterator[Function | ast.ClassDef]:
    """Public classes and functions of a module and the public methods of its public classes.

    A property whose name and type say everything needs no sentence.
    """
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_"):
            continue
        said = {ast.unparse(decorator) for decorator in node.decorator_list}
        if not said & {"property", "cached_property"}:
            yield node
        if isinstance(node, ast.ClassDef):
            yield from public_nodes(node)


READS = {"open", "read_text", "read_bytes", "iterdir", "rglob", "glob", "scandir", "listdir", "walk"}
WRITES = {
    *(
        "write_text",
        "write_bytes",
        "mkdir",
        "makedirs",
        "rename",
        "replace_file",
        "unlink",
        "rmdir",
        "rmtree",
    ),
    *("copytree", "copyfile", "copy2", "link", "symlink", "symlink_to", "hardlink_to", "touch", "remove"),
}
MAY_READ = {"load", "save", "publish", "scaffold", "revise"}
MAY_WRITE = {"save", "publish", "scaffold", "revise"}
ON_PATHS = {"open", "replace"}


def calls(module: str) -> tuple[tuple[str, str, ast.Call], ...]:
    """Calls of a module: the last name, the whole name, the node."""
    found = [(ast.unparse(node.func), node) for node in nodes(module) if isinstance(node, ast.Call)]
    return tuple((whole.rpartition(".")[2], whole, node) for whole, node in found)


@functools.cache
def every_call() -> tuple[tuple[str, str, str, ast.Call], ...]:
    """Every call of the package, with its module."""
    return tuple((module, *call) for module in MODULES for call in calls(module))


def test_only_load_and_save_touch_files() -> None:
    lists_and_sets = ("soup", "link.", "waiters")
    for module, name, whole, node in every_call():
        if whole.startswith(lists_and_sets) or (module == "generator.cli" and whole == "os.open"):
            continue  # the edge points standard output at /dev/null when its reader has gone
        part = module.split(".")[1] if "." in module else ""
        if name in READS:
            assert part in MAY_READ, f"{module} reads with {whole} on line {node.lineno}"
        if name in WRITES:
            assert part in MAY_WRITE, f"{module} writes with {whole} on line {node.lineno}"


SURROUNDINGS = {
    *("date.today", "datetime.now", "datetime.utcnow", "datetime.today", "time.time", "time.localtime"),
    *("os.getcwd", "os.getenv", "os.environ.get", "Path.cwd", "Path.home", "os.getlogin", "os.cpu_count"),
    *("locale.getlocale", "random.random", "uuid.uuid4", "socket.gethostname", "platform.node"),
}


def test_nothing_below_the_command_line_knows_the_day_the_machine_or_the_folder() -> None:
    below = [module for module in MODULES if rank(module) < RANKS.index("cli")]
    for module, _, whole, node in every_call():
        known = whole.removeprefix("datetime.") in SURROUNDINGS
        assert not (known and module in below), f"{module} asks {whole} on line {node.lineno}"
    attributes = ((m, n) for m in below for n in nodes(m) if isinstance(n, ast.Attribute))
    assert not [module for module, node in attributes if ast.unparse(node) == "os.environ"]


@pytest.mark.without_coverage
@pytest.mark.parametrize("tool", [("ruff", "check", "."), ("mypy", "--strict")], ids=["ruff", "mypy"])
def test_the_linters_have_nothing_to_say(tool: tuple[str, ...]) -> None:
    ran = subprocess.run([sys.executable, "-m", *tool], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
