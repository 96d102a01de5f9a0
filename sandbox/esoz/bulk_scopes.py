"""Which scope each bulk export asks of an api-key (reference/esoz.md §1.5)."""

from __future__ import annotations

from sandbox.directory import Export

# Employees, roles and limits are in a source; the others are named after them.
BULK_SCOPES = {
    Export.PARTIES: "party_bulk:read_pis",
    Export.EMPLOYEES: "employee_bulk:read_pis",
    Export.DIVISIONS: "division_bulk:read_pis",
    Export.LEGAL_ENTITIES: "legal_entity_bulk:read_pis",
    Export.EMPLOYEE_ROLES: "employee_role_bulk:read_pis",
    Export.HEALTHCARE_SERVICES: "healthcare_service_bulk:read_pis",
    Export.CONTRACT_DIVISIONS: "contract_division_bulk:read_pis",
    Export.DECLARATIONS_LIMIT: "declaration_bulk:read_pis",
}
