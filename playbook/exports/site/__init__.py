"""The playbook site: its pages as HTML or Markdown, its files, its navigation."""

from __future__ import annotations

from playbook.exports.site.build import build
from playbook.exports.site.options import Handed, SiteOptions, Supplies
from playbook.exports.site.packs import packs
from playbook.exports.site.plan_files import plan
from playbook.exports.site.references import references

__all__ = ["Handed", "SiteOptions", "Supplies", "build", "packs", "plan", "references"]
