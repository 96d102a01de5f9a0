"""What is wrong with a run that is nearly a referral number, in terms a hint can be made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.requisition.alphabet import meant_by
from bot.domain.requisition.chains import NUMBER_LENGTH
from bot.domain.requisition.notation import dashed
from bot.domain.requisition.reading import MissReason, NearMiss
from bot.domain.requisition.shapes import odd_positions

if TYPE_CHECKING:
    from bot.domain.requisition.chains import Run


def near_miss(run: Run) -> NearMiss:
    """The reason, and the first sign that no referral number has."""
    odd = odd_positions(run.signs)
    return NearMiss(
        reason=_reason(run.length),
        shown=dashed(run.signs),
        length=run.length,
        position=odd[0] if odd else None,
        sign=run.typed[odd[0] - 1] if odd else None,
        suggestion=meant_by(run.signs[odd[0] - 1]) if odd else None,
    )


def _reason(length: int) -> MissReason:
    if length == NUMBER_LENGTH:
        return MissReason.UNUSUAL_SIGN
    return MissReason.TOO_SHORT if length < NUMBER_LENGTH else MissReason.TOO_LONG
