"""Keep what becomes of the directory."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)
_PERSON = sa.LargeBinary(length=32)


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("structure", sa.Column("added_in", sa.Integer(), nullable=True))
    op.add_column("service", sa.Column("added_in", sa.Integer(), nullable=True))
    op.add_column("service", sa.Column("withdrawn_on", sa.Date(), nullable=True))
    op.create_table(
        "import_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("actor", _PERSON, nullable=True),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.Column("undone_at", _INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    _changes()
    op.create_table(
        "correction",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("row", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("said", sa.JSON(), nullable=True),
        sa.Column("at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("kind", "row", "field"),
    )


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_table("correction")
    op.drop_table("directory_change")
    op.drop_table("import_run")
    op.drop_column("service", "withdrawn_on")
    op.drop_column("service", "added_in")
    op.drop_column("structure", "added_in")


def _changes() -> None:
    op.create_table(
        "directory_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("row", sa.String(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("actor", _PERSON, nullable=True),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_directory_change_row", "directory_change", ["kind", "row"])
    op.create_index("ix_directory_change_run", "directory_change", ["run"])
    op.create_index("ix_directory_change_at", "directory_change", ["at"])
