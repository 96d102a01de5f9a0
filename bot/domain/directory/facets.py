"""What filters ask about each doctor and division, in arrays small enough to stay in memory."""

from __future__ import annotations

from array import array
from math import isnan, nan
from typing import TYPE_CHECKING

from bot.domain.directory.coordinates import Point
from bot.domain.directory.shared_values import SharedValues
from bot.domain.directory.weekly_hours import hours_from_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.domain.directory.traits import Mark, Traits, Wish

_NOT_COUNTED = -1


class Facets:
    """Arrays by key; a key that was never added matches no wish.

    About 25 bytes a key: weekly hours and sets of specialities are kept once each, since
    thousands of places share them.
    """

    def __init__(self) -> None:
        self._marks = bytearray()
        self._free_places = array("i")
        self._division_keys = array("i")
        self._latitudes = array("f")
        self._longitudes = array("f")
        self._hours = SharedValues[str]()
        self._specialities = SharedValues[tuple[str, ...]]()

    def add(self, traits: Traits) -> None:
        key = traits.key
        self._make_room(key)
        self._marks[key] = traits.marks
        free = traits.free_places
        self._free_places[key] = _NOT_COUNTED if free is None else free
        self._division_keys[key] = traits.division_key
        self._latitudes[key] = traits.point.latitude if traits.point else nan
        self._longitudes[key] = traits.point.longitude if traits.point else nan
        self._hours.put(key, traits.hours)
        self._specialities.put(key, traits.specialities)

    def matching(self, wish: Wish) -> Callable[[int], bool]:
        """A test of keys, to be given to the search; as quick as it can be made beforehand."""
        tests = [self._has_marks(wish.marks)]
        if wish.has_free_places:
            tests.append(self._has_free_places)
        if wish.specialities:
            tests.append(self._has_speciality(wish.specialities))
        if wish.is_open_at:
            tests.append(self._is_open(wish.is_open_at))
        if wish.near and wish.within_km is not None:
            tests.append(self._is_near(wish.near, wish.within_km))
        return tests[0] if len(tests) == 1 else lambda key: all(test(key) for test in tests)

    def point(self, key: int) -> Point | None:
        if not self._is_known(key) or isnan(self._latitudes[key]):
            return None
        return Point(self._latitudes[key], self._longitudes[key])

    def division_key(self, key: int) -> int | None:
        """The division that the doctor works in; a division's own key."""
        return self._division_keys[key] if self._is_known(key) else None

    def free_places(self, key: int) -> int | None:
        free = self._free_places[key] if self._is_known(key) else _NOT_COUNTED
        return None if free == _NOT_COUNTED else free

    def km(self, key: int, origin: Point) -> float | None:
        """The distance to what the key names; None where ЕСОЗ gives no coordinates."""
        point = self.point(key)
        return point.km_to(origin) if point else None

    def _is_known(self, key: int) -> bool:
        return 0 <= key < len(self._marks) and self._marks[key] != 0

    def _has_marks(self, wanted: Mark) -> Callable[[int], bool]:
        marks, bits, size = self._marks, int(wanted), len(self._marks)
        if bits == 0:
            return self._is_known
        return lambda key: 0 <= key < size and marks[key] & bits == bits

    def _has_free_places(self, key: int) -> bool:
        return self._free_places[key] > 0

    def _has_speciality(self, wanted: frozenset[str]) -> Callable[[int], bool]:
        fits = self._specialities.those(lambda codes: not wanted.isdisjoint(codes))
        return lambda key: fits[self._specialities.places[key]] == 1

    def _is_open(self, moment: datetime) -> Callable[[int], bool]:
        is_open = self._hours.those(lambda text: hours_from_text(text).at(moment).is_open)
        return lambda key: is_open[self._hours.places[key]] == 1

    def _is_near(self, origin: Point, km: float) -> Callable[[int], bool]:
        def is_near(key: int) -> bool:
            distance = self.km(key, origin)
            return distance is not None and distance <= km

        return is_near

    def _make_room(self, key: int) -> None:
        missing = key + 1 - len(self._marks)
        if missing > 0:
            self._marks.extend(bytes(missing))
            columns = (self._free_places, self._division_keys, self._latitudes, self._longitudes)
            for column in columns:
                column.frombytes(bytes(missing * column.itemsize))
            self._hours.make_room(missing)
            self._specialities.make_room(missing)
