"""What the check of a text comes to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Danger(StrEnum):
    """The eleven classes of reference/domain.md §8."""

    CHEST = "chest"
    BREATH = "breath"
    STROKE = "stroke"
    UNCONSCIOUS = "unconscious"
    BLEEDING = "bleeding"
    POISONING = "poisoning"
    ALLERGY = "allergy"
    BIRTH = "birth"
    CHILD = "child"
    SELF_HARM = "self-harm"
    VIOLENCE = "violence"


class Level(IntEnum):
    """How sure the check is: nothing, worth a question, act now."""

    CALM = 0
    ASK = 1
    FIRE = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """The strongest finding of a text; `danger` is None when there is none."""

    level: Level
    danger: Danger | None = None


CALM = Verdict(Level.CALM)
