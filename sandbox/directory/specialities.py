"""Who works where: specialities (esoz.md §3.5) in plausible, invented proportions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.directory.chance import Weighted
from sandbox.directory.words import words

if TYPE_CHECKING:
    from random import Random

FAMILY_DOCTOR, THERAPIST, PEDIATRICIAN = "FAMILY_DOCTOR", "THERAPIST", "PEDIATRICIAN"
# Who can hold declarations, and how many (esoz.md §4.8).
DECLARATION_LIMITS = {FAMILY_DOCTOR: 1800, THERAPIST: 2000, PEDIATRICIAN: 900}
# Positions of those who can (esoz.md §3.5); P6 is the only other one that a source shows.
_POSITIONS = {
    FAMILY_DOCTOR: ("P7",),
    THERAPIST: ("P10", "P11"),
    PEDIATRICIAN: ("P8", "P9"),
}
_POSITION_OF_SPECIALISTS = ("P6",)

SPECIALISTS = Weighted(
    [(line.partition(":")[0], float(line.partition(":")[2])) for line in words("specialists")]
)
_IN_TOWN = Weighted(
    [
        ((FAMILY_DOCTOR, FAMILY_DOCTOR, THERAPIST, PEDIATRICIAN), 0.4),
        ((FAMILY_DOCTOR, FAMILY_DOCTOR, PEDIATRICIAN), 0.25),
        ((FAMILY_DOCTOR,), 0.15),
        ((THERAPIST, PEDIATRICIAN), 0.2),
    ]
)
_IN_VILLAGE = Weighted([((FAMILY_DOCTOR,), 0.9), ((FAMILY_DOCTOR, PEDIATRICIAN), 0.1)])
_FEWEST, _MOST = 3, 14


def primary_offer(random: Random, *, is_village: bool) -> tuple[str, ...]:
    """The specialities of a division of primary care; the more doctors, the more often."""
    return (_IN_VILLAGE if is_village else _IN_TOWN).pick(random)


def specialist_offer(random: Random) -> tuple[str, ...]:
    """The specialities of a polyclinic or a hospital."""
    offered = (SPECIALISTS.pick(random) for _ in range(random.randint(_FEWEST, _MOST)))
    return tuple(dict.fromkeys(offered))


def position(speciality: str, index: int) -> str:
    """A code of the dictionary POSITION."""
    codes = _POSITIONS.get(speciality, _POSITION_OF_SPECIALISTS)
    return codes[index % len(codes)]
