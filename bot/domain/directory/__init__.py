"""The directory of facilities and doctors: what patients choose from, and its rules."""

from __future__ import annotations

from bot.domain.directory.coordinates import Point, point_in_ukraine
from bot.domain.directory.doctors import (
    DECLARED_SPECIALITIES,
    FAMILY_DOCTOR,
    PEDIATRICIAN,
    THERAPIST,
    Doctor,
    Gender,
    declared_specialities_for,
)
from bot.domain.directory.facets import Facets
from bot.domain.directory.places import Address, Division, Facility
from bot.domain.directory.state import DirectoryState, SyncFailure
from bot.domain.directory.traits import Traits, Wish
from bot.domain.directory.weekly_hours import Shift, WeeklyHours, hours_from_text

__all__ = [
    "DECLARED_SPECIALITIES",
    "FAMILY_DOCTOR",
    "PEDIATRICIAN",
    "THERAPIST",
    "Address",
    "DirectoryState",
    "Division",
    "Doctor",
    "Facets",
    "Facility",
    "Gender",
    "Point",
    "Shift",
    "SyncFailure",
    "Traits",
    "WeeklyHours",
    "Wish",
    "declared_specialities_for",
    "hours_from_text",
    "point_in_ukraine",
]
