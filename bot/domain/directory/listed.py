"""One thing of the directory as the search and the filters take it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.domain.directory.traits import Traits
    from bot.domain.search import Entry


class Listed(NamedTuple):
    """A doctor at a division, or a division: what it is found by, and filtered by."""

    entry: Entry
    traits: Traits
