"""Keep files of services that wait for a second person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_PERSON = sa.LargeBinary(length=32)


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "import_wish",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("uid", _PERSON, nullable=False),
        sa.Column("contact", sa.LargeBinary(), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=False),
        sa.Column("author", _PERSON, nullable=False),
        sa.Column("approver", _PERSON, nullable=True),
        sa.Column("territories", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("fields", sa.String(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_import_wish_uid", "import_wish", ["uid"])


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_table("import_wish")
