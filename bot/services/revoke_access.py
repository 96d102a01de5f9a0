"""A patient takes back the consent that they gave to an e-cabinet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.errors import NotFound, SignInEnded, Unavailable
from bot.services.list_accesses import read_accesses

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting
    from bot.services.cabinet_ports import AccessCabinet, ActFor


class EndSession(Protocol):
    """Forgets a session, here and at ЕСОЗ; `SignOut` implements it."""

    async def __call__(self, *, telegram_id: int, session_id: str | None = None) -> bool: ...


@dataclass(frozen=True, slots=True)
class Revoked:
    """`is_own` is the bot's own consent: the patient is signed out then."""

    acting: Acting
    is_own: bool


@dataclass(frozen=True, slots=True)
class RevokedAll:
    """How many of the others are gone, and how many stayed because ЕСОЗ did not answer."""

    acting: Acting
    gone: int
    left: int


class RevokeAccess:
    """Every method raises NotSignedIn, SignInEnded, EsozRefused, Unavailable."""

    def __init__(self, *, act_as: ActFor, cabinet: AccessCabinet, sign_out: EndSession) -> None:
        self._act_as = act_as
        self._cabinet = cabinet
        self._sign_out = sign_out

    async def __call__(self, *, telegram_id: int, access_id: str) -> Revoked:
        """Taking back what is gone already is no mistake: the wish is fulfilled."""
        acting = await self._act_as(telegram_id=telegram_id)
        await self._revoke(acting, access_id)
        is_own = access_id == acting.access_id
        if is_own:
            await self._sign_out(telegram_id=telegram_id, session_id=acting.session_id)
        return Revoked(acting, is_own)

    async def all_others(self, *, telegram_id: int) -> RevokedAll:
        """Take back all but the bot's own, which one needs to see that it worked."""
        acting = await self._act_as(telegram_id=telegram_id)
        others = [
            one for one in await read_accesses(self._cabinet, acting) if one.id != acting.access_id
        ]
        for gone, access in enumerate(others):
            try:
                await self._revoke(acting, access.id)
            except Unavailable:
                return RevokedAll(acting, gone, len(others) - gone)
        return RevokedAll(acting, len(others), 0)

    async def _revoke(self, acting: Acting, access_id: str) -> None:
        """Ask ЕСОЗ what it has where the answer was lost."""
        try:
            await self._cabinet.revoke_access(acting, access_id)
        except NotFound:
            return
        except Unavailable:
            if await self._has_still(acting, access_id):
                raise

    async def _has_still(self, acting: Acting, access_id: str) -> bool:
        try:
            left = await read_accesses(self._cabinet, acting)
        except SignInEnded:
            return False  # only the bot's own consent ends its session
        return any(one.id == access_id for one in left)
