# refnet: `make` builds build/refnet and build/librefnet.a, `make help` lists the rest.
# Nothing is written outside build/ and plots/, except by install.

VERSION = 0.1.0

PREFIX     ?= /usr/local
BINDIR     ?= $(PREFIX)/bin
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
MANDIR     ?= $(PREFIX)/share/man
DESTDIR    ?=

CFLAGS     ?= -O2 -g
PKG_CONFIG ?= pkg-config
INSTALL    ?= install
NM         ?= nm
BUILD       = build
V          ?= 0

# ---- what there is ------------------------------------------------------------------------------

# From the bottom up: a room may use itself and those before it (tests/check-layers has the arrows).
LIBRARY_ROOMS := base table model analysis present exchange draw report
LIBRARY_SOURCES := $(sort $(wildcard $(LIBRARY_ROOMS:%=src/%/*.c) $(LIBRARY_ROOMS:%=src/%/*/*.c)))
CLI_SOURCES     := $(sort $(wildcard src/cli/*.c src/cli/*/*.c))
HEADERS         := $(sort $(wildcard include/refnet/*.h include/refnet/*/*.h))

UNIT_SOURCES    := $(sort $(wildcard tests/unit/*/test_*.c))
SUPPORT_SOURCES := $(sort $(wildcard tests/support/*.c))
EXAMPLE_SOURCES := $(sort $(wildcard tests/example/*.c))
FUZZ_SOURCES    := $(sort $(wildcard tests/fuzz/fuzz_*.c))

LIBRARY_OBJECTS := $(LIBRARY_SOURCES:src/%.c=$(BUILD)/obj/%.o)
CLI_OBJECTS     := $(CLI_SOURCES:src/%.c=$(BUILD)/obj/%.o)
SUPPORT_OBJECTS := $(SUPPORT_SOURCES:%.c=$(BUILD)/obj/%.o)
REPLAY_OBJECT   := $(BUILD)/obj/tests/fuzz/replay.o

UNIT_PROGRAMS    := $(UNIT_SOURCES:%.c=$(BUILD)/%)
EXAMPLE_PROGRAMS := $(EXAMPLE_SOURCES:%.c=$(BUILD)/%)
FUZZ_PROGRAMS    := $(FUZZ_SOURCES:%.c=$(BUILD)/%)
TEST_PROGRAMS    := $(UNIT_PROGRAMS) $(EXAMPLE_PROGRAMS) $(FUZZ_PROGRAMS)

# ---- flags --------------------------------------------------------------------------------------

MODULES     := igraph glib-2.0 jansson libxml-2.0 libarchive pangocairo cairo fontconfig
PKG_LIBS    := $(shell $(PKG_CONFIG) --libs $(MODULES) 2>/dev/null)
PKG_CFLAGS  := $(patsubst -I%,-isystem %,$(shell $(PKG_CONFIG) --cflags $(MODULES) 2>/dev/null))
GLIB_CFLAGS := $(patsubst -I%,-isystem %,$(shell $(PKG_CONFIG) --cflags glib-2.0 2>/dev/null))
LIBS        := $(PKG_LIBS) -lcsv -lm -pthread
CMOCKA_LIBS ?= -lcmocka

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
            -Wwrite-strings -Wvla -Wformat-security $(if $(filter true,$(CI)),-Werror)
# No fused multiply-add: the same figures on every machine.
STANDARD := -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -fno-common -ffp-contract=off -pthread
# SANITIZE carries the instrumentation of test-asan, coverage and fuzz.
SANITIZE  =

COMPILE = $(CC) $(STANDARD) $(WARNINGS) $(CPPFLAGS) $(CFLAGS) $(SANITIZE) -MMD -MP
LINK    = $(CC) -pthread $(CFLAGS) $(SANITIZE) $(LDFLAGS)

ROOM_INCLUDES = -Iinclude -Isrc $(PKG_CFLAGS)
TEST_INCLUDES = -Iinclude -Isrc -Itests $(PKG_CFLAGS)
USER_INCLUDES = -Iinclude $(GLIB_CFLAGS)

# The version goes only to the files that mention it, so that a new one recompiles no other.
VERSIONED := $(shell grep -ls REFNET_VERSION $(LIBRARY_SOURCES) $(CLI_SOURCES) /dev/null)
VERSION_FLAG = $(if $(filter $<,$(VERSIONED)),-DREFNET_VERSION='"$(VERSION)"')

ifeq ($(V),1)
say := @:
Q   :=
else ifneq ($(findstring s,$(firstword -$(MAKEFLAGS))),)
say := @:
Q   := @
else
say := @printf '  %-8s%s\n'
Q   := @
endif

# Text as one word of the shell, whatever quotes are in it.
quote = '$(subst ','\'',$(1))'

# ---- building -----------------------------------------------------------------------------------

.PHONY: all
all: $(BUILD)/librefnet.a $(if $(CLI_SOURCES),$(BUILD)/refnet)

# A stamp is touched only when its text changes; what depends on it is then made again.
STAMPS := $(BUILD)/flags $(BUILD)/version $(BUILD)/members
$(BUILD)/flags:   STAMP = $(COMPILE) $(ROOM_INCLUDES) $(LINK) $(LIBS)
$(BUILD)/version: STAMP = $(VERSION)
$(BUILD)/members: STAMP = $(LIBRARY_OBJECTS) $(CLI_OBJECTS)
$(STAMPS): FORCE
	@mkdir -p $(@D)
	@$(if $(PKG_LIBS)$(filter-out %/flags,$@),:,CC=$(call quote,$(CC)) sh tests/deps --check build)
	@printf '%s\n' $(call quote,$(STAMP)) | cmp -s - $@ || printf '%s\n' $(call quote,$(STAMP)) > $@
.PHONY: FORCE
FORCE:

$(BUILD)/obj/%.o: src/%.c $(BUILD)/flags
	$(say) CC $<
	@mkdir -p $(@D)
	$(Q)$(COMPILE) $(ROOM_INCLUDES) $(VERSION_FLAG) -c -o $@ $<

$(VERSIONED:src/%.c=$(BUILD)/obj/%.o): $(BUILD)/version

$(BUILD)/librefnet.a: $(LIBRARY_OBJECTS) $(BUILD)/members
	$(say) AR $@
	$(Q)rm -f $@ && $(AR) rcs $@ $(LIBRARY_OBJECTS)

$(BUILD)/refnet: $(CLI_OBJECTS) $(BUILD)/librefnet.a $(BUILD)/members
	$(say) LINK $@
	$(Q)$(LINK) -o $@ $(CLI_OBJECTS) $(BUILD)/librefnet.a $(LIBS)

.DELETE_ON_ERROR:
-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)

# ---- test programs ------------------------------------------------------------------------------

.PHONY: test-programs
test-programs: $(TEST_PROGRAMS)

# The examples see what a user of the library sees: the public headers and GLib.
$(BUILD)/obj/tests/example/%.o: tests/example/%.c $(BUILD)/flags
	$(say) CC $<
	@mkdir -p $(@D)
	$(Q)$(COMPILE) $(USER_INCLUDES) -c -o $@ $<

$(BUILD)/obj/tests/%.o: tests/%.c $(BUILD)/flags
	$(say) CC $<
	@mkdir -p $(@D)
	$(Q)$(COMPILE) $(TEST_INCLUDES) -c -o $@ $<

$(UNIT_PROGRAMS): $(BUILD)/%: $(BUILD)/obj/%.o $(SUPPORT_OBJECTS) $(BUILD)/librefnet.a
	$(say) LINK $@
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $< $(SUPPORT_OBJECTS) $(BUILD)/librefnet.a $(CMOCKA_LIBS) $(LIBS)

$(EXAMPLE_PROGRAMS): $(BUILD)/%: $(BUILD)/obj/%.o $(BUILD)/librefnet.a
	$(say) LINK $@
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $< $(BUILD)/librefnet.a $(LIBS)

# libFuzzer brings its own main; elsewhere replay.c feeds the corpus to the target.
FUZZ_MAIN = $(REPLAY_OBJECT)
$(FUZZ_PROGRAMS): $(BUILD)/%: $(BUILD)/obj/%.o $(FUZZ_MAIN) $(BUILD)/librefnet.a
	$(say) LINK $@
	@mkdir -p $(@D)
	$(Q)$(LINK) $(FUZZ_LINK) -o $@ $< $(FUZZ_MAIN) $(BUILD)/librefnet.a $(LIBS)

# Kept, although only make itself asks for them.
.SECONDARY: $(TEST_PROGRAMS:$(BUILD)/%=$(BUILD)/obj/%.o) $(SUPPORT_OBJECTS) $(REPLAY_OBJECT)

# ---- dependencies -------------------------------------------------------------------------------

# What a target needs may only be known after `deps`, for pkg-config answers nothing before: the
# user's targets install first and call make again for the work. DEPS=skip installs nothing.
DEPS ?=
.PHONY: deps deps-build deps-test
deps: deps-test
deps-build deps-test:
	$(if $(filter skip,$(DEPS)),@:,@CC=$(call quote,$(CC)) PKG_CONFIG=$(call quote,$(PKG_CONFIG)) \
	    sh tests/deps $(@:deps-%=%))

JOBS  = $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null || echo 2))
# The plus tells make that this is a make, which a variable hides from it.
AGAIN = +@$(MAKE) --no-print-directory $(JOBS)

# Two of these at once would build the same files twice; each is parallel inside.
TWO_STEPS := demo gallery test test-asan coverage fuzz bench
ifneq ($(filter $(TWO_STEPS),$(MAKECMDGOALS)),)
.NOTPARALLEL:
endif
MAKEFLAGS += --no-print-directory

# ---- running ------------------------------------------------------------------------------------

.PHONY: demo gallery
demo: deps-build
	$(AGAIN) all
	@REFNET=$(BUILD)/refnet sh datasets/demo.sh plots/demo

gallery: deps-build
	$(AGAIN) all
	@REFNET=$(BUILD)/refnet sh datasets/gallery.sh plots

.PHONY: test test-asan coverage run-tests check-layers
test: deps-test
	$(AGAIN) run-tests

# ONLY=PATTERN runs the suites whose name matches, as in `make test ONLY=unit/base`.
ONLY ?=
run-tests: all test-programs
	@NM=$(call quote,$(NM)) CC=$(call quote,$(CC)) tests/run $(BUILD) $(call quote,$(ONLY))

check-layers: all
	@NM=$(call quote,$(NM)) CC=$(call quote,$(CC)) tests/check-layers . $(BUILD)/obj

# What either of them finds ends the program: a message alone would fail no test.
SANITIZERS := -O1 -fsanitize=address,undefined,float-cast-overflow \
    -fno-sanitize-recover=undefined,float-cast-overflow -fno-omit-frame-pointer
test-asan: deps-test
	$(AGAIN) BUILD=build/asan SANITIZE='$(SANITIZERS)' run-tests

coverage: deps-test
	$(AGAIN) BUILD=build/coverage SANITIZE='-O0 --coverage' all test-programs
	@find build/coverage -name '*.gcda' -delete
	-$(AGAIN) BUILD=build/coverage SANITIZE='-O0 --coverage' run-tests
	@tests/coverage build/coverage

.PHONY: bench
bench: deps-build
	$(AGAIN) all
	@if [ -x tests/bench/run ]; then REFNET=$(BUILD)/refnet tests/bench/run; \
	 else echo 'no benchmark yet (tests/bench/run)'; fi

# Each target runs this long after it is built; new inputs go to build/fuzz, crashes too.
FUZZ_SECONDS ?= 60
.PHONY: fuzz fuzz-programs
fuzz: deps-build
	@command -v clang >/dev/null || { echo 'make fuzz needs clang' >&2; exit 2; }
	$(AGAIN) BUILD=build/fuzz CC=clang SANITIZE='$(SANITIZERS) -fsanitize=fuzzer-no-link' \
	    FUZZ_MAIN= FUZZ_LINK=-fsanitize=fuzzer fuzz-programs
	@tests/fuzz/run build/fuzz $(FUZZ_SECONDS)
fuzz-programs: $(FUZZ_PROGRAMS)

.PHONY: format
format:
	clang-format -i $(LIBRARY_SOURCES) $(CLI_SOURCES) $(HEADERS) $(sort $(wildcard src/*/*.h src/*/*/*.h)) \
	    $(UNIT_SOURCES) $(SUPPORT_SOURCES) $(EXAMPLE_SOURCES) $(wildcard tests/fuzz/*.c)

# ---- installing ---------------------------------------------------------------------------------

# The folders of the public headers.
HEADER_FOLDERS := $(sort $(patsubst include/%/,%,$(dir $(HEADERS))))

define PKGCONFIG_FILE
prefix=$(PREFIX)
libdir=$(LIBDIR)
includedir=$(INCLUDEDIR)

Name: refnet
Description: Referral network graph analyzer
Version: $(VERSION)
Requires: $(MODULES)
Libs: -L$${libdir} -lrefnet -lcsv -lm -pthread
Cflags: -I$${includedir}
endef
export PKGCONFIG_FILE

.PHONY: install uninstall
install: all
	$(say) INSTALL $(call quote,$(DESTDIR)$(PREFIX))
	$(Q)$(INSTALL) -d "$(DESTDIR)$(BINDIR)" "$(DESTDIR)$(LIBDIR)/pkgconfig" \
	    $(HEADER_FOLDERS:%="$(DESTDIR)$(INCLUDEDIR)/%") "$(DESTDIR)$(MANDIR)/man1"
	$(Q)$(INSTALL) -m 755 $(BUILD)/refnet "$(DESTDIR)$(BINDIR)/refnet"
	$(Q)$(INSTALL) -m 644 $(BUILD)/librefnet.a "$(DESTDIR)$(LIBDIR)/librefnet.a"
	$(Q)for folder in $(HEADER_FOLDERS); do \
	    $(INSTALL) -m 644 include/$$folder/*.h "$(DESTDIR)$(INCLUDEDIR)/$$folder/" || exit; done
	$(Q)printf '%s\n' "$$PKGCONFIG_FILE" > "$(DESTDIR)$(LIBDIR)/pkgconfig/refnet.pc"
	$(Q)$(BUILD)/refnet help manual > "$(DESTDIR)$(MANDIR)/man1/refnet.1"

uninstall:
	$(say) REMOVE $(call quote,$(DESTDIR)$(PREFIX))
	$(Q)rm -f "$(DESTDIR)$(BINDIR)/refnet" "$(DESTDIR)$(LIBDIR)/librefnet.a" \
	    "$(DESTDIR)$(LIBDIR)/pkgconfig/refnet.pc" "$(DESTDIR)$(MANDIR)/man1/refnet.1"
	$(Q)rm -f $(HEADERS:include/%="$(DESTDIR)$(INCLUDEDIR)/%")
	$(Q)rmdir $(foreach folder,$(HEADER_FOLDERS) refnet,"$(DESTDIR)$(INCLUDEDIR)/$(folder)") 2>/dev/null || :

.PHONY: clean help
clean:
	rm -rf build plots/demo

help:
	@echo 'make               build/refnet and build/librefnet.a'
	@echo 'make demo          the main job on datasets/harbor-county, pictures in plots/demo/'
	@echo 'make gallery       redraw the pictures in plots/ that README shows'
	@echo 'make test          all tests (ONLY=unit/base runs the suites that match)'
	@echo 'make test-asan     all tests under the address and undefined-behaviour sanitizers'
	@echo 'make check-layers  includes and symbols follow the arrows of the architecture'
	@echo 'make coverage      lines run by the tests, per room'
	@echo 'make fuzz          run the fuzz targets with clang (FUZZ_SECONDS=60 each)'
	@echo 'make bench         time the large networks'
	@echo 'make format        clang-format over all sources'
	@echo 'make deps          install what building and testing need'
	@echo 'make install       to PREFIX ($(PREFIX)), under DESTDIR; make uninstall removes it'
	@echo 'make clean         remove build/ and plots/demo/'
	@echo
	@echo 'V=1 shows commands; DEPS=skip installs nothing; CC, CFLAGS, CPPFLAGS, LDFLAGS as usual.'
