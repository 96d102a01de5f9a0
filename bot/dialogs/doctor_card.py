"""One doctor or one facility: the card, the map, sharing it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from aiogram import Router

from bot.dialogs.cabinet_callbacks import MyDeclarationTap
from bot.dialogs.callbacks import DivisionTap, DoctorTap, FoundTap, MapTap, SectionTap, TopicTap
from bot.dialogs.declare_callbacks import DeclareTap
from bot.dialogs.screen import Button, Screen, bot_of, chat_of, show
from bot.dialogs.visit_callbacks import AddVisitTap
from bot.dialogs.widgets.directory_card import doctor_text, elsewhere_label, facility_text
from bot.dialogs.widgets.directory_words import capitalised, place_name
from bot.dialogs.widgets.navigation import menu_button, menu_row
from bot.dialogs.widgets.watching import watch_rows
from bot.domain.capabilities import Section
from bot.domain.figures import Barrier
from bot.errors import NotFound

if TYPE_CHECKING:
    from datetime import datetime

    from aiogram.filters.callback_data import CallbackData
    from aiogram.types import CallbackQuery, Message

    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.directory import Division, Doctor
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.show_card import DivisionCard, DoctorCard

    CardTap = DoctorTap | DivisionTap

_MOST_COPIED = 2
_MOST_ELSEWHERE = 5

# ── screens ──────────────────────────────────────────────────────────────────────────────


def doctor_card(
    tr: Translator,
    card: DoctorCard,
    tap: DoctorTap,
    now: datetime,
    *,
    share_url: str,
    can_sign_in: bool = False,
) -> Screen:
    """Return a doctor at one place of work; `tap` says which list it came from.

    Without `can_sign_in` the declaration is only explained.
    """
    doctor = card.doctor
    elsewhere = tuple(
        (Button(elsewhere_label(number, one), tap.model_copy(update={"key": one.key})),)
        for number, one in enumerate(card.elsewhere[:_MOST_ELSEWHERE], start=1)
    )
    rows = (
        *_declare_rows(tr, doctor, can_sign_in=can_sign_in),
        *watch_rows(tr, doctor),
        *_place_rows(tr, doctor.division, share_url, AddVisitTap(doctor=doctor.key)),
        *elsewhere,
        menu_row(tr, _back(tap)),
    )
    return Screen(doctor_text(tr, card, now), rows)


def _declare_rows(tr: Translator, doctor: Doctor, *, can_sign_in: bool) -> tuple[Row, ...]:
    if not doctor.takes_declarations:
        return ()
    label = tr.t("doctors", "Start a declaration")
    if not can_sign_in:
        return ((Button(label, TopicTap(slug="declaration", fresh=True)),),)
    mine = Button(tr.t("declaration", "My declaration"), MyDeclarationTap(fresh=True))
    return (Button(label, DeclareTap(doctor=doctor.key)),), (mine,)


def facility_card(
    tr: Translator, card: DivisionCard, tap: DivisionTap, now: datetime, *, share_url: str
) -> Screen:
    """Return one place of a facility."""
    visit = AddVisitTap(division=card.division.key)
    rows = (*_place_rows(tr, card.division, share_url, visit), menu_row(tr, _back(tap)))
    return Screen(facility_text(tr, card, now), rows)


def card_gone(tr: Translator, *, back: CallbackData | None = None) -> Screen:
    """Return what a link or button leads to when its doctor or facility is no longer there."""
    text = tr.t(
        "doctors",
        "<b>This is no longer in the list.</b>\n\n"
        "The doctor may have left, or the facility has no contract now. "
        "Look for another one, or ask by phone: 16-77.",
    )
    search = Button(tr.t("doctors", "New search"), SectionTap(section=Section.DOCTOR))
    return Screen(text, ((search,), menu_row(tr, back)))


def _place_rows(
    tr: Translator, division: Division, share_url: str, visit: AddVisitTap
) -> tuple[Row, ...]:
    """Return what can be done with a place: call, see it on the map, share, remember a visit."""
    phones = tuple(
        (Button(tr.t("lines", "Copy {number}", number=phone), copies=phone),)
        for phone in division.phones_to_call[:_MOST_COPIED]
    )
    on_map = Button(tr.t("doctors", "Show on the map"), MapTap(division=division.key))
    share = Button(tr.t("doctors", "Share"), url=share_url)
    remember = Button(tr.t("doctors", "Add an appointment"), visit)
    places = ((on_map, share),) if division.point else ((share,),)
    return (*phones, *places, (remember,))


def _back(tap: CardTap) -> CallbackData:
    """Return the list that a card was opened from, else the door of the section."""
    if tap.search:
        return FoundTap(search=tap.search, page=tap.page, filters=tap.filters)
    return SectionTap(section=Section.DOCTOR)


# ── reactions ────────────────────────────────────────────────────────────────────────────

router = Router(name="doctor_card")


@router.callback_query(DoctorTap.filter())
async def on_doctor(
    query: CallbackQuery, callback_data: DoctorTap, tr: Translator, services: Services
) -> None:
    await show_doctor(query, callback_data, tr, services)


@router.callback_query(DivisionTap.filter())
async def on_division(
    query: CallbackQuery, callback_data: DivisionTap, tr: Translator, services: Services
) -> None:
    await show_division(query, callback_data, tr, services)


async def show_doctor(
    event: CallbackQuery | Message, tap: DoctorTap, tr: Translator, services: Services
) -> None:
    """Show a doctor, or say that they work there no more."""
    try:
        card = await services.show_card.doctor(tap.key)
    except NotFound:
        await show(event, card_gone(tr, back=_back(tap)))
        return
    if card.doctor.is_over_limit:
        oblast = card.doctor.division.address.area or ""
        services.figures.barrier(Barrier.NO_PLACES, oblast)
    link = await _share_url(event, f"doc-{tap.key}", capitalised(card.doctor.name))
    can_sign_in = services.declare is not None
    now = services.clock.now()
    await show(event, doctor_card(tr, card, tap, now, share_url=link, can_sign_in=can_sign_in))


async def show_division(
    event: CallbackQuery | Message, tap: DivisionTap, tr: Translator, services: Services
) -> None:
    """Show a facility's place, or say that it is no longer there."""
    try:
        card = await services.show_card.division(tap.key)
    except NotFound:
        await show(event, card_gone(tr, back=_back(tap)))
        return
    link = await _share_url(event, f"div-{tap.key}", place_name(card.division))
    await show(event, facility_card(tr, card, tap, services.clock.now(), share_url=link))


@router.callback_query(MapTap.filter())
async def on_map(
    query: CallbackQuery, callback_data: MapTap, tr: Translator, services: Services
) -> None:
    """Send the place as a pin below the card; raises NotFound where there is no point."""
    try:
        division = await services.show_card.place(callback_data.division)
    except NotFound:
        await show(query, card_gone(tr), fresh=True)
        return
    if division.point is None:
        raise NotFound(division.key)
    await bot_of(query).send_venue(
        chat_of(query),
        latitude=division.point.latitude,
        longitude=division.point.longitude,
        title=place_name(division),
        address=division.address.line or division.facility.name,
        reply_markup=Screen("", ((menu_button(tr, fresh=True),),)).keyboard(),
    )


async def _share_url(event: CallbackQuery | Message, payload: str, words: str) -> str:
    """Return Telegram's page for choosing whom to send the card's link to."""
    username = (await bot_of(event).me()).username
    link = quote(f"https://t.me/{username}?start={payload}", safe="")
    return f"https://t.me/share/url?url={link}&text={quote(words, safe='')}"
