"""Moves between statuses: the procedure of a thing, as a table that people can read."""

from collections.abc import Iterator
from dataclasses import dataclass


class MoveNotAllowed(Exception):
    """The thing's status does not permit this act; it knows which do, so that people can be told."""

    def __init__(self, act: str, status: str, possible_while: tuple[str, ...] = ()) -> None:
        super().__init__(f"'{act}' is not possible while the status is '{status}'")
        self.act, self.status, self.possible_while = act, status, possible_while


def only_while(act: str, status: str, statuses: tuple[str, ...]) -> None:
    """Refuse an act for which the status of another thing has to be one of these."""
    if status not in statuses:
        raise MoveNotAllowed(act, status, statuses)


@dataclass(frozen=True)
class Move:
    """One act of the procedure: from which statuses it is possible, and to which it leads."""

    act: str
    sources: tuple[str, ...]
    target: str


def move(act: str, sources: str | tuple[str, ...], target: str) -> Move:
    """A line of the table."""
    return Move(act, (sources,) if isinstance(sources, str) else tuple(sources), target)


class Lifecycle:
    """The table of moves of one kind of thing; the table is the procedure."""

    def __init__(self, *moves: Move) -> None:
        self.moves = moves
        self._table = {(source, one.act): one.target for one in moves for source in one.sources}
        if len(self._table) != sum(len(one.sources) for one in moves):
            raise ValueError("an act leads from one status to two others")

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        """Every (status, act, next status)."""
        return ((source, act, target) for (source, act), target in self._table.items())

    @property
    def beginning(self) -> str:
        """The status in which every such thing begins: the table tells its life from the first line on."""
        return str(self.moves[0].sources[0])

    @property
    def acts(self) -> tuple[str, ...]:
        """Every act of the procedure, in the order of the table."""
        return tuple(dict.fromkeys(one.act for one in self.moves))

    def after(self, status: str, act: str) -> str:
        """The status that the act leads to; refuses an act that the status does not permit."""
        try:
            return self._table[str(status), act]
        except KeyError:
            raise MoveNotAllowed(act, str(status), self.sources_of(act)) from None

    def still_ahead(self, status: str) -> frozenset[str]:
        """Every status to which a thing may still come, the present one included."""
        reached = {str(status)}
        while further := {str(target) for source, _act, target in self if str(source) in reached} - reached:
            reached |= further
        return frozenset(reached)

    def allowed_acts(self, status: str) -> tuple[str, ...]:
        """The acts that the status permits, in the order of the table."""
        return tuple(act for act in self.acts if (str(status), act) in self._table)

    def guard(self) -> str:
        """The same table for the database: the body of a trigger that refuses any other move."""
        pairs = ", ".join(sorted({f"('{source}', '{target}')" for source, _, target in self}))
        return f"""
            IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN ({pairs}) THEN
                RAISE EXCEPTION 'what is % does not become %', OLD.status, NEW.status;
            END IF;
            RETURN NEW;
        """

    def sources_of(self, act: str) -> tuple[str, ...]:
        """The statuses from which the act is possible."""
        return tuple(source for (source, one), _ in self._table.items() if one == act)
