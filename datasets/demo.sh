#!/bin/sh
# usage: REFNET=build/refnet datasets/demo.sh FOLDER
#
# What a coalition would ask first, asked of the sample county; the map is drawn into FOLDER.
# `make demo` runs it.
set -eu

: "${REFNET:=build/refnet}"
pictures=${1:?usage: datasets/demo.sh FOLDER}
county=datasets/harbor-county
today=2026-09-30

heading() {
    printf '\n=== %s\n' "$1"
}

# Shows the command as it would be typed, then runs it. Exit status 1 says that there are findings,
# which is no failure here.
ask() {
    command=$1
    shift
    printf '\n$ refnet %s' "$command"
    for word in "$@" --as-of "$today"; do
        case $word in
            *' '*) printf " '%s'" "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n\n'
    "$REFNET" "$command" "$@" --as-of "$today" || [ $? -eq 1 ]
}

heading 'Is our data sound?'
ask check "$county"

heading 'What does our network look like?'
ask summary "$county"

heading 'Where is a service missing, or resting on one provider?'
ask gaps --top 5 "$county"

heading 'What rests on one person or one organisation?'
ask risks --top 5 "$county"

heading 'Who offers the same in the same place, and which rows are one organisation?'
ask duplicates "$county"

heading 'Who else should the food bank be meeting with?'
ask who-else "$county" 'Harbor County Food Bank'

heading 'Who can introduce us?'
ask path "$county" 'Harbor County Food Bank' 'Harbor County Veterans Services'

heading 'The map, for the meeting'
mkdir -p "$pictures"
for kind in png svg pdf; do
    ask map -o "$pictures/harbor-county.$kind" "$county"
done

printf '\nDrawn:\n'
for kind in png svg pdf; do
    printf '    %s\n' "$pictures/harbor-county.$kind"
done
