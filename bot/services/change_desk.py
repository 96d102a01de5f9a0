"""What every step of a change begins with: who acts, for whom, and what was answered so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.domain.cabinet import Standing, standing
from bot.domain.cabinet.change import ChangeDraft, Difference, Question, differences
from bot.domain.cabinet.change.refusals import CannotChange, DraftGone
from bot.domain.hours import KYIV

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.cabinet import Acting, Person
    from bot.domain.clock import Clock
    from bot.services.cabinet_ports import ActFor, PersonCabinet
    from bot.services.change_drafts import ChangeDrafts


@dataclass(frozen=True, slots=True)
class Change:
    """A change as it stands between two steps."""

    acting: Acting
    person: Person = field(repr=False)
    draft: ChangeDraft
    today: date

    @property
    def question(self) -> Question | None:
        """What is asked now; None when the answers can be looked at as a whole."""
        return self.draft.asking(self.person)

    @property
    def step(self) -> tuple[int, int]:
        return self.draft.step(self.person)

    @property
    def differences(self) -> tuple[Difference, ...]:
        return differences(self.person, self.draft.answers)


class ChangeDesk:
    """Its methods raise NotSignedIn, SignInEnded, EsozRefused, CannotChange, Unavailable."""

    def __init__(
        self, *, act_as: ActFor, cabinet: PersonCabinet, drafts: ChangeDrafts, clock: Clock
    ) -> None:
        self._act_as = act_as
        self._cabinet = cabinet
        self._drafts = drafts
        self._clock = clock

    async def begun(self, telegram_id: int) -> Change:
        """The change that is under way, or a new one that asks nothing yet."""
        acting = await self._act_as(telegram_id=telegram_id)
        person = await self._cabinet.person(acting)
        today = self._clock.now().astimezone(KYIV).date()
        found = standing(person, person.documents, today, is_confidant=acting.is_confidant)
        if found not in {Standing.FULL, Standing.UNKNOWN}:
            raise CannotChange(found)
        draft = await self._drafts.find(telegram_id)
        if draft is None or draft.session_id != acting.session_id:
            draft = ChangeDraft(acting.session_id)
        return Change(acting, person, draft, today)

    async def under_way(self, telegram_id: int) -> Change:
        """The change that is under way; raises DraftGone for none."""
        change = await self.begun(telegram_id)
        if change.draft == ChangeDraft(change.acting.session_id):
            raise DraftGone
        return change

    async def keep(self, change: Change, draft: ChangeDraft) -> Change:
        """Store the next draft and return the change with it."""
        await self._drafts.keep(change.acting.telegram_id, draft)
        return Change(change.acting, change.person, draft, change.today)

    async def drop(self, telegram_id: int) -> None:
        await self._drafts.drop(telegram_id)
