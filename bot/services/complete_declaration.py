"""A signed request for a declaration goes to ЕСОЗ; implements Submission."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefusal, EsozRefused, RequestStatus
from bot.domain.signing.session import Submitted
from bot.errors import EsozUnavailable

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting, DeclarationRequest
    from bot.domain.clock import Clock
    from bot.domain.signing.session import SignSession
    from bot.domain.signing.signature import Signed
    from bot.services.act_for_person import ActForPerson
    from bot.services.cabinet_ports import DeclarationCabinet
    from bot.services.declare_ports import DeclarationWatches

_TAKEN = frozenset({RequestStatus.APPROVED, RequestStatus.SIGNED})
"""After the patient's signature ЕСОЗ's texts say one, its example the other (esoz.md §4.1)."""
_MOVED_ON = frozenset({EsozRefusal.WRONG_STATUS, EsozRefusal.REQUEST_CLOSED})


class CompleteDeclaration:
    def __init__(
        self,
        *,
        act_for: ActForPerson,
        cabinet: DeclarationCabinet,
        watches: DeclarationWatches,
        clock: Clock,
    ) -> None:
        self._act_for = act_for
        self._cabinet = cabinet
        self._watches = watches
        self._clock = clock

    async def submit(self, session: SignSession, signed: Signed) -> Submitted:
        """Sign the request, unless ЕСОЗ says that this was done before.

        Raises Unavailable, EsozRefused, NotSignedIn. A request that was cancelled meanwhile is
        refused as REQUEST_CLOSED, before or by ЕСОЗ.
        """
        watch = await self._watches.find(session.telegram_id, session.reference)
        if watch is None:
            raise EsozRefused(EsozRefusal.REQUEST_CLOSED)
        acting = await self._act_for(watch)
        request = await self._cabinet.declaration_request(acting, session.reference)
        if request.status is RequestStatus.NEW:
            request = await self._signed(acting, request.id, signed.der)
        if request.status not in _TAKEN:
            raise EsozRefused(EsozRefusal.REQUEST_CLOSED)
        now = self._clock.now()
        taken = replace(watch, status=RequestStatus.APPROVED, signed_at=watch.signed_at or now)
        await self._watches.keep(replace(taken, ask_at=taken.next_look(now)))
        return Submitted()

    async def _signed(self, acting: Acting, request_id: str, der: bytes) -> DeclarationRequest:
        """Send it once; whatever else comes than a yes, the request itself says what became of it.

        Raises as `submit` does, where it is still NEW: a later look asks again before it sends.
        """
        try:
            return await self._cabinet.sign_declaration_request(acting, request_id, der)
        except (EsozUnavailable, EsozRefused) as trouble:
            if isinstance(trouble, EsozRefused) and trouble.code not in _MOVED_ON:
                raise
            request = await self._cabinet.declaration_request(acting, request_id)
            if request.status is RequestStatus.NEW:
                raise trouble from None
            return request
