from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from org.models.unit import Unit
from org.slugs import AddressSlugField, unique_slugs
from org.translated import HasPages


class Post(HasPages):
    """A position that people hold in turn (Popolo: Post), with its title in three forms a language."""

    named_by = "title"
    url_name = "post"

    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name=_("unit"), related_name="posts")
    slug = AddressSlugField(_("address"))
    rank = models.PositiveSmallIntegerField(_("rank"), default=100, help_text=_("The lowest number stands first."))
    title = models.CharField(_("title"), max_length=200)
    title_feminine = models.CharField(_("title, feminine"), max_length=200, blank=True)
    title_masculine = models.CharField(_("title, masculine"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["rank", "pk"]
        constraints = unique_slugs("post")

    def __str__(self) -> str:
        return self.title

    def held_by(self, on: date | None = None):
        """The public appointment that holds the post on a day (default: today), or None if it is vacant."""
        return self.appointments.holding(on).select_related("person").first()
