"""The directory as patients see it: rows of generations, of which one is shown.

A sync writes its rows under a new generation, where nobody looks; the swap is one change of
`directory_state.generation`.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Double, Index, Integer, Table, Text

from bot.db.metadata import metadata
from bot.db.utc_datetime import UtcDateTime

directory_state = Table(
    "directory_state",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("generation", Integer, nullable=False),
    Column("snapshot_on", Date),
    Column("counted_on", Date),
    Column("synced_at", UtcDateTime),
    Column("full_synced_at", UtcDateTime),
    Column("doctors", Integer, nullable=False),
    Column("divisions", Integer, nullable=False),
    Column("failure", Text),
    Column("failed_at", UtcDateTime),
    Column("run", Integer, nullable=False),
    Column("running_until", UtcDateTime),
    comment="One row: which generation is shown, and which run of the sync may write",
)

directory_keys = Table(
    "directory_keys",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("division_id", Text, nullable=False),
    # Empty for the division itself: a unique index would let NULL come twice.
    Column("employee_id", Text, nullable=False),
    Index(None, "division_id", "employee_id", unique=True),
    comment="The short ids in buttons and links; never removed, so that none gets a new meaning",
)

directory_divisions = Table(
    "directory_divisions",
    metadata,
    Column("generation", Integer, primary_key=True, autoincrement=False),
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("division_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("type", Text),
    Column("facility_id", Text, nullable=False),
    Column("facility_name", Text, nullable=False),
    Column("facility_type", Text),
    Column("facility_website", Text),
    Column("facility_phones", Text, nullable=False),
    Column("area", Text),
    Column("region", Text),
    Column("settlement", Text),
    Column("settlement_type", Text),
    Column("street_type", Text),
    Column("street", Text),
    Column("building", Text),
    Column("zip", Text),
    Column("latitude", Double),
    Column("longitude", Double),
    Column("phones", Text, nullable=False),
    Column("hours", Text, nullable=False),
    Column("specialities", Text, nullable=False),
    Column("contract_ends_on", Date),
    Index(None, "generation", "division_id"),
    Index(None, "generation", "latitude"),
    comment="Places of open facilities with a contract",
    sqlite_with_rowid=False,
)

directory_doctors = Table(
    "directory_doctors",
    metadata,
    Column("generation", Integer, primary_key=True, autoincrement=False),
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("division_key", Integer, nullable=False),
    Column("employee_id", Text, nullable=False),
    Column("party_id", Text, nullable=False),
    Column("last_name", Text, nullable=False),
    Column("first_name", Text, nullable=False),
    Column("second_name", Text),
    Column("gender", Text),
    Column("speciality", Text, nullable=False),
    Column("position", Text),
    Column("takes_declarations", Boolean, nullable=False),
    Column("declarations_limit", Integer),
    Column("declarations_count", Integer),
    Index(None, "generation", "party_id"),
    Index(None, "generation", "division_key"),
    comment="Doctors, one row for each place of work",
    sqlite_with_rowid=False,
)

DIRECTORY = (directory_state, directory_keys, directory_divisions, directory_doctors)
