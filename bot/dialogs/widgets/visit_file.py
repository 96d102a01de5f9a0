"""An appointment as an iCalendar file (RFC 5545), for the calendar of a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from bot.domain.reminders import Appointment

FILE_NAME = "visit.ics"


def visit_file(visit: Appointment, now: datetime, lasts: timedelta) -> bytes:
    """Return the file; a newer one of the same appointment takes the place of the older."""
    event = Event()
    event.add("uid", f"visit-{visit.id}@patient-assistant")
    event.add("sequence", visit.revision)
    event.add("dtstamp", now)
    begins = visit.starts_at.astimezone(ZoneInfo(visit.zone))
    event.add("dtstart", begins)
    event.add("dtend", begins + lasts)
    whose = [visit.for_whom.name] if visit.for_whom else []
    event.add("summary", ", ".join([visit.details.what, *whose]))
    if visit.details.place:
        event.add("location", visit.details.place)
    if visit.details.phone:
        event.add("description", visit.details.phone)
    calendar = Calendar()
    calendar.add("prodid", "-//Patient Assistant//UK")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
