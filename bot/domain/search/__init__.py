"""Finding doctors and facilities by one line of free text, in process."""

from bot.domain.search.entry import Entry
from bot.domain.search.index import Index
from bot.domain.search.result import Hit, SearchResult, Understood

__all__ = ["Entry", "Hit", "Index", "SearchResult", "Understood"]
