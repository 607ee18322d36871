"""Options of the whole test suite."""


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden files; then read the diff")
