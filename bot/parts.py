"""The parts of a running bot, each composed in a file of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.cabinet_parts import CabinetParts
    from bot.declare_parts import DeclareParts
    from bot.directory_parts import DirectoryParts
    from bot.figure_parts import FigureParts
    from bot.my_data_parts import MyDataParts
    from bot.reminder_parts import ReminderParts
    from bot.signing_parts import SigningParts
    from bot.watch_parts import WatchParts


@dataclass(frozen=True)
class Parts:
    """What is None is left out, since its settings are not given."""

    directory: DirectoryParts
    watches: WatchParts
    figures: FigureParts
    reminders: ReminderParts
    signing: SigningParts | None
    cabinet: CabinetParts | None
    my_data: MyDataParts | None
    declare: DeclareParts | None
