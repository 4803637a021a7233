"""The printing house of the programme: letters and reports as PDF and Word, charts, the world map."""

from techcoop.press.typesetting import pdf, png

__all__ = ["pdf", "png"]
