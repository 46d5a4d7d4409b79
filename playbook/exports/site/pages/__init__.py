"""The pages of the site, one kind of page a module; each makes drafts from a view."""
