"""Units, posts, people, appointments, figures and media contacts of the demonstration site."""

from itertools import groupby

from iomsite.demo.rows import Row, columns, ensure, read
from newsroom.models import ContactNumber, MediaContact
from org.models import Appointment, Country, Figure, Person, Post, Unit
from org.richtext import from_paragraphs
from org.slugs import slug_of

Units = dict[str, Unit]
Contacts = dict[str, MediaContact]


def load_organisation() -> Units:
    """Adds what is missing of the organisation; gives its units by their key in the content files."""
    units = _load_units([*read("headquarters")["units"], *read("offices")["units"]])
    people = read("people")
    posts = {row["key"]: _load_post(row, units) for row in people["posts"]}
    for post, rows in groupby(people["appointments"], key=lambda row: row["post"]):
        _load_appointments(posts[post], list(rows))
    for row in people["figures"]:
        ensure(Figure, row, ("label",))
    return units


def load_contacts(units: Units) -> Contacts:
    """Adds the media contacts that are missing; gives all by their key in the content file."""
    return {row["key"]: _load_contact(row, units) for row in read("contacts")["contacts"]}


def _load_units(rows: list[Row]) -> Units:
    countries = {country.code: country for country in Country.objects.all()}
    units: Units = {}
    new: list[Row] = []
    for row in rows:
        values = _without(row, "key", "successors") | {
            "parent": units.get(row.get("parent", "")),
            "country": countries.get(row.get("country", "")),
            "slug": _slugs(row["name"]),
        }
        units[row["key"]], is_new = ensure(Unit, values, ("name", "slug"))
        if is_new:
            new.append(row)
    for row in new:
        units[row["key"]].successors.set(units[key] for key in row.get("successors", []))
    return units


def _load_post(row: Row, units: Units) -> Post:
    values = _without(row, "key") | {
        "unit": units[row["unit"]],
        "slug": _slugs(row["title"]) | row.get("slug", {}),
    }
    return ensure(Post, values, ("title", "title_feminine", "slug"))[0]


def _load_appointments(post: Post, rows: list[Row]) -> None:
    """Who has held a post, oldest first; a post that somebody has been appointed to stays as it is."""
    if post.appointments.exists():
        return
    for row in rows:
        biography = {language: from_paragraphs([text]) for language, text in row.get("biography", {}).items()}
        person, _new = Person.objects.get_or_create(
            name=row["person"], defaults=columns({"gender_of_title": row["form"], "biography": biography})
        )
        Appointment.objects.appoint(post, person, **_without(row, "post", "person", "form", "biography"))


def _load_contact(row: Row, units: Units) -> MediaContact:
    values = _without(row, "key", "numbers") | {"unit": units.get(row.get("unit", ""))}
    contact, is_new = ensure(MediaContact, values, ("name", "email"))
    if is_new:
        for place, number in enumerate(row["numbers"]):
            ContactNumber.objects.create(contact=contact, position=place, **number)
    return contact


def _slugs(names: dict[str, str]) -> dict[str, str]:
    return {language: slug_of(name, language) for language, name in names.items()}


def _without(row: Row, *keys: str) -> Row:
    return {key: value for key, value in row.items() if key not in keys}
