"""The screens of words that were not surely understood, in the longest form that they take."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.dialogs import understanding
from bot.domain.understanding import (
    Entities,
    Guess,
    Outcome,
    Place,
    Target,
    Understood,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator

NIGHT = datetime(2026, 11, 28, 23, 30, tzinfo=UTC)  # a Sunday in Kyiv already
SAID = Entities(speciality="OTORHINOLARYNGOLOGY", doctor="лора")
NAMES = {
    Place.TOPIC: "paper-demanded",
    Place.TREE: "need-referral",
    Place.SECTION: "reminders",
}
EVERY_WAY = tuple(Guess(Target(place, NAMES.get(place, "")), 0.5) for place in Place)


def understanding_screens() -> Mapping[str, Callable[[Translator], Screen]]:
    asked = Understood(Outcome.UNSURE, EVERY_WAY, SAID)
    nearest = Understood(Outcome.NOTHING, EVERY_WAY[:3])
    return {
        "which_meant": partial(understanding.which_meant, understood=asked),
        "not_understood": partial(
            understanding.not_understood, understood=Understood(Outcome.NOTHING), now=NIGHT
        ),
        "not_understood-nearest": partial(
            understanding.not_understood, understood=nearest, now=NIGHT
        ),
        "not_it": partial(understanding.not_it, now=NIGHT),
    }
