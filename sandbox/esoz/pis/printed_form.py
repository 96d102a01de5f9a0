"""The printed forms that a patient reads and signs, as HTML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
)
_FIELDS = (
    ("last_name", "Прізвище"),
    ("first_name", "Ім’я"),
    ("second_name", "По батькові"),
    ("birth_date", "Дата народження"),
    ("tax_id", "РНОКПП"),
    ("unzr", "УНЗР"),
    ("email", "Електронна пошта"),
)


def declaration_form(
    *,
    number: str,
    person: Mapping[str, Any],
    confidant: str | None,
    workplace: Mapping[str, Any],
    start_date: str,
    end_date: str,
) -> str:
    """`workplace`: rows of `employee`, `party`, `legal_entity` and `division`."""
    return _TEMPLATES.get_template("declaration.html").render(
        number=number,
        fields=_filled(person),
        confidant=confidant,
        start_date=start_date,
        end_date=end_date,
        **workplace,
    )


def person_form(person: Mapping[str, Any]) -> str:
    """What a change of data will write into ЕСОЗ."""
    return _TEMPLATES.get_template("person.html").render(
        fields=_filled(person),
        documents=person.get("documents", ()),
        phones=person.get("phones", ()),
        addresses=person.get("addresses", ()),
    )


def _filled(person: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(label, str(person[name])) for name, label in _FIELDS if person.get(name)]
