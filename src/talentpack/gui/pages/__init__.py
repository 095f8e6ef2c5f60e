"""Pages made from `forms/`: rows of questions, records as cards, errors as a summary that jumps."""
