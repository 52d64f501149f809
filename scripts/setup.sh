#!/usr/bin/env bash
# Installs what is missing to build (`setup.sh build`) or to build and test (`setup.sh test`), and only that.
# Says what it installs, does nothing the second time, and ends with a sentence when something can't be had.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
purpose=${1:-test}

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

# A cargo-installed tool of one version, into the tools folder.
cargo_tool() {
  local command=$1 crate=$2 version=$3 lock=$4
  local stamp="$FIGURE_TRACKER_TOOLS/.$crate-$version"
  [ -e "$stamp" ] && [ -x "$FIGURE_TRACKER_TOOLS/bin/$command" ] && return
  if [ -x "$FIGURE_TRACKER_TOOLS/bin/$command" ] \
    && "$FIGURE_TRACKER_TOOLS/bin/$command" --version | grep -qF " $version"; then
    touch "$stamp"
    return
  fi
  say "installing $crate $version into $FIGURE_TRACKER_TOOLS (some minutes)"
  # shellcheck disable=SC2086 # --locked or nothing
  env -u CARGO_TARGET_DIR -u RUSTFLAGS cargo install "$crate@$version" $lock --force --quiet --root "$FIGURE_TRACKER_TOOLS" \
    || stop "cargo could not install $crate $version"
  touch "$stamp"
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
cargo_tool trunk trunk 0.21.14 --locked                                      # builds and serves the page
cargo_tool wasm-bindgen wasm-bindgen-cli "$(locked_version wasm-bindgen)" "" # must equal the crate's version
npm_packages                                                                 # wasm-opt, esbuild; drivers for the tests

if [ "$purpose" = test ]; then
  rust_part bin/cargo-clippy component clippy
  rust_part bin/rustfmt component rustfmt
  cargo_tool cargo-deny cargo-deny 0.20.2 --locked # licences, sources, bans
  cargo_tool geckodriver geckodriver 0.37.1 --locked # drives Firefox; Debian has none
  missing=""
  { has chromium && has chromedriver; } || missing+=" chromium chromium-driver"
  { has firefox-esr || has firefox; } || missing+=" firefox-esr"
  has WebKitWebDriver || missing+=" webkit2gtk-driver"
  # A screen in memory with a touch screen's device, for WebKitGTK: Xvfb can't be touched.
  [ -e /usr/lib/xorg/modules/input/inputtest_drv.so ] || missing+=" xserver-xorg-core"
  [ -e /usr/lib/xorg/modules/drivers/dummy_drv.so ] || missing+=" xserver-xorg-video-dummy"
  [ -z "$missing" ] || debian "${missing# }"
fi
