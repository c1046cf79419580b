"""Notebooks become reports: papermill, nbconvert, template, index, manifest.

In: notebooks, parameters, a ledger. Out: a folder of HTML pages and data that needs no network.
Never: a half-written report, or one failing notebook that takes the others with it.
"""
