//! The readers against bytes that nobody wrote: seeds, mutated at random, for a fixed short time each. The run is
//! the same every time; `FUZZ_SECONDS=600 cargo test --test spec fuzz` goes on for longer. With coverage to guide
//! it, `fuzz/` does the same by hand.

use std::time::{Duration, Instant};

use figure_tracker_core::dataset;
use figure_tracker_core::dataset::format::{self, FormatVersion};
use figure_tracker_core::date::{Date, Day};
use figure_tracker_editing::diagnostic::any_error;
use figure_tracker_editing::{diagnose, json, spreadsheet};

/// Numbers that look random and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides.max(1)).unwrap()).unwrap()
    }
}

/// Pieces that readers trip over.
const PIECES: [&[u8]; 24] = [
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\n",
    b"\r\n",
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"{",
    b"[",
    b"]}",
    b"null",
    b"1e999",
    b"-0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\0",
    b"../",
    b"XX",
    b"9999999999999999999999999",
    b"\xe2\x80\xae",
    b"4.500",
    b"%",
];

/// A seed with a few bytes changed, taken out, doubled or put in.
fn mutated(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(bytes.len() + 1);
        let end = (at + 1 + dice.roll(40)).min(bytes.len());
        match dice.roll(5) {
            0 if at < bytes.len() => bytes[at] = u8::try_from(dice.roll(256)).unwrap(),
            1 => drop(bytes.drain(at.min(end)..end)),
            2 => bytes.splice(at..at, PIECES[dice.roll(PIECES.len())].iter().copied()).for_each(drop),
            3 => {
                let copy = bytes[at.min(end)..end].to_vec();
                let to = dice.roll(bytes.len() + 1);
                bytes.splice(to..to, copy).for_each(drop);
            }
            _ => bytes.truncate(at.max(1)),
        }
    }
    bytes
}

/// Runs a reader on mutations of the seeds until the time is over; each run has to be quick.
fn fuzz(seeds: &[&[u8]], read: impl Fn(&[u8])) {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|s| s.parse().ok()).unwrap_or(1.0);
    let end = Instant::now() + Duration::from_secs_f64(seconds);
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut runs = 0;
    while Instant::now() < end || runs < 50 {
        let bytes = mutated(seeds[dice.roll(seeds.len())], &mut dice);
        let start = Instant::now();
        read(&bytes);
        assert!(start.elapsed() < Duration::from_secs(5), "too slow: {:?}", String::from_utf8_lossy(&bytes));
        runs += 1;
    }
}

#[test]
fn mutated_data_files_end_in_diagnostics_or_in_rows_that_come_back() {
    let valid = include_bytes!("../../../../tests/data/valid.json");
    let everything = include_bytes!("../../../../tests/data/everything.json");
    let kazakh = include_bytes!("../../../../examples/invented-kazakh.json");
    fuzz(&[valid, everything, kazakh], |bytes| {
        let reading = dataset::read(bytes);
        let has_errors = any_error(&diagnose(bytes));
        assert!(has_errors || reading.is_ok(), "a check passes what can't be read");
        if let (false, Ok(text)) = (has_errors, std::str::from_utf8(bytes)) {
            let before = json::read_dataset(text).unwrap();
            let rows = spreadsheet::export(&before, b',');
            let again = spreadsheet::import(
                &[rows.as_bytes()],
                &spreadsheet::ReadOptions::default(),
                before,
                Day::from_number(20_454),
                &|_| {},
            );
            assert!(
                again.dataset.is_none() || again.changes.added.is_empty(),
                "{text}\n{rows}\n{:?}",
                again.changes
            );
        }
    });
}

#[test]
fn mutated_sheets_end_in_diagnostics_or_come_back_as_they_were() {
    let polls = include_bytes!("../../../../examples/invented-polls.csv");
    let flood = include_bytes!("../../../../examples/invented-flood.csv");
    let arabic = include_bytes!("../../../../examples/invented-arabic.csv");
    let budget = include_bytes!("../../../../examples/invented-budget.csv");
    let empty =
        format::Dataset { format: FormatVersion, language: "en".to_owned(), ..format::Dataset::default() };
    let import = |bytes: &[u8]| {
        spreadsheet::import(
            &[bytes],
            &spreadsheet::ReadOptions::default(),
            empty.clone(),
            Day::from_number(20_454),
            &|_| {},
        )
        .dataset
    };
    fuzz(&[polls, flood, arabic, budget], |bytes| {
        let Some(first) = import(bytes) else { return };
        let rows = spreadsheet::export(&first, b',');
        let second = import(rows.as_bytes());
        assert_eq!(second.as_ref(), Some(&first), "{}\n{rows}", String::from_utf8_lossy(bytes));
    });
}

#[test]
fn mutated_dates_are_refused_or_written_as_they_were_read() {
    let seeds: [&[u8]; 6] =
        [b"2022-01-15", b"2022-01-10/2022-01-14?", b"../2022-01~", b"-0044-03-15", b"20XX", b"2022-XX-XX"];
    fuzz(&seeds, |bytes| {
        let Ok(text) = std::str::from_utf8(bytes) else { return };
        if let Ok(date) = Date::parse(text) {
            assert_eq!(Date::parse(&date.to_string()).as_ref(), Ok(&date), "{text}");
        }
    });
}
