"""Where every start of the program begins. Nothing is imported until it is known what was started."""


def main() -> None:
    """Runs a worker (a frozen program starts itself again for one) or the command line; without arguments, its help."""
    import sys  # noqa: PLC0415 - a worker must not wait for what only the command line needs

    if getattr(sys, "frozen", False):
        # multiprocessing's own freeze_support does nothing but on Windows
        from multiprocessing.spawn import freeze_support  # noqa: PLC0415 - only a frozen program needs it

        freeze_support()
    if len(sys.argv) == 1:
        sys.argv.append("--help")
    from talentpack.cli import main as command_line  # noqa: PLC0415 - after the worker has gone its way

    command_line()
