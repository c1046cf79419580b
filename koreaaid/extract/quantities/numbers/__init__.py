"""Numerals with their currencies and units, alone, in ranges and in chains."""
