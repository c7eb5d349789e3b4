#!/bin/sh
# The programs, photographs and fonts that the tests (and, with `bench`, the benchmarks) use as referees and that
# no Python package brings. Installs the missing ones when it may (root on Debian), else names them in one
# sentence and fails: a missing referee is never a skipped check.
set -eu

missing=""
need() { # need PACKAGE TEST…: the package is missing unless the test succeeds
  package=$1
  shift
  "$@" >/dev/null 2>&1 || missing="$missing $package"
}

need git command -v git
need poppler-utils command -v pdftotext
need mupdf-tools command -v mutool
need qpdf command -v qpdf
need ghostscript command -v gs
need lomiri-wallpapers-16.04 dpkg -s lomiri-wallpapers-16.04
if [ "${1:-}" = bench ]; then
  need lomiri-wallpapers-20.04 dpkg -s lomiri-wallpapers-20.04
  need fonts-noto-cjk dpkg -s fonts-noto-cjk
fi

[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "installing the referees that are missing:$missing"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086  # a list of words on purpose
  { apt-get update -q && apt-get install -q -y --no-install-recommends $missing; } >/dev/null
else
  echo "the referees of this run are Debian packages; run: sudo apt install$missing" >&2
  exit 3
fi
