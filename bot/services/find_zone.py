"""The clock of a place on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.domain.reminders import KYIV_ZONE, zone_of
from bot.errors import InvalidInput

if TYPE_CHECKING:

    class ZoneMap(Protocol):
        def zone_at(self, *, latitude: float, longitude: float) -> str:
            """Return the IANA name of the zone; an empty one where there is none."""
            ...


_OTHER_NAMES_OF_KYIV = frozenset({"Europe/Kiev", "Europe/Uzhgorod", "Europe/Zaporozhye"})
"""Of tzdata before 2022b; the same clock."""


class FindZone:
    def __init__(self, *, zones: ZoneMap) -> None:
        self._zones = zones

    def __call__(self, *, latitude: float, longitude: float) -> str | None:
        """Return the zone by its IANA name, None where the map has none. Keeps nothing."""
        found = self._zones.zone_at(latitude=latitude, longitude=longitude)
        try:
            zone_of(found)
        except InvalidInput:
            return None
        return KYIV_ZONE if found in _OTHER_NAMES_OF_KYIV else found
