"""README names every setting and every command, and nothing that is not there."""

import re
from pathlib import Path

from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text()
APPS = ("iomsite", "newsroom", "org")


def rows(heading):
    """The first cell of each row of the table below a heading."""
    section = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `([^`]+)`", section, flags=re.MULTILINE)


def test_every_setting_is_in_the_table():
    read = set(re.findall(r'env\.\w+\(\s*"(\w+)"', (ROOT / "iomsite" / "settings.py").read_text()))
    read |= set(re.findall(r'environ(?:\.get\(|\[)"(\w+)"', (ROOT / "iomsite/management/commands/demo.py").read_text()))
    assert len(read) >= 6
    assert set(rows("Settings")) == read - {"DJANGO_SETTINGS_MODULE"} | {"PORT"}


def test_every_command_is_in_the_table():
    ours = {name for name, app in get_commands().items() if app.split(".")[0] in APPS}
    assert {row.split()[1] for row in rows("Commands")} == ours


def test_every_target_of_make_is_named():
    targets = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), flags=re.MULTILINE)
    assert [target for target in targets if target != "help" and f"make {target}" not in README] == []


def test_the_house_is_as_drawn():
    drawing = README.split("\n## The house\n")[1].split("\n## ")[0]
    folders = re.findall(r"^    ([a-z]+)/ ", drawing, flags=re.MULTILINE)
    assert [folder for folder in folders if not (ROOT / folder).is_dir()] == []
    assert {"org", "newsroom", "iomsite", "templates", "static", "tests", "docs"} == set(folders)
