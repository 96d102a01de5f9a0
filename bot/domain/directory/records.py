"""What the directory keeps of each record that ЕСОЗ exports, before anything is joined."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from datetime import date


class Export(StrEnum):
    """The bulk exports, by their name in the path."""

    LEGAL_ENTITIES = "legal_entities"
    DIVISIONS = "divisions"
    CONTRACT_DIVISIONS = "contract_divisions"
    HEALTHCARE_SERVICES = "healthcare_services"
    PARTIES = "parties"
    EMPLOYEES = "employees"
    EMPLOYEE_ROLES = "employee_roles"
    DECLARATIONS_LIMIT = "declarations_limit"


# What follows is made by the hundred thousand: NamedTuple is made quickest.


class LegalEntityRecord(NamedTuple):
    """`phones` are joined by spaces; `name` is the one that people know."""

    id: str
    name: str
    type: str | None
    is_open: bool
    website: str | None
    phones: str


class DivisionRecord(NamedTuple):
    """`hours` in the form of WeeklyHours.to_text; coordinates are mended, or absent."""

    id: str
    legal_entity_id: str
    name: str
    type: str | None
    is_open: bool
    area: str | None
    region: str | None
    settlement: str | None
    settlement_type: str | None
    street_type: str | None
    street: str | None
    building: str | None
    zip: str | None
    latitude: float | None
    longitude: float | None
    phones: str
    hours: str


class ContractDivisionRecord(NamedTuple):
    """`is_active` means the contract and the division's place in it."""

    contract_id: str
    division_id: str
    is_active: bool
    starts_on: date | None
    ends_on: date | None


class HealthcareServiceRecord(NamedTuple):
    id: str
    division_id: str
    speciality: str | None
    is_active: bool


class PartyRecord(NamedTuple):
    id: str
    last_name: str
    first_name: str
    second_name: str | None
    gender: str | None


class EmployeeRecord(NamedTuple):
    """Only of those who treat: employee types DOCTOR and SPECIALIST."""

    id: str
    party_id: str
    legal_entity_id: str
    division_id: str | None
    is_doctor: bool
    is_working: bool
    position: str | None
    speciality: str | None
    ends_on: date | None


class EmployeeRoleRecord(NamedTuple):
    id: str
    employee_id: str
    healthcare_service_id: str
    is_active: bool
    ends_on: date | None


class DeclarationsLimitRecord(NamedTuple):
    party_id: str
    declarations_limit: int
    declarations_count: int


Record: TypeAlias = (
    LegalEntityRecord
    | DivisionRecord
    | ContractDivisionRecord
    | HealthcareServiceRecord
    | PartyRecord
    | EmployeeRecord
    | EmployeeRoleRecord
    | DeclarationsLimitRecord
)
