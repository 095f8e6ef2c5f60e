"""``python -m talentpack``."""

from talentpack.entry import main

if __name__ == "__main__":
    main()
