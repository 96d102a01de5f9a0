"""Why a change cannot be begun or gone on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import Conflict, NotAllowed

if TYPE_CHECKING:
    from bot.domain.cabinet.capacity import Standing


class CannotChange(NotAllowed):
    """Who is signed in may only look; `standing` says why."""

    def __init__(self, standing: Standing) -> None:
        super().__init__(standing.value)
        self.standing = standing


class DraftGone(Conflict):
    """What was typed is no longer kept: its hour is over, or the person was switched."""


class NothingChanged(Conflict):
    """Every answer is what stands at ЕСОЗ already."""


class NotAPicture(NotAllowed):
    """What was sent is no JPEG, or more than ЕСОЗ takes."""
