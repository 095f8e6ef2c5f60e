"""Rooms: the screens that are more than a list of questions. One class a room, built from what `app` tells."""
