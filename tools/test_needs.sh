#!/bin/sh
# What the tests need from the system beyond Python packages: Qt's libraries and poppler (pdftotext, pdftoppm: a third
# reader that had no part in making our files). Installed on Debian and Ubuntu when we may; otherwise named.
set -eu
packages="libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon-x11-0 libxcb-cursor0 poppler-utils"
missing=
for package in $packages; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
if ! command -v apt-get >/dev/null 2>&1; then
    command -v pdftotext >/dev/null 2>&1 && exit 0
    echo "test: please install poppler (pdftotext, pdftoppm) and Qt's system libraries (libGL, libEGL, libxkbcommon, libdbus, libfontconfig)." >&2
    exit 2
fi
if [ "$(id -u)" -eq 0 ]; then as_root=; elif sudo -n true 2>/dev/null; then as_root="sudo -n"; else
    echo "test: please install these packages, then run make test again:$missing" >&2
    exit 2
fi
echo "test: installing$missing"
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq $missing >/dev/null
