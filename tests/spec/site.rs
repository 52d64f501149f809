//! What `render` makes of a data set: files that need no script.

mod picture;
