"""A file becomes a dated Article: reader, publication date, page furniture, the analyst's metadata.

In: a file or a folder. Out: `Article` records and, for files that could not be read, `Problem` records.
Never: a change to the text. Offsets point into it as it was read.
"""

from koreaaid.articles.article import Article, Furniture, Problem

__all__ = ["Article", "Furniture", "Problem"]
