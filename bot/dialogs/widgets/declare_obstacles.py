"""What stands in the way of a declaration, in words, each with its next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.cabinet_callbacks import MyDataTap, UnfinishedTap, VerificationTap
from bot.dialogs.callbacks import DoctorTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.declaration_screens import find_doctor_button, my_declaration_button
from bot.dialogs.widgets.declare_ways import for_others_rows, for_ward_button
from bot.dialogs.widgets.directory_card import free_places_text
from bot.dialogs.widgets.esoz_words import refusal_text
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf
from bot.dialogs.widgets.watching import watch_rows
from bot.domain.cabinet import EsozRefusal
from bot.domain.cabinet.may_declare import Obstacle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.cabinet import SignedInPerson
    from bot.domain.directory import Doctor
    from bot.i18n import Translator
    from bot.services.propose_declaration import MayNotDeclare

_MOST_PHONES = 2


def may_not_declare(
    tr: Translator, barred: MayNotDeclare, others: Sequence[SignedInPerson] = ()
) -> Screen:
    """Return the reason in words, and the next step; `others` are the chat's other people."""
    text = joined([on_behalf(tr, barred.acting), _why(tr, barred.obstacle)])
    back = menu_row(tr, DoctorTap(key=barred.doctor.key))
    return Screen(text, (*_next_step(tr, barred, others), back))


def declaring_refused(tr: Translator, code: EsozRefusal, doctor_key: int) -> Screen:
    """Return ЕСОЗ's reason, and what helps."""
    title = tr.t("declare", "<b>The request was not made.</b>")
    way = _WAYS_OUT.get(code, find_doctor_button)
    back = menu_row(tr, DoctorTap(key=doctor_key))
    return Screen(f"{title}\n\n{refusal_text(tr, code)}", ((way(tr),), back))


def full_doctor(tr: Translator, doctor: Doctor) -> Screen:
    """Return what ЕСОЗ said of a doctor without places, and offer to watch."""
    title = tr.t("declare", "<b>The request was not made.</b>")
    text = joined([title, refusal_text(tr, EsozRefusal.DOCTOR_FULL), free_places_text(tr, doctor)])
    rows = (*watch_rows(tr, doctor), (find_doctor_button(tr),))
    return Screen(text, (*rows, menu_row(tr, DoctorTap(key=doctor.key))))


def _why(tr: Translator, why: Obstacle) -> str:
    texts = {
        Obstacle.READ_ONLY: tr.t(
            "declare",
            "<b>From 14 to 18, only viewing is open online.</b>\n\n"
            "There are three ways:\n"
            "• Come to the facility with your passport or ID card. There you sign for yourself. "
            "A code of 4 digits comes by SMS, it works for 5 minutes.\n"
            "• Let a parent sign in here and do it for you: the button below.\n"
            "• If you have a document of full civil capacity, let your doctor add it to your "
            "data. Then it works here, too.",
        ),
        Obstacle.CONFIDANT_ONLY: tr.t(
            "declare",
            "<b>For a child under 14 a parent does this.</b>\n\n"
            "Let them sign in with their own signature: the button below.",
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
            "Choose a family doctor or a therapist. "
            "Is the doctor for your child? Then act for the child.",
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


def _next_step(
    tr: Translator, barred: MayNotDeclare, others: Sequence[SignedInPerson]
) -> tuple[Row, ...]:
    for_others = for_others_rows(tr, barred.doctor.key, others)
    for_ward = (for_ward_button(tr),)
    phones = barred.doctor.division.phones_to_call[:_MOST_PHONES]
    steps: dict[Obstacle, tuple[Row, ...]] = {
        Obstacle.READ_ONLY: (
            *((_copy_button(tr, phone),) for phone in phones),
            *for_others,
            for_ward,
        ),
        Obstacle.CONFIDANT_ONLY: (*for_others, for_ward),
        Obstacle.NOT_VERIFIED: ((_check_button(tr),),),
        Obstacle.UNFINISHED_CHANGE: ((_unfinished_button(tr),),),
        Obstacle.NO_DECLARATIONS: ((find_doctor_button(tr),),),
        Obstacle.ADULT_AT_PEDIATRICIAN: (*for_others, for_ward, (find_doctor_button(tr),)),
        Obstacle.CHILD_AT_THERAPIST: (*for_others, (find_doctor_button(tr),)),
        Obstacle.DECLARED_ALREADY: ((my_declaration_button(tr),),),
    }
    return steps[barred.obstacle]


def _copy_button(tr: Translator, phone: str) -> Button:
    return Button(tr.t("lines", "Copy {number}", number=phone), copies=phone)


def _check_button(tr: Translator) -> Button:
    return Button(tr.t("my data", "Check of the data"), VerificationTap())


def _unfinished_button(tr: Translator) -> Button:
    return Button(tr.t("my data", "Finish the change"), UnfinishedTap())


def _data_button(tr: Translator) -> Button:
    return Button(tr.t("cabinet", "Personal data"), MyDataTap())


_WAYS_OUT: dict[EsozRefusal, Callable[[Translator], Button]] = {
    EsozRefusal.UNFINISHED_PERSON_REQUEST: _unfinished_button,
    EsozRefusal.PERSON_NOT_VERIFIED: _check_button,
    EsozRefusal.RELATIONSHIP_UNCONFIRMED: _check_button,
    EsozRefusal.CONFIDANT_REQUIRED: for_ward_button,
    EsozRefusal.NO_AUTHENTICATION_METHOD: _data_button,
    EsozRefusal.BIRTH_CERTIFICATE_NEEDED: _data_button,
    EsozRefusal.DOCUMENT_UNSUITABLE: _data_button,
}
"""Where the reason lies with the person; otherwise another doctor is the way out."""
