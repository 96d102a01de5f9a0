"""What the parser says about a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.requisition.notation import dashed, is_referral_number


class NumberKind(StrEnum):
    REFERRAL = "referral"
    PRESCRIPTION = "prescription"
    DECLARATION = "declaration"
    CONFIRMATION_CODE = "confirmation_code"
    TAX_ID = "tax_id"


class Certainty(StrEnum):
    """How far the sources let us say which kind of number it is."""

    SURE = "sure"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in its normal form: "8830-3875-8474-6820", "0000-12H4-245D".

    A confirmation code and a tax id carry an empty `value`: they are never kept.
    """

    kind: NumberKind
    value: str
    certainty: Certainty


class MissReason(StrEnum):
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    UNUSUAL_SIGN = "unusual_sign"


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A piece of text that tries to be a referral number and is none.

    `shown` is what was read: Latin capitals, groups of four joined by dashes. `position` counts
    signs from 1; `sign` is the odd sign as typed, `suggestion` what it may have been meant to
    be. A suggestion is for words only: no variant is ever put together or looked up.
    """

    reason: MissReason
    shown: str
    length: int
    position: int | None = None
    sign: str | None = None
    suggestion: str | None = None

    @property
    def as_typed(self) -> str | None:
        """The dashed number, if a patient may say "it is exactly so": 16 signs 0-9 or A-Z."""
        number = dashed(self.shown.replace("-", ""))
        return number if is_referral_number(number) else None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a text holds, in its order, nothing twice."""

    numbers: tuple[FoundNumber, ...]
    near_misses: tuple[NearMiss, ...]

    @property
    def is_empty(self) -> bool:
        return not self.numbers and not self.near_misses
