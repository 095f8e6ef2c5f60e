"""The case on disk: the store of its actions, the vault of its papers, its lock, its summary, its snapshots.

Synchronous, and knows no thread: what returned is on the disk for good. The day and the hour are arguments.
"""
