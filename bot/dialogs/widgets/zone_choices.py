"""The screens of the clock that a patient lives by, and how its town is called."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.dialogs.screen import Button, Screen
from bot.dialogs.visit_callbacks import (
    ReminderSettingTap,
    ZonePlaceTap,
    ZoneRegion,
    ZoneRegionTap,
    ZoneTap,
)
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.domain.reminders import KYIV_ZONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.i18n import Translator

_OFTEN_CHOSEN = (
    KYIV_ZONE,
    "Europe/Warsaw",
    "Europe/Berlin",
    "Europe/Prague",
    "Europe/Rome",
    "Europe/London",
)
"""Kyiv, and where most people from Ukraine live abroad."""
ZONES = MappingProxyType(
    {
        ZoneRegion.EUROPE: (
            *("Europe/Warsaw", "Europe/Berlin", "Europe/Prague", "Europe/Rome"),
            *("Europe/London", "Europe/Madrid", "Europe/Lisbon", "Europe/Paris"),
            *("Europe/Brussels", "Europe/Amsterdam", "Europe/Vienna", "Europe/Zurich"),
            *("Europe/Dublin", "Europe/Copenhagen", "Europe/Stockholm", "Europe/Oslo"),
            *("Europe/Helsinki", "Europe/Tallinn", "Europe/Riga", "Europe/Vilnius"),
            *("Europe/Bratislava", "Europe/Budapest", "Europe/Bucharest", "Europe/Chisinau"),
            *("Europe/Sofia", "Europe/Athens", "Europe/Istanbul", "Europe/Zagreb"),
        ),
        ZoneRegion.AMERICA: (
            *("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
            *("America/Toronto", "America/Winnipeg", "America/Edmonton", "America/Vancouver"),
            *("America/Halifax", "America/Sao_Paulo"),
        ),
        ZoneRegion.OTHER: (
            *("Asia/Jerusalem", "Asia/Tbilisi", "Asia/Dubai", "Asia/Almaty"),
            *("Africa/Cairo", "Asia/Tokyo", "Asia/Seoul", "Australia/Sydney"),
            *("Australia/Perth", "Pacific/Auckland"),
        ),
    }
)
"""What is offered; any other is found from a location."""


def zone_question(tr: Translator, *, is_unknown: bool = False) -> Screen:
    """Ask for the clock; `is_unknown` where a written town is none of those offered."""
    missed = tr.t("zone", "<b>I do not know this town.</b>") if is_unknown else ""
    text = tr.t(
        "reminder settings",
        "<b>By whose clock do you live?</b>\n\n"
        "Choose a town with your time. I show Kyiv time beside it.",
    )
    place = Button(tr.t("zone", "Find it by my location"), ZonePlaceTap())
    regions = {
        ZoneRegion.EUROPE: tr.t("zone", "Europe: all towns"),
        ZoneRegion.AMERICA: tr.t("zone", "America"),
        ZoneRegion.OTHER: tr.t("zone", "Asia, Africa, Australia"),
    }
    more = tuple((Button(label, ZoneRegionTap(region=one)),) for one, label in regions.items())
    rows = (*_towns(tr, _OFTEN_CHOSEN), (place,), *more, menu_row(tr, ReminderSettingTap()))
    return Screen(joined([missed, text]), rows)


def zone_region(tr: Translator, region: ZoneRegion) -> Screen:
    """Return the towns of a part of the world, in the order of the alphabet."""
    towns = sorted(ZONES[region], key=lambda zone: zone_name(tr, zone).casefold())
    text = tr.t("zone", "<b>Choose a town with your time.</b>")
    return Screen(text, (*_towns(tr, towns), menu_row(tr, ZoneTap())))


def place_question(tr: Translator) -> str:
    """Return the message above the keyboard that sends a location."""
    return tr.t(
        "zone",
        "Tap “Send my location” below. I use it once, to find your time, and do not store it.\n"
        "Or write your town.",
    )


def zone_found(tr: Translator, zone: str) -> str:
    return tr.t("zone", "Found: the time of {town}.", town=zone_name(tr, zone))


def zone_named(tr: Translator, town: str) -> str | None:
    """Return the zone of a town that is offered, as it was written; None for any other."""
    wanted = town.strip(" .,!").casefold()
    offered = {KYIV_ZONE, *(zone for zones in ZONES.values() for zone in zones)}
    return next((zone for zone in offered if zone_name(tr, zone).casefold() == wanted), None)


def zone_name(tr: Translator, zone: str) -> str:
    """Return the town that a zone is named after."""
    return tr.t("zone", "Kyiv") if zone == KYIV_ZONE else tr.zone_town(zone)


def _towns(tr: Translator, zones: Iterable[str]) -> tuple[tuple[Button, ...], ...]:
    buttons = [Button(zone_name(tr, zone), ZoneTap(zone=zone)) for zone in zones]
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
