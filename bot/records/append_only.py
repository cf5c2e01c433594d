"""The database itself refuses to change a row of the audit, or to erase one too early."""

from __future__ import annotations

from sqlalchemy import DDL, event
from sqlmodel import SQLModel

from bot.records.tables import Audit

# `cursor.value` begins with the number of the last row that may go (`bot.records.audit`).
SQLITE = (
    """
    CREATE TRIGGER audit_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END
    """,
    """
    CREATE TRIGGER audit_delete BEFORE DELETE ON audit
    WHEN OLD.id > COALESCE((SELECT CAST(value AS INTEGER) FROM cursor WHERE door = 'audit-start'), 0)
    BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END
    """,
)
POSTGRESQL = (
    """
    CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'DELETE' AND OLD.id <=
        COALESCE((SELECT split_part(value, ' ', 1)::bigint FROM cursor WHERE door = 'audit-start'), 0)
    THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'the audit is never changed'; END $$
    """,
    """
    CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuse()
    """,
)

for _dialect, _statements in (("sqlite", SQLITE), ("postgresql", POSTGRESQL)):
    for _statement in _statements:
        event.listen(
            SQLModel.metadata.tables[str(Audit.__tablename__)],
            "after_create",
            DDL(_statement).execute_if(dialect=_dialect),  # type: ignore[no-untyped-call]
        )
