"""A moment in words, as one says it: tomorrow at 10:00; with Kyiv time beside it when abroad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.reminders import KYIV_ZONE, wall_of

if TYPE_CHECKING:
    from datetime import datetime

    from bot.i18n import Translator

_ELEVEN = 11
"""«Об одинадцятій»: the only hour that wants another preposition in Ukrainian."""


def when(tr: Translator, moment: datetime, now: datetime, zone: str) -> str:
    """Return day and time of `moment` by the clocks of `zone`, and of Kyiv where they differ."""
    wall = wall_of(moment, zone)
    days = (wall.date() - wall_of(now, zone).date()).days
    said = _said(tr, wall, days)
    kyiv = wall_of(moment, KYIV_ZONE)
    if kyiv == wall:
        return said
    return tr.t("moment", "{when} (in Kyiv {kyiv})", when=said, kyiv=tr.clock_time(kyiv.time()))


def _said(tr: Translator, wall: datetime, days: int) -> str:
    at = tr.clock_time(wall.time())
    if wall.hour == _ELEVEN:
        if days == 0:
            return tr.t("moment, at 11", "today at {time}", time=at)
        if days == 1:
            return tr.t("moment, at 11", "tomorrow at {time}", time=at)
        return tr.t("moment, at 11", "{day} at {time}", day=tr.day(wall.date()), time=at)
    if days == 0:
        return tr.t("moment", "today at {time}", time=at)
    if days == 1:
        return tr.t("moment", "tomorrow at {time}", time=at)
    return tr.t("moment", "{day} at {time}", day=tr.day(wall.date()), time=at)
