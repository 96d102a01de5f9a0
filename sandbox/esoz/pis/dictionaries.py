"""`/api/v2/dictionaries`: the few words of ЕСОЗ that an e-cabinet shows (esoz.md §3.4, §5.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.esoz import answers
from sandbox.esoz.invented import invented_id

if TYPE_CHECKING:
    from sandbox.esoz.pis.gate import Call, Gate

_INSERTED_AT = "2021-11-09T00:00:00.000Z"
_DICTIONARIES = {
    "DOCUMENT_TYPE": (
        "Тип документа",
        {
            "PASSPORT": "Паспорт громадянина України",
            "NATIONAL_ID": "Біометричний паспорт громадянина України",
            "TEMPORARY_PASSPORT": "Тимчасове посвідчення громадянина України",
            "BIRTH_CERTIFICATE": "Свідоцтво про народження",
            "TEMPORARY_CERTIFICATE": "Посвідка на проживання",
            "PERMANENT_RESIDENCE_PERMIT": "Посвідка на постійне проживання в Україні",
            "REFUGEE_CERTIFICATE": "Посвідчення біженця",
            "COMPLEMENTARY_PROTECTION_CERTIFICATE": (
                "Посвідчення особи, яка потребує додаткового захисту"
            ),
        },
    ),
    "SETTLEMENT_TYPE": (
        "Тип населеного пункту",
        {
            "CITY": "місто",
            "TOWNSHIP": "селище міського типу",
            "SETTLEMENT": "селище",
            "VILLAGE": "село",
        },
    ),
    "ADDRESS_TYPE": (
        "Тип адреси",
        {"RESIDENCE": "проживання", "REGISTRATION": "реєстрації"},
    ),
    "SPECIALITY_TYPE": (
        "Спеціальність",
        {
            "FAMILY_DOCTOR": "Сімейний лікар",
            "PEDIATRICIAN": "Педіатр",
            "THERAPIST": "Терапевт",
        },
    ),
}


class DictionariesApi:
    def routes(self, gate: Gate) -> list[web.AbstractRouteDef]:
        return [web.get("/esoz/api/v2/dictionaries", gate.guard(self.listed))]

    async def listed(self, call: Call) -> web.Response:
        wanted = call.request.query.get("name")
        records = [
            _record(name, description, values)
            for name, (description, values) in _DICTIONARIES.items()
            if wanted in {None, name}
        ]
        return answers.single(call.request, records)


def _record(name: str, description: str, values: dict[str, str]) -> dict[str, Any]:
    return {
        "name": name,
        "description": description,
        "labels": ["SYSTEM", "EXTERNAL"],
        "is_active": True,
        "values": [
            {
                "id": invented_id("dictionary", name, code),
                "code": code,
                "description": words,
                "is_active": True,
                "child_values": [],
                "inserted_at": _INSERTED_AT,
                "updated_at": _INSERTED_AT,
            }
            for code, words in values.items()
        ],
    }
