"""
The first tables. Written by makemigrations, reviewed by hand, with two things Django cannot say:

- profiles are clustered by (region, subject): a village's profiles lie side by side on the disk;
- the database itself refuses to change or delete what sources said and what the journal holds.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

PROFILES = """
CREATE TABLE store_profile (
    region varchar(12) NOT NULL,
    subject_id bigint NOT NULL REFERENCES store_subject (id) DEFERRABLE INITIALLY DEFERRED,
    is_household bool NOT NULL,
    household_id bigint NULL,
    is_resident bool NOT NULL,
    document text NOT NULL,
    PRIMARY KEY (region, subject_id)
)"""

# Table → columns whose change is refused ("" = any); DELETE is refused for all but the values of the journal,
# which may be erased (right to deletion) while the chain still verifies.
SAID = "source_import_id, sheet, row, day, family, is_household_row, person_values, household_values"
UNCHANGING = {"store_statement": SAID, "store_journalentry": "", "store_journalvalues": ""}
UNDELETABLE = ("store_import", "store_statement", "store_snapshot", "store_journalentry")


def create_profiles(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """WITHOUT ROWID makes the primary key the table's own order on SQLite; PostgreSQL can CLUSTER by it."""
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    schema_editor.execute(PROFILES + (" WITHOUT ROWID" if is_sqlite else ""))


def drop_profiles(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Back to nothing."""
    schema_editor.execute("DROP TABLE store_profile")


def guard_history(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Triggers that refuse to change or delete history."""
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    if not is_sqlite:
        schema_editor.execute(
            "CREATE FUNCTION store_history_stays() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'history stays: % on %', TG_OP, TG_TABLE_NAME; END $$",
            params=None,  # the two percent signs are PostgreSQL's, not places for parameters
        )
    for table, columns in UNCHANGING.items():
        event = f"UPDATE OF {columns}" if columns else "UPDATE"
        _guard(schema_editor, f"{table}_unchanged", event, table, is_sqlite)
    for table in UNDELETABLE:
        _guard(schema_editor, f"{table}_kept", "DELETE", table, is_sqlite)


def _guard(schema_editor: BaseDatabaseSchemaEditor, name: str, event: str, table: str, is_sqlite: bool) -> None:
    """One trigger that refuses one kind of change."""
    body = "BEGIN SELECT RAISE(ABORT, 'history stays'); END" if is_sqlite else "EXECUTE FUNCTION store_history_stays()"
    schema_editor.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {body}")


def unguard_history(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Back to tables without triggers."""
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    names = [(f"{table}_unchanged", table) for table in UNCHANGING]
    names += [(f"{table}_kept", table) for table in UNDELETABLE]
    for name, table in names:
        schema_editor.execute(f"DROP TRIGGER {name}" + ("" if is_sqlite else f" ON {table}"))
    if not is_sqlite:
        schema_editor.execute("DROP FUNCTION store_history_stays()")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='JournalEntry',
            fields=[
                ('seq', models.BigIntegerField(primary_key=True, serialize=False)),
                ('at', models.CharField(max_length=40)),
                ('actor', models.CharField(max_length=150)),
                ('action', models.CharField(max_length=100)),
                ('object', models.CharField(max_length=200)),
                ('commitment', models.CharField(max_length=64)),
                ('prev', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='Import',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(max_length=12)),
                ('source', models.CharField(max_length=200)),
                ('file_name', models.CharField(max_length=255)),
                ('sha256', models.CharField(max_length=64)),
                ('day', models.CharField(max_length=10)),
                ('is_partial', models.BooleanField(default=False)),
                ('is_village_answer', models.BooleanField(default=False)),
                ('author', models.CharField(max_length=150)),
                ('recorded_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('accepted', models.PositiveIntegerField()),
                ('notes', models.TextField(default='[]')),
                ('refused', models.TextField(default='[]')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('region', 'source', 'sha256', 'day'), name='one_live_import_per_file')],
            },
        ),
        migrations.CreateModel(
            name='JournalValues',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='detail', serialize=False, to='store.journalentry')),
                ('salt', models.CharField(max_length=64)),
                ('document', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='Region',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=12)),
                ('name', models.CharField(max_length=100)),
                ('valid_from', models.CharField(max_length=10)),
                ('valid_to', models.CharField(max_length=10, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('code',), name='one_name_per_region')],
            },
        ),
        migrations.CreateModel(
            name='RememberedBinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('issuer', models.CharField(max_length=200)),
                ('path_key', models.CharField(max_length=500)),
                ('element_key', models.CharField(blank=True, max_length=200)),
                ('author', models.CharField(max_length=150)),
                ('recorded_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['issuer', 'path_key'], name='binding_by_issuer')],
            },
        ),
        migrations.CreateModel(
            name='Snapshot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sheet', models.CharField(max_length=100)),
                ('element_key', models.CharField(max_length=200)),
                ('day', models.CharField(max_length=10)),
                ('source_import', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='snapshots', to='store.import')),
            ],
        ),
        migrations.CreateModel(
            name='Subject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(max_length=12)),
                ('is_household', models.BooleanField()),
                ('is_resident', models.BooleanField(default=True)),
                ('name', models.CharField(blank=True, default='', max_length=200)),
                ('id_number', models.CharField(blank=True, default='', max_length=40)),
                ('household', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='store.subject')),
            ],
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sheet', models.CharField(max_length=100)),
                ('row', models.PositiveIntegerField()),
                ('day', models.CharField(max_length=10)),
                ('family', models.CharField(blank=True, default='', max_length=200)),
                ('is_household_row', models.BooleanField(default=False)),
                ('person_values', models.TextField()),
                ('household_values', models.TextField()),
                ('source_import', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='store.import')),
                ('household', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='household_statements', to='store.subject')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='store.subject')),
            ],
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(create_profiles, drop_profiles)],
            state_operations=[
                migrations.CreateModel(
                    name='Profile',
                    fields=[
                        ('pk', models.CompositePrimaryKey('region', 'subject_id', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('region', models.CharField(max_length=12)),
                        ('is_household', models.BooleanField()),
                        ('household_id', models.BigIntegerField(null=True)),
                        ('is_resident', models.BooleanField()),
                        ('document', models.TextField()),
                        ('subject', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.subject')),
                    ],
                ),
            ],
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(max_length=12)),
                ('is_household', models.BooleanField(default=False)),
                ('why', models.CharField(max_length=500)),
                ('raised_at', models.DateTimeField()),
                ('lapsed_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('answered_by', models.CharField(blank=True, default='', max_length=150)),
                ('is_same', models.BooleanField(null=True)),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.statement')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.statement')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('first', 'second', 'is_household'), name='one_question_per_pair')],
            },
        ),
        migrations.AddIndex(
            model_name='subject',
            index=models.Index(fields=['region', 'name'], name='subject_by_name'),
        ),
        migrations.AddIndex(
            model_name='subject',
            index=models.Index(fields=['id_number'], name='subject_by_id_number'),
        ),
        migrations.RunPython(guard_history, unguard_history),
    ]
