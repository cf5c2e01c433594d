"""Keep which summaries were sent and count what has no answer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "bulletin",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "unanswered",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("commune", sa.String(), nullable=False),
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month", "commune", "need", "kind"),
    )


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_table("unanswered")
    op.drop_table("bulletin")
