"""An Article becomes Mentions: quantities, dates, exclusions; then who says it, of whom, planned or done.

In: an `Article` or a text. Out: `Mention` records in text order that cover every digit exactly once.
Never: an exception, whatever the text; a value that the text does not give.
"""

from koreaaid.extract.mention import Date, Excluded, Mention, Quantity
from koreaaid.extract.reading import extract

__all__ = ["Date", "Excluded", "Mention", "Quantity", "extract"]
