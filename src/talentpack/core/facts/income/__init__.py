"""Income of the year before filing: what counts, for which year, and how much of it (rules.md, "Category A")."""
