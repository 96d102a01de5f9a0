"""All knowledge of the bot, read from a folder of data files and checked as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.content.entries import Cabinet, Source, Topic
from bot.content.links import broken_links
from bot.content.phone_lines import Line
from bot.content.preparation import Sheet, by_kind
from bot.content.public_holidays import PublicHolidays
from bot.content.question_trees import Tree
from bot.content.reading import BadContent, build, read_entries, tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bot.domain.reminders.preparation import Preparation


@dataclass(frozen=True)
class Library:
    topics: Mapping[str, Topic]
    trees: Mapping[str, Tree]
    lines: Mapping[str, Line]
    cabinets: Mapping[str, Cabinet]
    public_holidays: PublicHolidays
    sheets: Mapping[Preparation, Sheet]

    @cached_property
    def topics_by_code(self) -> Mapping[str, Topic]:
        """The same topics by the three digits that are told on the telephone."""
        return MappingProxyType({topic.code: topic for topic in self.topics.values()})

    @property
    def verified_cabinets(self) -> tuple[Cabinet, ...]:
        """No other is shown to patients."""
        return tuple(one for one in self.cabinets.values() if one.verified)


def load(folder: Path) -> Library:
    """Read and check everything in `folder`.

    Raises `BadContent` with a sentence that says which entry is wrong.
    """
    sources = {
        name: build(Source, table, where=where)
        for name, table, where in tables([folder / "sources.toml"])
    }
    topics = read_entries(_files(folder / "topics"), Topic, key="slug", sources=sources)
    trees = read_entries(_files(folder / "trees"), Tree, key="slug", sources=sources)
    lines = read_entries([folder / "lines.toml"], Line, key="id", sources=sources)
    cabinets = read_entries([folder / "cabinets.toml"], Cabinet, key="id", sources=sources)
    calendar = read_entries([folder / "calendar.toml"], PublicHolidays, key="id", sources=sources)
    sheets = read_entries([folder / "preparation.toml"], Sheet, key="slug", sources=sources)
    if faults := broken_links(topics, trees, lines):
        raise BadContent("\n".join(faults))
    return Library(
        topics=MappingProxyType(topics),
        trees=MappingProxyType(trees),
        lines=MappingProxyType(lines),
        cabinets=MappingProxyType(cabinets),
        public_holidays=calendar["public-holidays"],
        sheets=MappingProxyType(by_kind(sheets)),
    )


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))
