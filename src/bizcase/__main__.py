"""Where the command `bizcase` begins, and `python -m bizcase`: Ctrl-C ends it in silence from here on."""

import signal


def main() -> None:
    """Load the program and run it; what is interrupted before has begun nothing, and needs no traceback."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else somebody wants it otherwise: nohup, say
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from bizcase.cli import main as run

    run()


if __name__ == "__main__":
    main()
