"""Before a request for a declaration: what will change, and the way back to it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bot.dialogs.callbacks import DoctorTap
from bot.dialogs.declare_callbacks import DeclareTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.declaration_request import request_screen
from bot.dialogs.widgets.declaration_words import doctor_name
from bot.dialogs.widgets.declare_obstacles import may_not_declare
from bot.dialogs.widgets.declare_ways import begun_declaration, for_others_rows, not_now_button
from bot.dialogs.widgets.directory_card import free_places_text
from bot.dialogs.widgets.directory_words import capitalised, speciality_word
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf
from bot.dialogs.widgets.watching import watch_rows
from bot.domain.directory.doctors import PEDIATRICIAN
from bot.services.propose_declaration import MayNotDeclare, Proposal
from bot.services.shown_request import ShownRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.cabinet import SignedInPerson
    from bot.domain.directory import Doctor
    from bot.i18n import Translator


def proposal_screen(
    tr: Translator, proposal: Proposal, others: Sequence[SignedInPerson] = ()
) -> Screen:
    """Return what is to be answered; a request to this doctor that was begun is gone on with."""
    if proposal.under_way and proposal.is_under_way:
        return request_screen(tr, ShownRequest(proposal.acting, proposal.under_way))
    return declare_question(tr, proposal, others)


def left_proposal(tr: Translator, left: Proposal | MayNotDeclare | Doctor) -> Screen:
    """Return the message that leads back to a declaration after a sign-in."""
    if isinstance(left, Proposal):
        return proposal_screen(tr, left)
    if isinstance(left, MayNotDeclare):
        return may_not_declare(tr, left)
    return begun_declaration(tr, left)


def declare_question(
    tr: Translator, proposal: Proposal, others: Sequence[SignedInPerson] = ()
) -> Screen:
    """Return what will change, and ask for a yes; `others` are the chat's other people."""
    doctor = proposal.doctor
    text = joined(
        [
            on_behalf(tr, proposal.acting),
            tr.t("declare", "<b>A new declaration. What will change</b>"),
            _doctor_html(tr, doctor),
            free_places_text(tr, doctor),
            _old_one(tr, proposal),
            _new_one(tr, doctor),
            _by_document(tr, proposal),
            _other_request(tr, proposal),
        ]
    )
    yes = Button(
        tr.t("declare", "Yes, make the request"), DeclareTap(doctor=doctor.key, is_sure=True)
    )
    rows = (
        (yes,),
        *for_others_rows(tr, doctor.key, others),
        (not_now_button(tr, doctor.key),),
        *watch_rows(tr, doctor),
    )
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


def _by_document(tr: Translator, proposal: Proposal) -> str:
    if not proposal.signs_by_document:
        return ""
    return tr.t(
        "declare",
        "You have no tax number in the electronic health system. So your signature must hold "
        "the number of your passport or ID card.",
    )


def _other_request(tr: Translator, proposal: Proposal) -> str:
    if proposal.under_way is None:
        return ""
    return tr.t(
        "declare",
        "The request that is under way now will be cancelled: {doctor}.",
        doctor=doctor_name(tr, proposal.under_way.workplace),
    )
