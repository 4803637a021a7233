"""How States are chosen: ticked one by one, under the regions of the world in which they lie."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext as _

from techcoop.atlas.models import Region
from techcoop.atlas.queries import in_order
from techcoop.web.forms import TickList


class ByRegion(ModelChoiceIterator):
    """States under the regions of the world, both in the alphabet of the reader; three queries."""

    def __iter__(self) -> Iterator[Any]:
        worlds = {one.pk: one.name for one in Region.objects.filter(parent=None)}
        groups = defaultdict(list)
        for state in self.queryset.prefetch_related("regions"):
            world = next((worlds[one.pk] for one in state.regions.all() if one.pk in worlds), "")
            groups[world].append(self.choice(state))
        for world in sorted(groups, key=lambda name: (not name, in_order(name))):
            yield world or _("In no region"), sorted(groups[world], key=lambda pair: in_order(pair[1]))


class StatesField(forms.ModelMultipleChoiceField):
    """A field for several States."""

    iterator = ByRegion
    widget = TickList
