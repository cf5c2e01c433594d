"""Keep conversations, preferences and the directory."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    _people()
    _structures()
    _services()


def downgrade() -> None:
    """Bring the schema back."""
    for table in (
        "closure",
        "service",
        "structure",
        "directory_state",
        "statistic",
        "erasure",
        "saved_search",
        "preference",
        "conversation",
    ):
        op.drop_table(table)


def _people() -> None:
    op.create_table(
        "conversation",
        sa.Column("uid", sa.LargeBinary(length=32), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("uid"),
    )
    op.create_table(
        "preference",
        sa.Column("uid", sa.LargeBinary(length=32), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("simple", sa.Boolean(), nullable=False),
        sa.Column("departement", sa.String(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("uid"),
    )
    op.create_table(
        "saved_search",
        sa.Column("token", sa.LargeBinary(length=32), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=32), nullable=False),
        sa.Column("search", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token"),
    )
    op.create_index("ix_saved_search_uid", "saved_search", ["uid"])
    op.create_table(
        "erasure",
        sa.Column("uid", sa.LargeBinary(length=32), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("uid"),
    )
    op.create_table(
        "statistic",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "name"),
    )


def _structures() -> None:
    op.create_table(
        "directory_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("fictional", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "structure",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("nom", sa.String(), nullable=False),
        sa.Column("date_maj", sa.Date(), nullable=False),
        sa.Column("description", sa.String(), nullable=True),
        sa.Column("lien_source", sa.String(), nullable=True),
        sa.Column("siret", sa.String(), nullable=True),
        sa.Column("commune", sa.String(), nullable=True),
        sa.Column("code_postal", sa.String(), nullable=True),
        sa.Column("code_insee", sa.String(), nullable=True),
        sa.Column("adresse", sa.String(), nullable=True),
        sa.Column("complement_adresse", sa.String(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("telephone", sa.String(), nullable=True),
        sa.Column("courriel", sa.String(), nullable=True),
        sa.Column("site_web", sa.String(), nullable=True),
        sa.Column("horaires_accueil", sa.String(), nullable=True),
        sa.Column("accessibilite_lieu", sa.String(), nullable=True),
        sa.Column("reseaux_porteurs", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("fictional", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_structure_source", "structure", ["source"])


def _services() -> None:
    op.create_table(
        "service",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("structure_id", sa.String(), nullable=False),
        sa.Column("nom", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("lien_source", sa.String(), nullable=True),
        sa.Column("date_maj", sa.Date(), nullable=False),
        sa.Column("type", sa.String(), nullable=True),
        sa.Column("thematiques", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("frais", sa.String(), nullable=True),
        sa.Column("frais_precisions", sa.String(), nullable=True),
        sa.Column("publics", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("publics_precisions", sa.String(), nullable=True),
        sa.Column("conditions_acces", sa.String(), nullable=True),
        sa.Column("commune", sa.String(), nullable=True),
        sa.Column("code_postal", sa.String(), nullable=True),
        sa.Column("code_insee", sa.String(), nullable=True),
        sa.Column("adresse", sa.String(), nullable=True),
        sa.Column("complement_adresse", sa.String(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("telephone", sa.String(), nullable=True),
        sa.Column("courriel", sa.String(), nullable=True),
        sa.Column("modes_accueil", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("zone_eligibilite", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("contact_nom_prenom", sa.String(), nullable=True),
        sa.Column("lien_mobilisation", sa.String(), nullable=True),
        sa.Column("modes_mobilisation", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("mobilisable_par", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("mobilisation_precisions", sa.String(), nullable=True),
        sa.Column("volume_horaire_hebdomadaire", sa.Float(), nullable=True),
        sa.Column("nombre_semaines", sa.Integer(), nullable=True),
        sa.Column("horaires_accueil", sa.String(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("fictional", sa.Boolean(), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("place_latitude", sa.Float(), nullable=True),
        sa.Column("place_longitude", sa.Float(), nullable=True),
        sa.Column("flags", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["structure_id"],
            ["structure.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_service_place", "service", ["place"])
    op.create_index("ix_service_source", "service", ["source"])
    op.create_index("ix_service_structure_id", "service", ["structure_id"])
    op.create_table(
        "closure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("structure_id", sa.String(), nullable=True),
        sa.Column("service_id", sa.String(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("message", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
        ),
        sa.ForeignKeyConstraint(
            ["structure_id"],
            ["structure.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_closure_service_id", "closure", ["service_id"])
    op.create_index("ix_closure_structure_id", "closure", ["structure_id"])
