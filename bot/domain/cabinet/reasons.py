"""Why a declaration ended, or a request for one came to nothing, by ЕСОЗ's codes.

Declarations: the Confluence page "Declaration" (EH/1681555613, recommended translations of
`reason`), as an open client of the real ЕСОЗ quotes it, checked on 2026-11-22, and
`reference/esoz.md` §4.5. Requests: §4.4.
"""

from __future__ import annotations

from enum import StrEnum


class _Code(StrEnum):
    """A code in any case; one that we do not know is OTHER."""

    @classmethod
    def _missing_(cls, value: object) -> _Code:
        code = str(value).strip().lower()
        return next((known for known in cls if known.value == code), cls("other"))


class DeclarationReason(_Code):
    """MANUAL_PERSON is told as both: the sources give it to the patient's wish and to a merge."""

    MANUAL_PERSON = "manual_person"
    MANUAL_EMPLOYEE = "manual_employee"
    DOCTOR_DISMISSED = "manual_employee_deactivate"
    DOCTOR_OR_FACILITY_LEFT = "auto_employee_deactivate"
    FACILITY_REORGANISED = "auto_reorganization"
    FACILITY_CLOSED = "auto_deactivation_legal_entity"
    RECORDS_MERGED = "auto_merge"
    DEATH_REGISTERED = "auto_death_registration"
    FRAUD = "auto_fraud"
    MAJORITY = "auto_majority"
    TERM_OVER = "auto_closing"
    NO_TAX_ID = "no_tax_id"
    BY_DOCUMENTS = "offline"
    OTHER = "other"


class RequestReason(_Code):
    OVERTAKEN = "request_cancelled"
    OVERDUE = "request_overdue"
    MANUAL_PERSON = "manual_person"
    MANUAL_EMPLOYEE = "manual_employee"
    OTHER = "other"
