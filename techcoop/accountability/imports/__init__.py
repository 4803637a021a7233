"""What files of the mechanisms, and of those who copy from them, say of States: the only way in."""

from techcoop.accountability.imports.library import LibraryKind
from techcoop.accountability.imports.recommendations import RecommendationsKind
from techcoop.accountability.imports.treaties import TreatiesKind

KINDS = (TreatiesKind(), RecommendationsKind(), LibraryKind())
