"""The one table of Bot API methods."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sandbox.telegram.arguments import Arguments
from sandbox.telegram.context import Context

Method = Callable[[Context, Arguments], Awaitable[object]]

_METHODS: dict[str, tuple[str, Method]] = {}


@dataclass(frozen=True)
class Described:
    """A result that comes with a description in its envelope."""

    result: object
    description: str


def method(name: str) -> Callable[[Method], Method]:
    """Register a function under the Bot API's name."""

    def register(function: Method) -> Method:
        _METHODS[name.casefold()] = (name, function)
        return function

    return register


def find(name: str) -> tuple[str, Method] | None:
    """The method's proper name and function, whatever the case of `name`."""
    return _METHODS.get(name.casefold())
