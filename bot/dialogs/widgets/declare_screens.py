"""Before a request for a declaration: what stands in the way, what will change, what ЕСОЗ says."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bot.dialogs.cabinet_callbacks import UnfinishedTap, VerificationTap
from bot.dialogs.callbacks import DoctorTap
from bot.dialogs.declare_callbacks import DeclareTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.declaration_screens import (
    CABINET,
    find_doctor_button,
    my_declaration_button,
)
from bot.dialogs.widgets.declaration_words import doctor_name
from bot.dialogs.widgets.directory_card import free_places_text
from bot.dialogs.widgets.directory_words import capitalised, speciality_word
from bot.dialogs.widgets.esoz_words import refusal_text
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf
from bot.dialogs.widgets.watching import watch_rows
from bot.domain.cabinet import EsozRefusal
from bot.domain.cabinet.may_declare import Obstacle
from bot.domain.directory.doctors import PEDIATRICIAN

if TYPE_CHECKING:
    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.directory import Doctor
    from bot.i18n import Translator
    from bot.services.propose_declaration import MayNotDeclare, Proposal

_MOST_PHONES = 2


def declare_question(tr: Translator, proposal: Proposal) -> Screen:
    """Return what will change, and ask for a yes."""
    doctor = proposal.doctor
    text = joined(
        [
            on_behalf(tr, proposal.acting),
            tr.t("declare", "<b>A new declaration. What will change</b>"),
            _doctor_html(tr, doctor),
            free_places_text(tr, doctor),
            _old_one(tr, proposal),
            _new_one(tr, doctor),
            _other_request(tr, proposal),
        ]
    )
    yes = Button(
        tr.t("declare", "Yes, make the request"), DeclareTap(doctor=doctor.key, is_sure=True)
    )
    no = Button(tr.t("declare", "Not now"), DoctorTap(key=doctor.key))
    return Screen(
        text, ((yes,), (no,), *watch_rows(tr, doctor), menu_row(tr, DoctorTap(key=doctor.key)))
    )


def may_not_declare(tr: Translator, barred: MayNotDeclare) -> Screen:
    """Return the reason in words, and the next step."""
    text = joined([on_behalf(tr, barred.acting), _why(tr, barred.obstacle)])
    back = menu_row(tr, DoctorTap(key=barred.doctor.key))
    return Screen(text, (*_next_step(tr, barred), back))


def declaring_refused(tr: Translator, code: EsozRefusal, doctor_key: int) -> Screen:
    """Return ЕСОЗ's reason, and what helps."""
    title = tr.t("declare", "<b>The request was not made.</b>")
    rows: tuple[Row, ...] = ((find_doctor_button(tr),),)
    if code is EsozRefusal.UNFINISHED_PERSON_REQUEST:
        rows = ((_unfinished_button(tr),),)
    elif code is EsozRefusal.PERSON_NOT_VERIFIED:
        rows = ((_check_button(tr),),)
    back = menu_row(tr, DoctorTap(key=doctor_key))
    return Screen(f"{title}\n\n{refusal_text(tr, code)}", (*rows, back))


def full_doctor(tr: Translator, doctor: Doctor) -> Screen:
    """Return what ЕСОЗ said of a doctor without places, and offer to watch."""
    title = tr.t("declare", "<b>The request was not made.</b>")
    text = joined([title, refusal_text(tr, EsozRefusal.DOCTOR_FULL), free_places_text(tr, doctor)])
    rows = (*watch_rows(tr, doctor), (find_doctor_button(tr),))
    return Screen(text, (*rows, menu_row(tr, DoctorTap(key=doctor.key))))


def _doctor_html(tr: Translator, doctor: Doctor) -> str:
    lines = (
        f"<b>{escape(capitalised(doctor.name))}</b>",
        escape(capitalised(speciality_word(tr, doctor.speciality))),
        escape(doctor.division.facility.name),
    )
    return "\n".join(lines)


def _old_one(tr: Translator, proposal: Proposal) -> str:
    if proposal.current is None:
        return tr.t("declare", "There is no declaration in force now.")
    return tr.t(
        "declare",
        "Now: {doctor}. This declaration stays until the facility signs the new one. "
        "Then it ends by itself.",
        doctor=doctor_name(tr, proposal.current.workplace),
    )


