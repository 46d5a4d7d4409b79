"""The playbook site: its pages as HTML or Markdown, its files, its navigation."""

from __future__ import annotations

from playbook.exports.site.build import build
from playbook.exports.site.options import SiteOptions, Supplies
from playbook.exports.site.references import references

__all__ = ["SiteOptions", "Supplies", "build", "references"]
