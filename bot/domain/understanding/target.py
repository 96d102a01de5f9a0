"""Where words can lead: a topic, a tree, or a flow of the bot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """The kinds of screen that words can open."""

    MENU = "menu"
    LINES = "lines"
    SECTION = "section"
    TOPIC = "topic"
    TREE = "tree"
    FIND = "find"
    """A doctor or a facility, with whatever was said of it."""
    WHO = "who"
    FACILITY = "facility"
    WATCHES = "watches"
    ACCESSES = "accesses"
    ADD_VISIT = "add-visit"
    SILENCE = "silence"
    FORGET = "forget"
    COMPLAINT = "complaint"

    @property
    def is_knowledge(self) -> bool:
        return self in {Place.TOPIC, Place.TREE}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a word leads; `name` is the section, topic or tree."""

    place: Place
    name: str = ""

    def __str__(self) -> str:
        return f"{self.place}:{self.name}" if self.name else self.place.value

    @classmethod
    def parse(cls, written: str) -> Target:
        """Read what `str` gives; raises ValueError for a place that there is not."""
        place, _, name = written.partition(":")
        return cls(Place(place), name)
