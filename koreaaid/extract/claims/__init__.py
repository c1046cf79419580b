"""Who says a figure, of whom, planned or done."""

from koreaaid.extract.claims.describing import describe

__all__ = ["describe"]
