//! Exact decimal numbers: every digit that was reported is kept, and nothing is rounded.
//!
//! A [`Decimal`] is a whole number of tenths, hundredths and so on: an `i128` coefficient and a scale. No doubles, no
//! exponents, no locale; [`Decimal::to_f64`] is for geometry only.
//!
//! ```
//! use figure_tracker_core::decimal::Decimal;
//!
//! let total: Decimal = "123456789012345678901234.000000000001".parse().unwrap();
//! let more = total.checked_add(Decimal::from(1)).unwrap();
//! assert_eq!(more.to_string(), "123456789012345678901235.000000000001");
//! ```

mod parse;
mod serde;

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// An exact decimal number: `coefficient` divided by ten to the power of `scale`.
///
/// It is written as it was read, `12.0` as `12.0`. Numbers of the same value are equal however they are written:
///
/// ```
/// use figure_tracker_core::decimal::Decimal;
///
/// let twelve: Decimal = "12.0".parse().unwrap();
/// assert_eq!(twelve.to_string(), "12.0");
/// assert_eq!(twelve, Decimal::from(12));
/// assert!(twelve > "-3.5".parse().unwrap());
/// ```
// A figure has three of them, and memory is given out in steps of eight bytes: what must lie at every sixteenth is dear.
#[repr(Rust, packed(4))]
#[derive(Clone, Copy, Debug, Default)]
pub struct Decimal {
    coefficient: i128,
    /// At most [`MAX_SCALE`].
    scale: u32,
}

/// How many digits a number in a file may have before the point.
pub const MAX_INTEGER_DIGITS: usize = 24;

/// How many digits a number in a file may have behind the point.
pub const MAX_FRACTION_DIGITS: usize = 12;

/// The largest scale: ten to its power is still an `i128`.
const MAX_SCALE: u32 = 38;

/// The largest whole number up to which a double holds every whole number.
const MAX_EXACT_DOUBLE: u128 = 1 << 53;

