"""DataFrames become what people look at: plots, tables, evidence pages.

In: a `Ledger`. Out: matplotlib figures, HTML and terminal text, the same bytes for the same ledger.
Never: a number that does not link to its sentence.
"""
