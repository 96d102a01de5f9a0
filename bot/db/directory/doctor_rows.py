"""Which doctors patients may see, joined from what ЕСОЗ exports (esoz.md §3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, select, union

from bot.db.directory.conditions import GENERATION, in_range, is_not_over
from bot.db.directory.sources import (
    source_declarations_limit,
    source_employee_roles,
    source_employees,
    source_healthcare_services,
    source_parties,
)
from bot.db.directory.tables import directory_divisions
from bot.domain.directory.doctors import DECLARED_SPECIALITIES

if TYPE_CHECKING:
    from sqlalchemy import Subquery


def shown_doctors() -> Subquery:
    """Who works today, at the divisions that this generation shows."""
    placed, employee, person = _placed_employees(), source_employees.c, source_parties.c
    division, counts = directory_divisions.c, source_declarations_limit.c
    takes_declarations = and_(employee.is_doctor, employee.speciality.in_(DECLARED_SPECIALITIES))
    joined = (
        placed.join(source_employees, employee.id == placed.c.employee_id)
        .join(source_parties, person.id == employee.party_id)
        .join(
            directory_divisions,
            and_(division.generation == GENERATION, division.division_id == placed.c.division_id),
        )
        .outerjoin(
            source_declarations_limit,
            and_(counts.party_id == employee.party_id, takes_declarations),
        )
    )
    return (
        select(
            placed.c.division_id,
            division.key.label("division_key"),
            employee.id.label("employee_id"),
            employee.party_id,
            person.last_name,
            person.first_name,
            person.second_name,
            person.gender,
            employee.speciality,
            employee.position,
            takes_declarations.label("takes_declarations"),
            counts.declarations_limit,
            counts.declarations_count,
        )
        .select_from(joined)
        .where(
            employee.is_working, employee.speciality.is_not(None), is_not_over(employee.ends_on)
        )
        .subquery("shown")
    )


def _placed_employees() -> Subquery:
    """Pairs of employee and division: by the employee's own place, and by each role."""
    employees, roles, services = (
        source_employees.c,
        source_employee_roles.c,
        source_healthcare_services.c,
    )
    return union(
        select(employees.id.label("employee_id"), employees.division_id).where(
            employees.division_id.is_not(None), in_range(employees.id)
        ),
        select(roles.employee_id, services.division_id)
        .join_from(
            source_employee_roles,
            source_healthcare_services,
            services.id == roles.healthcare_service_id,
        )
        .where(
            roles.is_active,
            services.is_active,
            is_not_over(roles.ends_on),
            in_range(roles.employee_id),
        ),
    ).subquery("placed")
