"""A corpus of any size becomes a ledger on disk, which is asked in SQL and never loaded whole.

In: a folder, JSONL or Parquet, here or at any address that fsspec knows. Out: one Parquet file for each shard
of it, and a `CorpusLedger` over these. Never: a result that depends on the engine or on an earlier run.
"""
