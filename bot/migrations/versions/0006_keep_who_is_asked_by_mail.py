"""Keep who is asked by mail whether they want reminders, and the mail address of an agent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "mail_request",
        sa.Column("mailbox", sa.LargeBinary(length=32), nullable=False),
        sa.Column("token", sa.LargeBinary(length=32), nullable=False),
        sa.Column("request", sa.LargeBinary(), nullable=False),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("mailbox"),
        sa.UniqueConstraint("token"),
    )
    op.add_column("agent", sa.Column("mail", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_column("agent", "mail")
    op.drop_table("mail_request")
