"""Keep offers to take part."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)
_PERSON = sa.LargeBinary(length=32)


def upgrade() -> None:
    """Bring the schema forward."""
    _offer()
    _offer_line()
    op.create_table(
        "offer_draft",
        sa.Column("uid", _PERSON, nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("uid"),
    )


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_table("offer_draft")
    op.drop_table("offer_line")
    op.drop_table("offer")


def _offer() -> None:
    op.create_table(
        "offer",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("uid", _PERSON, nullable=False),
        sa.Column("contact", sa.LargeBinary(), nullable=False),
        sa.Column("profile", sa.String(), nullable=False),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("commune", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("means", sa.String(), nullable=False),
        sa.Column("proposal", sa.LargeBinary(), nullable=False),
        sa.Column("reach", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("consent", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("assignee", _PERSON, nullable=True),
        sa.Column("sent_at", _INSTANT, nullable=False),
        sa.Column("moved_at", _INSTANT, nullable=False),
        sa.Column("counted_from", _INSTANT, nullable=False),
        sa.Column("recalled_at", _INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_offer_territory", "offer", ["territory"])
    op.create_index("ix_offer_uid", "offer", ["uid"])


def _offer_line() -> None:
    op.create_table(
        "offer_line",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("uid", _PERSON, nullable=False),
        sa.Column("offer", sa.String(), nullable=False),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("actor", _PERSON, nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("written_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_offer_line_offer", "offer_line", ["offer"])
    op.create_index("ix_offer_line_uid", "offer_line", ["uid"])
    op.create_index(
        "ix_offer_line_untold",
        "offer_line",
        ["written_at"],
        sqlite_where=sa.text("told = 0"),
        postgresql_where=sa.text("told IS FALSE"),
    )
