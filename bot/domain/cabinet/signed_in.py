"""How a sign-in ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.cabinet.refusal import EsozRefusal


class SignInOutcome(StrEnum):
    DONE = "done"
    REFUSED = "refused"
    TOO_MANY_PEOPLE = "too_many_people"
    OUTAGE = "outage"
    """ЕСОЗ does not answer: the code of the consent page is lost, the patient begins anew."""


@dataclass(frozen=True, slots=True)
class SignInResult:
    """`refusal` is given for REFUSED; `name` is the person signed in for, "" when not known."""

    outcome: SignInOutcome
    name: str = field(default="", repr=False)
    is_confidant: bool = False
    refusal: EsozRefusal | None = None
