#!/bin/bash
# Whether the package for Debian does what IT expects of it, in a Debian with nothing else in it.
#
#   installer/test_deb.sh [SUITE]      as root; SUITE is bookworm (the default) or trixie
#
# Needs what `python3 run.py package deb` made in dist/, and debootstrap, xvfb and poppler-utils.
# Each line is a thing that was seen to work; the first thing that does not ends it with exit 1.
set -euo pipefail

SUITE=${1:-bookworm}
HERE=$(cd "$(dirname "$0")/.." && pwd)
DEB=$(ls "$HERE"/dist/caseplanner_*.deb)
VERSION=$(dpkg-deb -f "$DEB" Version)
WORK=$(mktemp -d)
ROOT=$WORK/debian
HOME_THERE=/home/fatma
PROGRAM=/usr/lib/caseplanner
OUT=$WORK/told

ok() { echo "ok      $*"; }
failed() { echo "FAILED  $*"; sed 's/^/        /' "$OUT" | tail -5; exit 1; }
inside() { chroot "$ROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 "$@"; }
# As a plain user, in a network of his own that has not even a loopback that is up.
fatma() { unshare --net chroot --userspec=fatma:fatma "$ROOT" env -i PATH=/usr/bin:/bin HOME=$HOME_THERE LANG=C.UTF-8 ${SCREEN:+DISPLAY=$SCREEN} "$@"; }
works() { local said=$1; shift; if "$@" >"$OUT" 2>&1; then ok "$said"; else failed "$said"; fi; }
refuses() { local said=$1; shift; if "$@" >"$OUT" 2>&1; then failed "$said"; else ok "$said"; fi; }
tells() { if grep -q "$1" "$OUT"; then echo "        it says: $(grep -m1 "$1" "$OUT")"; else failed "it does not say: $1"; fi; }
installed() { inside dpkg-query -W -f '${db:Status-Abbrev}${Version}' caseplanner; }
is_installed() { [ "$(installed)" = "ii $1" ]; }
leave() { umount "$ROOT$PROGRAM" "$ROOT/proc" "$ROOT/dev/shm" 2>/dev/null || true; rm -rf "$WORK"; }
trap leave EXIT

echo "== $SUITE, $(basename "$DEB"), $(stat -c %s "$DEB" | awk '{printf "%.1f MB", $1/1e6}')"
BASE=$HERE/build/debian-$SUITE.tar
if [ ! -f "$BASE" ]; then
    debootstrap --variant=minbase "$SUITE" "$WORK/base" >"$OUT" 2>&1 || failed "debootstrap $SUITE"
    tar -C "$WORK/base" -cf "$BASE" . && rm -rf "$WORK/base"
fi
mkdir "$ROOT" && tar -C "$ROOT" -xf "$BASE"
cp /etc/resolv.conf "$ROOT/etc/resolv.conf"
mount -t proc proc "$ROOT/proc"
mkdir -p "$ROOT/dev/shm" && mount -t tmpfs shm "$ROOT/dev/shm"
inside apt-get clean
inside useradd --create-home fatma
works "this Debian has no Python" test ! -e "$ROOT/usr/bin/python3"

# An older version: the same program under a lower number, with a file that the new one lacks.
dpkg-deb -R "$DEB" "$WORK/older"
sed -i "s/^Version: .*/Version: 0.0.9/" "$WORK/older/DEBIAN/control"
sed -i "s/${VERSION//./\\.}/0.0.9/g" "$WORK/older/DEBIAN/preinst"
echo old >"$WORK/older/usr/lib/caseplanner/_internal/only-in-the-older-one"
echo old >>"$WORK/older/usr/lib/caseplanner/_internal/caseplanner/resources/nl/guide.toml"
dpkg-deb --root-owner-group -Zgzip -z1 -b "$WORK/older" "$ROOT/older.deb" >/dev/null
cp "$DEB" "$ROOT/new.deb"
head -c 30000000 "$DEB" >"$ROOT/half.deb"

echo "== installing, without a network"
works "what it depends on is fetched beforehand" inside sh -c "apt-get -q update && apt-get -q -y --no-install-recommends install --download-only /new.deb"
echo "        $(ls "$ROOT"/var/cache/apt/archives/*.deb | wc -l) packages of Debian, $(cat "$ROOT"/var/cache/apt/archives/*.deb | wc -c | awk '{printf "%.0f MB", $1/1e6}')"
refuses "who is no administrator cannot install it" fatma dpkg -i /new.deb
refuses "half a package is refused" inside sh -c "apt-get -q -y --no-download install /half.deb || dpkg -i /half.deb"
tells "unexpected end\|corrupt\|error"
refuses "and nothing of it is there" test -e "$ROOT/usr/bin/caseplanner"
before=$(date +%s%N)
works "it installs offline" unshare --net chroot "$ROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install /new.deb
echo "        in $(($(date +%s%N) / 1000000 - before / 1000000)) ms; $(du -sm "$ROOT$PROGRAM" | cut -f1) MB on the disk"
works "every file is as it was packed" inside dpkg --verify caseplanner
works "the menu knows it" test -f "$ROOT/usr/share/applications/caseplanner.desktop"

echo "== working, as a plain user without a network"
works "the self-test passes in memory" fatma caseplanner self-test
cp "$OUT" "$WORK/selftest"
sed 's/^/        /' "$WORK/selftest"
works "it leaves nothing in the folder for temporary files" test -z "$(ls "$ROOT/tmp")"
SCREEN=:84
unshare --net sh -c "Xvfb $SCREEN -screen 0 1366x768x24 -nolisten tcp 2>/dev/null & echo \$! >$WORK/xvfb; sleep 2
    chroot --userspec=fatma:fatma $ROOT env -i PATH=/usr/bin:/bin HOME=$HOME_THERE LANG=C.UTF-8 DISPLAY=$SCREEN caseplanner self-test; echo \$? >$WORK/code; kill \$(cat $WORK/xvfb)" >"$OUT" 2>&1
works "and with a real window, under X11" test "$(cat "$WORK/code")" = 0
unset SCREEN
works "its first window is there as soon as that of the source" env -C "$HERE" PYTHONPATH=src \
    .venv/bin/python -m installer.linux.first_window \
    "source=.venv/bin/python -m caseplanner --data-dir $WORK/empty" \
    "installed=chroot --userspec=fatma:fatma $ROOT env HOME=$HOME_THERE /usr/bin/caseplanner"
sed 's/^/        /' "$OUT"
works "the main job, from an empty folder to a signed plan" fatma caseplanner demo --out $HOME_THERE/out
works "the signed plan verifies" fatma caseplanner verify $HOME_THERE/out/herstelplan-v1.pdf --certificate $HOME_THERE/out/caseplanner.pem
pdfsig -nocert "$ROOT$HOME_THERE/out/herstelplan-v1.pdf" >"$OUT" 2>&1 || true
tells "Signature is Valid"

echo "== vaults of every release"
echo "sam leeft alleen op papier" >"$ROOT$HOME_THERE/passphrase"
for release in "$HERE"/tests/vaults/[0-9]*/; do
    name=$(basename "$release")
    folder=$HOME_THERE/release-$name
    mkdir -p "$ROOT$folder/vault" && cp "$release"/* "$ROOT$folder/vault/" && rm -f "$ROOT$folder/vault/dossier.expected"
    chown -R --reference="$ROOT$HOME_THERE" "$ROOT$folder"
    with=(caseplanner --data-dir "$folder" --passphrase-file $HOME_THERE/passphrase)
    works "the vault of $name opens" fatma "${with[@]}" list
    tells Sam
    id=$(cut -f1 "$OUT")
    works "and its plan is exported" fatma "${with[@]}" export "$id" --out "$folder/plan.pdf"
    works "sealed and whole" fatma caseplanner verify "$folder/plan.pdf"
done

echo "== upgrading and going back"
chroot "$ROOT" su fatma -c "mkdir -p ~/.local/share && cp -r ~/out/vault ~/.local/share/caseplanner"
echo "alleen om te oefenen" >"$ROOT$HOME_THERE/passphrase"
own=(caseplanner --passphrase-file $HOME_THERE/passphrase list)
works "the vault is in its usual place" fatma "${own[@]}"
refuses "an older version is refused" inside dpkg -i /older.deb
tells "is newer than this package"
works "and the program is as it was" is_installed "$VERSION"
works "also for who works with it" fatma "${own[@]}"
works "to go back: remove it, and install the older one" inside sh -c "dpkg -r caseplanner && dpkg -i /older.deb"
works "the vault opens in the older one" fatma "${own[@]}"
unshare --net chroot --userspec=fatma:fatma "$ROOT" env -i PATH=/usr/bin:/bin HOME=$HOME_THERE LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen caseplanner &
running=$!
sleep 5
refuses "an upgrade while somebody works is refused" inside dpkg -i /new.deb
tells "caseplanner is open"
works "who works goes on" kill -0 $running
works "on what was there" is_installed 0.0.9
kill $running && wait $running || true
mv "$ROOT$PROGRAM" "$WORK/kept" && mkdir "$ROOT$PROGRAM"
mount -t tmpfs -o size=200m full "$ROOT$PROGRAM" && cp -a "$WORK/kept/." "$ROOT$PROGRAM/"
refuses "an upgrade on a full disk is refused" inside dpkg -i /new.deb
tells "No space left"
works "the older one still works" fatma "${own[@]}"
umount "$ROOT$PROGRAM" && rmdir "$ROOT$PROGRAM" && mv "$WORK/kept" "$ROOT$PROGRAM"
works "with room again it upgrades" inside dpkg -i /new.deb
works "to this version" is_installed "$VERSION"
refuses "nothing of the older one is left" test -e "$ROOT$PROGRAM/_internal/only-in-the-older-one"
works "every file is as it was packed" inside dpkg --verify caseplanner
works "the vault opens" fatma "${own[@]}"

echo "== removing"
works "it is removed, and what it set" inside dpkg --purge caseplanner
refuses "nothing of the program is left" test -e "$ROOT$PROGRAM"
works "the vault is" test -f "$ROOT$HOME_THERE/.local/share/caseplanner/vault/header.json"
echo "== all of it on $SUITE"
