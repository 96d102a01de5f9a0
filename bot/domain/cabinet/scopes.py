"""What the bot asks a patient to allow it (`reference/esoz.md` §1.5; the PIS document's names)."""

from __future__ import annotations

PERSON = "person:details_pis"
VERIFICATION = "person_verification:details_pis"
METHODS_READ = "authentication_method:read_pis"
METHODS_CHANGE = "authentication_method_request:write_pis"
PERSON_REQUEST_READ = "person_request:read_pis"
PERSON_REQUEST_DETAILS = "person_request:details_pis"
PERSON_REQUEST_WRITE = "person_request:write_pis"
PERSON_REQUEST_REJECT = "person_request:reject_pis"
DOCUMENTS_WRITE = "person_documents:write_pis"
DECLARATION_READ = "declaration:read_pis"
DECLARATION_DETAILS = "declaration:details_pis"
DECLARATION_TERMINATE = "declaration:terminate_pis"
DECLARATION_REQUEST_READ = "declaration_request:read_pis"
DECLARATION_REQUEST_DETAILS = "declaration_request:details_pis"
DECLARATION_REQUEST_WRITE = "declaration_request:write_pis"
DECLARATION_REQUEST_SIGN = "declaration_request:sign_pis"
DECLARATION_REQUEST_REJECT = "declaration_request:reject_pis"
ACCESS_READ = "app:read_pis"
ACCESS_REVOKE = "app:delete_pis"

ASKED = (
    PERSON,
    VERIFICATION,
    METHODS_READ,
    METHODS_CHANGE,
    PERSON_REQUEST_READ,
    PERSON_REQUEST_DETAILS,
    PERSON_REQUEST_WRITE,
    PERSON_REQUEST_REJECT,
    DOCUMENTS_WRITE,
    DECLARATION_READ,
    DECLARATION_DETAILS,
    DECLARATION_TERMINATE,
    DECLARATION_REQUEST_READ,
    DECLARATION_REQUEST_DETAILS,
    DECLARATION_REQUEST_WRITE,
    DECLARATION_REQUEST_SIGN,
    DECLARATION_REQUEST_REJECT,
    ACCESS_READ,
    ACCESS_REVOKE,
)
"""All of it, in one consent; ЕСОЗ offers a minor or an incapable person only the reading ones."""
