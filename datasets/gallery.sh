#!/bin/sh
# usage: REFNET=build/refnet datasets/gallery.sh FOLDER
#
# Redraws the pictures that README shows into FOLDER, with a fixed date. `make gallery` runs it.
set -eu

: "${REFNET:=build/refnet}"
pictures=${1:?usage: datasets/gallery.sh FOLDER}

draw() { # DATASET PICTURE OPTION...
    dataset=$1 picture=$2
    shift 2
    if [ -d "datasets/$dataset" ]; then
        "$REFNET" map "$@" --quiet --as-of 2026-09-30 -o "$pictures/$picture" "datasets/$dataset"
        echo "$pictures/$picture"
    fi
}

draw harbor-county harbor-county.png --dpi 72
draw harbor-county harbor-county-gaps.png --kind gaps --dpi 72
draw harbor-county harbor-county-gap-map.png --kind gap-map --size slide --dpi 96
draw harbor-county harbor-county-sectors.png --kind sectors --size slide --dpi 96
