"""Counts the tests in JUnit reports, Surefire's and pytest's, and prints them as the last line: N passed, N failed, N skipped."""

import sys
import xml.etree.ElementTree as xml
from pathlib import Path


def main():
    reports = [xml.parse(report).getroot() for report in Path(sys.argv[1]).glob("TEST-*.xml")]
    suites = [suite for report in reports for suite in report.iter("testsuite")]
    count = {name: sum(int(suite.get(name)) for suite in suites) for name in ("tests", "failures", "errors", "skipped")}
    failed = count["failures"] + count["errors"]
    passed = count["tests"] - failed - count["skipped"]
    print(f"{passed} passed, {failed} failed, {count['skipped']} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
