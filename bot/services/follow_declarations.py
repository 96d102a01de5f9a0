"""Ask ЕСОЗ about the requests that wait for a facility, and tell patients what has changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefused, RequestStatus, scopes
from bot.domain.cabinet.declaration_watch import ENDS, DeclarationNews, NewsKind
from bot.domain.quiet_hours import is_quiet
from bot.errors import ChatClosed, NotFound, NotSignedIn
from bot.services.workplaces import named

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting, DeclarationRequest
    from bot.domain.cabinet.declaration_watch import DeclarationWatch
    from bot.domain.clock import Clock
    from bot.services.act_for_person import ActForPerson
    from bot.services.cabinet_ports import DeclarationCabinet
    from bot.services.declare_ports import DeclarationMessages, DeclarationWatches
    from bot.services.workplaces import Workplaces

_SPACING_SECONDS = 0.5
"""Between two requests: what ЕСОЗ allows a client in a minute is not published."""


class FollowDeclarations:
    """The next look is noted before this one, and its outcome after the message.

    A process that dies in between makes the patient hear the news twice at worst, and never not
    at all.
    """

    def __init__(
        self,
        *,
        act_for: ActForPerson,
        cabinet: DeclarationCabinet,
        watches: DeclarationWatches,
        workplaces: Workplaces,
        messages: DeclarationMessages,
        clock: Clock,
    ) -> None:
        self._act_for = act_for
        self._cabinet = cabinet
        self._watches = watches
        self._workplaces = workplaces
        self._messages = messages
        self._clock = clock

    async def __call__(self) -> int:
        """Look at those whose time has come, nobody's at night; return how many messages went.

        Raises Unavailable when ЕСОЗ, Telegram or the database fails: the rest wait.
        """
        now, told = self._clock.now(), 0
        if is_quiet(now):
            return told
        for watch in await self._watches.due(now):
            if await self._watches.claim(watch, watch.next_look(now)):
                told += await self._look(replace(watch, ask_at=watch.next_look(now)))
                await self._clock.sleep(_SPACING_SECONDS)
        return told

    async def _look(self, watch: DeclarationWatch) -> bool:
        """Return whether the patient was told something."""
        try:
            acting = await self._act_for(watch)
            request = await self._cabinet.declaration_request(acting, watch.request_id)
        except NotSignedIn:
            return await self._ask_to_sign_in(watch)
        except NotFound:
            await self._watches.drop(watch.telegram_id, watch.request_id)
            return False
        except EsozRefused:
            return False
        watch = replace(watch, declaration_id=request.declaration_id or watch.declaration_id)
        status = await self._status(acting, request)
        if status in ENDS:
            return await self._tell_end(watch, request, ENDS[status])
        return await self._wait(watch, request, status)

    async def _status(self, acting: Acting, request: DeclarationRequest) -> RequestStatus:
        """SIGNED may mean the patient alone (esoz.md §4.1): the declaration itself decides."""
        is_clear = request.status is not RequestStatus.SIGNED or not request.declaration_id
        if is_clear or not acting.may(scopes.DECLARATION_DETAILS):
            return request.status
        try:
            await self._cabinet.declaration(acting, request.declaration_id)
        except NotFound:
            return RequestStatus.APPROVED
        return RequestStatus.SIGNED

    async def _wait(
        self, watch: DeclarationWatch, request: DeclarationRequest, status: RequestStatus
    ) -> bool:
        now = self._clock.now()
        if status is RequestStatus.APPROVED and watch.signed_at is None:
            watch = replace(watch, signed_at=now)  # signed through another e-cabinet
        is_silent = status is RequestStatus.APPROVED and watch.is_silent(now)
        if is_silent:
            await self._tell(watch, NewsKind.SILENT, request)
        nudges = watch.nudges + is_silent
        await self._watches.keep(
            replace(watch, status=status, nudges=nudges, is_sign_in_told=False)
        )
        return is_silent

    async def _tell_end(
        self, watch: DeclarationWatch, request: DeclarationRequest, kind: NewsKind
    ) -> bool:
        await self._tell(watch, kind, request)
        await self._watches.drop(watch.telegram_id, watch.request_id)
        return True

    async def _ask_to_sign_in(self, watch: DeclarationWatch) -> bool:
        if watch.is_sign_in_told:
            return False
        await self._tell(watch, NewsKind.SIGN_IN)
        await self._watches.keep(replace(watch, is_sign_in_told=True))
        return True

    async def _tell(
        self, watch: DeclarationWatch, kind: NewsKind, request: DeclarationRequest | None = None
    ) -> None:
        """Whoever closed the chat hears nothing, and the next look finds the same."""
        shown = await named([request], self._workplaces) if request else []
        news = DeclarationNews(kind, shown[0].workplace if shown else None)
        try:
            await self._messages.tell(watch.telegram_id, news)
        except ChatClosed:
            await self._watches.drop(watch.telegram_id, watch.request_id)
