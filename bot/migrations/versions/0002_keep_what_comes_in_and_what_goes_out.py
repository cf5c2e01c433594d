"""Keep what comes in and what goes out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WAITING = sa.text("status = 0")
CLAIMED = sa.text("status = 1")


def upgrade() -> None:
    """Bring the schema forward."""
    _inbox()
    _outbox()
    op.create_table(
        "cursor",
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("door"),
    )


def downgrade() -> None:
    """Bring the schema back."""
    for table in ("cursor", "outbox", "inbox"):
        op.drop_table(table)


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", ROW_NUMBER, nullable=False),
        sa.Column("event", sa.LargeBinary(length=32), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=32), nullable=True),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("event"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_waiting", "inbox", ["uid", "id"], sqlite_where=WAITING, postgresql_where=WAITING)


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", ROW_NUMBER, nullable=False),
        sa.Column("ticket", sa.String(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=32), nullable=True),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("parcel", sa.LargeBinary(), nullable=True),
        sa.Column("bulk", sa.Boolean(), nullable=False),
        sa.Column("resend", sa.Boolean(), nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("doubts", sa.SmallInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    _index("ix_outbox_waiting", ["platform", "bulk", "id"], WAITING)
    _index("ix_outbox_claimed", ["platform"], CLAIMED)
    _index("ix_outbox_uid", ["uid"], WAITING)


def _index(name: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(name, "outbox", columns, sqlite_where=where, postgresql_where=where)
