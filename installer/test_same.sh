#!/bin/sh
# Whether a package is the same, byte for byte, when it is made twice of the same commit.
#
#   installer/test_same.sh deb
#
# Made of two clones in folders with other names, with what is committed and nothing else.
set -eu

HERE=$(cd "$(dirname "$0")/.." && pwd)
KIND=$1
case $KIND in deb) SYSTEM=linux ;; *) exit 2 ;; esac
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

for copy in one another-folder; do
    git clone -q "$HERE" "$WORK/$copy"
    ln -s "$HERE/.venv" "$WORK/$copy/.venv"
    (cd "$WORK/$copy" && .venv/bin/python -m "installer.$SYSTEM.build" --dist "$WORK/dist-$copy" >"$WORK/told" 2>&1) ||
        { tail -20 "$WORK/told"; exit 1; }
    cat "$WORK/dist-$copy/SHA256SUMS"
done
cmp "$WORK/dist-one/SHA256SUMS" "$WORK/dist-another-folder/SHA256SUMS"
echo "the same twice"
