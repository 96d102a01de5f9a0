"""What of the directory is near a point: a box by the index, then the true distance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.db.directory import reading as rows
from bot.db.transaction import reading
from bot.domain.directory.coordinates import Point

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Select
    from sqlalchemy.ext.asyncio import AsyncEngine

_CIRCLES_KM = (2.0, 8.0, 32.0, 128.0)
"""Looked through one after another until enough is found; what is farther is not near."""


class NearbyRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def doctors(
        self, origin: Point, *, limit: int, among: Callable[[int], bool] | None = None
    ) -> list[tuple[int, float]]:
        """Keys of doctors with their distance in km, nearest first, `among` those that pass."""
        return await self._nearest(rows.doctor_points, origin, limit, among)

    async def divisions(
        self, origin: Point, *, limit: int, among: Callable[[int], bool] | None = None
    ) -> list[tuple[int, float]]:
        """As `doctors`, for divisions."""
        return await self._nearest(rows.division_points, origin, limit, among)

    async def _nearest(
        self,
        every: Select[Any],
        origin: Point,
        limit: int,
        among: Callable[[int], bool] | None,
    ) -> list[tuple[int, float]]:
        found: list[tuple[int, float]] = []
        for km in _CIRCLES_KM:
            near = await self._in_circle(every, origin, km)
            found = [one for one in near if among is None or among(one[0])]
            if len(found) >= limit:
                break
        return sorted(found, key=lambda one: (one[1], one[0]))[:limit]

    async def _in_circle(
        self, every: Select[Any], origin: Point, km: float
    ) -> list[tuple[int, float]]:
        south_west, north_east = origin.box(km)
        box = every.where(
            rows.division.latitude.between(south_west.latitude, north_east.latitude),
            rows.division.longitude.between(south_west.longitude, north_east.longitude),
        )
        async with reading(self._engine) as connection:
            found = (await connection.execute(box)).all()
        measured = ((key, origin.km_to(Point(north, east))) for key, north, east in found)
        return [(key, distance) for key, distance in measured if distance <= km]
