"""Which figures the facts name, found in their compiled code: the program as installed has no source to read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import CodeType, FunctionType, ModuleType

from talentpack.core import facts

_PACKAGE = facts.__name__


def figures_in_facts() -> set[str]:
    """Every text that stands in the facts' code or at the top of their modules: the ids of figures among them."""
    return {text for module in _modules() for value in vars(module).values() for text in _texts(value, module)}


def _modules() -> list[ModuleType]:
    """All modules of facts; the table in `facts` imports them all."""
    return [module for name, module in sorted(sys.modules.items()) if name.startswith(f"{_PACKAGE}.")]


def _texts(value: object, module: ModuleType) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from _texts(item, module)
    elif isinstance(value, dict):
        yield from _texts((*value.keys(), *value.values()), module)
    elif isinstance(value, FunctionType) and value.__module__ == module.__name__:
        yield from _constants(value.__code__)
    elif isinstance(value, property):
        yield from _texts(value.fget, module)
    elif isinstance(value, type) and value.__module__ == module.__name__:
        yield from _texts(tuple(vars(value).values()), module)


def _constants(code: CodeType) -> Iterator[str]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _constants(constant)
        elif isinstance(constant, str):
            yield constant
        elif isinstance(constant, tuple):
            yield from (item for item in constant if isinstance(item, str))
