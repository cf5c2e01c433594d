"""Say which source told a closure, and let those of editors outlive the rows of imports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

# SQLite keeps no name for these; PostgreSQL gives them this one.
_NAMES = {"fk": "%(table_name)s_%(column_0_name)s_fkey"}


def upgrade() -> None:
    """Bring the schema forward."""
    with op.batch_alter_table("closure", naming_convention=_NAMES) as closure:
        closure.add_column(sa.Column("source", sa.String(), nullable=True))
        closure.drop_constraint("closure_service_id_fkey", type_="foreignkey")
        closure.drop_constraint("closure_structure_id_fkey", type_="foreignkey")
    op.execute(
        "UPDATE closure SET source = "
        "(SELECT structure.source FROM structure WHERE structure.id = closure.structure_id) "
        "WHERE structure_id IS NOT NULL"
    )


def downgrade() -> None:
    """Bring the schema back; closures of what is no longer there are forgotten."""
    for owner in ("service", "structure"):
        op.execute(
            f"DELETE FROM closure WHERE {owner}_id IS NOT NULL AND {owner}_id NOT IN (SELECT id FROM {owner})"  # noqa: S608 - the two names above
        )
    with op.batch_alter_table("closure", naming_convention=_NAMES) as closure:
        closure.create_foreign_key("closure_service_id_fkey", "service", ["service_id"], ["id"])
        closure.create_foreign_key("closure_structure_id_fkey", "structure", ["structure_id"], ["id"])
        closure.drop_column("source")
