"""Numerals with what they count or measure.

In: a text, its sentences and its dates. Out: quantities and exclusions outside of the dates.
Never: a number without a unit or a reason.
"""

from koreaaid.extract.quantities.reading import read_quantities

__all__ = ["read_quantities"]
