"""How many of what stands where: the only part of a directory that is held in memory whole."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from math import gcd
from typing import TYPE_CHECKING

from sandbox.directory.chance import Purpose, dice
from sandbox.directory.settlements import settlements
from sandbox.directory.specialities import primary_offer, specialist_offer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

_DOCTORS_IN_DIVISION = 5
_PRIMARY_SHARE = 0.6
_DECLARED_SHARE = 0.25
# More people need more divisions, but larger ones.
_PRIMARY_POWER, _SPECIALIST_POWER = 0.6, 0.85
_DOCTORS_IN_PRIMARY = {"CITY": 4, "SETTLEMENT": 2, "VILLAGE": 1}
_DIVISIONS_OF_PRIMARY = (1, 1, 2, 4, 6, 8, 12)
_DIVISIONS_OF_SPECIALISTS = (1, 1, 1, 2, 3, 4)
_GOLDEN = 0.618


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """`doctors` doctors on as many posts; posts and divisions of primary care come first.

    `settlement_of[division]`, `legal_entity_of[division]`, `first_division_of[legal entity]`
    and `division_of[post]` are indexes; `offers[division]` are its specialities, some twice as
    more common ones. Doctors are dealt to posts with a stride, so that the
    first few come from all over the country.
    """

    seed: int
    doctors: int
    declared: int
    primary_divisions: int
    primary_legal_entities: int
    stride: int
    settlement_of: array[int]
    legal_entity_of: array[int]
    first_division_of: array[int]
    division_of: array[int]
    offers: list[tuple[str, ...]]

    @property
    def divisions(self) -> int:
        return len(self.settlement_of)

    @property
    def legal_entities(self) -> int:
        return len(self.first_division_of)

    def post(self, doctor: int) -> int:
        return doctor * self.stride % self.doctors


def make_plan(doctors: int, seed: int) -> Plan:
    """The plan for this many doctors, at least 20."""
    random = dice(seed, Purpose.PLAN)
    divisions = doctors // _DOCTORS_IN_DIVISION
    primary = int(divisions * _PRIMARY_SHARE)
    declared = int(doctors * _DECLARED_SHARE)
    places = _primary_places(primary) + _specialist_places(divisions - primary)
    entities, firsts = _grouped(random, places[:primary], _DIVISIONS_OF_PRIMARY, 0, 0)
    others = _grouped(random, places[primary:], _DIVISIONS_OF_SPECIALISTS, primary, len(firsts))
    return Plan(
        seed=seed,
        doctors=doctors,
        declared=declared,
        primary_divisions=primary,
        primary_legal_entities=len(firsts),
        stride=_stride(doctors),
        settlement_of=places,
        legal_entity_of=entities + others[0],
        first_division_of=firsts + others[1],
        division_of=_posts(places, primary, declared, doctors - declared),
        offers=[
            _offer(seed, at, place, is_primary=at < primary) for at, place in enumerate(places)
        ],
    )


def _primary_places(count: int) -> array[int]:
    return _spread([one.weight**_PRIMARY_POWER for one in settlements()], count)


def _specialist_places(count: int) -> array[int]:
    weights = [
        0 if one.kind == "VILLAGE" else one.weight**_SPECIALIST_POWER for one in settlements()
    ]
    return _spread(weights, count)


def _posts(places: array[int], primary: int, declared: int, specialists: int) -> array[int]:
    kinds = [settlements()[place].kind for place in places[:primary]]
    of_primary = _spread([_DOCTORS_IN_PRIMARY[kind] for kind in kinds], declared)
    of_specialists = _spread([1] * (len(places) - primary), specialists)
    return of_primary + array("I", (primary + division for division in of_specialists))


def _offer(seed: int, division: int, place: int, *, is_primary: bool) -> tuple[str, ...]:
    random = dice(seed, Purpose.OFFER, division)
    if not is_primary:
        return specialist_offer(random)
    return primary_offer(random, is_village=settlements()[place].kind == "VILLAGE")


def _spread(weights: Sequence[float], count: int) -> array[int]:
    """`count` indexes in rising order, each as often as its weight says (systematic sampling)."""
    step = sum(weights) / count
    found = array("I")
    reached = 0.0
    for index, weight in enumerate(weights):
        reached += weight
        while len(found) < count and (len(found) + 0.5) * step < reached:
            found.append(index)
    while len(found) < count:  # what rounding has lost at the end
        found.append(found[-1])
    return found


def _grouped(
    random: Random, places: array[int], sizes: Sequence[int], division: int, entity: int
) -> tuple[array[int], array[int]]:
    """Neighbouring divisions as legal entities, none over two oblasts.

    Gives the legal entity of each division, counted from `entity`, and the first division of
    each legal entity, counted from `division`.
    """
    areas = [settlements()[place].area for place in places]
    owners, firsts = array("I"), array("I")
    left = 0
    for at, area in enumerate(areas):
        if left == 0 or area != areas[at - 1]:
            firsts.append(division + at)
            left = random.choice(sizes)
        owners.append(entity + len(firsts) - 1)
        left -= 1
    return owners, firsts


def _stride(doctors: int) -> int:
    """Steps through all posts, each met once."""
    stride = int(doctors * _GOLDEN)
    while gcd(stride, doctors) != 1:
        stride += 1
    return stride
