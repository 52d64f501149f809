// A spreadsheet of a size that a large newsroom keeps, for the benchmarks of the command line.

const HEADER =
  "metric,metric_label,group,unit,value,qualifier,said_on,published_on,speaker,role,institution,outlet,url,archived_url,note";

/** A sheet of `rows` rows on 2,000 metrics, the same as the one of crates/cli/benches/sheet.rs. */
export function spreadsheet(rows) {
  const two = (number) => String(number).padStart(2, "0");
  const row = (_, at) => {
    const [metric, round, source] = [at % 2000, Math.floor(at / 2000), at % 20_000];
    const [month, day, outlet] = [two(1 + (round % 12)), two(1 + (Math.floor(round / 12) % 28)), source % 300];
    return [
      `metric-${metric},Metric ${metric},Group ${metric % 50},people,${100 + at},about,2022-${month}-${day},2022-${month}-${day}`,
      `Speaker ${at % 500},Office ${at % 7},Ministry ${at % 40},Outlet ${outlet}`,
      `https://outlet${outlet}.example.org/${source}/${round},https://archive.example.org/${source},"A note, number ${at}"`,
    ].join(",");
  };
  return `${[HEADER, ...Array.from({ length: rows }, row)].join("\n")}\n`;
}
