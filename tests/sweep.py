"""Every address of the resolver with a path to try it by: an address that is not here fails a guard.

The paths are those of the site that `tests.site.test_sweep` builds; each is tried as it stands and, for pages,
under each language's prefix.
"""

SWEPT = {
    "health/live": "/health/live",
    "health/ready": "/health/ready",
    "": "/",
    "news": "/news",
    "media-contacts": "/media-contacts",
    "news/<unicode_slug:slug>": "/news/swept",
    "statements/<unicode_slug:slug>": "/statements/swept-statement",
    "speeches/<unicode_slug:slug>": "/speeches/swept-speech",
    "briefing-notes/<unicode_slug:slug>": "/briefing-notes/swept-briefing-note",
    "stories/<unicode_slug:slug>": "/stories/swept-story",
    "advisories/<unicode_slug:slug>": "/advisories/swept-media-advisory",
    "structure": "/structure",
    "structure/<unicode_slug:slug>": "/structure/swept-unit",
    "leadership/<unicode_slug:slug>": "/leadership/swept-post",
    "offices": "/offices",
    "<path:path>": "/swept-section",
}
