"""Files coming in: what a file is, a clean copy of it as a PDF, how its pages look.

Everything here reads strangers' files and runs only inside a reader (see ``jobs``).
"""
