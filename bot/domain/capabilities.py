"""What the bot can really do where it is set up, and what it can only explain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """Live: done through ЕСОЗ. Guide: explained honestly, nothing is looked up or changed."""

    LIVE = "live"
    GUIDE = "guide"


class Section(StrEnum):
    """The sections of the main menu, in its order."""

    REFERRAL = "referral"
    DOCTOR = "doctor"
    DECLARATION = "declaration"
    REMINDERS = "reminders"
    MY_DATA = "my-data"
    ASK = "ask"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Capability:
    """One capability, its mode, and the settings that are missing for `live`."""

    section: Section
    mode: Mode
    missing: tuple[str, ...] = ()
