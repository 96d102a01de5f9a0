"""Checks of what a patient types about themselves, as ЕСОЗ makes them (esoz.md §9).

Each takes the words as they were typed and returns the value in ЕСОЗ's form, or raises
`InvalidInput` with a `Fault`, for which the dialogs have a sentence.
"""

from bot.domain.cabinet.checks.addresses import apartment, building, postcode, street
from bot.domain.cabinet.checks.dates import birth_date, expiry_date, issue_date, typed_date
from bot.domain.cabinet.checks.document_types import DocumentType, types_for_age
from bot.domain.cabinet.checks.documents import document_issuer, document_number
from bot.domain.cabinet.checks.emails import email
from bot.domain.cabinet.checks.faults import Fault
from bot.domain.cabinet.checks.names import name
from bot.domain.cabinet.checks.one_time_codes import one_time_code
from bot.domain.cabinet.checks.phones import mobile_phone, phone
from bot.domain.cabinet.checks.secrets import secret_word
from bot.domain.cabinet.checks.tax_ids import tax_id
from bot.domain.cabinet.checks.unzr import unzr

__all__ = [
    "DocumentType",
    "Fault",
    "apartment",
    "birth_date",
    "building",
    "document_issuer",
    "document_number",
    "email",
    "expiry_date",
    "issue_date",
    "mobile_phone",
    "name",
    "one_time_code",
    "phone",
    "postcode",
    "secret_word",
    "street",
    "tax_id",
    "typed_date",
    "types_for_age",
    "unzr",
]
