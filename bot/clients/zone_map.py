"""The map of time zones that tzfpy carries: no request leaves the machine."""

from __future__ import annotations

from tzfpy import get_tz


class ZoneMap:
    def zone_at(self, *, latitude: float, longitude: float) -> str:
        """Return the IANA name of the zone; an empty one where there is none."""
        return get_tz(longitude, latitude)
