"""The directory of facilities and doctors: what ЕСОЗ exports, and what patients see of it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_TABLES = (
    "directory_doctors",
    "directory_divisions",
    "directory_keys",
    "directory_state",
    "source_declarations_limit",
    "source_employee_roles",
    "source_employees",
    "source_parties",
    "source_healthcare_services",
    "source_contract_divisions",
    "source_divisions",
    "source_legal_entities",
)


def upgrade() -> None:
    _create_facilities()
    _create_contracts_and_services()
    _create_people()
    _create_limits()
    _create_state()
    _create_keys()
    _create_shown_divisions()
    _create_shown_doctors()


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)


def _text(name: str, *, needed: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=not needed)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _number(name: str, *, needed: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=not needed, autoincrement=False)


def _create_source(
    name: str, *columns: sa.Column[Any], key: tuple[str, ...], comment: str
) -> None:
    op.create_table(
        name,
        *columns,
        _number("seen_in"),
        sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"),
        comment=comment,
        sqlite_with_rowid=False,
    )


def _create_facilities() -> None:
    _create_source(
        "source_legal_entities",
        _text("id", needed=True),
        _text("name", needed=True),
        _text("type"),
        _flag("is_open"),
        _text("website"),
        _text("phones", needed=True),
        key=("id",),
        comment="Facilities",
    )
    _create_source(
        "source_divisions",
        _text("id", needed=True),
        _text("legal_entity_id", needed=True),
        _text("name", needed=True),
        _text("type"),
        _flag("is_open"),
        *_address(),
        _text("phones", needed=True),
        _text("hours", needed=True),
        key=("id",),
        comment="Places of facilities",
    )


def _address() -> tuple[sa.Column[Any], ...]:
    parts = ("area", "region", "settlement", "settlement_type", "street_type", "street")
    texts = (_text(part) for part in (*parts, "building", "zip"))
    return (*texts, sa.Column("latitude", sa.Double), sa.Column("longitude", sa.Double))


def _create_contracts_and_services() -> None:
    _create_source(
        "source_contract_divisions",
        _text("division_id", needed=True),
        _text("contract_id", needed=True),
        _flag("is_active"),
        sa.Column("starts_on", sa.Date),
        sa.Column("ends_on", sa.Date),
        key=("division_id", "contract_id"),
        comment="Which places have a contract with the National Health Service",
    )
    _create_source(
        "source_healthcare_services",
        _text("id", needed=True),
        _text("division_id", needed=True),
        _text("speciality"),
        _flag("is_active"),
        key=("id",),
        comment="What is done at a place",
    )
    _index("source_healthcare_services", "division_id")


def _create_people() -> None:
    _create_source(
        "source_parties",
        _text("id", needed=True),
        _text("last_name", needed=True),
        _text("first_name", needed=True),
        _text("second_name"),
        _text("gender"),
        key=("id",),
        comment="Doctors as people",
    )
    _create_source(
        "source_employees",
        _text("id", needed=True),
        _text("party_id", needed=True),
        _text("legal_entity_id", needed=True),
        _text("division_id"),
        _flag("is_doctor"),
        _flag("is_working"),
        _text("position"),
        _text("speciality"),
        sa.Column("ends_on", sa.Date),
        key=("id",),
        comment="Doctors as employees of a facility",
    )
    _index("source_employees", "division_id")
    _create_source(
        "source_employee_roles",
        _text("id", needed=True),
        _text("employee_id", needed=True),
        _text("healthcare_service_id", needed=True),
        _flag("is_active"),
        sa.Column("ends_on", sa.Date),
        key=("id",),
        comment="Which employee does which service",
    )
    _index("source_employee_roles", "employee_id")


def _create_limits() -> None:
    _create_source(
        "source_declarations_limit",
        _text("party_id", needed=True),
        _number("declarations_limit"),
        _number("declarations_count"),
        key=("party_id",),
        comment="How many declarations a doctor has and may have",
    )


def _create_state() -> None:
    state = op.create_table(
        "directory_state",
        _number("id"),
        _number("generation"),
        sa.Column("snapshot_on", sa.Date),
        sa.Column("counted_on", sa.Date),
        sa.Column("synced_at", _MOMENT),
        sa.Column("full_synced_at", _MOMENT),
        _number("doctors"),
        _number("divisions"),
        _text("failure"),
        sa.Column("failed_at", _MOMENT),
        _number("run"),
        sa.Column("running_until", _MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_directory_state"),
        comment="One row: which generation is shown, and which run of the sync may write",
    )
    first = {"id": 1, "generation": 0, "doctors": 0, "divisions": 0, "run": 0}
    op.bulk_insert(state, [first])


def _create_keys() -> None:
    op.create_table(
        "directory_keys",
        _number("key"),
        _text("division_id", needed=True),
        _text("employee_id", needed=True),
        sa.PrimaryKeyConstraint("key", name="pk_directory_keys"),
        comment="The short ids in buttons and links; never removed, so that none gets a new"
        " meaning",
    )
    _index("directory_keys", "division_id", "employee_id", unique=True)


def _create_shown_divisions() -> None:
    op.create_table(
        "directory_divisions",
        _number("generation"),
        _number("key"),
        _text("division_id", needed=True),
        _text("name", needed=True),
        _text("type"),
        _text("facility_id", needed=True),
        _text("facility_name", needed=True),
        _text("facility_type"),
        _text("facility_website"),
        _text("facility_phones", needed=True),
        *_address(),
        _text("phones", needed=True),
        _text("hours", needed=True),
        _text("specialities", needed=True),
        sa.Column("contract_ends_on", sa.Date),
        sa.PrimaryKeyConstraint("generation", "key", name="pk_directory_divisions"),
        comment="Places of open facilities with a contract",
        sqlite_with_rowid=False,
    )
    _index("directory_divisions", "generation", "division_id")
    _index("directory_divisions", "generation", "latitude")


def _create_shown_doctors() -> None:
    op.create_table(
        "directory_doctors",
        _number("generation"),
        _number("key"),
        _number("division_key"),
        _text("employee_id", needed=True),
        _text("party_id", needed=True),
        _text("last_name", needed=True),
        _text("first_name", needed=True),
        _text("second_name"),
        _text("gender"),
        _text("speciality", needed=True),
        _text("position"),
        _flag("takes_declarations"),
        _number("declarations_limit", needed=False),
        _number("declarations_count", needed=False),
        sa.PrimaryKeyConstraint("generation", "key", name="pk_directory_doctors"),
        comment="Doctors, one row for each place of work",
        sqlite_with_rowid=False,
    )
    _index("directory_doctors", "generation", "party_id")
    _index("directory_doctors", "generation", "division_key")


def _index(table: str, *columns: str, unique: bool = False) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns), unique=unique)
