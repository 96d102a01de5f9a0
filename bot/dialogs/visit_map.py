"""Where a visit is, as a point on the map, when the directory knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.screen import Button, Screen, bot_of, chat_of, show
from bot.dialogs.visit_callbacks import VisitMapTap
from bot.dialogs.widgets.directory_words import place_name
from bot.dialogs.widgets.navigation import menu_button
from bot.dialogs.widgets.visit_answers import visit_gone
from bot.dialogs.widgets.visit_place import no_point
from bot.dialogs.widgets.with_reminders import WithReminders
from bot.errors import NotFound

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery

    from bot.domain.directory import Division, Point
    from bot.domain.reminders import Appointment
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

_MAP = "https://www.openstreetmap.org/?mlat={lat:.6f}&mlon={lon:.6f}#map=17/{lat:.6f}/{lon:.6f}"
"""Opens without an account."""

router = Router(name="visit_map")
router.callback_query.middleware(WithReminders())


@router.callback_query(VisitMapTap.filter())
async def on_visit_map(
    query: CallbackQuery,
    callback_data: VisitMapTap,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    """Send the point below the card; say so where there is none any more."""
    try:
        visit = await reminders.list_appointments.one(
            telegram_id=query.from_user.id, appointment=callback_data.appointment
        )
    except NotFound:
        await show(query, visit_gone(tr))
        return
    division = await _division(visit, services)
    if division is None or division.point is None:
        await show(query, no_point(tr, visit))
        return
    await bot_of(query).send_venue(
        chat_of(query),
        latitude=division.point.latitude,
        longitude=division.point.longitude,
        title=place_name(division),
        address=division.address.line or division.facility.name,
        reply_markup=_buttons(tr, division.point).keyboard(),
    )


async def _division(visit: Appointment, services: Services) -> Division | None:
    try:
        return await services.show_card.place(visit.division) if visit.division else None
    except NotFound:
        return None


def _buttons(tr: Translator, point: Point) -> Screen:
    url = _MAP.format(lat=point.latitude, lon=point.longitude)
    return Screen(
        "", ((Button(tr.t("visit", "Open the map"), url=url), menu_button(tr, fresh=True)),)
    )
