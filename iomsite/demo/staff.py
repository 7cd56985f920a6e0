"""The two accounts of the demonstration site."""

import secrets

from django.contrib.auth.models import Permission, User

EDITOR = "editor"
PUBLISHER = "publisher"

_EDITED_APPS = ("newsroom", "org", "menus")
_WRITTEN_BY_WORKFLOW = {"agreement", "edition", "editioncontact", "event", "languagestate"}
_LINES_OF_A_FORM = {"coissuer", "contactnumber", "releasecontact"}


def ensure_staff() -> dict[str, str]:
    """Makes the accounts that are missing; gives the passwords of those made now, which nothing keeps."""
    return {name: _make(name) for name in (EDITOR, PUBLISHER) if not User.objects.filter(username=name).exists()}


def _make(name: str) -> str:
    password = secrets.token_urlsafe(12)
    user = User.objects.create_user(name, password=password, is_staff=True, is_superuser=name == PUBLISHER)
    if name == EDITOR:
        user.user_permissions.set(_may_edit())
    return password


def _may_edit() -> list[Permission]:
    """To add, change and see, but not to publish."""
    return [one for one in Permission.objects.filter(content_type__app_label__in=_EDITED_APPS) if _edits(one)]


def _edits(permission: Permission) -> bool:
    act, _joint, model = permission.codename.partition("_")
    if model in _WRITTEN_BY_WORKFLOW:
        return act == "view"
    return act in {"add", "change", "view"} or (act == "delete" and model in _LINES_OF_A_FORM)
