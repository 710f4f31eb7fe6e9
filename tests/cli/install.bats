#!/usr/bin/env bats
# What make install puts on a machine works there, and uninstall takes it away.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper

setup() {
    case $(dirname "$REFNET") in
        */build) ;;
        *) skip "only the plain build is installed" ;;
    esac
    export DESTDIR=$BATS_TEST_TMPDIR/root PREFIX=/usr
    make --no-print-directory -s DEPS=skip install >/dev/null
}

@test "the installed program runs and its manual page is there" {
    run "$DESTDIR/usr/bin/refnet" --version
    assert_status 0
    grep -q '^\.TH REFNET 1' "$DESTDIR/usr/share/man/man1/refnet.1"
}

@test "a program builds against the installed library through pkg-config, and runs" {
    local program=$BATS_TEST_TMPDIR/first_steps
    # The package file as it would read had PREFIX been where DESTDIR put it.
    sed -i "s|=/usr|=$DESTDIR/usr|" "$DESTDIR/usr/lib/pkgconfig/refnet.pc"
    export PKG_CONFIG_PATH=$DESTDIR/usr/lib/pkgconfig
    # shellcheck disable=SC2046 # the flags are words
    cc -std=c11 tests/example/first_steps.c -o "$program" $(pkg-config --cflags --libs refnet)
    run --separate-stderr "$program" "$COUNTY" "$BATS_TEST_TMPDIR"
    assert_status 0
    assert_contains "$output" "Harbor"
    [ -s "$BATS_TEST_TMPDIR/first-steps.svg" ]
}

@test "uninstall leaves no file" {
    make --no-print-directory -s DEPS=skip uninstall >/dev/null
    assert_equal "$(find "$DESTDIR" -type f | wc -l)" 0
}
