"""Watching full doctors: the consent, what comes of the wish, the list, and the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.callbacks import DoctorTap, StopWatchTap, WatchedTap, WatchesTap, WatchTap
from bot.dialogs.screen import Button, Screen, chat_of, show
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.watch_list import (
    find_another_button,
    shown_name,
    stop_question,
    stopped,
    watch_list,
    watched,
    when_told,
)
from bot.dialogs.widgets.watching import card_button, watches_button
from bot.domain.watch import MOST_WATCHES
from bot.errors import NotFound, TooManyWatches
from bot.services.watch_doctor import Watching

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiogram.types import CallbackQuery, Message

    from bot.domain.directory import Doctor
    from bot.domain.watch import Watch
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.watch_doctor import WatchAnswer

# ── screens ──────────────────────────────────────────────────────────────────────────────


def consent(tr: Translator, doctor: Doctor) -> Screen:
    """Ask before anything is stored."""
    text = tr.t(
        "watch",
        "<b>Watch this doctor?</b>\n{name}\n\n"
        "I will store which doctor you watch and the number of this chat. "
        "You can stop at any time: Doctors I watch → Stop watching. "
        "After the news I delete it within 30 days.",
        name=shown_name(doctor.name),
    )
    yes = Button(tr.t("watch", "Yes, watch"), WatchTap(doctor=doctor.key, has_agreed=True))
    no = Button(tr.t("watch", "No"), DoctorTap(key=doctor.key))
    return Screen(text, ((yes, no), menu_row(tr)))


def watching(tr: Translator, answer: WatchAnswer) -> Screen:
    """Say what came of the wish to watch."""
    doctor = answer.doctor
    says = {
        Watching.STARTED: tr.t("watch", "<b>I am watching.</b>"),
        Watching.ALREADY: tr.t("watch", "<b>You watch this doctor already.</b>"),
        Watching.AFTER_FULL: tr.t(
            "watch",
            "<b>I am watching again.</b>\nPlaces are free now. "
            "I will write when they are all taken and one opens again.",
        ),
        Watching.HAS_PLACES: tr.t(
            "watch",
            "<b>This doctor has free places now.</b>\nOpen the card and call the clinic.",
        ),
    }
    is_watched = answer.outcome is not Watching.HAS_PLACES
    text = joined(
        [
            says[answer.outcome],
            shown_name(doctor.name, is_html=True),
            when_told(tr) if is_watched else "",
        ]
    )
    ways = (card_button(tr, doctor.key), watches_button(tr))
    return Screen(text, (ways, menu_row(tr)))


def watches_full(tr: Translator, doctor: int) -> Screen:
    text = tr.t(
        "watch",
        "<b>You watch {count} doctors. More is not possible.</b>\n"
        "Stop watching one of them, then try again.",
        count=MOST_WATCHES,
    )
    return Screen(text, ((watches_button(tr),), menu_row(tr, DoctorTap(key=doctor))))


def not_listed(tr: Translator) -> Screen:
    text = tr.t(
        "watch",
        "<b>This doctor is no longer in the directory.</b>\n"
        "They may have changed the clinic or stopped work. You can choose another doctor.",
    )
    return Screen(text, ((find_another_button(tr),), menu_row(tr, WatchesTap())))


# ── reactions ────────────────────────────────────────────────────────────────────────────

router = Router(name="watches")


@router.callback_query(WatchTap.filter())
async def on_watch(
    query: CallbackQuery, callback_data: WatchTap, tr: Translator, services: Services
) -> None:
    try:
        answer = await services.watch_doctor(
            telegram_id=query.from_user.id,
            doctor=callback_data.doctor,
            has_agreed=callback_data.has_agreed,
        )
    except TooManyWatches:
        await show(query, watches_full(tr, callback_data.doctor))
    except NotFound:
        await show(query, not_listed(tr))
    else:
        is_first = answer.outcome is Watching.NEEDS_CONSENT
        await show(query, consent(tr, answer.doctor) if is_first else watching(tr, answer))


@router.callback_query(WatchesTap.filter())
async def on_watches(event: CallbackQuery | Message, tr: Translator, services: Services) -> None:
    watches = await services.list_watches(telegram_id=chat_of(event))
    await show(event, watch_list(tr, watches))


@router.callback_query(WatchedTap.filter())
async def on_watched(
    query: CallbackQuery, callback_data: WatchedTap, tr: Translator, services: Services
) -> None:
    """Show one watch, or the list where it has ended meanwhile."""
    watches = await services.list_watches(telegram_id=query.from_user.id)
    watch = _of_doctor(watches, callback_data.doctor)
    await show(query, watched(tr, watch) if watch else watch_list(tr, watches))


@router.callback_query(StopWatchTap.filter(~F.is_sure))
async def on_stop(
    query: CallbackQuery, callback_data: StopWatchTap, tr: Translator, services: Services
) -> None:
    watches = await services.list_watches(telegram_id=query.from_user.id)
    watch = _of_doctor(watches, callback_data.doctor)
    await show(query, stop_question(tr, watch) if watch else watch_list(tr, watches))


@router.callback_query(StopWatchTap.filter(F.is_sure))
async def on_stop_sure(
    query: CallbackQuery, callback_data: StopWatchTap, tr: Translator, services: Services
) -> None:
    await services.stop_watching(telegram_id=query.from_user.id, doctor=callback_data.doctor)
    await show(query, stopped(tr))


def _of_doctor(watches: Sequence[Watch], doctor: int) -> Watch | None:
    return next((watch for watch in watches if watch.is_of(doctor)), None)
