#!/usr/bin/env bash
# Installs what is missing to build (`setup.sh build`), to build the Python package as well (`setup.sh wheel`), to build and test
# (`setup.sh test`), or to do all of it and try what is published (`setup.sh packages`), and only that.
# Says what it installs, does nothing the second time, and ends with a sentence when something can't be had.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
purpose=${1:-test}
case $purpose in
  build | wheel | test | packages) ;;
  *) printf 'usage: setup.sh [build|wheel|test|packages]\n' >&2; exit 2 ;;
esac
# Whether it is set up for one of these purposes.
is_for() { [[ " $* " == *" $purpose "* ]]; }

say() { printf 'setup: %s\n' "$*"; }
stop() { printf 'setup: cannot go on: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# --- one function a kind of thing ------------------------------------------------------------------------------

# A Debian package, for the command it brings.
debian() {
  local packages=$1 as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  if ! has apt-get || { [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; }; then
    stop "please run: sudo apt-get install $packages"
  fi
  say "installing Debian packages: $packages"
  "${as_root[@]}" apt-get update -qq || say "apt-get update failed, trying with the old lists"
  # shellcheck disable=SC2086 # a list on purpose
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null \
    || stop "apt-get could not install $packages"
}

# A part of the Rust toolchain that rust-toolchain.toml names.
rust_part() {
  local folder=$1 kind=$2 name=$3
  [ -e "$sysroot/$folder" ] && return
  say "installing Rust $kind $name"
  rustup "$kind" add "$name" || stop "rustup could not add the $kind $name to $(rustc --version)"
}

# Whether a tool is on PATH in this version; those of the tools folder come first there.
# Nothing but the end ends the reading: a tool whose words nobody hears any more fails, and would be built again.
has_version() { has "$1" && { "$1" --version || "$1" "${1#cargo-}" --version; } 2>/dev/null | grep -wF "$2" >/dev/null; }

# Whether a tool of tools() has to be installed: it is not there, or in another version.
is_missing() {
  has_version "$1" "$3" || return 0
  # The browser tests are run by a program that comes with wasm-bindgen.
  [ "$1" = wasm-bindgen ] && is_for test packages && ! has_version wasm-bindgen-test-runner "$3"
}

# Installs a tool of tools() into the tools folder: ready-made where cargo-binstall has it, else built here.
cargo_tool() {
  local command=$1 crate=$2 version=$3 cost=$4 started=$SECONDS
  is_missing "$command" "$crate" "$version" || return 0
  if cargo binstall -V >/dev/null 2>&1; then
    say "asking cargo-binstall for $crate $version"
    cargo binstall --no-confirm --force --disable-strategies compile --root "$FIGURE_TRACKER_TOOLS" "$crate@$version" \
      && ! is_missing "$command" "$crate" "$version" && return
  fi
  say "building $crate $version into $FIGURE_TRACKER_TOOLS: about $(minutes "$cost")"
  env -u CARGO_TARGET_DIR -u RUSTFLAGS "${hasty[@]}" \
    cargo install "$crate@$version" "${@:5}" --force --root "$FIGURE_TRACKER_TOOLS" \
    || stop "cargo could not install $crate $version"
  say "$crate $version is there after $((SECONDS - started)) s"
}

# Work of so many processor minutes, in minutes of this machine.
minutes() {
  local all=$(($1 / $(nproc 2>/dev/null || echo 1)))
  [ "$all" -gt 1 ] && echo "$all minutes" || echo "a minute"
}

# Says at the start how long the building of tools will take, if any are missing.
announce() {
  local work=0 names="" command crate version cost _options
  while read -r command crate version cost _options; do
    is_missing "$command" "$crate" "$version" || continue
    work=$((work + cost))
    names+=" $crate"
  done < <(tools)
  [ "$work" -eq 0 ] || say "the first time, tools must be built:$names. That takes about $(minutes "$work")"
}

# The files of WordPress, in which the plugin is tried: unpacked beside the tools, not installed.
wordpress() {
  local folder=$FIGURE_TRACKER_TOOLS/wordpress unpacked
  [ ! -e "$folder/wp-settings.php" ] || return 0
  has apt-get || stop "please unpack WordPress into $folder"
  say "unpacking WordPress from Debian into $folder"
  unpacked=$(mktemp -d)
  (cd "$unpacked" && chmod 755 . && { apt-get download -qq wordpress || { apt-get update -qq && apt-get download -qq wordpress; }; } >/dev/null 2>&1 \
    && dpkg-deb -x wordpress_*.deb .) || stop "apt-get could not download wordpress"
  rm -rf "$folder"
  cp -r "$unpacked/usr/share/wordpress" "$folder"
  rm -rf "$unpacked"
}

# The version of a crate in Cargo.lock.
locked_version() {
  awk -v name="\"$1\"" '$1 == "name" && $3 == name { found = 1 } found && $1 == "version" { gsub(/"/, "", $3); print $3; exit }' Cargo.lock
}

# npm's packages, when package-lock.json changed since the last time.
npm_packages() {
  local stamp=node_modules/.of-this-lock
  cmp -s package-lock.json "$stamp" && return
  say "installing the npm packages of package-lock.json"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error || stop "npm could not install the packages of package-lock.json"
  cp package-lock.json "$stamp"
}

# The tools that cargo installs: command, crate, version, processor minutes that building it takes, options.
tools() {
  # Builds and serves the page. Nothing is fetched through it, so TLS is left out.
  echo "trunk trunk 0.21.14 4 --locked --debug --no-default-features"
  # Cargo.lock alone says which; Trunk.toml repeats it (tests/spec/build.rs compares).
  echo "wasm-bindgen wasm-bindgen-cli $(locked_version wasm-bindgen) 3 --no-default-features"
  is_for test packages || return 0
  # Licences, sources, bans.
  echo "cargo-deny cargo-deny 0.20.2 2 --locked --debug"
  # Drives Firefox; Debian has none.
  echo "geckodriver geckodriver 0.37.1 2 --locked"
  is_for packages || return 0
  # Writes the bill of materials.
  echo "cargo-cyclonedx cargo-cyclonedx 0.5.9 2 --locked --debug"
}

# Building them takes longer than all their work here, so it is done hastily: 7 processor minutes instead of 17 for the two that
# every build needs. wasm-bindgen and geckodriver are optimised a little; the others (--debug) do next to nothing.
hasty=(
  CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_DEBUG=0
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
)

# --- the list --------------------------------------------------------------------------------------------------

has rustup || stop "Rust is missing: install it with rustup, see https://rustup.rs"
has node || stop "Node is missing: install Node 20 or newer"
has cc || debian "build-essential"

sysroot=$(rustc --print sysroot 2>/dev/null) || {
  say "installing the Rust toolchain of rust-toolchain.toml"
  rustup toolchain install || stop "rustup could not install the toolchain of rust-toolchain.toml"
  sysroot=$(rustc --print sysroot)
}
rust_part lib/rustlib/wasm32-unknown-unknown/lib target wasm32-unknown-unknown # the widget
rust_part lib/rustlib/src/rust/library component rust-src                       # its release builds std again

mkdir -p "$FIGURE_TRACKER_TOOLS"
exec 9>"$FIGURE_TRACKER_TOOLS/.lock"
flock 9 # two set-ups at once would install everything twice
announce
while read -r -a row; do
  cargo_tool "${row[@]}" </dev/null
done < <(tools)
npm_packages # wasm-opt, esbuild; drivers for the tests

missing=""
if is_for test packages; then
  rust_part bin/cargo-clippy component clippy
  rust_part bin/rustfmt component rustfmt
  { has chromium && has chromedriver; } || missing+=" chromium chromium-driver"
  { has firefox-esr || has firefox; } || missing+=" firefox-esr"
  has WebKitWebDriver || missing+=" webkit2gtk-driver"
  # A screen in memory with a touch screen's device, for WebKitGTK: Xvfb can't be touched.
  [ -e /usr/lib/xorg/modules/input/inputtest_drv.so ] || missing+=" xserver-xorg-core"
  [ -e /usr/lib/xorg/modules/drivers/dummy_drv.so ] || missing+=" xserver-xorg-video-dummy"
fi
if is_for wheel packages; then
  # Debian's Python can't make an environment without this one.
  python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=" python3 python3-venv"
fi
if is_for packages; then
  has php || missing+=" php-cli"
fi
[ -z "$missing" ] || debian "${missing# }"
if is_for packages; then wordpress; fi
