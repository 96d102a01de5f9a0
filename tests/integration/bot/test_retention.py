"""What is kept only for a while goes by itself, in a bot at work."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests.e2e.conversation import free_number
from tests.town import town_with_bot

if TYPE_CHECKING:
    from pathlib import Path


def rows(folder: Path, table: str) -> int:
    with closing(sqlite3.connect(folder / "bot.sqlite3")) as connection:
        (count,) = connection.execute(f"select count(*) from {table}").fetchone()  # noqa: S608 - our own table names
    return int(count)


async def test_rows_go_when_their_time_is_over(tmp_path: Path) -> None:
    async with town_with_bot(tmp_path) as town:
        patient = await town.patient()
        await patient.says("/referral")
        await patient.says(await free_number(town))
        assert rows(tmp_path, "number_messages") == 1
        assert rows(tmp_path, "lookups") == 1
        assert rows(tmp_path, "handled_updates") == 2

        await town.advance(minutes=11)
        assert rows(tmp_path, "lookups") == 0
        await town.advance(hours=47)
        assert rows(tmp_path, "number_messages") == 1
        await town.advance(hours=1)
        assert rows(tmp_path, "number_messages") == 0
        assert rows(tmp_path, "handled_updates") == 0
        assert rows(tmp_path, "conversations") == 1
        await town.advance(days=29)
        assert rows(tmp_path, "conversations") == 0


async def test_failing_database_does_not_end_the_ticks(tmp_path: Path) -> None:
    async with town_with_bot(tmp_path) as town:
        await town.learns_doctors()  # no sync writes beside us
        with closing(sqlite3.connect(tmp_path / "bot.sqlite3")) as connection:
            connection.execute("alter table lookups rename to elsewhere")
            connection.commit()
            await town.advance(hours=1)
            connection.execute("alter table elsewhere rename to lookups")
            connection.commit()
        patient = await town.patient()
        await patient.says(await free_number(town))
        assert rows(tmp_path, "lookups") == 1
        await town.advance(hours=1)
        assert rows(tmp_path, "lookups") == 0
