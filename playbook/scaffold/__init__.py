"""Starter files: a whole project, single items, items out of a table.

Everything here gives Artifacts; `writing` alone puts them on disk, and never over a file that is there.
"""
