"""What the state registers said of a person, as ЕСОЗ sends it."""

from __future__ import annotations

from pydantic import Field

from bot.clients.esoz.envelope import Answer
from bot.clients.esoz.pis.lenient import Text
from bot.domain.cabinet import (
    Register,
    Relationship,
    Verification,
    VerificationPart,
    VerificationStatus,
)


class PartRow(Answer):
    """`result` is called `status` by some registers."""

    verification_status: Text = ""
    verification_reason: Text = ""
    verification_comment: Text = ""
    result: Text = ""
    status: Text = ""

    def to_part(self, register: Register) -> VerificationPart:
        return VerificationPart(
            register=register,
            status=VerificationStatus(self.verification_status),
            reason=self.verification_reason,
            comment=self.verification_comment,
            result=self.result or self.status,
        )

    def to_relationship(self) -> Relationship:
        return Relationship(
            status=VerificationStatus(self.verification_status),
            reason=self.verification_reason,
            comment=self.verification_comment,
        )


class PersonVerificationRow(Answer):
    verification_status: Text = ""
    details: dict[str, PartRow | None] | None = None


class VerificationRow(Answer):
    person_verification: PersonVerificationRow = Field(default_factory=PersonVerificationRow)
    confidant_person_relationship_verification: PartRow | None = None

    def to_verification(self) -> Verification:
        details = self.person_verification.details or {}
        known = {register.value: register for register in Register}
        relationship = self.confidant_person_relationship_verification
        return Verification(
            status=VerificationStatus(self.person_verification.verification_status),
            parts=tuple(
                row.to_part(known[name]) for name, row in details.items() if row and name in known
            ),
            relationship=relationship.to_relationship() if relationship else None,
        )


class VerificationAnswer(Answer):
    data: VerificationRow
