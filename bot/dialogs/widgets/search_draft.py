"""What is already known of a search while its words or place are waited for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dialogs.states import Asked
from bot.domain.finding import Wanted

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.fsm.state import State

SEARCH_STATES = frozenset({Asked.doctor_or_facility.state, Asked.location.state})


@dataclass(frozen=True, slots=True)
class SearchDraft:
    wanted: Wanted
    speciality: str = ""

    async def wait(self, state: FSMContext, asked: State) -> None:
        await state.set_state(asked)
        await state.set_data({"wanted": self.wanted.value, "speciality": self.speciality})

    @classmethod
    async def of(cls, state: FSMContext) -> SearchDraft | None:
        """Return the draft of this conversation; None when no search is going on."""
        if await state.get_state() not in SEARCH_STATES:
            return None
        data = await state.get_data()
        return cls(Wanted(data["wanted"]), data["speciality"])
