"""Say what is to be forgotten, and keep asked exports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("erasure", sa.Column("forgotten_at", _INSTANT, nullable=True))
    # Nobody knows any more which of them were a STOP: to forget too much is the lesser wrong.
    op.execute("UPDATE erasure SET forgotten_at = erased_at")


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_column("erasure", "forgotten_at")
