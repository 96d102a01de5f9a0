"""A patient's own cabinet at ЕСОЗ: the person, their declarations and consents, and the rules."""

from __future__ import annotations

from bot.domain.cabinet.access import CabinetAccess
from bot.domain.cabinet.acting import MOST_PEOPLE, Acting, SignedInPerson
from bot.domain.cabinet.authentication import (
    AuthenticationMethod,
    AuthMethodRequest,
    MethodType,
    SentCode,
)
from bot.domain.cabinet.capacity import Standing, age_on, standing
from bot.domain.cabinet.declaration import (
    Declaration,
    DeclarationRequest,
    DeclarationStatus,
    Parties,
)
from bot.domain.cabinet.page import Page
from bot.domain.cabinet.person import Address, Document, EmergencyContact, Person, Phone
from bot.domain.cabinet.person_request import PersonRequest, UploadLink
from bot.domain.cabinet.refusal import EsozRefusal, EsozRefused, InvalidField
from bot.domain.cabinet.request_status import RequestStatus
from bot.domain.cabinet.verification import (
    Register,
    Relationship,
    Verification,
    VerificationPart,
    VerificationStatus,
)

__all__ = [
    "MOST_PEOPLE",
    "Acting",
    "Address",
    "AuthMethodRequest",
    "AuthenticationMethod",
    "CabinetAccess",
    "Declaration",
    "DeclarationRequest",
    "DeclarationStatus",
    "Document",
    "EmergencyContact",
    "EsozRefusal",
    "EsozRefused",
    "InvalidField",
    "MethodType",
    "Page",
    "Parties",
    "Person",
    "PersonRequest",
    "Phone",
    "Register",
    "Relationship",
    "RequestStatus",
    "SentCode",
    "SignedInPerson",
    "Standing",
    "UploadLink",
    "Verification",
    "VerificationPart",
    "VerificationStatus",
    "age_on",
    "standing",
]
