"""`python -m bizcase`: the same as the command `bizcase`."""

from bizcase.cli import main

if __name__ == "__main__":
    main()
