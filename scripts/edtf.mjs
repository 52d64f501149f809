// Asks the reference reader of EDTF, the npm package `edtf` at level 1, about systematically made texts, and writes what
// it says to crates/core/tests/spec/edtf.tsv: the text, a tab, and `no`, or the first and the last day that it means.
//
// Run by hand after `npm install` where the list of texts changes: node scripts/edtf.mjs

import { writeFileSync } from "node:fs";
import edtf, { parse } from "edtf";

const two = (number) => String(number).padStart(2, "0");
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const years = ["2022", "2000", "1900", "0000", "0001", "9999", "-0001", "-2022", "-0000", "202", "22", "20220", "Y20220", "Y-20220",
  "Y2022", "+2022", "202X", "20XX", "2XXX", "XXXX", "20X2", "-202X", "2022X", "202x", "202u"];
const months = ["2022", "-0044", "0000"].flatMap((year) => range(0, 42).map((month) => `${year}-${two(month)}`));
const lengths = ["2022", "2024", "1900", "2000"].flatMap((year) =>
  range(1, 12).flatMap((month) => [0, 1, 28, 29, 30, 31, 32].map((day) => `${year}-${two(month)}-${two(day)}`)));
const wrongDays = ["2022-13-01", "2022-00-10", "2022-21-05", "2022-1-1", "2022-01-1", "2022-1-15", "2022-001", "2022-W03", "20220115",
  "2022-0115", "202201", "2022/01/15", "15.01.2022", "2022.01.15", "2022-01-15-01", "--01-15", "2022-", "2022-01-", "-", "", " "];
const masks = ["2022-XX", "2022-XX-XX", "2022-01-XX", "2022-13-XX", "2022-21-XX", "2022-XX-15", "2022-1X", "2022-0X", "2022-01-1X", "2022-01-X5",
  "202X-01", "20XX-XX", "202X-XX-XX", "XXXX-01", "XXXX-01-15", "2022-xx", "2022-uu", "-2022-XX", "2022-02-XX", "2022-X1"];
const signs = ["?", "~", "%", "??", "?~", "~?", "!", "*", " ?"];
const signed = ["2022", "2022-01", "2022-01-15", "2022-21", "202X", "20XX", "2022-XX", "2022-01-XX", "2022-XX-XX", "-0044", "Y20220", "2022-02-30",
  ".."].flatMap((text) => signs.map((sign) => text + sign));
const inner = ["?2022", "~2022-01", "2022?-01", "2022-?01", "2022-01~-15", "2022~-01-15", "?2022-01-15", "2022-~01-15", "2022-01-?15"];
const ends = ["", "..", "2021", "2022", "2022-01", "2022-03", "2022-01-10", "2022-01-31", "2022-21", "2022-01?", "2022-03~", "2022-01-10%", "202X",
  "2022-XX", "2022-01-XX", "-0044", "2022-02-30", "Y20220", "2022-01-10T10:00", "x"];
const intervals = ends.flatMap((start) => ends.map((end) => `${start}/${end}`));
const odd = ["2022/2023/2024", "2022//2023", "2022/..?", "?/2022", "2022 / 2023", "2022--2023", "2022..2023", "[2021,2022]", "{2021,2022}",
  "[..2022]", "..2022", "2022..", "...", ".", "/", "//", "../..", "unknown", "open", "unknown/2022", "2022/open", "today", "January 2022", "2022S2",
  "Y2E3", "2022S", "1984-06-02?/2004-08-08~", "2004-06-uu", "２０２２", "٢٠٢٢", "2022‑01‑15", "2022–2023", "2022-01-15 ", " 2022", "2022\u00a0"];
const hours = ["T10", "T10:00", "T10:00:00", "T10:00:00Z", "T10:00:00+06:00", "T24:00:00", "T25:00", "T10:60", "t10:00", " 10:00", "T", "T10:00:00.5Z"];
const times = ["2022-01-15", "2022-01", "2022-02-30"].flatMap((day) => hours.map((hour) => day + hour));
const dated = range(1, 60).map((day) => `${1800 + 7 * day}-${two(1 + (day % 12))}-${two(1 + ((day * 11) % 28))}`);

const texts = [...new Set([years, months, lengths, wrongDays, masks, signed, inner, intervals, odd, times, dated].flat())];

/** The day of a time in milliseconds; nothing where it is open. */
function day(milliseconds) {
  if (!Number.isFinite(milliseconds)) return "";
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

function verdict(text) {
  try {
    parse(text, { level: 1 });
  } catch {
    return "no";
  }
  try {
    const date = edtf(text, { level: 1 });
    return `${day(date.min)}..${day(date.max)}`;
  } catch {
    // It parses, and its own program can make no date of it.
    return "..";
  }
}

writeFileSync("crates/core/tests/spec/edtf.tsv", texts.map((text) => `${text}\t${verdict(text)}\n`).join(""));
console.log(`${texts.length} texts`);
