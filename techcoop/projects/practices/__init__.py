"""The practices of projects: what approval asks, how they are carried out, what older records say."""

from techcoop.projects.practices.approval import APPROVAL, Check, checks, missing_for_approval
from techcoop.projects.practices.carrying_out import CARRYING_OUT
from techcoop.projects.practices.following import FOLLOWING
from techcoop.projects.practices.money import MONEY
from techcoop.projects.practices.older import OLDER

PRACTICES = (*FOLLOWING, *APPROVAL, *CARRYING_OUT, *MONEY, *OLDER)

__all__ = ["PRACTICES", "Check", "checks", "missing_for_approval"]
