"""Points on the map of Ukraine, and how far apart they are."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

# Ukraine with a little room around it (reference/esoz.md §3.1); the two ranges do not overlap.
_SOUTH, _NORTH = 44.0, 52.5
_WEST, _EAST = 22.0, 40.3
_EARTH_RADIUS_KM = 6371.0088
_KM_IN_DEGREE = 111.195


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees of latitude (north) and longitude (east)."""

    latitude: float
    longitude: float

    def km_to(self, other: Point) -> float:
        """The distance over the ground in kilometres (haversine)."""
        north = radians(other.latitude - self.latitude)
        east = radians(other.longitude - self.longitude)
        narrowing = cos(radians(self.latitude)) * cos(radians(other.latitude))
        chord = sin(north / 2) ** 2 + narrowing * sin(east / 2) ** 2
        return 2 * _EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))

    def box(self, km: float) -> tuple[Point, Point]:
        """The south-western and north-eastern corners of a box that holds a circle of `km`."""
        up = km / _KM_IN_DEGREE
        # Towards the north a degree of longitude is shorter: measured at the far edge.
        across = up / max(cos(radians(min(abs(self.latitude) + up, 89.0))), 0.01)
        south_west = Point(self.latitude - up, self.longitude - across)
        return south_west, Point(self.latitude + up, self.longitude + across)


def point_in_ukraine(latitude: float, longitude: float) -> Point | None:
    """The point, mended where the source swapped the two numbers; None when it is not here."""
    if _is_here(latitude, longitude):
        return Point(latitude, longitude)
    if _is_here(longitude, latitude):
        return Point(longitude, latitude)
    return None


def _is_here(latitude: float, longitude: float) -> bool:
    return _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST
