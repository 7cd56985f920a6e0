"""Who may do what to which release. Every door asks here: the workflow, the admin, the commands."""

from django.contrib.auth.models import AnonymousUser, User

from newsroom.models import Release

WRITE = "newsroom.change_release"
PUBLISH = "newsroom.publish_release"


def may(person: User | AnonymousUser, permission: str, release: Release) -> bool:
    """Whether a person holds a permission (`app.codename`) for a release."""
    return person.is_active and person.has_perm(permission)
