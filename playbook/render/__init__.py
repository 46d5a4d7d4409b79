"""Engines that make a piece: a template, values and a brand's elements in, a document out."""
