"""The bulk exports of a directory, row by row (reference/esoz.md §3.1)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sandbox.directory.facility_rows import contract_division_row, division_row, legal_entity_row
from sandbox.directory.owner_rows import owner_employee_row, owner_party_row
from sandbox.directory.practitioner_rows import employee_rows, limit_row, party_row, role_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from sandbox.directory.directory import Directory
    from sandbox.directory.rows import Row

# Exports may give a record twice (esoz.md §10.1); here every so many rows.
_REPEATED_EVERY = 487


class Export(StrEnum):
    """The bulk files of ЕСОЗ, by the last part of their path."""

    PARTIES = "parties"
    EMPLOYEES = "employees"
    DIVISIONS = "divisions"
    LEGAL_ENTITIES = "legal_entities"
    EMPLOYEE_ROLES = "employee_roles"
    HEALTHCARE_SERVICES = "healthcare_services"
    CONTRACT_DIVISIONS = "contract_divisions"
    DECLARATIONS_LIMIT = "declarations_limit"


def export_rows(directory: Directory, export: Export, since: date | None = None) -> Iterator[Row]:
    """The rows of an export, some twice; with `since` those changed on that day or later.

    The export of limits knows no `since`: it is always whole.
    """
    rows = _ROWS[export](directory)
    if since is not None and export is not Export.DECLARATIONS_LIMIT:
        first = since.isoformat()
        rows = (row for row in rows if _changed_at(row) >= first)
    for number, row in enumerate(rows, start=1):
        yield row
        if number % _REPEATED_EVERY == 0:
            yield row


def _parties(directory: Directory) -> Iterator[Row]:
    for one in directory.practitioners():
        yield party_row(one, directory.seed, directory.today)
    for facility in directory.legal_entities():
        yield owner_party_row(facility, directory.seed, directory.today)


def _employees(directory: Directory) -> Iterator[Row]:
    for one in directory.practitioners():
        yield from employee_rows(one, directory.seed, directory.today, directory.legal_entity_of)
    for facility in directory.legal_entities():
        yield owner_employee_row(facility, directory.seed, directory.today)


def _divisions(directory: Directory) -> Iterator[Row]:
    for one in directory.divisions():
        yield division_row(one, directory.seed, directory.today)


def _legal_entities(directory: Directory) -> Iterator[Row]:
    for one in directory.legal_entities():
        yield legal_entity_row(one, directory.seed, directory.today)


def _employee_roles(directory: Directory) -> Iterator[Row]:
    for one in directory.practitioners():
        yield from role_rows(one, directory.seed, directory.today)


def _contract_divisions(directory: Directory) -> Iterator[Row]:
    for one in directory.divisions():
        row = contract_division_row(one, directory.today)
        if row is not None:
            yield row


def _declarations_limit(directory: Directory) -> Iterator[Row]:
    for one in directory.holders_of_declarations():
        row = limit_row(one)
        if row is not None:
            yield row


_ROWS: dict[Export, Callable[[Directory], Iterator[Row]]] = {
    Export.PARTIES: _parties,
    Export.EMPLOYEES: _employees,
    Export.DIVISIONS: _divisions,
    Export.LEGAL_ENTITIES: _legal_entities,
    Export.EMPLOYEE_ROLES: _employee_roles,
    Export.HEALTHCARE_SERVICES: lambda directory: directory.services(),
    Export.CONTRACT_DIVISIONS: _contract_divisions,
    Export.DECLARATIONS_LIMIT: _declarations_limit,
}


def _changed_at(row: Row) -> str:
    """ISO 8601; rows of contracts name the field differently."""
    return str(row.get("updated_at") or row["changed_at"])