/// How many significant digits every double holds.
const DOUBLE_DIGITS: u32 = 15;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { coefficient: 0, scale: 0 };

    /// Returns `coefficient` divided by ten to the power of `scale`; none where `scale` is above 38.
    ///
    /// ```
    /// # use figure_tracker_core::decimal::Decimal;
    /// assert_eq!(Decimal::new(125, 1).unwrap().to_string(), "12.5");
    /// ```
    pub fn new(coefficient: i128, scale: u32) -> Option<Self> {
        (scale <= MAX_SCALE).then_some(Self { coefficient, scale })
    }

    /// Parses a decimal as a file writes it in a string: an optional `-`, digits without leading zeros, and a point
    /// before the fraction.
    ///
    /// ```
    /// # use figure_tracker_core::decimal::{Decimal, DecimalError};
    /// assert_eq!(Decimal::parse("-0.50").unwrap().to_string(), "-0.50");
    /// assert_eq!(Decimal::parse("1,000"), Err(DecimalError::NotANumber));
    /// ```
    ///
    /// # Errors
    /// Anything else, exponents too, and more digits than [`MAX_INTEGER_DIGITS`] and [`MAX_FRACTION_DIGITS`].
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        parse::decimal(text)
    }

    /// Parses a JSON number, which may have an exponent.
    ///
    /// ```
    /// # use figure_tracker_core::decimal::Decimal;
    /// assert_eq!(Decimal::parse_json_number("1.5e6").unwrap().to_string(), "1500000");
    /// ```
    ///
    /// # Errors
    /// As [`Decimal::parse`].
    pub fn parse_json_number(text: &str) -> Result<Self, DecimalError> {
        parse::json_number(text)
    }

    /// Returns the whole number that is divided by ten to the power of [`Decimal::scale`].
    pub fn coefficient(self) -> i128 {
        self.coefficient
    }

    /// Returns the number of digits behind the point.
    pub fn scale(self) -> u32 {
        self.scale
    }

    /// Returns -1, 0 or 1: the sign.
    pub fn signum(self) -> i128 {
        self.coefficient.signum()
    }

    /// Returns the number with the other sign; none at the end of the range.
    pub fn checked_neg(self) -> Option<Self> {
        Some(Self { coefficient: self.coefficient.checked_neg()?, ..self })
    }

    /// Returns the number without its sign; none at the end of the range.
    pub fn checked_abs(self) -> Option<Self> {
        Some(Self { coefficient: self.coefficient.checked_abs()?, ..self })
    }

    /// Returns the exact sum; none where it has too many digits.
    ///
    /// ```
    /// # use figure_tracker_core::decimal::Decimal;
    /// let sum = Decimal::parse("0.1").unwrap().checked_add(Decimal::parse("0.2").unwrap());
    /// assert_eq!(sum, Some(Decimal::parse("0.3").unwrap()));
    /// ```
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let coefficient = self.coefficient_at(scale)?.checked_add(other.coefficient_at(scale)?)?;
        Some(Self { coefficient, scale })
    }

    /// Returns the exact difference; none where it has too many digits.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(other.checked_neg()?)
    }

    /// Returns the number times ten to the power of `exponent`, which may be negative; none where it has too many digits.
    ///
    /// ```
    /// # use figure_tracker_core::decimal::Decimal;
    /// let billions = Decimal::parse("38.6").unwrap().checked_shift(9).unwrap();
    /// assert_eq!(billions.to_string(), "38600000000");
    /// assert_eq!(billions.checked_shift(-10).unwrap().to_string(), "3.8600000000");
    /// ```
    pub fn checked_shift(self, exponent: i32) -> Option<Self> {
        let scale = i64::from(self.scale) - i64::from(exponent);
        match u32::try_from(scale) {
            Ok(scale) => Self::new(self.coefficient, scale),
            Err(_) if self.coefficient == 0 => Some(Self::ZERO),
            Err(_) => {
                let zeros = u32::try_from(scale.unsigned_abs()).ok()?;
                Some(Self { coefficient: self.coefficient.checked_mul(ten_to(zeros)?)?, scale: 0 })
            }
        }
    }

    /// Returns the number without zeros at the end of its fraction.
    ///
    /// ```
    /// # use figure_tracker_core::decimal::Decimal;
    /// assert_eq!(Decimal::parse("12.50").unwrap().normalized().to_string(), "12.5");
    /// ```
    pub fn normalized(self) -> Self {
        let Self { mut coefficient, mut scale } = self;
        while scale > 0 && coefficient % 10 == 0 {
            coefficient /= 10;
            scale -= 1;
        }
        Self { coefficient, scale }
    }

    /// Returns the nearest double, for geometry only.
    pub fn to_f64(self) -> f64 {
        // Most numbers are short and whole, and a chart asks for each several times.
        if let (Ok(short), 0) = (i64::try_from(self.coefficient), self.scale) {
            return short as f64;
        }
        let power = 10_f64.powi(self.scale.try_into().unwrap_or(i32::MAX));
        self.coefficient as f64 / power
    }

    /// Whether programs that read JSON numbers as doubles keep every digit of it.
    ///
    /// ```
    /// # use figure_tracker_core::decimal::Decimal;
    /// assert!(Decimal::parse("230").unwrap().fits_double());
    /// assert!(!Decimal::parse("12345678901234567890").unwrap().fits_double());
    /// ```
    pub fn fits_double(self) -> bool {
        let Self { coefficient, scale } = self.normalized();
        let mut significant = coefficient.unsigned_abs();
        let small = scale == 0 && significant <= MAX_EXACT_DOUBLE;
        while significant > 0 && significant.is_multiple_of(10) {
            significant /= 10;
        }
        small || significant.checked_ilog10().is_none_or(|digits| digits < DOUBLE_DIGITS)
    }

    /// The coefficient that the number has with a larger scale.
    fn coefficient_at(self, scale: u32) -> Option<i128> {
        self.coefficient.checked_mul(ten_to(scale.checked_sub(self.scale)?)?)
    }

    /// The whole part and the fraction, the fraction as if the scale were [`MAX_SCALE`]: in this form numbers of
    /// different scales compare part by part.
    fn parts(self) -> (i128, i128) {
        let one = ten_to(self.scale).unwrap_or(1);
        let fraction = Self { coefficient: self.coefficient % one, ..self };
        (self.coefficient / one, fraction.coefficient_at(MAX_SCALE).unwrap_or_default())
    }
}

fn ten_to(exponent: u32) -> Option<i128> {
    10_i128.checked_pow(exponent)
}

impl From<i64> for Decimal {
    fn from(number: i64) -> Self {
        Self { coefficient: number.into(), scale: 0 }
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    /// [`Decimal::parse`].
    fn from_str(text: &str) -> Result<Self, DecimalError> {
        Self::parse(text)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().cmp(&other.parts())
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts().hash(state);
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.coefficient < 0 { "-" } else { "" };
        let scale = usize::try_from(self.scale).unwrap_or_default();
        let digits = format!("{:0>width$}", self.coefficient.unsigned_abs(), width = scale + 1);
        match digits.split_at_checked(digits.len() - scale) {
            Some((integer, fraction)) if scale > 0 => write!(f, "{sign}{integer}.{fraction}"),
            _ => write!(f, "{sign}{digits}"),
        }
    }
}

/// Why a text is no [`Decimal`]: the end of a sentence that begins with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// It is not written like a decimal number.
    NotANumber,
    /// It has more digits than [`MAX_INTEGER_DIGITS`] or [`MAX_FRACTION_DIGITS`].
    TooManyDigits,
}

impl DecimalError {
    /// Returns what would be right.
    pub fn help(self) -> &'static str {
        match self {
            Self::NotANumber => "write it like 1234567.89: digits, and a point before the fraction",
            Self::TooManyDigits => "at most 24 digits before the point and 12 behind it are kept",
        }
    }
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotANumber => "is not a decimal number",
            Self::TooManyDigits => "has too many digits",
        })
    }
}

impl std::error::Error for DecimalError {}
