"""What a request for a declaration needs from outside, beside ЕСОЗ: a memory, and the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.cabinet.declaration_draft import DeclarationDraft
    from bot.domain.cabinet.declaration_watch import DeclarationNews, DeclarationWatch
    from bot.domain.directory import Doctor
    from bot.services.propose_declaration import MayNotDeclare, Proposal


class Doctors(Protocol):
    async def doctor(self, key: int) -> Doctor:
        """Raises NotFound for whoever works there no more."""
        ...


class DeclarationWatches(Protocol):
    """The requests that are followed; every method raises Unavailable when the database fails."""

    async def put(self, watch: DeclarationWatch) -> None:
        """Follow a request in place of this person's others; one that is followed stays so."""
        ...

    async def find(self, telegram_id: int, request_id: str) -> DeclarationWatch | None: ...

    async def due(self, now: datetime) -> Sequence[DeclarationWatch]:
        """Some of those whose time has come, the longest overdue first."""
        ...

    async def claim(self, watch: DeclarationWatch, ask_at: datetime) -> bool:
        """Move the next look to `ask_at`; of two processes that try, one does."""
        ...

    async def keep(self, watch: DeclarationWatch) -> None:
        """Store what is known now; nothing where the request is followed no more."""
        ...

    async def drop(self, telegram_id: int, request_id: str) -> None: ...


class DeclarationDrafts(Protocol):
    """One begun declaration a patient; every method raises Unavailable."""

    async def put(self, draft: DeclarationDraft) -> None:
        """Keep it in place of the patient's former one."""
        ...

    async def find(self, telegram_id: int) -> DeclarationDraft | None: ...

    async def drop(self, telegram_id: int) -> None: ...


class ProposalMessages(Protocol):
    async def tell(self, telegram_id: int, news: Proposal | MayNotDeclare | Doctor) -> None:
        """Send one message; a doctor alone is a way to go on. Raises ChatClosed, Unavailable."""
        ...


class DeclarationMessages(Protocol):
    async def tell(self, telegram_id: int, news: DeclarationNews) -> None:
        """Send one message; raises ChatClosed and Unavailable."""
        ...
