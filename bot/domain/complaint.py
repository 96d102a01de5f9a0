"""What НСЗУ asks of a complaint, in the order in which the bot asks it.

Source: reference/domain.md §1.1, fact 26: name and date of birth, date, facility, position and
name of the employee, which service, what was demanded.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Final

LONGEST_ANSWER: Final = 200


class Trouble(StrEnum):
    """What happened, as far as a button can say it."""

    PAPER = "paper"
    SENT_BACK = "back"
    MONEY = "money"
    ADDRESS = "addr"
    DECLARATION = "decl"
    REFERRAL = "ref"
    OTHER = "other"


class Step(StrEnum):
    """What is asked for; the last answer goes into the text and nowhere else."""

    WHAT = "what"
    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    SERVICE = "service"
    MYSELF = "myself"


ORDER: Final = tuple(Step)
MAY_SKIP: Final = frozenset({Step.WHO, Step.SERVICE, Step.MYSELF})


@dataclass(frozen=True, slots=True)
class Complaint:
    """The answers so far; "" for what is left to be filled in by hand."""

    step: Step = Step.WHAT
    trouble: str = ""
    what: str = ""
    when: str = ""
    where: str = ""
    who: str = ""
    service: str = ""

    def answered(self, answer: str) -> Complaint:
        """Return the complaint with the answer to its step, at the next one.

        Raises ValueError at the last step: that answer is not kept.
        """
        if self.step is Step.MYSELF:
            message = "the last answer is not kept"
            raise ValueError(message)
        following = ORDER[ORDER.index(self.step) + 1]
        changes: dict[str, Any] = {self.step.value: tidy(answer), "step": following}
        return replace(self, **changes)

    def as_json(self) -> dict[str, str]:
        return {name: str(value) for name, value in asdict(self).items()}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Complaint:
        """Raises KeyError, TypeError and ValueError for what `as_json` never gave."""
        return cls(**{**kept, "step": Step(kept["step"])})


def tidy(answer: str) -> str:
    """Return an answer as one line of at most `LONGEST_ANSWER` signs."""
    return " ".join(answer.split())[:LONGEST_ANSWER]
