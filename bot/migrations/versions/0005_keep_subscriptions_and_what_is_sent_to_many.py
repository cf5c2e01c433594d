"""Keep subscriptions, and what is sent to many people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OF_MANY = sa.text("campaign IS NOT NULL")


def upgrade() -> None:
    """Bring the schema forward."""
    _subscriptions()
    _campaigns()
    op.add_column("outbox", sa.Column("campaign", _NUMBER, nullable=True))
    op.create_index("ix_outbox_campaign", "outbox", ["campaign"], sqlite_where=_OF_MANY, postgresql_where=_OF_MANY)


def _subscriptions() -> None:
    op.create_table(
        "subscription",
        sa.Column("uid", sa.LargeBinary(length=32), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("contact", sa.LargeBinary(), nullable=False),
        sa.Column("territories", sa.String(), nullable=False),
        sa.Column("axes", sa.String(), nullable=False),
        sa.Column("moments", sa.String(), nullable=False),
        sa.Column("kept", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("consent", sa.SmallInteger(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("consented_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("uid"),
    )
    op.create_index("ix_subscription_place", "subscription", ["platform", "place"])


def _campaigns() -> None:
    op.create_table(
        "campaign",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("moment", sa.String(), nullable=False),
        sa.Column("territories", sa.String(), nullable=False),
        sa.Column("axes", sa.String(), nullable=False),
        sa.Column("languages", sa.String(), nullable=False),
        sa.Column("texts", sa.String(), nullable=False),
        sa.Column("of", _NUMBER, nullable=True),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("legs", sa.String(), nullable=False),
        sa.Column("night", sa.Boolean(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("author", sa.LargeBinary(length=32), nullable=True),
        sa.Column("approver", sa.LargeBinary(length=32), nullable=True),
        sa.Column("contact", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("gone", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("in_doubt", sa.Integer(), nullable=False),
        sa.Column("repeated", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_campaign_status", "campaign", ["status"])


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_index("ix_outbox_campaign", "outbox")
    op.drop_column("outbox", "campaign")
    op.drop_table("campaign")
    op.drop_table("subscription")
