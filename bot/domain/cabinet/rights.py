"""What a consent lets an e-cabinet do, in steps that a patient can tell apart (esoz.md §1.5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Right(StrEnum):
    """In the order in which they are told: what is seen first, what is changed after it."""

    SEE_PERSON = "see_person"
    SEE_VERIFICATION = "see_verification"
    SEE_PHONE = "see_phone"
    SEE_CHANGES = "see_changes"
    SEE_DECLARATIONS = "see_declarations"
    SEE_REQUESTS = "see_requests"
    SEE_ACCESSES = "see_accesses"
    CHANGE_PERSON = "change_person"
    CHANGE_PHONE = "change_phone"
    REQUEST_DECLARATION = "request_declaration"
    CANCEL_REQUEST = "cancel_request"
    END_DECLARATION = "end_declaration"
    REVOKE_ACCESSES = "revoke_accesses"

    @property
    def is_change(self) -> bool:
        """Whether something is done with it, not only looked at."""
        return self in _CHANGES


_CHANGES = frozenset(
    {
        Right.CHANGE_PERSON,
        Right.CHANGE_PHONE,
        Right.REQUEST_DECLARATION,
        Right.CANCEL_REQUEST,
        Right.END_DECLARATION,
        Right.REVOKE_ACCESSES,
    }
)

# Without `_pis`: an older contract has the same names without it (esoz.md §1.4).
_RIGHTS = {
    "person:details": Right.SEE_PERSON,
    "person:read": Right.SEE_PERSON,
    "profile:read": Right.SEE_PERSON,
    "person_verification:details": Right.SEE_VERIFICATION,
    "authentication_method:read": Right.SEE_PHONE,
    "authentication_factor:read": Right.SEE_PHONE,
    "authentication_method_request:write": Right.CHANGE_PHONE,
    "person_request:read": Right.SEE_CHANGES,
    "person_request:details": Right.SEE_CHANGES,
    "person_request:write": Right.CHANGE_PERSON,
    "person_request:reject": Right.CHANGE_PERSON,
    "person_documents:write": Right.CHANGE_PERSON,
    "declaration:read": Right.SEE_DECLARATIONS,
    "declaration:details": Right.SEE_DECLARATIONS,
    "declaration:terminate": Right.END_DECLARATION,
    "declaration_request:read": Right.SEE_REQUESTS,
    "declaration_request:details": Right.SEE_REQUESTS,
    "declaration_request:write": Right.REQUEST_DECLARATION,
    "declaration_request:sign": Right.REQUEST_DECLARATION,
    "declaration_request:reject": Right.CANCEL_REQUEST,
    "declaration_request:terminate": Right.CANCEL_REQUEST,
    "app:read": Right.SEE_ACCESSES,
    "app:delete": Right.REVOKE_ACCESSES,
}


@dataclass(frozen=True, slots=True)
class Rights:
    """`unknown` are scopes of which we cannot say what they allow, as ЕСОЗ writes them."""

    known: tuple[Right, ...]
    unknown: tuple[str, ...] = ()


def rights_of(scope: Iterable[str]) -> Rights:
    """Return what the scopes allow, each right once, in the order of `Right`."""
    codes = sorted(set(scope))
    found = {_RIGHTS.get(code.lower().removesuffix("_pis")) for code in codes}
    unknown = (code for code in codes if code.lower().removesuffix("_pis") not in _RIGHTS)
    return Rights(tuple(right for right in Right if right in found), tuple(unknown))
