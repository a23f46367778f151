#!/bin/sh
# @sveltia/cms 0.221.1, installed by npm. The package ships its fonts in npm/assets, for those who put it together themselves,
# but the style in the same npm entry still names them at cdn.jsdelivr.net: a bundle of the npm entry asks that host all the same.
# `make admin` writes the addresses of the shipped fonts into it (admin/bundle.mjs).
# Prints the fonts that are shipped and those that are asked for elsewhere; fails if that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --no-save --prefix . @sveltia/cms@0.221.1 >/dev/null
entry=node_modules/@sveltia/cms/npm
echo "shipped:"
ls "$entry/assets" | grep '\.woff2$'
echo "asked for:"
grep -o 'https://cdn.jsdelivr.net/fontsource/[^)]*woff2' "$entry/index.js" | sort -u | tee asked
[ "$(wc -l < asked)" -eq 3 ]
