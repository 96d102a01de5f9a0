"""How a person's data look: masked, in full, and what the registers say of them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bot.dialogs.cabinet_callbacks import (
    ChangeTap,
    DocumentsTap,
    HideDataTap,
    MyDataTap,
    OpenDataTap,
    PhoneAction,
    PhoneTap,
    UnfinishedTap,
    VerificationTap,
)
from bot.dialogs.callbacks import SectionTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_button, menu_row
from bot.dialogs.widgets.on_behalf import on_behalf
from bot.dialogs.widgets.person_words import (
    address_html,
    document_name,
    gender_name,
)
from bot.dialogs.widgets.verification_words import (
    FINE,
    part_html,
    relationship_html,
    status_advice,
    status_word,
)
from bot.domain.cabinet import MethodType, Register, Standing
from bot.domain.cabinet.masking import masked_number, masked_phone
from bot.domain.capabilities import Section

if TYPE_CHECKING:
    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.cabinet import AuthenticationMethod, Document, Person
    from bot.i18n import Translator
    from bot.services.show_person import PersonView

CABINET = SectionTap(section=Section.MY_DATA)


def my_data(tr: Translator, view: PersonView) -> Screen:
    """Return the data masked, and what can be done with them."""
    text = joined(
        [
            on_behalf(tr, view.acting),
            tr.t("my data", "<b>Personal data in the health system</b>"),
            "\n".join(_masked_lines(tr, view)),
            standing_text(tr, view.standing),
        ]
    )
    return Screen(text, (*_rows(tr, view), menu_row(tr, CABINET)))


def data_on_the_way(tr: Translator) -> Screen:
    """Return what stands in the message before the data do."""
    return Screen(tr.t("my data", "One moment…"), ((menu_button(tr, fresh=True),),))


def data_opened(tr: Translator, view: PersonView) -> Screen:
    """Return everything, for ten minutes."""
    person = view.person
    text = joined(
        [
            on_behalf(tr, view.acting),
            tr.t("my data", "<b>Personal data in full</b>"),
            "\n".join(_full_lines(tr, person)),
            "\n".join(_document_html(tr, held) for held in person.documents),
            tr.t("my data", "<i>I remove this message in 10 minutes.</i>"),
        ]
    )
    hide = Button(tr.t("my data", "Remove from the chat now"), HideDataTap())
    return Screen(text, ((hide,), (menu_button(tr, fresh=True),)))


def data_hidden(tr: Translator, *, is_all_gone: bool) -> Screen:
    """Return what is said once the data are out of the chat."""
    text = (
        tr.t("my data", "<b>Done.</b> The messages with personal data are removed.")
        if is_all_gone
        else tr.t(
            "my data",
            "<b>Telegram did not let me remove all of it.</b>\n"
            "Hold your finger on the message and delete it yourself.",
        )
    )
    back = Button(tr.t("my data", "Personal data"), MyDataTap())
    return Screen(text, ((back,), menu_row(tr)))


def verification(tr: Translator, view: PersonView) -> Screen:
    """Return what the registers say, and what to do about each."""
    found = view.verification
    if found is None:
        text = tr.t(
            "verification",
            "<b>I am not allowed to see the check.</b>\n"
            "Sign in again and leave this permission on the page of the health system.",
        )
        return Screen(joined([on_behalf(tr, view.acting), text]), (menu_row(tr, MyDataTap()),))
    title = tr.t(
        "verification", "<b>Check of the data: {status}</b>", status=status_word(tr, found.status)
    )
    parts = sorted(found.parts, key=lambda part: part.status in FINE)
    text = joined(
        [
            on_behalf(tr, view.acting),
            f"{title}\n{status_advice(tr, found.status)}",
            "\n".join([*(part_html(tr, part) for part in parts), relationship_html(tr, found)]),
        ]
    )
    is_nhs_open = any(
        part.register is Register.NHS and part.status not in FINE for part in found.parts
    )
    copies = Button(tr.t("verification", "Send copies of documents"), DocumentsTap())
    change = Button(tr.t("my data", "Change data"), ChangeTap())
    can_act = view.may_change and found.status not in FINE
    rows = (
        *(((copies,),) if view.may_change and is_nhs_open else ()),
        *(((change,),) if can_act else ()),
    )
    return Screen(text, (*rows, menu_row(tr, MyDataTap())))


def standing_text(tr: Translator, standing: Standing) -> str:
    """Return why nothing can be changed; "" where it can."""
    if standing is Standing.READ_ONLY:
        return tr.t(
            "my data",
            "From 14 to 18 years the data can only be looked at. To change them, the health "
            "system needs a document of legal capacity. Or a parent or guardian signs in and "
            "acts for you.",
        )
    if standing is Standing.CONFIDANT_ONLY:
        return tr.t(
            "my data",
            "Under 14 only a parent or guardian acts. They sign in with their own signature.",
        )
    return ""


def _masked_lines(tr: Translator, view: PersonView) -> list[str]:
    person = view.person
    tax_id = masked_number(person.tax_id) if person.tax_id else tr.t("my data", "not given")
    lines = [
        escape(person.short_name),
        tr.t("my data", "Tax number: {number}", number=tax_id),
        *(
            tr.t(
                "my data",
                "{document}: {number}",
                document=document_name(tr, held.type),
                number=masked_number(held.number),
            )
            for held in person.documents
        ),
        *(method_html(tr, method) for method in view.methods or () if method.is_active),
    ]
    if view.verification:
        status = status_word(tr, view.verification.status)
        lines.append(tr.t("my data", "Check: <b>{status}</b>", status=status))
    return lines


def method_html(tr: Translator, method: AuthenticationMethod) -> str:
    """Return how the health system makes sure that it is the patient."""
    if method.type is MethodType.OTP:
        phone = masked_phone(method.phone)
        return tr.t("my data", "Codes and messages go to {phone}", phone=phone)
    if method.type is MethodType.THIRD_PERSON:
        return tr.t(
            "my data",
            "Codes and messages go to a trusted person: {name}",
            name=method.confidant or method.alias or "–",
        )
    if method.type is MethodType.OFFLINE:
        return tr.t("my data", "No phone for codes: the facility checks documents")
    return tr.t("my data", "How to confirm is not set")


def _full_lines(tr: Translator, person: Person) -> list[str]:
    name = " ".join(filter(None, (person.last_name, person.first_name, person.second_name)))
    born = tr.full_date(person.birth_date) if person.birth_date else ""
    place = ", ".join(filter(None, (person.birth_settlement, person.birth_country)))
    near = person.emergency_contact
    near_name = " ".join(filter(None, (near.last_name, near.first_name))) if near else ""
    near_phones = ", ".join(phone.number for phone in near.phones) if near else ""
    fields = (
        (tr.t("my data", "Name"), escape(name)),
        (tr.t("my data", "Born"), ", ".join(filter(None, (born, escape(place))))),
        (tr.t("my data", "Sex"), gender_name(tr, person.gender)),
        (tr.t("my data", "Tax number"), escape(person.tax_id)),
        (tr.t("my data", "Demographic record number"), escape(person.unzr)),
        (tr.t("my data", "Phones"), escape(", ".join(held.number for held in person.phones))),
        (tr.t("my data", "E-mail"), escape(person.email)),
        *((tr.t("my data", "Address"), address_html(tr, held)) for held in person.addresses),
        (tr.t("my data", "In an emergency"), escape(f"{near_name} {near_phones}".strip())),
    )
    return [f"{label}: <b>{value}</b>" for label, value in fields if value]


def _document_html(tr: Translator, held: Document) -> str:
    dates = [
        tr.t("my data", "issued on {date}", date=tr.full_date(held.issued_at))
        if held.issued_at
        else "",
        tr.t("my data", "valid until {date}", date=tr.full_date(held.expires_on))
        if held.expires_on
        else "",
    ]
    parts = [escape(held.issued_by), *dates]
    about = ", ".join(part for part in parts if part)
    title = f"{document_name(tr, held.type)}: <b>{escape(held.number)}</b>"
    return f"{title}\n{about}" if about else title


def _rows(tr: Translator, view: PersonView) -> tuple[Row, ...]:
    shown = Button(tr.t("my data", "Show in full"), OpenDataTap())
    check = Button(tr.t("my data", "Check of the data"), VerificationTap())
    phone = Button(tr.t("my data", "Phone for codes"), PhoneTap(action=PhoneAction.SHOW))
    change = Button(tr.t("my data", "Change data"), ChangeTap())
    unfinished = Button(tr.t("my data", "Finish the change"), UnfinishedTap())
    rows: tuple[Row, ...] = ((shown,), (check,), (phone,))
    if view.may_change:
        rows = (*rows, (change,))
    return ((unfinished,), *rows) if view.unfinished and view.may_change else rows
