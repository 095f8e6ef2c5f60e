"""The killable child process that touches strangers' files and builds packs. It knows no caller.

``protocol`` is what crosses the pipes, ``limits`` what a child may use up, ``supervise.run`` starts one.
"""
