"""Rows out of the content files: read, spread over the languages, added where they are missing."""

import tomllib
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any

from django.db.models import Model, Q

CONTENT = Path(__file__).resolve().parent / "content"

Row = dict[str, Any]


def read(name: str) -> Row:
    """A file of the content folder, by its name without `.toml`."""
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


def columns(row: Row) -> Row:
    """The row with a column a language where the file has a table of languages: name.fr → name_fr."""
    spread: Row = {}
    for name, value in row.items():
        if isinstance(value, dict):
            spread |= {f"{name}_{language}": text for language, text in value.items()}
        else:
            spread[name] = value
    return spread


def ensure(model: type[Model], row: Row, known_by: tuple[str, ...]) -> tuple[Model, bool]:
    """The row that is there already, or a new one, and whether it is new.

    It is there if any one of the fields `known_by` (in any language) still says what the file says: a row stays
    itself whichever of its names staff have edited.
    """
    values = columns(row)
    names = [name for name in values if name in known_by or name.rpartition("_")[0] in known_by]
    known = reduce(or_, (Q(**{name: values[name]}) for name in names))
    there = model.objects.filter(known).order_by("pk").first()
    return (there, False) if there else (model.objects.create(**values), True)
