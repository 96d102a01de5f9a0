"""Which divisions patients may see, joined from what ЕСОЗ exports (esoz.md §3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, case, func, null, or_, select, union

from bot.db.directory.conditions import TODAY, in_range, is_not_over
from bot.db.directory.sources import (
    source_contract_divisions,
    source_divisions,
    source_employees,
    source_healthcare_services,
    source_legal_entities,
)

if TYPE_CHECKING:
    from sqlalchemy import Subquery

_AS_EXPORTED = (
    "name",
    "type",
    "area",
    "region",
    "settlement",
    "settlement_type",
    "street_type",
    "street",
    "building",
    "zip",
    "latitude",
    "longitude",
    "phones",
    "hours",
)


def shown_divisions() -> Subquery:
    """Open divisions of open facilities with a contract."""
    division, facility = source_divisions.c, source_legal_entities.c
    contracts, specialities = _contracts(), _specialities()
    joined = (
        source_divisions.join(
            source_legal_entities,
            and_(facility.id == division.legal_entity_id, facility.is_open),
        )
        .join(contracts, contracts.c.division_id == division.id)
        .outerjoin(specialities, specialities.c.division_id == division.id)
    )
    return (
        select(
            division.id.label("division_id"),
            facility.id.label("facility_id"),
            facility.name.label("facility_name"),
            facility.type.label("facility_type"),
            facility.website.label("facility_website"),
            facility.phones.label("facility_phones"),
            func.coalesce(specialities.c.specialities, "").label("specialities"),
            contracts.c.ends_on.label("contract_ends_on"),
            *(division[name] for name in _AS_EXPORTED),
        )
        .select_from(joined)
        .where(division.is_open, in_range(division.id))
        .subquery("shown")
    )


def _contracts() -> Subquery:
    """Divisions with a contract that runs today, and its last day where every one names it."""
    contracts = source_contract_divisions.c
    is_endless = func.count() > func.count(contracts.ends_on)
    return (
        select(
            contracts.division_id,
            case((is_endless, null()), else_=func.max(contracts.ends_on)).label("ends_on"),
        )
        .where(
            contracts.is_active,
            or_(contracts.starts_on.is_(None), contracts.starts_on <= TODAY),
            is_not_over(contracts.ends_on),
            in_range(contracts.division_id),
        )
        .group_by(contracts.division_id)
        .subquery("contracts")
    )


def _specialities() -> Subquery:
    """What is done at each division, by its services and by who works there."""
    services, employees = source_healthcare_services.c, source_employees.c
    each = union(
        select(services.division_id, services.speciality).where(
            services.is_active,
            services.speciality.is_not(None),
            in_range(services.division_id),
        ),
        select(employees.division_id, employees.speciality).where(
            employees.is_working,
            employees.speciality.is_not(None),
            is_not_over(employees.ends_on),
            in_range(employees.division_id),
        ),
    ).subquery("each_speciality")
    return (
        select(
            each.c.division_id,
            func.aggregate_strings(each.c.speciality, ",").label("specialities"),
        )
        .group_by(each.c.division_id)
        .subquery("specialities")
    )
