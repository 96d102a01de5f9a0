"""The door of the directory: for whom, which speciality, by words or near which place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.callbacks import LookTap, NearTap, SectionTap, WhoTap
from bot.dialogs.screen import Button, Screen, bot_of, chat_of, show
from bot.dialogs.states import Asked
from bot.dialogs.widgets.directory_words import capitalised, speciality_word
from bot.dialogs.widgets.guide import guide
from bot.dialogs.widgets.location_keyboard import location_keyboard
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.search_draft import SearchDraft, day_said
from bot.dialogs.widgets.watching import watches_button
from bot.domain.capabilities import Section
from bot.domain.finding import Wanted

if TYPE_CHECKING:
    from datetime import date

    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.i18n import Translator
    from bot.services import Services

OFFERED_SPECIALITIES = (
    "CARDIOLOGY",
    "NEUROLOGY",
    "OPHTHALMOLOGY",
    "OTORHINOLARYNGOLOGY",
    "OBSTETRICS_AND_GYNECOLOGY",
    "ENDOCRINOLOGY",
    "GENERAL_SURGERY",
    "ORTHOPAEDICS",
)
_DOOR = SectionTap(section=Section.DOCTOR)

# ── screens ──────────────────────────────────────────────────────────────────────────────


def doctor_hub(tr: Translator) -> Screen:
    text = tr.t(
        "doctors",
        "<b>Find a doctor</b>\n\n"
        "Family doctor, therapist, paediatrician: for a declaration.\n"
        "Another specialist or an examination: by referral.\n\n"
        "Whom do you look for?",
    )
    rows = (
        (Button(declaration_label(tr), WhoTap()),),
        (Button(facility_label(tr), LookTap(wanted=Wanted.FACILITY)),),
    )
    return Screen(text, (*rows, (watches_button(tr),), menu_row(tr)))


def declaration_label(tr: Translator) -> str:
    return tr.t("doctors", "A doctor for a declaration")


def facility_label(tr: Translator) -> str:
    return tr.t("doctors", "A facility by referral")


def who_question(tr: Translator) -> Screen:
    text = tr.t(
        "doctors",
        "<b>For whom is the doctor?</b>\n\n"
        "For an adult: a family doctor or a therapist.\n"
        "For a child: a family doctor or a paediatrician.",
    )
    rows = (
        (Button(tr.t("doctors", "For an adult"), LookTap(wanted=Wanted.ADULT)),),
        (Button(tr.t("doctors", "For a child under 18"), LookTap(wanted=Wanted.CHILD)),),
    )
    return Screen(text, (*rows, menu_row(tr, _DOOR)))


def doctor_question(tr: Translator, wanted: Wanted) -> Screen:
    if wanted is Wanted.ADULT:
        title = tr.t("doctors", "<b>A doctor for an adult</b>")
    else:
        title = tr.t("doctors", "<b>A doctor for a child</b>")
    how = tr.t(
        "doctors",
        "Write a surname, a town, a facility: all in one line.\nFor example:\n"
        "• <i>shevchenko lviv</i>\n"
        "• <i>family doctor poltava</i>\n\n"
        "I understand mistakes and Latin letters.",
    )
    return Screen(f"{title}\n\n{how}", ((_near(tr, wanted),), menu_row(tr, WhoTap())))


def facility_question(tr: Translator) -> Screen:
    text = tr.t(
        "doctors",
        "<b>A facility by referral</b>\n\n"
        "Choose a specialist. Or write what you need and where, in one line.\n"
        "For example: <i>ultrasound vinnytsia</i>\n\n"
        "I show only facilities that the state pays for.",
    )
    buttons = [_speciality(tr, code) for code in OFFERED_SPECIALITIES]
    pairs = tuple(zip(buttons[::2], buttons[1::2], strict=True))
    return Screen(text, (*pairs, (_near(tr, Wanted.FACILITY),), menu_row(tr, _DOOR)))


def place_question(tr: Translator, speciality: str) -> Screen:
    """Return the question where, once the speciality of a facility is chosen."""
    text = tr.t(
        "doctors",
        "<b>{speciality}</b>\n\n"
        "Write the town, the district or the name of the facility.\n"
        "For example: <i>vinnytsia</i>",
        speciality=capitalised(speciality_word(tr, speciality)),
    )
    back = LookTap(wanted=Wanted.FACILITY)
    return Screen(text, ((_near(tr, Wanted.FACILITY, speciality),), menu_row(tr, back)))


def location_question(tr: Translator) -> str:
    return tr.t(
        "doctors",
        "Tap “Send my location” below. I use it for this search only and do not store it.\n"
        "Or write your town.",
    )


def _speciality(tr: Translator, code: str) -> Button:
    label = capitalised(speciality_word(tr, code))
    return Button(label, LookTap(wanted=Wanted.FACILITY, speciality=code))


def _near(tr: Translator, wanted: Wanted, speciality: str = "") -> Button:
    return Button(
        tr.t("doctors", "📍 Search near me"), NearTap(wanted=wanted, speciality=speciality)
    )


# ── reactions ────────────────────────────────────────────────────────────────────────────

router = Router(name="doctor_search")


@router.callback_query(SectionTap.filter(F.section == Section.DOCTOR))
async def on_section(
    event: CallbackQuery | Message, state: FSMContext, tr: Translator, services: Services
) -> None:
    """Open the section; without a directory explain how to find a doctor elsewhere."""
    await state.clear()
    if (await services.show_card.state()).is_empty:
        await show(event, guide(tr, Section.DOCTOR, services.clock.now()))
    else:
        await show(event, doctor_hub(tr))


@router.callback_query(WhoTap.filter())
async def on_who(event: CallbackQuery | Message, tr: Translator) -> None:
    await show(event, who_question(tr))


@router.callback_query(LookTap.filter())
async def on_look_tap(
    query: CallbackQuery, callback_data: LookTap, state: FSMContext, tr: Translator
) -> None:
    day = await day_said(state)
    await ask(query, callback_data.wanted, state, tr, speciality=callback_data.speciality, day=day)


async def ask(
    event: CallbackQuery | Message,
    wanted: Wanted,
    state: FSMContext,
    tr: Translator,
    *,
    speciality: str = "",
    day: date | None = None,
) -> None:
    """Wait for the words of a search; `day` is remembered for an appointment."""
    await SearchDraft(wanted, speciality, day).wait(state, Asked.doctor_or_facility)
    if wanted.is_doctor:
        await show(event, doctor_question(tr, wanted))
    elif speciality:
        await show(event, place_question(tr, speciality))
    else:
        await show(event, facility_question(tr))


@router.callback_query(NearTap.filter())
async def on_near(
    query: CallbackQuery, callback_data: NearTap, state: FSMContext, tr: Translator
) -> None:
    day = await day_said(state)
    draft = SearchDraft(callback_data.wanted, callback_data.speciality, day)
    await draft.wait(state, Asked.location)
    await bot_of(query).send_message(
        chat_of(query), location_question(tr), reply_markup=location_keyboard(tr)
    )
