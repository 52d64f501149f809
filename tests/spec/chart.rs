//! From figures to a scene.

mod help;
mod look;
