"""Tables that hold what ЕСОЗ exports, record by record; only the building of rows reads them.

`seen_in` is the run of the sync that brought the record last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Column, Date, Double, Integer, Table, Text

from bot.db.metadata import metadata
from bot.domain.directory.records import Export

if TYPE_CHECKING:
    from collections.abc import Mapping


def _source(name: str, *columns: Column[object], comment: str) -> Table:
    seen_in = Column("seen_in", Integer, nullable=False)
    return Table(name, metadata, *columns, seen_in, comment=comment, sqlite_with_rowid=False)


def _id(name: str = "id") -> Column[object]:
    return Column(name, Text, primary_key=True)


def _text(name: str) -> Column[object]:
    return Column(name, Text)


def _needed(name: str, *, index: bool = False) -> Column[object]:
    return Column(name, Text, nullable=False, index=index)


def _flag(name: str) -> Column[object]:
    return Column(name, Boolean, nullable=False)


source_legal_entities = _source(
    "source_legal_entities",
    _id(),
    _needed("name"),
    _text("type"),
    _flag("is_open"),
    _text("website"),
    _needed("phones"),
    comment="Facilities",
)
source_divisions = _source(
    "source_divisions",
    _id(),
    _needed("legal_entity_id"),
    _needed("name"),
    _text("type"),
    _flag("is_open"),
    _text("area"),
    _text("region"),
    _text("settlement"),
    _text("settlement_type"),
    _text("street_type"),
    _text("street"),
    _text("building"),
    _text("zip"),
    Column("latitude", Double),
    Column("longitude", Double),
    _needed("phones"),
    _needed("hours"),
    comment="Places of facilities",
)
source_contract_divisions = _source(
    "source_contract_divisions",
    _id("division_id"),
    _id("contract_id"),
    _flag("is_active"),
    Column("starts_on", Date),
    Column("ends_on", Date),
    comment="Which places have a contract with the National Health Service",
)
source_healthcare_services = _source(
    "source_healthcare_services",
    _id(),
    _needed("division_id", index=True),
    _text("speciality"),
    _flag("is_active"),
    comment="What is done at a place",
)
source_parties = _source(
    "source_parties",
    _id(),
    _needed("last_name"),
    _needed("first_name"),
    _text("second_name"),
    _text("gender"),
    comment="Doctors as people",
)
source_employees = _source(
    "source_employees",
    _id(),
    _needed("party_id"),
    _needed("legal_entity_id"),
    Column("division_id", Text, index=True),
    _flag("is_doctor"),
    _flag("is_working"),
    _text("position"),
    _text("speciality"),
    Column("ends_on", Date),
    comment="Doctors as employees of a facility",
)
source_employee_roles = _source(
    "source_employee_roles",
    _id(),
    _needed("employee_id", index=True),
    _needed("healthcare_service_id"),
    _flag("is_active"),
    Column("ends_on", Date),
    comment="Which employee does which service",
)
source_declarations_limit = _source(
    "source_declarations_limit",
    _id("party_id"),
    Column("declarations_limit", Integer, nullable=False),
    Column("declarations_count", Integer, nullable=False),
    comment="How many declarations a doctor has and may have",
)

SOURCES: Mapping[Export, Table] = {
    Export.LEGAL_ENTITIES: source_legal_entities,
    Export.DIVISIONS: source_divisions,
    Export.CONTRACT_DIVISIONS: source_contract_divisions,
    Export.HEALTHCARE_SERVICES: source_healthcare_services,
    Export.PARTIES: source_parties,
    Export.EMPLOYEES: source_employees,
    Export.EMPLOYEE_ROLES: source_employee_roles,
    Export.DECLARATIONS_LIMIT: source_declarations_limit,
}
