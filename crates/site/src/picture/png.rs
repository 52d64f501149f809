//! Drawings as PNG: the same bytes for the same drawing and fonts. Several are drawn at once.

use std::error::Error;
use std::fmt;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, FontResolver, Options, Tree};

use super::card::SIZE;
use super::fonts::{self, Fonts};

/// What comes of one drawing.
pub(super) type Picture = Result<Vec<u8>, PngError>;

/// Why a drawing can't be made a PNG.
#[derive(Debug)]
pub enum PngError {
    /// It is no SVG.
    Svg(usvg::Error),
    /// It has no size.
    NoSize,
    /// Its pixels can't be written.
    Encoding(Box<dyn Error + Send + Sync>),
}

impl Error for PngError {}

impl fmt::Display for PngError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Svg(error) => error.fmt(f),
            Self::NoSize => f.write_str("it has no size"),
            Self::Encoding(error) => error.fmt(f),
        }
    }
}

/// The drawings as pictures, in their order.
pub(super) fn render_all(drawings: &[String], fonts: &Fonts) -> Vec<Picture> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Picture)>> = Mutex::new(Vec::new());
    let work = || {
        let options = render_options(fonts);
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(svg) = drawings.get(at) else { break };
            let picture = render_one(svg, &options);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((at, picture));
        }
    };
    let hands = thread::available_parallelism().map_or(1, NonZero::get).min(drawings.len());
    thread::scope(|scope| (0..hands).for_each(|_| _ = scope.spawn(work)));
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, picture)| picture).collect()
}

fn render_options(fonts: &Fonts) -> Options<'static> {
    let font_resolver = FontResolver {
        select_font: FontResolver::default_font_selector(),
        select_fallback: Box::new(|letter, used, faces| fonts::find_replacement_font(letter, used, faces)),
    };
    let font_family = fonts::FAMILY.to_owned();
    Options { fontdb: fonts.faces(), font_family, font_resolver, ..Options::default() }
}

fn render_one(svg: &str, options: &Options<'_>) -> Picture {
    let tree = Tree::from_str(svg, options).map_err(PngError::Svg)?;
    let mut pixels = Pixmap::new(SIZE.0 as u32, SIZE.1 as u32).ok_or(PngError::NoSize)?;
    resvg::render(&tree, Transform::default(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| PngError::Encoding(error.into()))
}
