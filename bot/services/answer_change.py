"""A patient answers a question of a change: types, keeps what there is, or goes a step back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet.change import CLEARABLE, kept_value, value_from
from bot.domain.cabinet.change.refusals import DraftGone

if TYPE_CHECKING:
    from bot.services.change_desk import Change, ChangeDesk


class AnswerChange:
    """Every method raises DraftGone when nothing is asked, and all that ChangeDesk raises."""

    def __init__(self, *, desk: ChangeDesk) -> None:
        self._desk = desk

    async def __call__(self, *, telegram_id: int, typed: str) -> Change:
        """Take the answer to the question that is asked; raises InvalidInput with a Fault."""
        change = await self._desk.under_way(telegram_id)
        question = change.question
        if question is None:
            raise DraftGone
        value = value_from(
            typed,
            question,
            person=change.person,
            answers=change.draft.answers,
            today=change.today,
        )
        return await self._desk.keep(change, change.draft.answer(question, value))

    async def keep(self, *, telegram_id: int) -> Change:
        """Leave the field that is asked about as it is."""
        change = await self._desk.under_way(telegram_id)
        question = change.question
        if question is None or not kept_value(question, change.person, change.draft.answers):
            raise DraftGone
        return await self._desk.keep(change, change.draft.answer(question, None))

    async def clear(self, *, telegram_id: int) -> Change:
        """Leave the field that is asked about empty."""
        change = await self._desk.under_way(telegram_id)
        if change.question not in CLEARABLE:
            raise DraftGone
        return await self._desk.keep(change, change.draft.answer(change.question, ""))

    async def back(self, *, telegram_id: int) -> Change:
        """Ask the question before once more."""
        change = await self._desk.under_way(telegram_id)
        return await self._desk.keep(change, change.draft.back(change.person))

    async def again(self, *, telegram_id: int) -> Change:
        """The change as it stands, to be shown once more."""
        return await self._desk.under_way(telegram_id)
