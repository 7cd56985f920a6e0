"""The menu in the languages that the archived page does not speak."""

from iomsite.demo.rows import Row, columns, ensure, read
from iomsite.menus.models import MenuSection
from org.translated import raw


def load_menu_words() -> None:
    """Fills the empty words of the imported French sections and adds the sections that the archive lacks."""
    menu = read("menu")
    for row in menu["words"]:
        for section in MenuSection.objects.filter(label_fr=row["fr"]):
            _fill(section, row)
    for row in menu["sections"]:
        ensure(MenuSection, row | {"shown_in": list(row["label"])}, ("label", "view"))


def _fill(section: MenuSection, row: Row) -> None:
    """Only a language without a label is filled and shown: what staff wrote or hid stays."""
    empty = [language for language in row["label"] if not raw(section, "label", language)]
    if not empty:
        return
    for name, text in columns({"label": row["label"], "introduction": row.get("introduction", {})}).items():
        if name.rpartition("_")[2] in empty and not getattr(section, name):
            setattr(section, name, text)
    section.shown_in = [*section.shown_in, *(language for language in empty if language not in section.shown_in)]
    section.save()
