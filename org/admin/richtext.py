"""The editor of rich text under the admin's content security policy."""

from django_prose_editor.widgets import AdminProseEditorWidget
from js_asset import Media, Script


class Editor(AdminProseEditorWidget):
    """Without the style sheet that the editor injects and the policy forbids; `editor.css` has its rules."""

    @property
    def media(self) -> Media:
        # The first module to run is the one that stands first.
        own = Media(css={"all": ["admin/iomsite/editor.css"]}, js=[Script("admin/iomsite/editor.js", type="module")])
        return own + super().media
