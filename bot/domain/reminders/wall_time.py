"""From what stands on a wall clock somewhere to the moment that it means."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from bot.errors import InvalidInput

KYIV_ZONE = "Europe/Kyiv"


@cache
def zone_of(name: str) -> ZoneInfo:
    """Return the zone by its IANA name; raises InvalidInput("zone") for one that is not known."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):  # not found, not a name, a folder of zones
        raise InvalidInput("zone") from None


def moment_of(wall: datetime, zone: str, *, is_second: bool = False) -> datetime:
    """Return the moment (UTC) at which clocks of `zone` show `wall`, which is naive.

    An hour that clocks skip in spring means the one after it: 03:30 is read as 04:30. One that
    they show twice in autumn means the first time, unless `is_second`.
    """
    return wall.replace(tzinfo=zone_of(zone), fold=int(is_second)).astimezone(UTC)


def wall_of(moment: datetime, zone: str) -> datetime:
    """Return what clocks of `zone` show at `moment` (aware), as a naive datetime."""
    return moment.astimezone(zone_of(zone)).replace(tzinfo=None, fold=0)


def is_skipped(wall: datetime, zone: str) -> bool:
    """Whether clocks of `zone` jump over `wall`."""
    return wall_of(moment_of(wall, zone), zone) != wall


def is_doubled(wall: datetime, zone: str) -> bool:
    """Whether clocks of `zone` show `wall` twice."""
    if is_skipped(wall, zone):
        return False
    return moment_of(wall, zone) != moment_of(wall, zone, is_second=True)
