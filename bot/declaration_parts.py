"""Puts the parts of declarations and accesses together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.db.repositories.access_visits import AccessVisitRepository
from bot.db.repositories.workplaces import WorkplaceRepository
from bot.services.declarations import DeclarationServices
from bot.services.end_declaration import EndDeclaration
from bot.services.list_accesses import ListAccesses
from bot.services.list_declarations import ListDeclarations
from bot.services.revoke_access import RevokeAccess
from bot.services.show_declaration import ShowDeclaration
from bot.services.show_my_declaration import ShowMyDeclaration

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.cabinet_parts import CabinetParts
    from bot.domain.clock import Clock


def declaration_services(
    engine: AsyncEngine, clock: Clock, parts: CabinetParts
) -> DeclarationServices:
    """Return the use cases of a bot that patients can sign in to."""
    act_as, cabinet = parts.act_as, parts.cabinet
    workplaces = WorkplaceRepository(engine)
    return DeclarationServices(
        show_my_declaration=ShowMyDeclaration(
            act_as=act_as, cabinet=cabinet, workplaces=workplaces
        ),
        show_declaration=ShowDeclaration(act_as=act_as, cabinet=cabinet, workplaces=workplaces),
        list_declarations=ListDeclarations(act_as=act_as, cabinet=cabinet, workplaces=workplaces),
        end_declaration=EndDeclaration(
            act_as=act_as, cabinet=cabinet, workplaces=workplaces, clock=clock
        ),
        list_accesses=ListAccesses(
            act_as=act_as, cabinet=cabinet, visits=AccessVisitRepository(engine), clock=clock
        ),
        revoke_access=RevokeAccess(act_as=act_as, cabinet=cabinet, sign_out=parts.sign_out),
    )
