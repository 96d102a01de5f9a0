"""A patient looks at all their declarations, and at all requests for one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.domain.cabinet import Page
from bot.services.all_pages import all_pages, page_of
from bot.services.workplaces import HasParties, named

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting, Declaration, DeclarationRequest
    from bot.domain.cabinet.workplace import Named
    from bot.services.cabinet_ports import ActFor, DeclarationCabinet
    from bot.services.workplaces import Workplaces

ON_A_PAGE = 5
T = TypeVar("T", bound=HasParties)


@dataclass(frozen=True, slots=True, repr=False)
class History(Generic[T]):
    """A page of them, the newest first."""

    acting: Acting
    page: Page[Named[T]]


class ListDeclarations:
    """Every method raises NotSignedIn, SignInEnded, EsozRefused, Unavailable."""

    def __init__(
        self, *, act_as: ActFor, cabinet: DeclarationCabinet, workplaces: Workplaces
    ) -> None:
        self._act_as = act_as
        self._cabinet = cabinet
        self._workplaces = workplaces

    async def declarations(self, *, telegram_id: int, page: int = 1) -> History[Declaration]:
        acting = await self._act_as(telegram_id=telegram_id)
        found = await all_pages(lambda number: self._cabinet.declarations(acting, page=number))
        return await self._history(acting, found, page)

    async def requests(self, *, telegram_id: int, page: int = 1) -> History[DeclarationRequest]:
        """Of requests whose personal data ЕСОЗ has wiped, little more than the number is left."""
        acting = await self._act_as(telegram_id=telegram_id)
        found = await all_pages(
            lambda number: self._cabinet.declaration_requests(acting, page=number)
        )
        return await self._history(acting, found, page)

    async def _history(self, acting: Acting, records: list[T], number: int) -> History[T]:
        page = page_of(sorted(records, key=_start, reverse=True), number, ON_A_PAGE)
        items = await named(page.items, self._workplaces)
        return History(acting, Page(tuple(items), page.number, page.pages, page.total))


def _start(record: HasParties) -> date:
    """Return when it began; one without a date comes last."""
    return record.starts_on or date.min
