"""A speciality that was typed where it cannot be found: say where it is looked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dialogs.callbacks import LookTap
from bot.dialogs.screen import Button
from bot.domain.directory import PEDIATRICIAN, THERAPIST
from bot.domain.finding import Wanted

if TYPE_CHECKING:
    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.search import Understood
    from bot.i18n import Translator


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What to say, and the button that leads there."""

    text: str
    rows: tuple[Row, ...]


def misplaced_speciality(
    tr: Translator, wanted: Wanted, understood: Understood | None
) -> Elsewhere | None:
    """Return where to look instead; None when the speciality fits, or none was typed."""
    codes = understood.specialities if understood else ()
    if not wanted.is_doctor or not codes or not wanted.specialities.isdisjoint(codes):
        return None
    if PEDIATRICIAN in codes:
        text = tr.t("doctors", "A paediatrician sees children under 18.")
        label, where = tr.t("doctors", "A doctor for a child"), Wanted.CHILD
    elif THERAPIST in codes:
        text = tr.t("doctors", "A therapist sees adults.")
        label, where = tr.t("doctors", "A doctor for an adult"), Wanted.ADULT
    else:
        text = tr.t("doctors", "Such a specialist is looked for among facilities by referral.")
        label, where = tr.t("doctors", "A facility by referral"), Wanted.FACILITY
    return Elsewhere(text, ((Button(label, LookTap(wanted=where)),),))
