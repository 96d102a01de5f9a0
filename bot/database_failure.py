"""What keeps the database from opening, as a sentence that names the setting to change.

Apart from `start_failures`, whose libraries the sync of the directory has no use for.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.config import BadSettings

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def blaming_database() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        raise BadSettings(
            f"DATABASE_URL: this database cannot be opened ({type(error).__name__}). "
            "Check that the server runs, that its name and password are right, "
            "or that the folder of the file can be written"
        ) from error
