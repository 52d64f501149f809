//! The codes of ISO 4217, and the signs that stand for one or several of them.

/// Every code in use for money.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP \
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
    GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK \
    LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB \
    PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB \
    TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

/// Signs, each with the codes that it can stand for.
const SIGNS: [(&str, &str); 19] = [
    ("US$", "USD"),
    ("A$", "AUD"),
    ("C$", "CAD"),
    ("$", "USD AUD CAD NZD HKD SGD MXN ARS CLP COP TWD"),
    ("€", "EUR"),
    ("£", "GBP EGP SYP LBP"),
    ("¥", "JPY CNY"),
    ("₽", "RUB"),
    ("₴", "UAH"),
    ("₸", "KZT"),
    ("₹", "INR"),
    ("₪", "ILS"),
    ("₩", "KRW"),
    ("₺", "TRY"),
    ("₾", "GEL"),
    ("₦", "NGN"),
    ("zł", "PLN"),
    ("Rs", "INR PKR NPR LKR MUR SCR"),
    ("Rs.", "INR PKR NPR LKR MUR SCR"),
];

/// Whether a text is a code, in capital letters.
pub(crate) fn is_code(text: &str) -> bool {
    text.len() == 3 && CODES.split_ascii_whitespace().any(|code| code == text)
}

/// The codes that a sign can stand for.
pub(crate) fn of_sign(sign: &str) -> Option<Vec<&'static str>> {
    let found = SIGNS.iter().find(|(known, _)| known.eq_ignore_ascii_case(sign));
    found.map(|(_, codes)| codes.split(' ').collect())
}

/// Every sign.
pub(crate) fn signs() -> impl Iterator<Item = &'static str> {
    SIGNS.iter().map(|(sign, _)| *sign)
}
