"""Rich text: one list of what an editor can make and of what survives sanitising.

The list drives the buttons of the editor and the allow-list of the sanitiser (nh3), so the two cannot
drift. Sanitising happens on the way to the database, whichever door the text comes through: form,
import, shell, `bulk_create`, `update`.
"""

import html
from collections.abc import Iterable

from django_prose_editor.fields import ProseEditorField, create_sanitizer

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
}

sanitize = create_sanitizer(EXTENSIONS)


class RichTextField(ProseEditorField):
    """A text column that holds only HTML which the editor could have made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, extensions=EXTENSIONS, sanitize=sanitize, **kwargs)

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return sanitize(value) if isinstance(value, str) else value


def from_paragraphs(paragraphs: Iterable[str]) -> str:
    """Rich text of plain paragraphs, each escaped and in a `<p>` of its own."""
    return "\n".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
