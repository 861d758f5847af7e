"""Where a project stands, as pages that work without anything else: one for all, for each language, each article."""
