"""Keep agents, their invitations, and what they do."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.records.append_only import POSTGRESQL, SQLITE

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema forward."""
    _agent()
    _invitation()
    _audit()


def downgrade() -> None:
    """Bring the schema back."""
    for table in ("audit", "invitation", "agent"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_refuse()")


def _agent() -> None:
    op.create_table(
        "agent",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=32), nullable=False),
        sa.Column("author", sa.LargeBinary(length=32), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("label", sa.LargeBinary(), nullable=False),
        sa.Column("contact", sa.LargeBinary(), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_agent_author", "agent", ["author"])
    op.create_index("ix_agent_uid", "agent", ["uid"])


def _invitation() -> None:
    op.create_table(
        "invitation",
        sa.Column("key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("secret", sa.LargeBinary(length=32), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("label", sa.LargeBinary(), nullable=False),
        sa.Column("wrong", sa.SmallInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", ROW_NUMBER, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.LargeBinary(length=32), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[op.get_bind().dialect.name]:
        op.execute(statement)
