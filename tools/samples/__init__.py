"""The invented papers of resources/samples: one file a kind of paper, drawn by `sheet`, made to look scanned by `scan`."""
