"""Keep searches of which people want to know what is new."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0012"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "alert",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=32), nullable=False),
        sa.Column("looked", sa.BigInteger(), nullable=True),
        sa.Column("due_at", _INSTANT, nullable=True),
        sa.Column("told_at", _INSTANT, nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("consent", sa.SmallInteger(), nullable=False),
        sa.Column("since", _INSTANT, nullable=False),
        sa.Column("consented_at", _INSTANT, nullable=False),
        sa.Column("asked_at", _INSTANT, nullable=True),
        sa.Column("contact", sa.LargeBinary(), nullable=False),
        sa.Column("search", sa.LargeBinary(), nullable=False),
        sa.Column("places", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_alert_uid", "alert", ["uid"])
    op.create_index("ix_alert_looked", "alert", ["looked", "uid"])
    op.create_index("ix_alert_due", "alert", ["due_at"])


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_table("alert")
