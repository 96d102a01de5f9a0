"""Who signs in, by what they signed: oneself by a nonce, a confidant by naming the ward.

Sources: esoz.md §1.3, §1.4, §5.5, §5.6; §10 rows 6, 38, 60 to 63.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from sandbox.esoz import answers
from sandbox.esoz.answers import EsozError
from sandbox.esoz.pis import signed
from sandbox.esoz.pis.patient import MAJORITY, SELF_SIGN_IN_AGE

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock
    from sandbox.esoz.pis.patient import Patient
    from sandbox.esoz.pis.patients import Patients
    from sandbox.esoz.pis.signed import SignedContent
    from sandbox.esoz.pis.tokens import Tokens

# SIGNED_CONTENT_SIGNATURE_TIMESTAMP_VALID_MINUTES; the number is not published.
FRESH_FOR = timedelta(minutes=15)


@dataclass(frozen=True)
class Who:
    """`nonce` is spent once the person has decided; None where there was none to sign."""

    patient: Patient
    applicant: Patient
    nonce: str | None = None


class SigningIn:
    def __init__(self, clock: SandboxClock, tokens: Tokens, patients: Patients) -> None:
        self._clock = clock
        self._tokens = tokens
        self._patients = patients

    def oneself(self, user_data: str) -> Who:
        """Raises EsozError."""
        content = signed.read_signed(user_data)
        nonce = self._check_nonce(content.content)
        self._check_fresh(content)
        patient = self._signer(content, "Unable to authenticate signer")
        if not self._is_old_enough(patient):
            raise answers.access_denied("Incorrect person age for such an action.")
        return Who(patient, patient, nonce)

    def people(self) -> list[Patient]:
        """Those who may sign in for themselves."""
        return [patient for patient in self._patients if self._is_old_enough(patient)]

    def as_confidant(self, user_data: str) -> Who:
        """Raises EsozError. What is signed has no nonce: only its time is looked at."""
        content = signed.read_signed(user_data)
        self._check_fresh(content)
        applicant = self._signer(content, "Applicant user not found.")
        if not applicant.is_active:
            raise answers.not_found("Applicant person not found.")
        if applicant.is_blocked:
            raise answers.access_denied("Applicant user is blocked.")
        if applicant.age_on(self._clock.now().date()) < MAJORITY:
            raise answers.access_denied("Incorrect applicant person age for such an action.")
        ward = self._patients.described(content.content)
        if ward is None or ward.relationship is None:
            raise answers.not_found("Confidant person relationship not found")
        if ward.relationship.confidant_id != applicant.id:
            raise answers.not_found("Confidant person relationship not found")
        return Who(ward, applicant)

    def registering(self, user_data: str) -> EsozError:
        """Why somebody cannot be registered: everyone invented is known already (row 63)."""
        self._signer(signed.read_signed(user_data), "Unable to authenticate signer")
        message = "User with such tax_id already exists"
        return EsozError(HTTPStatus.CONFLICT, "conflict", message)

    def _is_old_enough(self, patient: Patient) -> bool:
        return patient.age_on(self._clock.now().date()) >= SELF_SIGN_IN_AGE

    def _check_nonce(self, content: dict[str, Any]) -> str:
        nonce = str(content.get("jwt", ""))
        expires_at = self._tokens.expiry_of_nonce(nonce)
        if expires_at is None:
            raise answers.access_denied("JWT is invalid.")
        if expires_at <= self._clock.now():
            raise EsozError(HTTPStatus.UNAUTHORIZED, "jwt_expired", "JWT expired")
        return nonce

    def _check_fresh(self, content: SignedContent) -> None:
        at = content.signed_at
        if at is None or self._clock.now() - at > FRESH_FOR:
            raise signed.stale()

    def _signer(self, content: SignedContent, message: str) -> Patient:
        patient = self._patients.signer(content.drfo)
        if patient is None:
            raise answers.not_found(message)
        return patient
