"""Rates of exchange, and what the Secretariat of the United Nations spent on human rights."""

from techcoop.ledger.models.expense import SecretariatExpense, SourceOfFunds
from techcoop.ledger.models.rate import ExchangeRate, RateKind

__all__ = ["ExchangeRate", "RateKind", "SecretariatExpense", "SourceOfFunds"]
