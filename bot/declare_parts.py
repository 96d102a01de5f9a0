"""Puts together what leads from a doctor's card to a declaration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.clients.declaration_messages import TelegramDeclarationMessages
from bot.db.repositories.declaration_drafts import DeclarationDraftRepository
from bot.db.repositories.declaration_watches import DeclarationWatchRepository
from bot.db.repositories.event_cursors import EventCursorRepository
from bot.db.repositories.known_doctors import KnownDoctorRepository
from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.workplaces import WorkplaceRepository
from bot.dialogs.widgets.declaration_news import declaration_news
from bot.dialogs.widgets.declare_screens import left_proposal
from bot.domain.signing.session import Purpose
from bot.jobs.declarations import DeclarationTicks
from bot.services.act_for_person import ActForPerson
from bot.services.cancel_declaration_request import CancelDeclarationRequest
from bot.services.complete_declaration import CompleteDeclaration
from bot.services.continue_declaration import ContinueDeclaration
from bot.services.declare import DeclareServices
from bot.services.drop_begun_declaration import DropBegunDeclaration
from bot.services.find_begun_declaration import FindBegunDeclaration
from bot.services.find_moved_doctor import FindMovedDoctor
from bot.services.follow_declarations import FollowDeclarations
from bot.services.hear_of_declarations import HearOfDeclarations
from bot.services.propose_declaration import ProposeDeclaration
from bot.services.request_declaration import RequestDeclaration
from bot.services.show_declaration import ShowDeclaration
from bot.services.show_declaration_request import ShowDeclarationRequest
from bot.services.show_my_declaration import ShowMyDeclaration
from bot.services.sign_declaration import SignDeclaration

if TYPE_CHECKING:
    from aiogram import Bot
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.cabinet_parts import CabinetParts
    from bot.domain.clock import Clock
    from bot.services.declare_ports import Doctors
    from bot.signing_parts import SigningParts


_FEED = "declarations"


@dataclass(frozen=True, slots=True)
class DeclareParts:
    services: DeclareServices
    ticks: DeclarationTicks


def declare_parts(
    engine: AsyncEngine,
    bot: Bot,
    clock: Clock,
    cabinet: CabinetParts,
    signing: SigningParts,
    doctors: Doctors,
) -> DeclareParts:
    """Return the parts, and put the declaration among what can be signed."""
    act_as, esoz = cabinet.act_as, cabinet.cabinet
    watches, places = DeclarationWatchRepository(engine), WorkplaceRepository(engine)
    act_for = ActForPerson(sessions=cabinet.sessions, act_as=act_as)
    signing.submissions[Purpose.DECLARATION_REQUEST] = CompleteDeclaration(
        act_for=act_for, cabinet=esoz, watches=watches, clock=clock
    )
    mine = ShowMyDeclaration(act_as=act_as, cabinet=esoz, workplaces=places)
    drafts = DeclarationDraftRepository(engine)
    propose = ProposeDeclaration(
        mine=mine, cabinet=esoz, doctors=doctors, drafts=drafts, clock=clock
    )
    find_begun = FindBegunDeclaration(drafts=drafts, doctors=doctors, clock=clock)
    cabinet.finish_sign_in.after.append(
        ContinueDeclaration(
            find_begun=find_begun,
            propose=propose,
            messages=TelegramDeclarationMessages(bot, PatientRepository(engine), left_proposal),
        )
    )
    messages = TelegramDeclarationMessages(bot, PatientRepository(engine), declaration_news)
    follow = FollowDeclarations(
        act_for=act_for,
        cabinet=esoz,
        watches=watches,
        workplaces=places,
        messages=messages,
        clock=clock,
    )
    services = DeclareServices(
        propose=propose,
        request=RequestDeclaration(
            propose=propose,
            cabinet=esoz,
            watches=watches,
            drafts=drafts,
            workplaces=places,
            clock=clock,
        ),
        show=ShowDeclarationRequest(act_as=act_as, cabinet=esoz, workplaces=places),
        sign=SignDeclaration(
            act_as=act_as,
            cabinet=esoz,
            watches=watches,
            start_signing=signing.services.start,
            clock=clock,
        ),
        cancel=CancelDeclarationRequest(
            act_as=act_as, cabinet=esoz, watches=watches, workplaces=places
        ),
        find_begun=find_begun,
        drop_begun=DropBegunDeclaration(drafts=drafts),
        find_moved=FindMovedDoctor(
            show=ShowDeclaration(act_as=act_as, cabinet=esoz, workplaces=places),
            known=KnownDoctorRepository(engine),
        ),
    )
    hear = HearOfDeclarations(
        feed=cabinet.events,
        cursor=EventCursorRepository(engine, _FEED),
        awaited=watches,
        clock=clock,
    )
    return DeclareParts(services, DeclarationTicks(hear=hear, follow=follow))
