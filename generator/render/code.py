"""Jinja as every template has it, and the code that it writes for ours.

The code is leaner than Jinja's own where every page would pay for what no template of ours uses:
a macro or a function is called without looking whether it wants the template's context, and a text
without special characters is printed as it is.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable, Mapping, Sequence
from keyword import iskeyword
from types import CodeType
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, nodes
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from generator.load.templates import TemplateFiles

FILTERS = ("inline", "prose", "link", "day", "phone", "absolute")
"""The filters of our own. A template can only be compiled where their names are known."""


_SPECIAL = re.compile("[&<>\"']").search


def text(value: object) -> str:
    """A value as it stands in HTML: what is markup already stays, all else is escaped."""
    if isinstance(value, str) and (type(value) is Markup or not _SPECIAL(value)):
        return value
    return escape(value)


class QuickMacro(Macro):
    """A macro that is called with what it names, which needs no more than handing it on."""

    def __call__(self, *given: Any, **named: Any) -> str:
        """The macro's text, which is markup."""
        absent = self._argument_count - len(given)
        if named:
            as_it_comes = self.caller and named.keys() == {"caller"} and not self.explicit_caller
        else:
            as_it_comes = not self.caller
        if not as_it_comes or absent < 0 or self.catch_kwargs or self.catch_varargs:
            return super().__call__(*given, **named)
        return str.__new__(Markup, self._func(*given, *(missing,) * absent, *named.values()))


def passage(written: Callable[[], str]) -> str:
    """What stands between `call` and `endcall`, which is markup."""
    return str.__new__(Markup, written())


class LeanCode(CodeGenerator):
    """Writes the code of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """The head of the code brings in what the rest of it uses."""
        self.writeline("from functools import partial")
        self.writeline(f"from {__name__} import QuickMacro, passage, text")
        super().visit_Template(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A call as Python has it; what Python would not take is rare and left to Jinja."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(named.key) for named in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """The macro as a value, or a passage that is handed to one."""
        asks = macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs
        if isinstance(macro_ref.node, nodes.CallBlock) and not macro_ref.node.args and not asks:
            self.write("partial(passage, macro)")
            return
        self.write("Quick")
        super().macro_def(macro_ref, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("text(")


class _Code(BytecodeCache):
    def __init__(self, code: Mapping[str, bytes]) -> None:
        self.code = code

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.code:
            bucket.code = marshal.loads(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """What was not compiled ahead is not kept."""


def blank_environment(templates: TemplateFiles, code: Mapping[str, bytes]) -> Environment:
    """Jinja as every template has it, strict and escaping; `code` is what has been compiled already.

    The filters of our own are still to be filled in.
    """

    def find(name: str) -> tuple[str, str, None] | None:
        return (templates.text(name), templates.origins[name], None) if name in templates.files else None

    jinja = Environment(
        loader=FunctionLoader(find),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        bytecode_cache=_Code(code),
        optimized=False,
    )
    jinja.code_generator_class = LeanCode
    jinja.filters.update(dict.fromkeys(FILTERS, _filled_in_later))
    return jinja


def _filled_in_later(_: object) -> str:
    """Stands for a filter while compiling: Jinja leaves a call that fails for later."""
    raise LookupError("this filter is filled in when pages are made")


def codes(templates: TemplateFiles, names: Sequence[str]) -> dict[str, bytes]:
    """The code of templates, as `marshal` writes it; one that cannot be compiled has none."""
    jinja = blank_environment(templates, {})
    found = ((name, _code(jinja, templates, name)) for name in names)
    return {name: marshal.dumps(code) for name, code in found if code}


def _code(jinja: Environment, templates: TemplateFiles, name: str) -> CodeType | None:
    try:
        return jinja.compile(templates.text(name), name, templates.origins[name])
    except (TemplateError, UnicodeDecodeError):
        return None
