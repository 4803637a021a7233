"""How often each practice is broken, by practice, by desk and by State: all of them in one question."""

from dataclasses import dataclass
from datetime import date

from techcoop.people.models import User
from techcoop.programme.practices.register import subjects
from techcoop.programme.practices.standing import Standing, standings
from techcoop.web.rows import keys_of, rows_of


@dataclass(frozen=True)
class Count:
    """How many things break something: those that count, and those that only a new version finds."""

    counted: int = 0
    new: int = 0


@dataclass(frozen=True)
class Tally:
    """What breaks the practices: by practice, by the account of a desk officer, by State; None is nobody."""

    standings: tuple[Standing, ...]
    by_practice: dict[str, Count]
    by_officer: dict[int | None, Count]
    by_state: dict[int | None, Count]


# A thing of several States counts in each; in the other two sums it counts once for each practice.
COUNTED = """
    WITH seen (kind, id, officer, state) AS MATERIALIZED ({seen}),
         found (practice, kind, id, is_new) AS MATERIALIZED ({found})
    SELECT grouping(practice, officer, state), practice, officer, state,
           count(DISTINCT (practice, id)) FILTER (WHERE NOT is_new),
           count(DISTINCT (practice, id)) FILTER (WHERE is_new)
      FROM found JOIN seen USING (kind, id)
     WHERE {where}
     GROUP BY GROUPING SETS ((practice), (officer), (state))"""
# Where somebody sees nothing of a kind, its columns are empty and have no type of their own.
OF_A_KIND = "SELECT {kind}, id, officer::bigint, state::bigint FROM ({keys}) AS one (id, officer, state)"
BY_PRACTICE, BY_OFFICER, BY_STATE = 3, 5, 6
NOBODY = "none"


def tally(user: User, *, today: date, officer: str = "", state: str = "") -> Tally:
    """What breaks the practices among the things of which somebody sees how they are judged; two questions.

    It may be narrowed to a desk officer or to a State, each by its key, or to what has none.
    """
    held = standings(today)
    kinds = {one.model: place for place, one in enumerate(subjects())}
    values: dict[str, object] = {}
    seen, found = [], []
    for one in subjects():
        piece = keys_of(one.inside(user), f"seen{kinds[one.model]}_", one.officer, one.states)
        seen.append(OF_A_KIND.format(kind=kinds[one.model], keys=piece.sql))
        values |= piece.values
    for place, each in enumerate(held):
        if each.practice.among is None:
            continue
        piece = keys_of(each.breaking(), f"found{place}_")
        before = keys_of(each.found_before(), f"before{place}_") if each.is_new else None
        is_new = f"one.id NOT IN ({before.sql})" if before else "false"
        found.append(
            f"SELECT {place}, {kinds[each.practice.about]}, one.id, {is_new} FROM ({piece.sql}) AS one (id)"
        )
        values |= piece.values | (before.values if before else {})
    narrowed = [_only("officer", officer, values), _only("state", state, values)]
    question = COUNTED.format(
        seen=" UNION ALL ".join(seen), found=" UNION ALL ".join(found), where=" AND ".join(narrowed)
    )
    return _tallied(held, rows_of(lambda *row: row, question, **values))


def _only(column: str, key: str, values: dict[str, object]) -> str:
    if key == NOBODY:
        return f"{column} IS NULL"
    if not key.isdecimal():
        return "true"
    values[column] = int(key)
    return f"{column} = %({column})s"


def _tallied(held: list[Standing], rows: list[tuple]) -> Tally:
    sums: dict[int, dict] = {BY_PRACTICE: {}, BY_OFFICER: {}, BY_STATE: {}}
    for which, practice, officer, state, counted, new in rows:
        key = {BY_PRACTICE: practice, BY_OFFICER: officer, BY_STATE: state}[which]
        sums[which][key] = Count(counted, new)
    by_practice = {held[place].practice.key: count for place, count in sums[BY_PRACTICE].items()}
    return Tally(tuple(held), by_practice, sums[BY_OFFICER], sums[BY_STATE])
