"""Run the command line with `python -m stratsel`."""

from stratsel.cli.app import main

if __name__ == "__main__":
    main()
