"""Doctors: each is invented from his or her number alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.directory.chance import Purpose, Weighted, dice
from sandbox.directory.names import Name, invent_name
from sandbox.directory.specialities import DECLARATION_LIMITS

if TYPE_CHECKING:
    from random import Random

    from sandbox.directory.plan import Plan

_MALE_SHARE = 0.3
_DISMISSED_SHARE, _SECOND_PLACE_SHARE, _FORMER_PLACE_SHARE = 0.025, 0.08, 0.05
_SECOND_SPECIALITY_SHARE = 0.12
_YOUNGEST, _OLDEST = 24, 74
_VERIFICATION = Weighted([("VERIFIED", 96), ("VERIFICATION_NEEDED", 3), ("NOT_VERIFIED", 1)])
# How far the list of patients is filled: at the limit, over it, or anywhere below.
_FULL_SHARE, _OVER_SHARE = 0.22, 0.03


@dataclass(frozen=True, slots=True)
class Post:
    """Work at one division: `division` is an index, `speciality` a SPECIALITY_TYPE."""

    division: int
    speciality: str


@dataclass(frozen=True, slots=True)
class Practitioner:
    """A doctor; `former` is a post that was left, `is_dismissed` means that `main` was left too.

    `declarations` and `declarations_limit` are 0 for one who holds none. `changed_at` is set
    once a person has changed the doctor.
    """

    index: int
    name: Name
    is_male: bool
    age: int
    main: Post
    second: Post | None
    former: Post | None
    other_speciality: str | None
    is_dismissed: bool
    verification_status: str
    declarations: int
    declarations_limit: int
    changed_at: str | None = None

    @property
    def specialities(self) -> tuple[str, ...]:
        """The main one first; a second post may need another."""
        second = self.second.speciality if self.second else None
        found = (self.main.speciality, second, self.other_speciality)
        return tuple(dict.fromkeys(one for one in found if one))

    @property
    def free_places(self) -> int:
        return max(0, self.declarations_limit - self.declarations)


def declarations_limit(speciality: str) -> int:
    """0 for a speciality that holds no declarations."""
    return DECLARATION_LIMITS.get(speciality, 0)


def practitioner(plan: Plan, index: int) -> Practitioner:
    random = dice(plan.seed, Purpose.DOCTOR, index)
    is_male = random.random() < _MALE_SHARE
    home = plan.division_of[plan.post(index)]
    main = Post(home, random.choice(plan.offers[home]))
    second = _elsewhere(random, plan, main, _SECOND_PLACE_SHARE)
    limit = _limit(main, second)
    return Practitioner(
        index=index,
        name=invent_name(random, is_male=is_male),
        is_male=is_male,
        age=random.randint(_YOUNGEST, _OLDEST),
        main=main,
        second=second,
        former=_elsewhere(random, plan, main, _FORMER_PLACE_SHARE),
        other_speciality=_other(random, plan, home),
        is_dismissed=random.random() < _DISMISSED_SHARE,
        verification_status=_VERIFICATION.pick(random),
        declarations=_declarations(random, limit),
        declarations_limit=limit,
    )


def _elsewhere(random: Random, plan: Plan, main: Post, share: float) -> Post | None:
    """With the chance of `share` a post in a neighbouring division of the same kind of care."""
    if random.random() >= share:
        return None
    first, past = 0, plan.primary_divisions
    if main.division >= plan.primary_divisions:
        first, past = plan.primary_divisions, plan.divisions
    away = random.choice((-3, -2, -1, 1, 2, 3))
    division = first + (main.division - first + away) % (past - first)
    if division == main.division:
        return None
    offered = plan.offers[division]
    same = main.speciality in offered
    return Post(division, main.speciality if same else random.choice(offered))


def _other(random: Random, plan: Plan, home: int) -> str | None:
    """A second speciality that the doctor has a certificate for and does not work in."""
    if random.random() >= _SECOND_SPECIALITY_SHARE:
        return None
    return random.choice(plan.offers[home])


def _limit(main: Post, second: Post | None) -> int:
    """The lowest of the specialities at work: the limit is of the person (esoz.md §3.1)."""
    at_work = (main, second) if second else (main,)
    limits = [declarations_limit(post.speciality) for post in at_work]
    return min((limit for limit in limits if limit), default=0)


def _declarations(random: Random, limit: int) -> int:
    chance = random.random()
    if chance < _OVER_SHARE:
        return limit + random.randrange(limit // 10 + 1)
    if chance < _OVER_SHARE + _FULL_SHARE:
        return limit
    return int(limit * random.triangular(0.05, 1, 0.9))
