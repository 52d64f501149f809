//! Numbers and days to pixels, and the ticks between them. Knows no figures and no drawing.

pub mod calendar;
pub mod linear;
pub mod ticks;
