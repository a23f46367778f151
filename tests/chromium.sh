#!/bin/sh
# Finds a Chromium for the browser tests, or installs Debian's when this is allowed.
for name in "$CHROMIUM" chromium chromium-browser google-chrome; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Debian's chromium for the browser tests…"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
    exit $?
fi
echo "No Chromium found. Install one (Debian: apt-get install chromium) or set CHROMIUM to its path." >&2
exit 1
