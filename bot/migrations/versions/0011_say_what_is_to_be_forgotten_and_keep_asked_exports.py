"""Say what is to be forgotten, and keep asked exports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)
_PERSON = sa.LargeBinary(length=32)


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("erasure", sa.Column("forgotten_at", _INSTANT, nullable=True))
    # Nobody knows any more which of them were a STOP: to forget too much is the lesser wrong.
    op.execute("UPDATE erasure SET forgotten_at = erased_at")
    op.create_table(
        "offer_export",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("uid", _PERSON, nullable=False),
        sa.Column("contact", sa.LargeBinary(), nullable=False),
        sa.Column("author", _PERSON, nullable=False),
        sa.Column("approver", _PERSON, nullable=True),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("axis", sa.String(), nullable=False),
        sa.Column("profile", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("asked_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_offer_export_uid", "offer_export", ["uid"])


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_table("offer_export")
    op.drop_column("erasure", "forgotten_at")
