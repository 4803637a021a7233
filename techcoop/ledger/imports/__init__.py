"""What files from outside say of money: rates of exchange, and what the Secretariat spent."""

from techcoop.ledger.imports.expenses import ExpensesKind
from techcoop.ledger.imports.rates import RatesKind

KINDS = (RatesKind(), ExpensesKind())
