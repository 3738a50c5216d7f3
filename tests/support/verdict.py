"""How a test in Python ends that is neither passed nor a crash."""
import sys


def skip(why):
    """This machine cannot do it: CTest calls the test skipped (SKIP_RETURN_CODE 77)."""
    print(f"skipped: {why}")
    sys.exit(77)


def check(condition, what, told=""):
    """Fails with a sentence, and what the program told below it."""
    if not condition:
        sys.exit(f"{what}\n{told}")
