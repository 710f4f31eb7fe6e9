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
ask check --top 5 "$county"

heading 'What does our network look like?'
ask summary --top 5 "$county"

heading 'Where is a service missing, or resting on one provider?'
ask gaps --top 5 "$county"

heading 'Whom do I call for respite in Eastside?'
ask find --area Eastside --top 3 "$county" 'respite care'

heading 'What rests on one person or one organisation?'
ask risks --top 5 "$county"

heading 'Who offers the same in the same place, and which rows are one organisation?'
ask duplicates --top 5 "$county"

heading 'Who is due a call?'
ask check-ins --top 5 "$county"

heading 'Who else should the food bank be meeting with?'
ask who-else --top 3 "$county" 'Harbor County Food Bank'

heading 'Who can introduce us?'
ask path "$county" 'Harbor County Food Bank' 'Harbor County Veterans Services'

heading 'The maps, for the meeting'
mkdir -p "$pictures"
drawn=
draw() { # NAME KIND
    for format in png svg pdf; do
        ask map --kind "$2" --quiet -o "$pictures/$1.$format" "$county"
        drawn="$drawn $pictures/$1.$format"
    done
}
draw harbor-county network
draw harbor-county-gaps gaps
draw harbor-county-risk risk

heading 'All of it in one document'
for format in html pdf; do
    ask report --quiet --compare-with datasets/harbor-county-2025 -o "$pictures/report.$format" "$county"
    drawn="$drawn $pictures/report.$format"
done

printf '\nDrawn:\n'
for picture in $drawn; do
    printf '    %s\n' "$picture"
done
