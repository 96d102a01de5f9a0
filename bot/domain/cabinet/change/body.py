"""A person as ЕСОЗ takes them in a request to change (`Update_Person_Request_PIS`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet.capacity import SELF_SIGN_IN_AGE, age_on

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.domain.cabinet.person import Address, Document, EmergencyContact, Person, Phone

Json = dict[str, object]


def update_body(person: Person, today: date) -> Mapping[str, object]:
    """Return all that is known of a person, in the fields of esoz.md §5.2; nothing empty.

    The whole person goes: what were left out would be taken away. The mark that there is no tax
    id may not be there under 14.
    """
    age = age_on(today, person.birth_date) if person.birth_date else None
    is_child = age is not None and age < SELF_SIGN_IN_AGE
    near = person.emergency_contact
    return _filled(
        {
            "first_name": person.first_name,
            "last_name": person.last_name,
            "second_name": person.second_name,
            "birth_date": _iso(person.birth_date),
            "birth_country": person.birth_country,
            "birth_settlement": person.birth_settlement,
            "gender": person.gender,
            "email": person.email,
            "tax_id": person.tax_id,
            "no_tax_id": person.has_no_tax_id and not is_child,
            "unzr": person.unzr,
            "secret": person.secret,
            "documents": [_document(held) for held in person.documents],
            "addresses": [_address(held) for held in person.addresses],
            "phones": _phones(person.phones),
            "preferred_way_communication": person.preferred_way_communication,
            "emergency_contact": _near(near) if near else None,
        }
    )


def _document(held: Document) -> Json:
    return _filled(
        {
            "type": held.type,
            "number": held.number,
            "issued_by": held.issued_by,
            "issued_at": _iso(held.issued_at),
            "expiration_date": _iso(held.expires_on),
        }
    )


def _address(held: Address) -> Json:
    names = (
        *("type", "country", "area", "region", "settlement", "settlement_type"),
        *("settlement_id", "street_type", "street", "building", "apartment", "zip"),
    )
    return _filled({name: getattr(held, name) for name in names})


def _near(near: EmergencyContact) -> Json:
    return _filled(
        {
            "first_name": near.first_name,
            "last_name": near.last_name,
            "second_name": near.second_name,
            "phones": _phones(near.phones),
        }
    )


def _phones(phones: tuple[Phone, ...]) -> list[Json]:
    return [{"type": held.type, "number": held.number} for held in phones]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _filled(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if value}
