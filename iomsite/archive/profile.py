"""What is particular to one archive: which menu labels are sections, which lead to views of ours.

A profile is a TOML file:

    top_level = ["About us", "Our work"]
    [views]
    "Where we work" = "offices"
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from iomsite.archive.source import Unreadable, read_bytes

BUILT_IN = Path(__file__).parent / "profiles" / "iom.toml"
BESIDE_PAGE = "archive.toml"


class BadProfile(Unreadable):
    """A profile that cannot be used, in one sentence."""


@dataclass(frozen=True)
class Profile:
    """An archive's own labels. Ask through the methods: they see past typography and case."""

    top_level: frozenset[str] = frozenset()
    views: Mapping[str, str] = field(default_factory=dict)

    def is_top_level(self, label: str) -> bool:
        return _key(label) in self.top_level

    def view(self, label: str) -> str:
        """The name of the view of ours that this label leads to, or an empty string."""
        return self.views.get(_key(label), "")


def _key(label: str) -> str:
    return re.sub(r"\s+", " ", label.replace("’", "'")).strip().casefold()


def profile_for(page: Path, explicit: Path | None = None) -> Profile:
    """The profile named by hand, else `archive.toml` in the page's own folder, else the built-in one.

    Raises `BadProfile`.
    """
    beside = page.parent / BESIDE_PAGE
    # Even a dangling link counts as present: a profile that was meant is not passed over silently.
    if explicit is None and (beside.exists() or beside.is_symlink()):
        explicit = beside
    return load_profile(explicit or BUILT_IN)


def load_profile(path: Path) -> Profile:
    """Read a profile; raises `BadProfile` on one that is missing, malformed or has unknown keys."""
    try:
        data = tomllib.loads(read_bytes(path).decode("utf-8"))
    except Unreadable as error:
        raise BadProfile(path, error.trouble) from None
    except UnicodeDecodeError:
        raise BadProfile(path, "is not UTF-8: save the profile as UTF-8.") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadProfile(path, f"is not valid TOML ({error}): mend the profile there.") from None
    return _checked(path, data)


def _checked(path: Path, data: dict[str, object]) -> Profile:
    if unknown := sorted(set(data) - {"top_level", "views"}):
        raise BadProfile(path, f"has unknown keys ({', '.join(unknown)}): it may have top_level and [views].")
    labels, views = data.get("top_level", []), data.get("views", {})
    if not isinstance(labels, list) or not all(isinstance(label, str) for label in labels):
        raise BadProfile(path, 'has a wrong top_level: write a list of labels, top_level = ["About us"].')
    if not isinstance(views, dict) or not all(isinstance(view, str) for view in views.values()):
        raise BadProfile(path, 'has wrong [views]: write one "Label" = "view" a line.')
    return Profile(frozenset(map(_key, labels)), {_key(label): view for label, view in views.items()})
