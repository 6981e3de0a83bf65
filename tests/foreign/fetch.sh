#!/bin/bash
# Takes the PDFs of tests/data/foreign/files.txt from their Debian packages into a folder of the build, once.
# Usage: fetch.sh LIST FOLDER RUN…   (RUN: day, night). Fails, and says what is missing, where a package cannot be had.
set -euo pipefail
list=$1 folder=$2
shift 2
mkdir -p "$folder/packages" "$folder/files"
cd "$folder/packages"

fail() {
    echo "$1" >&2
    exit 1
}

unpack() {  # a package, once
    [ -d "$1" ] && return
    apt-cache show "$1" >/dev/null 2>&1 || apt-get update -qq >/dev/null 2>&1 || true
    apt-get download -qq "$1" >/dev/null 2>&1 || fail "Pakket $1 is niet op te halen: is er een Debian-pakketbron?"
    dpkg-deb -x "$1"_*.deb "$1.part"
    rm -f "$1"_*.deb
    mv "$1.part" "$1"
}

while read -r run package path producer; do
    case " $* " in *" ${run%!} "*) ;; *) continue ;; esac
    name=$(basename "$path" .gz)
    target="$folder/files/$package--$name"
    [ -s "$target" ] && continue
    unpack "$package"
    [ -e "$package/$path" ] || fail "In pakket $package staat geen $path meer."
    case "$path" in
        *.gz) gunzip -c "$package/$path" >"$target.part" ;;
        *) cp "$package/$path" "$target.part" ;;
    esac
    mv "$target.part" "$target"
done < <(grep -v '^#' "$list")
