"""`python -m leukchat …` is the same as `leukchat …`."""

from leukchat.cli import main

if __name__ == "__main__":
    main()