def _new_one(tr: Translator, doctor: Doctor) -> str:
    begins = tr.t(
        "declare",
        "The new one counts from the facility's signature. "
        "First you read the document and sign it with your electronic signature.",
    )
    if doctor.speciality != PEDIATRICIAN:
        return begins
    ends = tr.t("declare", "With a paediatrician it lasts until the 18th birthday at most.")
    return f"{begins}\n{ends}"


def _other_request(tr: Translator, proposal: Proposal) -> str:
    if proposal.under_way is None:
        return ""
    return tr.t(
        "declare",
        "The request that is under way now will be cancelled: {doctor}.",
        doctor=doctor_name(tr, proposal.under_way.workplace),
    )


def _why(tr: Translator, why: Obstacle) -> str:
    texts = {
        Obstacle.READ_ONLY: tr.t(
            "declare",
            "<b>From 14 to 18, only viewing is open online.</b>\n\n"
            "There are three ways:\n"
            "• Come to the facility with your passport or ID card. There you sign for yourself. "
            "A code of 4 digits comes by SMS, it works for 5 minutes.\n"
            "• Let a parent sign in here and do it for you: My data → For a child or a ward.\n"
            "• If you have a document of full civil capacity, let your doctor add it to your "
            "data. Then it works here, too.",
        ),
        Obstacle.CONFIDANT_ONLY: tr.t(
            "declare",
            "<b>For a child under 14 a parent does this.</b>\n\n"
            "Let them sign in with their own signature: My data → For a child or a ward.",
        ),
        Obstacle.NOT_VERIFIED: tr.t(
            "declare",
            "<b>The state registers have not confirmed the data.</b>\n\n"
            "Until then no declaration is made. Look what differs, and correct it.",
        ),
        Obstacle.UNFINISHED_CHANGE: tr.t(
            "declare",
            "<b>There is an unfinished change of the data.</b>\n\n"
            "Finish it or cancel it. Then come back to the declaration.",
        ),
        Obstacle.NO_DECLARATIONS: tr.t(
            "declare",
            "<b>No declaration is made with this doctor.</b>\n\n"
            "Choose a family doctor, a therapist or a paediatrician.",
        ),
        Obstacle.ADULT_AT_PEDIATRICIAN: tr.t(
            "declare",
            "<b>A paediatrician is for those under 18.</b>\n\n"
            "Choose a family doctor or a therapist.",
        ),
        Obstacle.CHILD_AT_THERAPIST: tr.t(
            "declare",
            "<b>A therapist is for adults.</b>\n\nChoose a family doctor or a paediatrician.",
        ),
        Obstacle.DECLARED_ALREADY: tr.t(
            "declare",
            "<b>There is a declaration with this doctor already.</b>\n\nNothing has to be done.",
        ),
    }
    return texts[why]


def _next_step(tr: Translator, barred: MayNotDeclare) -> tuple[Row, ...]:
    match barred.obstacle:
        case Obstacle.READ_ONLY:
            phones = barred.doctor.division.phones_to_call[:_MOST_PHONES]
            copied = ((_copy_button(tr, phone),) for phone in phones)
            return (*copied, (_cabinet_button(tr),))
        case Obstacle.CONFIDANT_ONLY:
            return ((_cabinet_button(tr),),)
        case Obstacle.NOT_VERIFIED:
            return ((_check_button(tr),),)
        case Obstacle.UNFINISHED_CHANGE:
            return ((_unfinished_button(tr),),)
        case Obstacle.DECLARED_ALREADY:
            return ((my_declaration_button(tr),),)
        case _:
            return ((find_doctor_button(tr),),)


def _copy_button(tr: Translator, phone: str) -> Button:
    return Button(tr.t("lines", "Copy {number}", number=phone), copies=phone)


def _cabinet_button(tr: Translator) -> Button:
    return Button(tr.t("menu", "My data"), CABINET)


def _check_button(tr: Translator) -> Button:
    return Button(tr.t("my data", "Check of the data"), VerificationTap())


def _unfinished_button(tr: Translator) -> Button:
    return Button(tr.t("my data", "Finish the change"), UnfinishedTap())
