"""What a button carries: a version, short ids, at most 64 bytes.

The prefix ends in the version. When the meaning of the fields changes, the version grows, and
`handlers/fallback.py` tells those who tap an old button where things stand now. `fresh` asks
for a new message, because the tapped one holds something that must stay.
"""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.domain.capabilities import Section
from bot.domain.emergency import Danger
from bot.domain.finding import Wanted
from bot.i18n import Language


class EmergencyStep(StrEnum):
    NOW = "now"
    GO_ON = "on"


class EmergencyTap(CallbackData, prefix="sos1"):
    """What to do about words that may be of an emergency."""

    danger: Danger
    step: EmergencyStep


class MenuTap(CallbackData, prefix="menu1"):
    fresh: bool = False


class SectionTap(CallbackData, prefix="sec1"):
    section: Section


class TopicTap(CallbackData, prefix="topic1"):
    """A knowledge topic; `back` is what «Назад» returns to."""

    slug: str
    back: str = ""
    fresh: bool = False


class TreeTap(CallbackData, prefix="tree1"):
    """A step of a question tree: a question's or an outcome's id, empty for the beginning."""

    slug: str
    step: str = ""
    fresh: bool = False


class Reading(StrEnum):
    """How much of a topic is shown: the answer, the whole of it, or the simplest words."""

    SHORT = "s"
    MORE = "m"
    EASY = "e"


class ReadingTap(CallbackData, prefix="read1"):
    """The same topic, read another way; `back` is what «Назад» returns to."""

    slug: str
    way: Reading
    back: str = ""


class NotItTap(CallbackData, prefix="notit1"):
    """An answer is not what was asked for; `slug` is the topic's or the tree's."""

    slug: str


class LinesTap(CallbackData, prefix="lines1"):
    fresh: bool = False


class ReferralAction(StrEnum):
    CHECK = "check"
    PICTURE = "pic"


class ReferralTap(CallbackData, prefix="ref1"):
    """Something to do with a referral number that stands in the chat.

    `signs` are the number's 16, without dashes; `origin` is the patient's message that brought
    it.
    """

    action: ReferralAction
    signs: str
    origin: int

    @classmethod
    def of(cls, action: ReferralAction, number: str, origin: int) -> ReferralTap:
        """Return the tap for `number` (four groups of four)."""
        return cls(action=action, signs=number.replace("-", ""), origin=origin)

    @property
    def number(self) -> str:
        """The number in its groups of four; whether it is one is for the reader to check."""
        return grouped(self.signs)


def grouped(signs: str) -> str:
    """Return a number's signs in groups of four, with dashes between them."""
    return "-".join(signs[start : start + 4] for start in range(0, len(signs), 4))


class RemoveTap(CallbackData, prefix="rm1"):
    """Take the messages that hold what came with message `origin` out of the chat."""

    origin: int


class RefusalsTap(CallbackData, prefix="refuse1"):
    """The list of what can go wrong at a facility."""


class LanguageTap(CallbackData, prefix="lang1"):
    language: Language


class ForgetTap(CallbackData, prefix="forget1"):
    """Delete what is stored about the patient; asked twice."""

    is_sure: bool = False


class WhoTap(CallbackData, prefix="who1"):
    """For whom a doctor is looked for: asked before anything else."""


class LookTap(CallbackData, prefix="look1"):
    """Ask for the words of a search."""

    wanted: Wanted
    speciality: str = ""


class NearTap(CallbackData, prefix="near1"):
    """Ask where the patient is."""

    wanted: Wanted
    speciality: str = ""


class FoundTap(CallbackData, prefix="found1"):
    """A page of what a search found; `filters` are the bits of `Filters`."""

    search: str
    page: int = 1
    filters: int = 0


class FiltersTap(CallbackData, prefix="filter1"):
    """The filters of a search, of which `filters` are on."""

    search: str
    filters: int = 0


class DoctorTap(CallbackData, prefix="doc1"):
    """A doctor's card; the rest is the page of a list to come back to, if any."""

    key: int
    search: str = ""
    page: int = 1
    filters: int = 0


class DivisionTap(CallbackData, prefix="div1"):
    """A facility's card; the rest as in DoctorTap."""

    key: int
    search: str = ""
    page: int = 1
    filters: int = 0


class MapTap(CallbackData, prefix="map1"):
    """The place of a division on the map."""

    division: int


class WatchTap(CallbackData, prefix="watch1"):
    """Watch a full doctor; `has_agreed` to what is stored, which is asked before the first."""

    doctor: int
    has_agreed: bool = False


class WatchesTap(CallbackData, prefix="wlist1"):
    """The doctors whom the patient watches."""


class WatchedTap(CallbackData, prefix="wone1"):
    """One of them; `doctor` is a key of the directory."""

    doctor: int


class StopWatchTap(CallbackData, prefix="wstop1"):
    """Watch a doctor no more; asked twice."""

    doctor: int
    is_sure: bool = False
