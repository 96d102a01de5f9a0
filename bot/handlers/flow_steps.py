"""Counts how far patients come in a flow, by the buttons that they tap; never who."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery

from bot.dialogs.cabinet_callbacks import SignInTap
from bot.dialogs.callbacks import (
    DivisionTap,
    DoctorTap,
    LookTap,
    NearTap,
    SectionTap,
)
from bot.dialogs.declare_callbacks import DeclareTap, SignRequestTap
from bot.dialogs.visit_callbacks import AddVisitTap, DayTap, DraftAction, DraftTap, TimeTap
from bot.domain.capabilities import Section

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.filters.callback_data import CallbackData
    from aiogram.types import TelegramObject

    from bot.services.figures_ports import Figures

Step = tuple[str, str]
"""Flow and step, as `bot.domain.flows` names them."""


def _of_section(tap: SectionTap) -> Step | None:
    is_flow = tap.section in {Section.REFERRAL, Section.DOCTOR}
    return (tap.section.value, "opened") if is_flow else None


def _of_draft(tap: DraftTap) -> Step | None:
    return ("appointment", "saved") if tap.action is DraftAction.SAVE else None


_STEPS: dict[type[CallbackData], Callable[[Any], Step | None]] = {
    SectionTap: _of_section,
    LookTap: lambda _: ("doctor", "asked"),
    NearTap: lambda _: ("doctor", "asked"),
    DoctorTap: lambda _: ("doctor", "card"),
    DivisionTap: lambda _: ("doctor", "card"),
    SignInTap: lambda tap: ("sign-in", "agreed" if tap.has_agreed else "asked"),
    DeclareTap: lambda tap: ("declaration", "requested" if tap.is_sure else "conditions"),
    SignRequestTap: lambda _: ("declaration", "signing"),
    AddVisitTap: lambda _: ("appointment", "began"),
    DayTap: lambda _: ("appointment", "day"),
    TimeTap: lambda _: ("appointment", "time"),
    DraftTap: _of_draft,
}
_BY_PREFIX = {kind.__prefix__: kind for kind in _STEPS}


class CountedSteps(BaseMiddleware):
    """Counts after the answer, and only what was answered."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - aiogram hands through whatever a handler returns
        result = await handler(event, data)
        if isinstance(event, CallbackQuery) and (reached := step_of(event.data or "")):
            self._figures.step(*reached)
        return result


def step_of(data: str) -> Step | None:
    """Return the step that a button leads to; None for a button of no flow."""
    kind = _BY_PREFIX.get(data.partition(":")[0])
    if kind is None:
        return None
    try:
        return _STEPS[kind](kind.unpack(data))
    except (TypeError, ValueError):  # an old form of the button: nobody answers it either
        return None
