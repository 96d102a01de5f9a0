"""What is counted while patients talk with the bot, and that it points to nobody."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.town import Patient, Town


async def test_topics_barriers_and_words_are_counted_without_the_patient(
    own_town: Town, own_patient: Patient, tmp_path: Path
) -> None:
    await own_patient.says("/start paper-demanded")
    await own_patient.taps("Це не так")
    await own_patient.says("0000-0000-0000-0001")
    await own_patient.says("/menu")
    await own_patient.says("хто полагодить телевізор бабі Ганні Бондаренко у Львові 0671234567")
    assert own_town.bot is not None
    await own_town.bot.ticks.run_due()
    kept = _figures(tmp_path)
    assert kept[("topic", "paper-demanded", "uk")] == 1
    assert kept[("not_it", "paper-demanded", "")] == 1
    assert kept[("barrier", "paper", "")] == 1
    assert kept[("barrier", "not-found", "")] == 1
    assert kept[("step", "referral", "looked-up")] == 1
    everything = str(kept)
    assert "телевізор" in everything
    for telling in ("ганн", "бондаренко", "львів", "067", str(own_patient.id), "0000"):
        assert telling not in everything


def _figures(folder: Path) -> dict[tuple[str, str, str], int]:
    with sqlite3.connect(folder / "bot.sqlite3") as connection:
        rows = connection.execute("select kind, subject, detail, count from figures").fetchall()
    connection.close()
    return {(kind, subject, detail): count for kind, subject, detail, count in rows}
