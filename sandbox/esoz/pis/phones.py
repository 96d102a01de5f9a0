"""What ЕСОЗ says of a phone number that is to get codes (esoz.md §9.2, §10 rows 46 and 47)."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING

from sandbox.esoz.answers import EsozError
from sandbox.esoz.bodies import wrong_body

if TYPE_CHECKING:
    from sandbox.esoz.pis.patients import Patients

UNVERIFIED = "+380990000046"  # plays §10 row 46
SHARED = "+380990000047"  # plays row 47: five others have it
_LIMIT = 5  # phone_number_auth_limit of 2019
_PATTERN = r"^\+38[0-9]{10}$"


def checked(number: object, entry: str) -> str:
    """The number; raises EsozError when it is none."""
    if not isinstance(number, str):
        raise wrong_body(entry, "required", "required property phone_number was not present")
    if not re.fullmatch(_PATTERN, number):
        message = f'string does not match pattern "{_PATTERN}"'
        raise wrong_body(entry, "format", message)
    return number


def check_may_be_added(number: str, patients: Patients) -> None:
    """Raises EsozError."""
    if number == UNVERIFIED:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        raise EsozError(status, "unverified", "Unverified phone number")
    if number == SHARED or patients.phone_count(number) >= _LIMIT:
        message = f"This phone number is present more than {_LIMIT} times in the system"
        raise wrong_body("$.authentication_method.phone_number", "invalid", message)
