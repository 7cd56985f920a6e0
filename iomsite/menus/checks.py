"""System check: no section of the menu hides behind an address of the site."""

from django.core import checks
from django.db import DatabaseError

from iomsite.menus.addresses import reserved_segments


@checks.register(checks.Tags.database)
def sections_keep_clear_of_addresses(app_configs, databases=None, **kwargs) -> list[checks.CheckMessage]:
    """Runs with `check --database default`: a new release of the code may own a segment that a section has."""
    from iomsite.menus.models import MenuSection  # noqa: PLC0415  apps load before models
    from org.translated import LANGUAGES, raw  # noqa: PLC0415

    if not databases:
        return []
    try:
        sections = list(MenuSection.objects.filter(parent=None))
    except DatabaseError:  # `migrate` asks before the table is there
        return []
    hidden = [
        (section, slug)
        for section in sections
        for slug in {raw(section, "slug", code) for code in LANGUAGES} & reserved_segments()
    ]
    return [
        checks.Warning(
            f"The menu section “{section}” has the address “{slug}”, which the site itself owns.",
            hint="Change the section's address in the admin.",
            id="menus.W001",
        )
        for section, slug in hidden
    ]
