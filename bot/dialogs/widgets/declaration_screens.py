"""How a declaration looks: the one in force, one of the past, none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.content import topic
from bot.dialogs.cabinet_callbacks import (
    EndTap,
    HistoryTap,
    MyDeclarationTap,
    PrintTap,
    Records,
    packed,
)
from bot.dialogs.callbacks import DoctorTap, SectionTap
from bot.dialogs.declare_callbacks import CancelRequestTap, MovedTap, RequestTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.declaration_words import (
    declaration_reason,
    declaration_status,
    doctor_name,
    term,
    workplace_html,
)
from bot.dialogs.widgets.declare_ways import (
    begun_text,
    go_on_button,
    not_now_button,
    who_may_button,
)
from bot.dialogs.widgets.knowledge import joined, summary_text
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf
from bot.domain.cabinet import RequestStatus
from bot.domain.cabinet.may_declare import is_with
from bot.domain.capabilities import Section

if TYPE_CHECKING:
    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.cabinet import Declaration, DeclarationRequest
    from bot.domain.cabinet.workplace import Named, Workplace
    from bot.domain.directory import Doctor
    from bot.i18n import Translator
    from bot.services.show_declaration import ShownDeclaration
    from bot.services.show_my_declaration import MyDeclaration

CABINET = SectionTap(section=Section.MY_DATA)
_MOST_PHONES = 2


def my_declaration(tr: Translator, mine: MyDeclaration, begun: Doctor | None = None) -> Screen:
    """Return the declaration in force, or what to do where there is none.

    `begun` is the doctor of a declaration that was left half way.
    """
    head = on_behalf(tr, mine.acting)
    begun = begun if begun and not _is_asked_for(mine, begun) else None
    if mine.current is None:
        return _no_declaration(tr, mine, head, begun)
    declaration, workplace = mine.current.record, mine.current.workplace
    text = joined(
        [
            head,
            tr.t("declaration", "<b>Declaration with a doctor</b>"),
            workplace_html(tr, workplace),
            standing_text(tr, declaration),
            _pediatric(tr, workplace),
            _phones(tr, workplace),
            _under_way(tr, mine.under_way),
            begun_text(tr, begun) if begun else "",
        ]
    )
    end = Button(tr.t("declaration", "End the declaration"), EndTap(id=packed(declaration.id)))
    rows = (
        *_request_rows(tr, mine),
        *_begun_rows(tr, begun),
        *_workplace_rows(tr, workplace, declaration),
        (_print_button(tr, declaration),),
        (_change_button(tr), end),
        _history_row(tr),
        menu_row(tr, CABINET),
    )
    return Screen(text, rows)


def declaration_details(tr: Translator, shown: ShownDeclaration) -> Screen:
    """Return one declaration of any status."""
    declaration, workplace = shown.declaration.record, shown.declaration.workplace
    number = tr.t("declaration", "Number: <code>{number}</code>", number=declaration.number)
    text = joined(
        [
            on_behalf(tr, shown.acting),
            workplace_html(tr, workplace),
            standing_text(tr, declaration),
            number if declaration.number else "",
            _phones(tr, workplace),
        ]
    )
    rows = (
        *_workplace_rows(tr, workplace, declaration),
        (_print_button(tr, declaration),),
        menu_row(tr, HistoryTap(records=Records.DECLARATIONS)),
    )
    return Screen(text, rows)


def declaration_gone(tr: Translator) -> Screen:
    """Return what an old button leads to when it is not this person's declaration."""
    text = tr.t(
        "declaration",
        "<b>I do not find this declaration.</b>\n\n"
        "The button may belong to another person for whom you signed in.",
    )
    return Screen(text, ((my_declaration_button(tr),), menu_row(tr, CABINET)))


def my_declaration_button(tr: Translator) -> Button:
    return Button(tr.t("declaration", "My declaration"), MyDeclarationTap())


def find_doctor_button(tr: Translator) -> Button:
    return Button(tr.t("declaration", "Find a doctor"), SectionTap(section=Section.DOCTOR))


