"""Dates, times, lengths of time and recurring times, resolved against the publication date.

In: a text, its sentences and its publication date, if it has one. Out: `Date` mentions in text order, not
overlapping. Never: a date that the text does not name, or one finer than it is named.
"""

from koreaaid.extract.dates.reading import read_dates

__all__ = ["read_dates"]
