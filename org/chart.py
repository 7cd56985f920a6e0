"""The organisation on a day as readers may know it: units in their tree, posts and holders."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from org.models import Appointment, Post, Unit
from org.translated import Words, words


@dataclass(frozen=True)
class Seat:
    """A post and who holds it; `appointment` is None while it is vacant."""

    post: Post
    appointment: Appointment | None

    @property
    def title(self) -> Words:
        """The title in the form that its holder bears, neutral while it is vacant."""
        return self.appointment.title() if self.appointment else words(self.post, "title")


@dataclass
class Box:
    """A unit at its place in the chart."""

    unit: Unit
    seats: list[Seat]
    above: "Box | None" = None
    below: list["Box"] = field(default_factory=list)

    @property
    def superiors(self) -> list["Box"]:
        """The boxes above it, the head first."""
        return [*self.above.superiors, self.above] if self.above else []


class Chart:
    """Every existing public unit on a day (default: today), read in four queries whatever their number.

    A unit whose superior did not exist on that day, or is not public, stands under the next one up that is there.
    """

    def __init__(self, on: date | None = None) -> None:
        superiors = dict(Unit.objects.order_by().values_list("pk", "parent_id"))
        units = Unit.objects.existing(on).public().defer("mandate", "address")
        seats = _seats(on)
        self._boxes = {unit.pk: Box(unit, seats[unit.pk]) for unit in units}
        self.heads: list[Box] = []
        for box in self._boxes.values():
            box.above = self._nearest(superiors, box.unit.parent_id)
            (box.above.below if box.above else self.heads).append(box)
        for head in self.heads:
            head.below.sort(key=lambda box: bool(box.below))  # offices that report directly, then the areas

    def box(self, unit: Unit) -> Box | None:
        """A unit's place; None if it did not exist on that day or is not public."""
        return self._boxes.get(unit.pk)

    def _nearest(self, superiors: dict[int, int | None], pk: int | None) -> Box | None:
        while pk is not None and pk not in self._boxes:
            pk = superiors[pk]
        return self._boxes[pk] if pk is not None else None


def _seats(on: date | None) -> dict[int, list[Seat]]:
    holders = Appointment.objects.holding(on).select_related("person").order_by("since").defer("person__biography")
    appointments = {appointment.post_id: appointment for appointment in holders}
    seats = defaultdict(list)
    for post in Post.objects.all():
        appointment = appointments.get(post.pk)
        if appointment:
            appointment.post = post
        seats[post.unit_id].append(Seat(post, appointment))
    return seats
