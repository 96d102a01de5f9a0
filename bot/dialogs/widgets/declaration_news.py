"""Messages that nobody asked for: what became of a request for a declaration.

They name nobody: they are read on locked screens, and not only by the patient.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.cabinet_callbacks import MyDeclarationTap
from bot.dialogs.callbacks import DoctorTap, SectionTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.visit_callbacks import AddVisitTap
from bot.dialogs.widgets.declaration_request import copy_rows
from bot.dialogs.widgets.declaration_screens import find_doctor_button
from bot.dialogs.widgets.navigation import menu_button
from bot.domain.cabinet.declaration_watch import DeclarationNews, NewsKind
from bot.domain.capabilities import Section

if TYPE_CHECKING:
    from bot.dialogs.widgets.knowledge import Row
    from bot.i18n import Translator


def declaration_news(tr: Translator, news: DeclarationNews) -> Screen:
    """Return the message for one patient."""
    return Screen(_text(tr, news.kind), (*_rows(tr, news), (menu_button(tr, fresh=True),)))


def _text(tr: Translator, kind: NewsKind) -> str:
    texts = {
        NewsKind.CONFIRMED: tr.t(
            "declare",
            "<b>✅ The declaration is confirmed.</b>\n\n"
            "The facility has signed it, and it is in force. The one before has ended, "
            "if there was one.\n\n"
            "Do you know the day of your visit already? Add it, and I will remind you.",
        ),
        NewsKind.REJECTED: tr.t(
            "declare",
            "<b>The request for a declaration was refused.</b>\n\n"
            "The facility did not confirm it, or it was taken back. The declaration before stays "
            "in force, if there was one.\n\n"
            "A doctor may refuse when there are no places. The place of residence is no reason. "
            "Choose another doctor, or ask by phone: 16-77.",
        ),
        NewsKind.OVERTAKEN: tr.t(
            "declare",
            "<b>The request for a declaration was replaced by a newer one.</b>\n\n"
            "Somebody made another request, here or in another e-cabinet. "
            "If it was not you, look who may use your data.",
        ),
        NewsKind.EXPIRED: tr.t(
            "declare",
            "<b>The time of the request for a declaration is over.</b>\n\n"
            "It was not finished in time, so it counts no more. The declaration before stays in "
            "force, if there was one. You can make a new request.",
        ),
        NewsKind.SILENT: tr.t(
            "declare",
            "<b>The facility has not answered your request yet.</b>\n\n"
            "Call the reception desk and ask them to look at the requests for declarations. "
            "I go on looking.",
        ),
        NewsKind.SIGN_IN: tr.t(
            "declare",
            "<b>I cannot look how your request stands.</b>\n\n"
            "The sign-in to the electronic health system has ended. The request itself goes on. "
            "Sign in again, and I will go on looking.",
        ),
    }
    return texts[kind]


def _rows(tr: Translator, news: DeclarationNews) -> tuple[Row, ...]:
    mine = (Button(tr.t("declaration", "My declaration"), MyDeclarationTap(fresh=True)),)
    match news.kind:
        case NewsKind.CONFIRMED:
            return (*_card_rows(tr, news), mine)
        case NewsKind.SILENT if news.workplace:
            return (*copy_rows(tr, news.workplace), mine)
        case NewsKind.SIGN_IN:
            return ((Button(tr.t("menu", "My data"), SectionTap(section=Section.MY_DATA)),),)
        case NewsKind.REJECTED | NewsKind.EXPIRED:
            return ((find_doctor_button(tr),), mine)
        case _:
            return (mine,)


def _card_rows(tr: Translator, news: DeclarationNews) -> tuple[Row, ...]:
    """Return the doctor's card, where the directory has it, and a visit to be reminded of."""
    doctor = news.workplace.doctor if news.workplace else None
    if doctor is None:
        return ()
    card = Button(tr.t("declaration", "Doctor's card"), DoctorTap(key=doctor.key))
    visit = Button(tr.t("doctors", "Add an appointment"), AddVisitTap(doctor=doctor.key))
    return (card,), (visit,)
