"""A signed change goes to ЕСОЗ; implements Submission for PERSON_REQUEST."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefusal, EsozRefused, RequestStatus
from bot.domain.signing.session import Submitted

if TYPE_CHECKING:
    from bot.domain.signing.session import SignSession
    from bot.domain.signing.signature import Signed
    from bot.services.cabinet_ports import ActFor, PersonCabinet
    from bot.services.change_drafts import ChangeDrafts


class CompleteChange:
    def __init__(self, *, act_as: ActFor, cabinet: PersonCabinet, drafts: ChangeDrafts) -> None:
        self._act_as = act_as
        self._cabinet = cabinet
        self._drafts = drafts

    async def submit(self, session: SignSession, signed: Signed) -> Submitted:
        """Complete the request, unless ЕСОЗ says that this was done before.

        The patient may have switched to another person meanwhile: the draft tells whose request
        it is. Raises Unavailable, EsozRefused, NotSignedIn.
        """
        patient = session.telegram_id
        draft = await self._drafts.find(patient)
        is_ours = draft is not None and draft.request_id == session.reference
        acting = await self._act_as(
            telegram_id=patient, session_id=draft.session_id if draft and is_ours else ""
        )
        request = await self._cabinet.person_request(acting, session.reference)
        if request.status is not RequestStatus.SIGNED:
            if not request.status.is_open:
                raise EsozRefused(EsozRefusal.REQUEST_CLOSED)
            await self._cabinet.complete_person_request(acting, session.reference, signed.der)
        if is_ours:
            await self._drafts.drop(patient)
        return Submitted()
