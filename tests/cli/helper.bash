# What the command-line tests share. SPDX-License-Identifier: GPL-2.0-or-later
bats_require_minimum_version 1.5.0

# Outside `make test` the program just built is taken.
: "${REFNET:=$PWD/build/refnet}" "${REFNET_ROOT:=$PWD}"
export REFNET REFNET_ROOT

COUNTY=datasets/harbor-county
AS_OF=2026-09-30

# refnet with stdout in $output, stderr in $stderr and the exit status in $status.
refnet() {
    run --separate-stderr "$REFNET" "$@"
}

# A dataset in a folder of its own: FILE TEXT pairs, \n understood. Prints the folder.
dataset() {
    local folder
    folder=$(mktemp -d "$BATS_TEST_TMPDIR/dataset-XXXXXX")
    while [ $# -gt 1 ]; do
        printf '%b' "$2" >"$folder/$1"
        shift 2
    done
    printf '%s\n' "$folder"
}

# fails "what was expected" "what there is"
fail_with() {
    printf 'expected: %s\nthere is: %s\n' "$1" "$2" >&2
    return 1
}

assert_status() {
    [ "$status" -eq "$1" ] || fail_with "exit status $1" "$status; stderr: $stderr"
}

# The text contains the part.
assert_contains() {
    case $1 in
        *"$2"*) ;;
        *) fail_with "…$2…" "$1" ;;
    esac
}

refute_contains() {
    case $1 in
        *"$2"*) fail_with "no \"$2\"" "$1" ;;
    esac
}

assert_equal() {
    [ "$1" = "$2" ] || fail_with "$2" "$1"
}

# What a jq filter finds in the JSON of $output.
json() {
    jq -r "$@" <<<"$output"
}
