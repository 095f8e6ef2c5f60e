"""Small widgets that pages and rooms share."""
