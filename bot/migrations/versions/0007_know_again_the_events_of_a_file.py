"""Know again the events of a file."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("event", sa.Column("source", sa.String(), server_default="", nullable=False))
    op.add_column("event", sa.Column("imported", sa.String(), server_default="", nullable=False))


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_column("event", "imported")
    op.drop_column("event", "source")