def _no_declaration(
    tr: Translator, mine: MyDeclaration, head: str, begun: Doctor | None
) -> Screen:
    entry = topic("declaration-choose")
    text = joined(
        [
            head,
            tr.t("declaration", "<b>There is no declaration in force.</b>"),
            _under_way(tr, mine.under_way),
            begun_text(tr, begun) if begun else "",
            summary_text(tr, entry),
        ]
    )
    rows = (
        *_request_rows(tr, mine),
        *_begun_rows(tr, begun),
        (find_doctor_button(tr),),
        (who_may_button(tr),),
        _history_row(tr),
        menu_row(tr, CABINET),
    )
    return Screen(text, rows)


def standing_text(tr: Translator, declaration: Declaration) -> str:
    """Return how it stands, its term, and why."""
    lines = (
        declaration_status(tr, declaration),
        term(tr, declaration),
        declaration_reason(tr, declaration),
    )
    return "\n".join(filter(None, lines))


def _pediatric(tr: Translator, workplace: Workplace) -> str:
    if not workplace.is_pediatric:
        return ""
    return tr.t(
        "declaration",
        "A declaration with a paediatrician ends at 18. "
        "After that choose a family doctor or a therapist.",
    )


def _phones(tr: Translator, workplace: Workplace) -> str:
    phones = ", ".join(workplace.phones[:_MOST_PHONES])
    return tr.t("doctors", "Phone: {phones}", phones=phones) if phones else ""


def _under_way(tr: Translator, request: Named[DeclarationRequest] | None) -> str:
    if request is None:
        return ""
    name = doctor_name(tr, request.workplace)
    if request.record.status is RequestStatus.NEW:
        return tr.t(
            "declaration",
            "There is a request for a new declaration: {doctor}. It waits for your signature.",
            doctor=name,
        )
    return tr.t(
        "declaration",
        "There is a request for a new declaration: {doctor}. You signed it, the facility has not "
        "yet.",
        doctor=name,
    )


def _request_rows(tr: Translator, mine: MyDeclaration) -> tuple[Row, ...]:
    if mine.under_way is None:
        return ()
    request = packed(mine.under_way.record.id)
    look = Button(tr.t("declaration", "Request under way"), RequestTap(id=request))
    cancel = Button(tr.t("declare", "Cancel the request"), CancelRequestTap(id=request))
    return ((look, cancel),)


def _begun_rows(tr: Translator, begun: Doctor | None) -> tuple[Row, ...]:
    if begun is None:
        return ()
    return (go_on_button(tr, begun),), (not_now_button(tr, begun.key),)


def _is_asked_for(mine: MyDeclaration, doctor: Doctor) -> bool:
    """Whether there is a request to this doctor, or a declaration with them, by now."""
    known = (mine.current and mine.current.record, mine.under_way and mine.under_way.record)
    return any(is_with(one.parties, doctor) for one in known if one)


def _change_button(tr: Translator) -> Button:
    return Button(tr.t("declaration", "Change the doctor"), SectionTap(section=Section.DOCTOR))


def _workplace_rows(
    tr: Translator, workplace: Workplace, declaration: Declaration
) -> tuple[Row, ...]:
    """Return the doctor's card, if there is one, where they are now, telephones to copy."""
    doctor = workplace.doctor
    label = tr.t("declaration", "Doctor's card")
    moved = Button(tr.t("declare", "Doctor has moved?"), MovedTap(id=packed(declaration.id)))
    card = ((Button(label, DoctorTap(key=doctor.key)), moved),) if doctor else ((moved,),)
    phones = tuple(
        (Button(tr.t("lines", "Copy {number}", number=phone), copies=phone),)
        for phone in workplace.phones[:_MOST_PHONES]
    )
    return (*card, *phones)


def _print_button(tr: Translator, declaration: Declaration) -> Button:
    return Button(tr.t("declaration", "Printed form"), PrintTap(id=packed(declaration.id)))


def _history_row(tr: Translator) -> Row:
    declarations = Button(
        tr.t("declaration", "All declarations"), HistoryTap(records=Records.DECLARATIONS)
    )
    requests = Button(tr.t("declaration", "Requests"), HistoryTap(records=Records.REQUESTS))
    return declarations, requests
