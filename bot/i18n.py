"""The words of one patient: texts, counts, dates and hours in the language that they chose."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from gettext import GNUTranslations, NullTranslations
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time, get_day_names, get_timezone_location

if TYPE_CHECKING:
    from datetime import date, datetime, time

KYIV = ZoneInfo("Europe/Kyiv")
_LOCALES = Path(__file__).resolve().parent.parent / "locales"


class Language(StrEnum):
    """The languages in which every text exists; the first is what a patient meets."""

    UK = "uk"
    EN = "en"


class Translator:
    """All that is needed to speak with one patient.

    Texts are HTML, as Telegram reads it: the fields given by name are escaped, the text is not.
    English is the language of the messages in the code, so it needs no catalogue.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._catalogue = _catalogue(language)

    def t(self, context: str, message: str, **fields: object) -> str:
        """Return `message` in the patient's language with its `{fields}` filled in."""
        return _filled(self._catalogue.pgettext(context, message), fields)

    def plural(self, context: str, one: str, many: str, count: int, **fields: object) -> str:
        """Return the form that fits `count`, which the text can show as `{count}`."""
        form = self._catalogue.npgettext(context, one, many, count)
        return _filled(form, {"count": count, **fields})

    def full_date(self, day: date) -> str:
        """Return a date in words with its year: 2 October 2027."""
        # Translators: a pattern of CLDR; words stand between single quotes
        pattern = self.t("date pattern", "d MMMM y")
        return format_date(day, format=pattern, locale=self.language)

    def day(self, day: date) -> str:
        """Return a date in words without its year: Sunday, 22 November."""
        # Translators: a pattern of CLDR: day of the month, month, day of the week
        pattern = self.t("date pattern", "EEEE, d MMMM")
        return format_date(day, format=pattern, locale=self.language)

    def short_date(self, day: date) -> str:
        """Return a date in words without year and weekday: 21 November."""
        # Translators: a pattern of CLDR: day of the month, month
        pattern = self.t("date pattern", "d MMMM")
        return format_date(day, format=pattern, locale=self.language)

    def weekday(self, number: int) -> str:
        """Return the short name of a day of the week; 0 is Monday."""
        return str(get_day_names("abbreviated", locale=self.language)[number])

    def clock_time(self, wall_time: time) -> str:
        """Return hour and minute as a timetable shows them: 8:00."""
        return format_time(wall_time, format="H:mm", locale=self.language)

    def zone_town(self, zone: str) -> str:
        """Return the town that a time zone (IANA name) is named after: Warsaw."""
        return get_timezone_location(zone, locale=self.language, return_city=True)

    def kyiv_day(self, moment: datetime) -> str:
        """Return the day that a Kyiv calendar shows at `moment` (aware), in words."""
        return self.day(moment.astimezone(KYIV).date())

    def time(self, moment: datetime) -> str:
        """Return the hour and minute that a Kyiv clock shows at `moment` (aware)."""
        return format_time(moment, format="HH:mm", tzinfo=KYIV, locale=self.language)


@cache
def _catalogue(language: Language) -> NullTranslations:
    if language is Language.EN:
        return NullTranslations()
    path = _LOCALES / language / "LC_MESSAGES" / "messages.mo"
    with path.open("rb") as file:
        return GNUTranslations(file)


def _filled(text: str, fields: dict[str, object]) -> str:
    if not fields:
        return text
    return text.format(**{name: escape(str(value)) for name, value in fields.items()})


def language_of(code: str | None) -> Language:
    """Return the language of a stored code; whatever is unknown is Ukrainian."""
    return Language(code) if code in set(Language) else Language.UK


def language_name(language: Language) -> str:
    """Return a language's name in that language, as it stands on a button."""
    return str(Locale(language).display_name).capitalize()
