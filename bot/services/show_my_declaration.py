"""A patient looks at the declaration that they have now, and at a request under way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from bot.domain.cabinet import DeclarationStatus, scopes
from bot.services.open_requests import open_requests
from bot.services.workplaces import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.cabinet import Acting, Declaration, DeclarationRequest
    from bot.domain.cabinet.workplace import Named
    from bot.services.cabinet_ports import ActFor, DeclarationCabinet
    from bot.services.workplaces import Workplaces

_T = TypeVar("_T")
_IN_FORCE = (DeclarationStatus.ACTIVE, DeclarationStatus.PENDING_VERIFICATION)


@dataclass(frozen=True, slots=True, repr=False)
class MyDeclaration:
    """`under_way` waits for the patient's signature or for the facility's."""

    acting: Acting
    current: Named[Declaration] | None
    under_way: Named[DeclarationRequest] | None


class ShowMyDeclaration:
    def __init__(
        self, *, act_as: ActFor, cabinet: DeclarationCabinet, workplaces: Workplaces
    ) -> None:
        self._act_as = act_as
        self._cabinet = cabinet
        self._workplaces = workplaces

    async def __call__(self, *, telegram_id: int) -> MyDeclaration:
        """Raises NotSignedIn, SignInEnded, EsozRefused, Unavailable."""
        acting = await self._act_as(telegram_id=telegram_id)
        current = await named(await self._current(acting), self._workplaces)
        requests = await named(await self._under_way(acting), self._workplaces)
        return MyDeclaration(acting, _first(current), _first(requests))

    async def _current(self, acting: Acting) -> list[Declaration]:
        """The newest in force; in detail where the directory does not know the doctor."""
        for status in _IN_FORCE:
            found = await self._cabinet.declarations(acting, status=status)
            if found.items:
                newest = max(found.items, key=lambda one: str(one.starts_on))
                return [await self._with_names(acting, newest)]
        return []

    async def _with_names(self, acting: Acting, declaration: Declaration) -> Declaration:
        [shown] = await named([declaration], self._workplaces)
        if shown.workplace.doctor or not acting.may(scopes.DECLARATION_DETAILS):
            return declaration
        return await self._cabinet.declaration(acting, declaration.id)

    async def _under_way(self, acting: Acting) -> list[DeclarationRequest]:
        if not acting.may(scopes.DECLARATION_REQUEST_READ):
            return []
        return (await open_requests(self._cabinet, acting))[:1]


def _first(items: Sequence[Named[_T]]) -> Named[_T] | None:
    return items[0] if items else None
