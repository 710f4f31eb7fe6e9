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

draw harbor-county harbor-county.png --dpi 96
draw harbor-county harbor-county-gaps.png --kind gaps --dpi 96
draw harbor-county harbor-county-risk.png --kind risk --dpi 96
draw harbor-county harbor-county-sectors.png --layout sectors --dpi 96
draw harbor-county harbor-county-communities.png --kind communities --dpi 96
draw cheyenne-search-rescue cheyenne-search-rescue.png --dpi 96
draw indiana-tobacco-collaboration indiana-tobacco-collaboration.png --undirected --dpi 96
