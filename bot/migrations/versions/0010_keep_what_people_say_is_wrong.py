"""Keep what people say is wrong."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "report",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=32), nullable=False),
        sa.Column("contact", sa.LargeBinary(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("said", sa.LargeBinary(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("sent_at", _INSTANT, nullable=False),
        sa.Column("counted_from", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_report_service", "report", ["service"])
    op.create_index("ix_report_uid", "report", ["uid"])


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_table("report")
