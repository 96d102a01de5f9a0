"""The use cases, wired once by `bot.app` and handed to the conversations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.services.cabinet import CabinetServices
    from bot.services.check_referral import CheckReferral
    from bot.services.choose_language import ChooseLanguage
    from bot.services.declarations import DeclarationServices
    from bot.services.declare import DeclareServices
    from bot.services.figures_ports import Figures
    from bot.services.find_in_directory import FindInDirectory
    from bot.services.forget_patient import ForgetPatient
    from bot.services.list_watches import ListWatches
    from bot.services.my_data import MyDataServices
    from bot.services.note_reachability import NoteReachability
    from bot.services.remember_number_message import RememberNumberMessage
    from bot.services.reminders import Reminders
    from bot.services.remove_number import RemoveNumber
    from bot.services.show_card import ShowCard
    from bot.services.show_found import ShowFound
    from bot.services.signing import SigningServices
    from bot.services.stop_watching import StopWatching
    from bot.services.understand import Understand
    from bot.services.watch_doctor import WatchDoctor


@dataclass(frozen=True, slots=True)
class Services:
    """Every use case of the bot.

    `check_referral` is None in `guide` mode, `signing` without a public address or keys,
    `reminders` without keys.
    """

    clock: Clock
    check_referral: CheckReferral | None
    choose_language: ChooseLanguage
    figures: Figures
    find_in_directory: FindInDirectory
    forget_patient: ForgetPatient
    note_reachability: NoteReachability
    remember_number_message: RememberNumberMessage
    remove_number: RemoveNumber
    watch_doctor: WatchDoctor
    list_watches: ListWatches
    stop_watching: StopWatching
    show_card: ShowCard
    show_found: ShowFound
    understand: Understand
    signing: SigningServices | None
    cabinet: CabinetServices | None = None
    declarations: DeclarationServices | None = None
    my_data: MyDataServices | None = None
    reminders: Reminders | None = None
    declare: DeclareServices | None = None
