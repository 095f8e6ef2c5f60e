"""Where every start of the program begins. Nothing is imported until it is known what was started."""


def main() -> None:
    """Runs a worker (a frozen program starts itself again for one) or the command line; without arguments, the window."""
    import sys  # noqa: PLC0415 - a worker must not wait for what only the command line needs

    if getattr(sys, "frozen", False):
        # multiprocessing's own freeze_support does nothing but on Windows
        from multiprocessing.spawn import freeze_support  # noqa: PLC0415 - only a frozen program needs it

        freeze_support()
    if len(sys.argv) == 1:
        sys.argv.append("window")
    from talentpack.cli import main as command_line  # noqa: PLC0415 - after the worker has gone its way

    command_line(obj=_load_window)


def _load_window() -> object:
    """`gui.start.run`, which the command line calls but must not know."""
    from talentpack.gui.start import run  # noqa: PLC0415 - no other command waits for Qt

    return run
