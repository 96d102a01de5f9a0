"""A patient looks at one declaration, or takes its printed form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.services.workplaces import named

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting, Declaration
    from bot.domain.cabinet.workplace import Named
    from bot.services.cabinet_ports import ActFor, DeclarationCabinet
    from bot.services.workplaces import Workplaces


@dataclass(frozen=True, slots=True, repr=False)
class ShownDeclaration:
    acting: Acting
    declaration: Named[Declaration]


class ShowDeclaration:
    def __init__(
        self, *, act_as: ActFor, cabinet: DeclarationCabinet, workplaces: Workplaces
    ) -> None:
        self._act_as = act_as
        self._cabinet = cabinet
        self._workplaces = workplaces

    async def __call__(self, *, telegram_id: int, declaration_id: str) -> ShownDeclaration:
        """Raise NotFound for one that is not this person's.

        Also raises NotSignedIn, SignInEnded, EsozRefused, Unavailable.
        """
        acting = await self._act_as(telegram_id=telegram_id)
        found = await self._cabinet.declaration(acting, declaration_id)
        [declaration] = await named([found], self._workplaces)
        return ShownDeclaration(acting, declaration)
