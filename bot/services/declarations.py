"""The use cases of declarations and accesses, together: there in `live` mode, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.end_declaration import EndDeclaration
    from bot.services.list_accesses import ListAccesses
    from bot.services.list_declarations import ListDeclarations
    from bot.services.revoke_access import RevokeAccess
    from bot.services.show_declaration import ShowDeclaration
    from bot.services.show_my_declaration import ShowMyDeclaration


@dataclass(frozen=True, slots=True)
class DeclarationServices:
    show_my_declaration: ShowMyDeclaration
    show_declaration: ShowDeclaration
    list_declarations: ListDeclarations
    end_declaration: EndDeclaration
    list_accesses: ListAccesses
    revoke_access: RevokeAccess
