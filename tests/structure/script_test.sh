#!/usr/bin/env bash
# What ./lakwerk says before it builds: each mistake gets one clear sentence, at once.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# expect WORDS COMMAND…: fails, within seconds, and says WORDS.
expect() {
    local words=$1 said status
    shift
    said=$(timeout 30 "$@" 2>&1)
    status=$?
    if [ $status -eq 0 ] || [ $status -eq 124 ] || [[ $said != *"$words"* ]]; then
        echo "FOUT: '$*' eindigde met $status en zei: $said"
        echo "      verwacht: $words"
        failed=1
    fi
}

for port in x 0 70000 -1 ''; do expect "--port vraagt" ./lakwerk run --port "$port"; done
expect "Gebruik:" ./lakwerk run --poort 8080
touch "$scratch/bestand"
expect "is geen map" ./lakwerk run --data "$scratch/bestand"
mkdir "$scratch/bezet"
touch "$scratch/bezet/lakwerk.lock"
exec 9>"$scratch/bezet/lakwerk.lock"
flock 9
expect "al in gebruik door een andere Lakwerk" ./lakwerk run --data "$scratch/bezet"

# As someone without rights to install, with none of the packages there: only their names, ready to copy.
mkdir "$scratch/bin"
for tool in bash sed awk grep dirname readlink cat nproc env; do ln -s "$(command -v $tool)" "$scratch/bin/$tool"; done
printf '#!/bin/sh\necho 1000\n' >"$scratch/bin/id"
printf '#!/bin/sh\nexit 0\n' >"$scratch/bin/dpkg-query"
chmod +x "$scratch/bin/id" "$scratch/bin/dpkg-query"
expect "apt-get install --no-install-recommends build-essential cmake" env PATH="$scratch/bin" bash ./lakwerk build
# All packages there, but an old Node.js.
sed 's/#.*//; s/[[:space:]]//g; /^$/d' cmake/packages.txt >"$scratch/names"
printf '#!/bin/bash\nwhile read -r name; do echo "$name ii "; done <"%s"\n' "$scratch/names" >"$scratch/bin/dpkg-query"
printf '#!/bin/sh\necho v12.22.0\n' >"$scratch/bin/node"
printf '#!/bin/sh\nexit 0\n' >"$scratch/bin/npm"
chmod +x "$scratch/bin/node" "$scratch/bin/npm"
expect "Node.js 18 of nieuwer is nodig; gevonden: v12.22.0" env PATH="$scratch/bin" bash ./lakwerk build
rm "$scratch/bin/node"
expect "gevonden: niets" env PATH="$scratch/bin" bash ./lakwerk build
exit $failed
