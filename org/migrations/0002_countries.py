"""The countries, under the short names that the United Nations uses in each language.

The list is `org/data/countries.csv`: the Member States, the two observer States, and the Cook Islands and
Niue, which take part in the agencies. Rows that are there already stay as they are.
"""

import csv
from pathlib import Path

from django.db import migrations

COUNTRIES = Path(__file__).resolve().parent.parent / "data" / "countries.csv"
LANGUAGES = ("en", "fr", "es", "ar")


def load(apps, schema_editor):
    country = apps.get_model("org", "Country")
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        rows = [
            country(
                code=row["code"],
                region=row["region"],
                name=row["en"],
                **{f"name_{language}": row[language] for language in LANGUAGES},
            )
            for row in csv.DictReader(file)
        ]
    country.objects.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("org", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
