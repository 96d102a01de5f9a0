"""When words were not surely understood, and when an answer was not the one: what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.callbacks import NotItTap
from bot.dialogs.screen import Screen, show
from bot.dialogs.widgets.knowledge import call_rows, calls_text, joined
from bot.dialogs.widgets.meanings import meaning_button
from bot.dialogs.widgets.navigation import help_button, menu_button, menu_row
from bot.domain.understanding import Place

if TYPE_CHECKING:
    from datetime import datetime

    from aiogram.types import CallbackQuery

    from bot.dialogs.screen import Button
    from bot.domain.understanding import Understood
    from bot.i18n import Translator
    from bot.services import Services

HOTLINE = ("moz",)
_ALWAYS_THERE = frozenset({Place.MENU, Place.LINES})
"""They stand under every such screen anyway."""

# ── screens ──────────────────────────────────────────────────────────────────────────────


def which_meant(tr: Translator, understood: Understood) -> Screen:
    """Return the question which of a few things was meant."""
    text = tr.t(
        "understanding",
        "<b>What is it about?</b>\nChoose below. Or write it in other words.",
    )
    return Screen(text, (*_ways(tr, understood), (help_button(tr),), (menu_button(tr),)))


def not_understood(tr: Translator, understood: Understood, now: datetime) -> Screen:
    """Return the honest answer: the nearest topics, and whom to call as it is open at `now`."""
    ways = _ways(tr, understood)
    near = tr.t("understanding", "Perhaps one of the topics below?") if ways else ""
    parts = [
        tr.t("understanding", "I did not understand that."),
        near,
        tr.t(
            "understanding",
            "Write it shorter, in other words. Or send a referral number: I will check it. "
            "Or call, people answer there:",
        ),
    ]
    text = joined([" ".join(filter(None, parts)), calls_text(tr, HOTLINE, now)])
    return Screen(text, (*ways, *call_rows(tr, HOTLINE), (help_button(tr),), menu_row(tr)))


def not_it(tr: Translator, now: datetime) -> Screen:
    """Return what to do after an answer that was not the one."""
    text = tr.t(
        "understanding",
        "<b>Thank you, I have counted that.</b> Only that this answer did not help: "
        "neither your name nor your words.\n\n"
        "Write your question in other words. Or call, people answer there:",
    )
    text = joined([text, calls_text(tr, HOTLINE, now)])
    return Screen(text, (*call_rows(tr, HOTLINE), (help_button(tr),), menu_row(tr)))


def _ways(tr: Translator, understood: Understood) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (meaning_button(tr, guess.target, understood.entities),)
        for guess in understood.guesses
        if guess.target.place not in _ALWAYS_THERE
    )


# ── reactions ────────────────────────────────────────────────────────────────────────────

router = Router(name="understanding")


@router.callback_query(NotItTap.filter())
async def on_not_it(
    query: CallbackQuery, callback_data: NotItTap, tr: Translator, services: Services
) -> None:
    """Count it, and leave the answer where it stands."""
    services.figures.not_it(callback_data.slug)
    await show(query, not_it(tr, services.clock.now()), fresh=True)
