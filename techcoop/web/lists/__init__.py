"""The one way to make a list page: columns and filters declared, everything else follows."""

from techcoop.web.lists.answering import Writer, list_page
from techcoop.web.lists.declaring import PICKED, Column, Filter, Listing
from techcoop.web.lists.reading import left_by, read

__all__ = ["PICKED", "Column", "Filter", "Listing", "Writer", "left_by", "list_page", "read"]
