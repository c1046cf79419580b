"""Mentions become DataFrames: schema, claims, series, rules, corrections, changes, files.

In: articles and their mentions. Out: a `Ledger` of tables whose rows lead back to the text.
Never: a figure that is averaged, merged or dropped without a row that says so.
"""
