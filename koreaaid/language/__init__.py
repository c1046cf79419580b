"""English as data and small grammars: numerals, bounds, units, currencies, the calendar, names, verbs.

In: a text and a place in it. Out: what stands there and what it means as a number or a span of days.
Never: anything about articles or claims. Lexicons are the TOML files in `lexicons/`.
"""
