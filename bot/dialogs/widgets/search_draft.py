"""What is already known of a search while its words or place are waited for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.dialogs.states import Asked
from bot.domain.finding import Wanted

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.fsm.state import State

SEARCH_STATES = frozenset({Asked.doctor_or_facility.state, Asked.location.state})


@dataclass(frozen=True, slots=True)
class SearchDraft:
    """`day` is for an appointment with whoever is found, where a patient named it."""

    wanted: Wanted
    speciality: str = ""
    day: date | None = None

    async def wait(self, state: FSMContext, asked: State) -> None:
        await state.set_state(asked)
        day = self.day.isoformat() if self.day else ""
        await state.set_data(
            {"wanted": self.wanted.value, "speciality": self.speciality, "day": day}
        )

    @classmethod
    async def of(cls, state: FSMContext) -> SearchDraft | None:
        """Return the draft of this conversation; None when no search is going on."""
        if await state.get_state() not in SEARCH_STATES:
            return None
        data = await state.get_data()
        day = data.get("day", "")
        return cls(
            Wanted(data["wanted"]), data["speciality"], date.fromisoformat(day) if day else None
        )


async def day_said(state: FSMContext) -> date | None:
    """Return the day that was named when the search that is going on began."""
    draft = await SearchDraft.of(state)
    return draft.day if draft else None
