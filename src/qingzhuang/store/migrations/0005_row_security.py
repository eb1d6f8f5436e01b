"""
Row security: PostgreSQL itself shows a connection the rows of the regions it was told, and no others.

`app.scopes` (store/rowsecurity.py): prefixes of region codes by commas, `*` for all; told nothing, a connection
sees nothing. FORCE: the owner of the tables is bound as well. SQLite has no such thing; there the queries' own
scopes stand alone, in one process on one machine.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SEES = """
CREATE FUNCTION store_sees(region text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(current_setting('app.scopes', true), '') = '*' OR EXISTS (
        SELECT 1 FROM unnest(string_to_array(coalesce(current_setting('app.scopes', true), ''), ',')) AS scope
        WHERE scope <> '' AND starts_with(region, scope)
    )
$$"""
# Tables that hold something about people, by how a row tells its region.
BY_REGION = ("store_subject", "store_profile", "store_question", "store_sentform", "store_import")
BY_IMPORT = ("store_statement", "store_villagestatement", "store_snapshot")
# What villages told the gate in confidence: their own row, and the gate's desk (`app.desk`).
IN_CONFIDENCE = ("store_pollanswer",)
_OWN = "store_sees(region)"
_IMPORTED = "EXISTS (SELECT 1 FROM store_import AS i WHERE i.id = source_import_id AND store_sees(i.region))"
_CONFIDED = f"{_OWN} OR current_setting('app.desk', true) = 'gate'"


def lock(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put a policy on every table; reading and writing obey the same condition."""
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute(SEES, params=None)
    for tables, condition in ((BY_REGION, _OWN), (BY_IMPORT, _IMPORTED), (IN_CONFIDENCE, _CONFIDED)):
        for table in tables:
            schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            schema_editor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            schema_editor.execute(
                f"CREATE POLICY own_regions ON {table} USING ({condition}) WITH CHECK ({condition})"
            )


def unlock(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Back to tables that show everything."""
    if schema_editor.connection.vendor != "postgresql":
        return
    for table in (*BY_REGION, *BY_IMPORT, *IN_CONFIDENCE):
        schema_editor.execute(f"DROP POLICY own_regions ON {table}")
        schema_editor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        schema_editor.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
    schema_editor.execute("DROP FUNCTION store_sees(text)")


class Migration(migrations.Migration):

    dependencies = [
        ("store", "0004_guards"),
    ]

    operations = [
        migrations.RunPython(lock, unlock),
    ]
