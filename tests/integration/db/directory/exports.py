"""ЕСОЗ's bulk exports as a real local HTTP server, small and changed by hand."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.domain.directory.records import Export

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Failure = Callable[[web.Request], Awaitable[web.StreamResponse]]

KYIV = {"latitude": 50.45, "longitude": 30.52}
LVIV = {"latitude": 49.84, "longitude": 24.03}


def uuid_of(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, name))


@dataclass
class Exports:
    """What the files hold: by export, and there by the record's name in the test."""

    date: str | None = "2026-11-22"
    records: dict[Export, dict[str, dict[str, Any]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    changed: set[str] | None = None
    """Names of the records that a file with `depth` holds."""
    failures: dict[Export, Failure] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str], dict[str, str]]] = field(default_factory=list)

    def put(self, export: Export, name: str, /, **fields: object) -> None:
        self.records[export][name] = {"id": uuid_of(name), "is_active": True} | fields

    def change(self, export: Export, name: str, /, **fields: object) -> None:
        self.records[export][name].update(fields)

    def facility(self, name: str, /, **fields: object) -> None:
        usual = {"name": name, "status": "ACTIVE", "type": "PRIMARY_CARE", "phones": []}
        self.put(Export.LEGAL_ENTITIES, name, **usual | fields)

    def division(self, name: str, facility: str, **fields: object) -> None:
        """A division with a running contract."""
        address = {
            "type": "RESIDENCE",
            "area": "Київська",
            "settlement": "Київ",
            "settlement_type": "CITY",
            "street_type": "STREET",
            "street": "Ніжинська",
            "building": "15",
        }
        usual = {
            "name": name,
            "legal_entity_id": uuid_of(facility),
            "status": "ACTIVE",
            "type": "CLINIC",
            "addresses": [address],
            "phones": [{"type": "MOBILE", "number": "+380503410870"}],
            "location": KYIV,
            "working_hours": {"mon": [["08.00", "12.00"], ["13.00", "18.00"]]},
        }
        self.put(Export.DIVISIONS, name, **usual | fields)
        self.contract(f"contract of {name}", name)

    def contract(self, name: str, division: str, **fields: object) -> None:
        usual = {
            "contract_id": uuid_of(name),
            "division_id": uuid_of(division),
            "contract_status": "active",
            "contract_division_status": "active",
            "contract_start_date": "2026-01-01",
            "contract_end_date": "2026-12-31",
        }
        self.put(Export.CONTRACT_DIVISIONS, name, **usual | fields)

    def person(self, name: str, *, limit: int | None = None, count: int = 0) -> None:
        last_name, first_name, second_name = name.split()
        self.put(
            Export.PARTIES,
            name,
            last_name=last_name,
            first_name=first_name,
            second_name=second_name,
            gender="FEMALE",
        )
        if limit is not None:
            self.limit(name, limit, count)

    def limit(self, person: str, limit: int, count: int) -> None:
        self.put(
            Export.DECLARATIONS_LIMIT,
            person,
            party_id=uuid_of(person),
            declarations_limit=limit,
            declarations_count=count,
        )

    def employee(self, name: str, person: str, division: str | None, **fields: object) -> None:
        usual = {
            "party_id": uuid_of(person),
            "legal_entity_id": uuid_of("Клініка Вигадана"),
            "division_id": uuid_of(division) if division else None,
            "employee_type": "DOCTOR",
            "status": "APPROVED",
            "position": "P7",
            "speciality": {"speciality": "FAMILY_DOCTOR"},
        }
        self.put(Export.EMPLOYEES, name, **usual | fields)

    def service(self, name: str, division: str, speciality: str, **fields: object) -> None:
        usual = {
            "division_id": uuid_of(division),
            "speciality_type": speciality,
            "status": "ACTIVE",
        }
        self.put(Export.HEALTHCARE_SERVICES, name, **usual | fields)

    def role(self, name: str, employee: str, service: str, **fields: object) -> None:
        usual = {
            "employee_id": uuid_of(employee),
            "healthcare_service_id": uuid_of(service),
            "status": "ACTIVE",
        }
        self.put(Export.EMPLOYEE_ROLES, name, **usual | fields)

    async def start(self) -> TestServer:
        application = web.Application()
        application.router.add_get("/esoz/api/pis/bulk/{export}", self._answer)
        server = TestServer(application)
        await server.start_server()
        return server

    def body(self, export: Export, *, depth: bool = False) -> bytes:
        records = self.records[export].items()
        wanted = [one for name, one in records if not depth or name in (self.changed or ())]
        meta = {"code": 200, "type": "list"} | ({"date": self.date} if self.date else {})
        return json.dumps({"meta": meta, "data": wanted}, ensure_ascii=False).encode()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        export = Export(request.match_info["export"])
        self.asked.append((export, dict(request.query), dict(request.headers)))
        if export in self.failures:
            return await self.failures[export](request)
        body = self.body(export, depth="depth" in request.query)
        return web.Response(body=body, content_type="application/octet-stream")


def a_small_country() -> Exports:
    """One facility with two divisions, two doctors at the first."""
    exports = Exports()
    exports.facility("Клініка Вигадана")
    exports.division("Амбулаторія 1", "Клініка Вигадана")
    exports.division("Амбулаторія 2", "Клініка Вигадана", location=LVIV)
    exports.person("Шевченко Олена Іванівна", limit=1800, count=1750)
    exports.employee("Шевченко", "Шевченко Олена Іванівна", "Амбулаторія 1")
    exports.person("Бондар Марія Петрівна", limit=900, count=901)
    exports.employee(
        "Бондар",
        "Бондар Марія Петрівна",
        "Амбулаторія 1",
        speciality={"speciality": "PEDIATRICIAN"},
    )
    return exports
