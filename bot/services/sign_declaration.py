"""A patient is to sign a request for a declaration that ЕСОЗ has taken note of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefusal, EsozRefused, RequestStatus
from bot.domain.cabinet.checks import DocumentType
from bot.domain.cabinet.declaration_watch import DeclarationWatch, person_mark
from bot.domain.signing.session import Purpose, SignOrder, SubjectKey
from bot.domain.signing.signature import ExpectedSigner

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting, DeclarationRequest, Person
    from bot.domain.clock import Clock
    from bot.domain.signing.session import Handoff
    from bot.services.cabinet_ports import ActFor, Cabinet
    from bot.services.declare_ports import DeclarationWatches
    from bot.services.start_sign_in import Signing


class SignDeclaration:
    def __init__(
        self,
        *,
        act_as: ActFor,
        cabinet: Cabinet,
        watches: DeclarationWatches,
        start_signing: Signing,
        clock: Clock,
    ) -> None:
        self._act_as = act_as
        self._cabinet = cabinet
        self._watches = watches
        self._start_signing = start_signing
        self._clock = clock

    async def __call__(self, *, telegram_id: int, request_id: str) -> Handoff:
        """Open a sign session for the request as it stands now: its `seed` may have changed.

        Raises EsozRefused when it is over or signed, NotFound when it is another person's,
        NotSignedIn, SignInEnded, Unavailable.
        """
        acting = await self._act_as(telegram_id=telegram_id)
        request = await self._cabinet.declaration_request(acting, request_id)
        if request.status is not RequestStatus.NEW or not request.data_to_be_signed:
            raise EsozRefused(EsozRefusal.WRONG_STATUS)
        person = await self._cabinet.person(acting)
        now = self._clock.now()
        # the submission learns from it for whom the request is; one made elsewhere has none yet
        await self._watches.put(
            DeclarationWatch(
                telegram_id=telegram_id,
                request_id=request.id,
                person=person_mark(acting.person_id),
                status=request.status,
                created_at=now,
                ask_at=now,
                declaration_id=request.declaration_id or None,
            )
        )
        return await self._start_signing(order=_order(acting, person, request))


def _order(acting: Acting, person: Person, request: DeclarationRequest) -> SignOrder:
    whose = SubjectKey.ON_BEHALF if acting.is_confidant else SubjectKey.PERSON
    subject = {
        whose.value: person.short_name,
        SubjectKey.DOCTOR.value: request.parties.doctor_name,
        SubjectKey.FACILITY.value: request.parties.legal_entity_name,
    }
    return SignOrder(
        telegram_id=acting.telegram_id,
        purpose=Purpose.DECLARATION_REQUEST,
        content=request.data_to_be_signed,
        expected=None if acting.is_confidant else _expected(person),
        subject={name: said for name, said in subject.items() if said},
        reference=request.id,
        document_html=request.content_html or None,
    )


def _expected(person: Person) -> ExpectedSigner | None:
    """Return who must sign; a confidant's number is not told to us: ЕСОЗ judges it."""
    held = person.document(DocumentType.NATIONAL_ID, DocumentType.PASSPORT)
    if not person.tax_id and held is None:
        return None
    return ExpectedSigner(tax_id=person.tax_id or None, document=held.number if held else None)
