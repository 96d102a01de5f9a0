"""The use cases that lead to a declaration, together: there in `live` mode, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.cancel_declaration_request import CancelDeclarationRequest
    from bot.services.drop_begun_declaration import DropBegunDeclaration
    from bot.services.find_begun_declaration import FindBegunDeclaration
    from bot.services.find_moved_doctor import FindMovedDoctor
    from bot.services.propose_declaration import ProposeDeclaration
    from bot.services.request_declaration import RequestDeclaration
    from bot.services.show_declaration_request import ShowDeclarationRequest
    from bot.services.sign_declaration import SignDeclaration


@dataclass(frozen=True, slots=True)
class DeclareServices:
    propose: ProposeDeclaration
    request: RequestDeclaration
    show: ShowDeclarationRequest
    sign: SignDeclaration
    cancel: CancelDeclarationRequest
    find_begun: FindBegunDeclaration
    drop_begun: DropBegunDeclaration
    find_moved: FindMovedDoctor
