"""The updates that the bot has not finished, in the order in which they happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sandbox.clock import SandboxClock

FIRST_UPDATE_ID = 400_000_001
MESSAGE_LIFE = timedelta(hours=24)
CALLBACK_LIFE = timedelta(seconds=150)
INLINE_LIFE = timedelta(seconds=30)


class Lane(IntEnum):
    """A user's queues (Client.cpp): each keeps its own order, all are delivered side by side."""

    MESSAGES = 0
    INLINE = 1
    CALLBACKS = 3
    MEMBERSHIP = 5


_LIVES = {Lane.INLINE: INLINE_LIFE, Lane.CALLBACKS: CALLBACK_LIFE}


@dataclass(frozen=True)
class Update:
    update_id: int
    user_id: int
    lane: Lane
    kind: str
    payload: dict[str, Any]
    expires_at: datetime

    @property
    def queue(self) -> tuple[int, Lane]:
        return self.user_id, self.lane

    def as_json(self) -> dict[str, Any]:
        return {"update_id": self.update_id, self.kind: self.payload}


class UpdateQueue:
    """Updates wait here until the bot confirms them or they expire by the sandbox's clock."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._waiting: dict[int, Update] = {}
        self._next_id = FIRST_UPDATE_ID
        self._listeners: list[Callable[[int], None]] = []
        self.allowed: tuple[str, ...] = ()

    def on_change(self, listener: Callable[[int], None]) -> None:
        """Call `listener` with the user's id whenever one of that user's updates comes or goes."""
        self._listeners.append(listener)

    def put(self, user_id: int, lane: Lane, kind: str, payload: dict[str, Any]) -> None:
        """Queue an update; one that the bot did not ask for is lost, as with Telegram."""
        if self.allowed and kind not in self.allowed:
            return
        expires_at = self._clock.now() + _LIVES.get(lane, MESSAGE_LIFE)
        update = Update(self._next_id, user_id, lane, kind, payload, expires_at)
        self._next_id += 1
        self._waiting[update.update_id] = update
        self._tell(user_id)

    def waiting(self) -> list[Update]:
        """All that wait, oldest first; what has expired is dropped."""
        now = self._clock.now()
        expired = [update for update in self._waiting.values() if update.expires_at <= now]
        self._drop(expired)
        return list(self._waiting.values())

    def first(self, queue: tuple[int, Lane]) -> Update | None:
        """The oldest update of one queue."""
        return next((update for update in self.waiting() if update.queue == queue), None)

    def pending_of(self, user_id: int) -> int:
        return sum(update.user_id == user_id for update in self.waiting())

    def finish(self, update: Update) -> None:
        self._drop([update])

    def confirm_before(self, offset: int) -> None:
        """Finish every update whose id is below `offset`."""
        self._drop([update for update in self.waiting() if update.update_id < offset])

    def clear(self) -> None:
        self._drop(self.waiting())

    def _drop(self, updates: list[Update]) -> None:
        """Take all away first, then tell: a listener may look at what is left."""
        dropped = [update for update in updates if self._waiting.pop(update.update_id, None)]
        for update in dropped:
            self._tell(update.user_id)

    def _tell(self, user_id: int) -> None:
        for listener in self._listeners:
            listener(user_id)
