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
        "$REFNET" map "$@" --as-of 2026-09-30 -o "$pictures/$picture" "datasets/$dataset"
        echo "$pictures/$picture"
    fi
}

draw harbor-county harbor-county.png
draw harbor-county harbor-county.svg
draw harbor-county harbor-county.pdf
draw indiana indiana.png --undirected
