"""One editor a kind of answer. Each can be empty, takes any text while it is typed, and never answers by itself."""
