"""Keep who is in charge of a place and is asked about it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "steward",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=32), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("consent", sa.SmallInteger(), nullable=False),
        sa.Column("since", _INSTANT, nullable=False),
        sa.Column("consented_at", _INSTANT, nullable=False),
        sa.Column("due_at", _INSTANT, nullable=True),
        sa.Column("asked_at", _INSTANT, nullable=True),
        sa.Column("asks", sa.SmallInteger(), nullable=False),
        sa.Column("shown", sa.String(), nullable=True),
        sa.Column("told_at", _INSTANT, nullable=True),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.Column("contact", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    for column, name in (("uid", "uid"), ("service", "service"), ("due_at", "due")):
        op.create_index(f"ix_steward_{name}", "steward", [column])
    op.create_table(
        "steward_code",
        sa.Column("key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("secret", sa.LargeBinary(length=32), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("wrong", sa.SmallInteger(), nullable=False),
        sa.Column("made_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_steward_code_service", "steward_code", ["service"])
    op.add_column("report", sa.Column("steward", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_column("report", "steward")
    op.drop_table("steward_code")
    op.drop_table("steward")
