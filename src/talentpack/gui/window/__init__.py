"""The shell: step list, findings panel, command bar, home, and the pages between them."""
