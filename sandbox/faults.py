"""Faults on demand: the next calls that match fail in a chosen way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    TOO_MANY_REQUESTS = "429"
    SERVER_ERROR = "500"
    FORBIDDEN = "403"
    SLOW = "slow"
    DROP = "drop"
    GARBAGE = "garbage"
    LOST = "lost"
    HELD = "held"

    @property
    def is_after_the_deed(self) -> bool:
        """Whether the call is carried out, and only its answer does not arrive."""
        return self in {FaultKind.LOST, FaultKind.HELD}


class FaultPlace(StrEnum):
    TELEGRAM = "telegram"
    ESOZ = "esoz"
    DIIA = "diia"


@dataclass
class Fault:
    """The next `times` calls in `where` whose name contains `match` fail as `kind` says.

    `match` is compared with the Bot API's method name, or with "METHOD /path?query" of ЕСОЗ and
    Дія; an empty one matches every call. `retry_after` is in seconds. `lost` cuts the connection
    once the call is carried out; `held` keeps its answer back until the caller hangs up.
    """

    where: FaultPlace
    kind: FaultKind
    match: str = ""
    times: int = 1
    retry_after: int | None = None


class Faults:
    """The faults that are still to happen, oldest first."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._waiting.append(fault)

    def clear(self) -> None:
        self._waiting.clear()

    def take(self, where: FaultPlace, call: str) -> Fault | None:
        """The fault that this call meets, counted off; None when it may go through."""
        for fault in self._waiting:
            if fault.where is where and fault.match.casefold() in call.casefold():
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None
