"""A patient asks ЕСОЗ for a declaration: one request, however often the answer is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet import RequestStatus
from bot.domain.cabinet.declaration_watch import DeclarationWatch, person_mark
from bot.domain.cabinet.may_declare import is_with
from bot.errors import EsozUnavailable
from bot.services.open_requests import open_requests
from bot.services.shown_request import ShownRequest
from bot.services.workplaces import named

if TYPE_CHECKING:
    from bot.domain.cabinet import DeclarationRequest
    from bot.domain.clock import Clock
    from bot.services.cabinet_ports import DeclarationCabinet
    from bot.services.declare_ports import DeclarationDrafts, DeclarationWatches
    from bot.services.propose_declaration import Proposal, ProposeDeclaration
    from bot.services.workplaces import Workplaces


class RequestDeclaration:
    def __init__(
        self,
        *,
        propose: ProposeDeclaration,
        cabinet: DeclarationCabinet,
        watches: DeclarationWatches,
        drafts: DeclarationDrafts,
        workplaces: Workplaces,
        clock: Clock,
    ) -> None:
        self._propose = propose
        self._cabinet = cabinet
        self._watches = watches
        self._drafts = drafts
        self._workplaces = workplaces
        self._clock = clock

    async def __call__(self, *, telegram_id: int, doctor_key: int) -> ShownRequest:
        """Create the request; one to this doctor that is under way is gone on with.

        Raises as ProposeDeclaration does. After Unavailable there is no request that we know of,
        and the same may be asked for again.
        """
        proposal = await self._propose(telegram_id=telegram_id, doctor_key=doctor_key)
        if proposal.under_way and proposal.is_under_way:
            request = proposal.under_way.record
        else:
            request = await self._created(proposal)
        await self._follow(proposal, request)
        await self._drafts.drop(telegram_id)
        [shown] = await named([request], self._workplaces)
        return ShownRequest(proposal.acting, shown)

    async def _created(self, proposal: Proposal) -> DeclarationRequest:
        """Ask what became of an order whose answer was lost: it is never sent twice blindly."""
        doctor = proposal.doctor
        try:
            return await self._cabinet.create_declaration_request(
                proposal.acting, doctor.employee_id, doctor.division.id
            )
        except EsozUnavailable as lost:
            open_ones = await open_requests(self._cabinet, proposal.acting)
            made = [one for one in open_ones if is_with(one.parties, doctor)]
            if not made:
                raise lost from None
            return made[0]

    async def _follow(self, proposal: Proposal, request: DeclarationRequest) -> None:
        """Overtaken requests are followed no more: the patient was told of it before."""
        now, acting = self._clock.now(), proposal.acting
        is_signed = request.status is not RequestStatus.NEW
        watch = DeclarationWatch(
            telegram_id=acting.telegram_id,
            request_id=request.id,
            person=person_mark(acting.person_id),
            status=request.status,
            created_at=now,
            ask_at=now,
            signed_at=now if is_signed else None,
            declaration_id=request.declaration_id or None,
        )
        await self._watches.put(watch)
