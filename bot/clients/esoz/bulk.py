"""The bulk exports of ЕСОЗ, fetched whole to disk: GET /api/pis/bulk/…, by api-key alone."""

from __future__ import annotations

import asyncio
import gzip
import tempfile
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, BinaryIO, cast
from uuid import uuid4

import httpx

from bot.clients.esoz.bulk_file import read_records, read_snapshot_date
from bot.clients.esoz.bulk_records import READERS
from bot.clients.esoz.patience import Patience
from bot.clients.esoz.transport import failures_as_unavailable, open_client
from bot.clients.esoz.verdict import refused
from bot.domain.directory.records import Export
from bot.domain.hours import KYIV
from bot.errors import NotFound, Outage, Unavailable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping
    from datetime import date

    from bot.clients.esoz.transport import Access
    from bot.domain.clock import Clock
    from bot.domain.directory.records import Record

_PATIENCE = Patience(
    connect_seconds=10,
    read_seconds=60,
    total_seconds=3600,
    first_pause_seconds=5,
    longest_pause_seconds=30,
)
_CHUNK_BYTES = 256 * 1024
_MOST_BYTES = 4 * 1024**3  # many times the whole country; nobody fills the disk through us
_BATCH_RECORDS = 1000
_WITHOUT_DEPTH = frozenset({Export.DECLARATIONS_LIMIT})


@dataclass(frozen=True)
class BulkSnapshot:
    """All exports of one moment, on disk until the snapshot is left.

    `taken_on` is the date of the oldest file, `counted_on` that of the declarations' figures.
    """

    files: Mapping[Export, BinaryIO]
    dates: Mapping[Export, date]

    @property
    def taken_on(self) -> date:
        return min(self.dates.values())

    @property
    def counted_on(self) -> date:
        return self.dates[Export.DECLARATIONS_LIMIT]

    async def batches(self, export: Export) -> AsyncIterator[list[Record]]:
        """The export's records; unusable ones are left out.

        Parsing is done in a thread. Raises Unavailable(GARBAGE) at the place where the file is
        cut off or broken.
        """
        file, reader = self.files[export], READERS[export]
        records: Iterator[list[Record]] = read_records(file, reader, _BATCH_RECORDS)
        while batch := await asyncio.to_thread(next, records, None):
            yield batch


class BulkExports:
    """Fetches the exports one after another; close it with `aclose`."""

    def __init__(self, access: Access, *, clock: Clock, patience: Patience = _PATIENCE) -> None:
        self._clock = clock
        self._patience = patience
        self._client = open_client(access, patience)

    async def aclose(self) -> None:
        await self._client.aclose()

    @asynccontextmanager
    async def snapshot(self, *, depth: int | None) -> AsyncIterator[BulkSnapshot]:
        """Every export, whole: records changed in the last `depth` days, all without it.

        Nothing is handed over until the last file is there, so that a connection never waits
        for our database. Raises Unavailable.
        """
        async with AsyncExitStack() as stack:
            files: dict[Export, BinaryIO] = {}
            for export in Export:
                spool = stack.enter_context(_open_spool())
                await self._fetch(export, depth, spool)
                files[export] = _unpacked(spool)
            dates = {export: await self._date_of(file) for export, file in files.items()}
            yield BulkSnapshot(files, dates)

    async def _fetch(self, export: Export, depth: int | None, file: IO[bytes]) -> None:
        path = f"/api/pis/bulk/{export}"
        params = {} if depth is None or export in _WITHOUT_DEPTH else {"depth": depth}

        async def attempt() -> None:
            file.seek(0)
            file.truncate()
            await self._attempt(path, params, file)

        async with self._patience.limit():
            await self._patience.retry(attempt, clock=self._clock)

    async def _attempt(self, path: str, params: Mapping[str, int], file: IO[bytes]) -> None:
        request_id = str(uuid4())
        headers = {"X-Request-ID": request_id}
        with failures_as_unavailable():
            async with self._client.stream("GET", path, params=params, headers=headers) as answer:
                if answer.status_code != httpx.codes.OK:
                    await answer.aread()
                    raise _never_hidden(refused(answer, request_id=request_id))
                await _spool(answer, file)

    async def _date_of(self, file: BinaryIO) -> date:
        """The file's own date; the day of asking where ЕСОЗ named none."""
        named = await asyncio.to_thread(read_snapshot_date, file)
        return named or self._clock.now().astimezone(KYIV).date()


def _never_hidden(error: Exception) -> Exception:
    """An export that is hidden from us is no missing record but a missing right."""
    return Unavailable(Outage.ACCESS) if isinstance(error, NotFound) else error


def _open_spool() -> IO[bytes]:
    return tempfile.TemporaryFile(prefix="esoz-bulk-")


async def _spool(answer: httpx.Response, file: IO[bytes]) -> None:
    """Keep the answer packed, a tenth of its size: in a container /tmp may be memory."""
    with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=1) as packed:
        async for chunk in answer.aiter_bytes(_CHUNK_BYTES):
            packed.write(chunk)
            if packed.tell() > _MOST_BYTES:
                raise Unavailable(Outage.GARBAGE)


def _unpacked(file: IO[bytes]) -> BinaryIO:
    file.seek(0)
    return cast("BinaryIO", gzip.GzipFile(fileobj=file, mode="rb"))
