"""Adds the former names of settlements to the places of an entry."""

from __future__ import annotations

from bot.domain.search.tables import renamings


def former_names(places: tuple[str, ...]) -> tuple[str, ...]:
    """Names that the settlement had; a namesake in another oblast does not get them."""
    return tuple(
        renaming.old
        for place in places
        for renaming in renamings().get(place.lower(), ())
        if _is_in(renaming.oblast, places)
    )


def _is_in(oblast: str, places: tuple[str, ...]) -> bool:
    adjectives = [place.lower() for place in places if "ька" in place.lower()]
    return not adjectives or any(oblast in adjective for adjective in adjectives)
