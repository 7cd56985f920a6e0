"""What Django's models cannot say of editions on both databases.

On PostgreSQL the database itself keeps the interval rules (DESIGN: intervals, addresses): one live edition a
release and language at any moment; a slug names one release a language at any moment; an empty interval
overlaps nothing. Elsewhere `newsroom.workflow` checks the same inside its transaction.

The index of lists has undated editions last. SQLite sorts so by itself and has no words for it in an index.
"""

from django.db import migrations

RULES = {
    "edition_one_live": "release_id WITH =, language WITH =, tstzrange(live_from, live_until) WITH &&",
    "edition_one_slug": "language WITH =, slug WITH =, release_id WITH <>, tstzrange(live_from, live_until) WITH &&",
}
LIST_INDEX = (
    "CREATE INDEX edition_list ON newsroom_edition (language, released_on DESC{}, first_published_at DESC, id DESC)"
)


def add(apps, schema_editor):
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute(LIST_INDEX.format(" NULLS LAST" if on_postgresql else ""))
    if on_postgresql:
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
        for name, rule in RULES.items():
            schema_editor.execute(f"ALTER TABLE newsroom_edition ADD CONSTRAINT {name} EXCLUDE USING gist ({rule})")


def remove(apps, schema_editor):
    schema_editor.execute("DROP INDEX edition_list")
    if schema_editor.connection.vendor == "postgresql":
        for name in RULES:
            schema_editor.execute(f"ALTER TABLE newsroom_edition DROP CONSTRAINT {name}")


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0001_initial")]
    operations = [migrations.RunPython(add, remove)]
