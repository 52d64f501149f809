# Sourced by the other scripts: where the tools are, and what a release of the widget is built with.
# It installs nothing and builds nothing.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1

# Tools live outside the clone, so that a fresh clone doesn't build them again.
export FIGURE_TRACKER_TOOLS=${FIGURE_TRACKER_TOOLS:-$HOME/.cache/figure-tracker/tools}
export PATH="$FIGURE_TRACKER_TOOLS/bin:$root/node_modules/.bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
export TRUNK_SKIP_VERSION_CHECK=true
# Whatever it is set to means no colours (no-color.org), but Trunk knows only this word.
if [ -n "${NO_COLOR:-}" ]; then export NO_COLOR=true; fi

target_dir=${CARGO_TARGET_DIR:-$root/target}

# The release: std is built again for the WebAssembly that Safari 15.4, Chrome 96 and Firefox 100 have, and no path
# of the machine that built it is left in the file. scripts/split.mjs needs the relocations.
release_env() {
  local cargo_home=${CARGO_HOME:-$HOME/.cargo} flags folder
  flags="-C target-cpu=mvp -C target-feature=+mutable-globals,+sign-ext,+nontrapping-fptoint,+bulk-memory"
  flags+=" -C link-arg=--emit-relocs"
  flags+=" -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none"
  for folder in "$cargo_home"/registry/src/*/; do
    flags+=" --remap-path-prefix=${folder%/}=/crates"
  done
  flags+=" --remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust=/rust"
  flags+=" --remap-path-prefix=$root=/figure-tracker"
  # A folder of its own: these flags would make Cargo build everything else again, each time.
  export CARGO_TARGET_DIR="$target_dir/web"
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD="std,panic_abort"
  export CARGO_UNSTABLE_BUILD_STD_FEATURES="optimize_for_size"
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$flags"
}
