from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Kinds of release. Each has an address of its own (`path`), the one that the organisation's site uses."""

    NEWS = "news", _("News release")
    STATEMENT = "statement", _("Statement")
    SPEECH = "speech", _("Speech")
    BRIEFING_NOTE = "briefing_note", _("Briefing note")
    STORY = "story", _("Story")
    MEDIA_ADVISORY = "media_advisory", _("Media advisory")

    @property
    def path(self) -> str:
        """First segment of a release's address."""
        return _PATHS[self]


_PATHS = {
    Kind.NEWS: "news",
    Kind.STATEMENT: "statements",
    Kind.SPEECH: "speeches",
    Kind.BRIEFING_NOTE: "briefing-notes",
    Kind.STORY: "stories",
    Kind.MEDIA_ADVISORY: "advisories",
}
