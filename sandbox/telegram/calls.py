"""The list of Bot API calls that tests read."""

from __future__ import annotations

from collections import deque
from typing import Any

KEPT = 10_000


class CallLog:
    """Every call but getUpdates, numbered from 1; the newest `KEPT` are kept."""

    def __init__(self) -> None:
        self._calls: deque[dict[str, Any]] = deque(maxlen=KEPT)
        self._last = 0

    def add(self, method: str, params: dict[str, Any], error: str | None) -> None:
        self._last += 1
        call = {"n": self._last, "method": method, "params": params, "ok": error is None}
        self._calls.append(call | ({"error": error} if error is not None else {}))

    def since(self, number: int) -> list[dict[str, Any]]:
        """The calls whose number is greater."""
        return [call for call in self._calls if call["n"] > number]
