"""Preparation sheets: what to do before a visit, and what to bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic.dataclasses import dataclass

from bot.content.entries import Checked
from bot.content.reading import BadContent
from bot.content.wording import STRICT, Body, ButtonLabel, Title
from bot.domain.reminders.preparation import Preparation

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, config=STRICT, kw_only=True)
class Sheet(Checked):
    """One sheet; every one defers to the patient's own doctor or laboratory."""

    slug: Preparation
    title: Title
    short: ButtonLabel
    body: Body


def by_kind(sheets: Mapping[str, Sheet]) -> Mapping[Preparation, Sheet]:
    """Return the sheets by kind; raises `BadContent` where one is missing."""
    missing = sorted(set(Preparation) - sheets.keys())
    if missing:
        raise BadContent(f"preparation.toml: there is no entry '{missing[0]}'.")
    return {Preparation(slug): sheet for slug, sheet in sheets.items()}
