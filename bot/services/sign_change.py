"""A patient is to sign a change of their data that ЕСОЗ has taken note of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefusal, EsozRefused
from bot.domain.cabinet.change import ChangeDraft, Question
from bot.domain.cabinet.change.refusals import DraftGone
from bot.domain.cabinet.checks import DocumentType
from bot.domain.signing.session import Purpose, SignOrder, SubjectKey
from bot.domain.signing.signature import ExpectedSigner

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.domain.cabinet import PersonRequest
    from bot.domain.cabinet.change import Difference
    from bot.domain.signing.session import Handoff
    from bot.services.cabinet_ports import PersonCabinet
    from bot.services.change_desk import Change, ChangeDesk
    from bot.services.start_sign_in import Signing


class SignChange:
    def __init__(
        self, *, desk: ChangeDesk, cabinet: PersonCabinet, start_signing: Signing
    ) -> None:
        self._desk = desk
        self._cabinet = cabinet
        self._start_signing = start_signing

    async def resume(self, *, telegram_id: int, request_id: str) -> Change:
        """Go on with a request that was begun before; what it still lacks is asked for.

        Raises EsozRefused when it is over, NotFound when it is another person's.
        """
        change = await self._desk.begun(telegram_id)
        request = await self._cabinet.person_request(change.acting, request_id)
        if not request.status.is_open:
            raise EsozRefused(EsozRefusal.REQUEST_CLOSED)
        answers = change.draft.answers if change.draft.request_id == request_id else {}
        draft = ChangeDraft(
            change.acting.session_id,
            answers=answers,
            request_id=request_id,
            uploads=request.documents,
        )
        return await self._desk.keep(change, draft)

    async def __call__(
        self,
        *,
        telegram_id: int,
        describe: Callable[[Sequence[Difference]], str],
    ) -> Handoff:
        """Open a sign session for the request of the draft.

        `describe` says for the page what will be different, in the patient's language. Raises
        DraftGone, EsozRefused when the request is over, and all that ChangeDesk raises.
        """
        change = await self._desk.begun(telegram_id)
        request_id = change.draft.request_id
        if not request_id:
            raise DraftGone
        request = await self._cabinet.person_request(change.acting, request_id)
        if not request.status.is_open or not request.data_to_be_signed:
            raise EsozRefused(EsozRefusal.REQUEST_CLOSED)
        # the submission learns from the draft for whom the request is: let it live long enough
        await self._desk.keep(change, change.draft)
        return await self._start_signing(
            order=_order(change, request, describe(change.differences))
        )


def _order(change: Change, request: PersonRequest, changes: str) -> SignOrder:
    subject = {
        SubjectKey.PERSON.value: change.person.short_name,
        SubjectKey.CHANGES.value: changes,
    }
    return SignOrder(
        telegram_id=change.acting.telegram_id,
        purpose=Purpose.PERSON_REQUEST,
        content=request.data_to_be_signed,
        expected=_expected(change),
        subject={name: said for name, said in subject.items() if said},
        reference=request.id,
        document_html=request.content_html or None,
    )


def _expected(change: Change) -> ExpectedSigner | None:
    """Return who must sign; a confidant's number is not told to us: ЕСОЗ judges it."""
    if change.acting.is_confidant:
        return None
    person = change.person
    tax_id = person.tax_id or change.draft.answers.get(Question.TAX_ID)
    held = person.document(DocumentType.NATIONAL_ID, DocumentType.PASSPORT)
    if not tax_id and held is None:
        return None
    return ExpectedSigner(tax_id=tax_id or None, document=held.number if held else None)
