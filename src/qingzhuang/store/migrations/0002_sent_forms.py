"""
Forms that were sent out, so that they are known again when they come back; and what they say of a village.

As in 0001, the database itself refuses to change or delete what was said.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLE = "store_villagestatement"
GUARDS = {f"{TABLE}_unchanged": "UPDATE", f"{TABLE}_kept": "DELETE"}


def guard_history(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Triggers that refuse to change or delete what was said of a village."""
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    body = "BEGIN SELECT RAISE(ABORT, 'history stays'); END" if is_sqlite else "EXECUTE FUNCTION store_history_stays()"
    for name, event in GUARDS.items():
        schema_editor.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {TABLE} FOR EACH ROW {body}")


def unguard_history(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Back to a table without triggers."""
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for name in GUARDS:
        schema_editor.execute(f"DROP TRIGGER {name}" + ("" if is_sqlite else f" ON {TABLE}"))


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='FormTemplate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('suffix', models.CharField(max_length=10)),
                ('title', models.TextField()),
                ('prints', models.TextField()),
                ('content', models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name='SentForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(max_length=12)),
                ('file_name', models.CharField(max_length=255)),
                ('issuer', models.CharField(blank=True, default='', max_length=200)),
                ('who', models.TextField(blank=True, default='')),
                ('on', models.CharField(max_length=10)),
                ('after_import', models.BigIntegerField()),
                ('author', models.CharField(max_length=150)),
                ('recorded_at', models.DateTimeField()),
                ('template', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sent', to='store.formtemplate')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('region', 'template', 'who', 'on'), name='one_sent_form')],
            },
        ),
        migrations.CreateModel(
            name='VillageStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sheet', models.CharField(max_length=100)),
                ('row', models.PositiveIntegerField()),
                ('said', models.TextField()),
                ('source_import', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='village_statements', to='store.import')),
            ],
        ),
        migrations.RunPython(guard_history, unguard_history),
    ]
