//! Rows for the benchmarks of sheets.

/// A sheet of `rows` rows on 2,000 metrics.
pub(crate) fn grown(rows: usize) -> String {
    let mut csv =
        "metric,metric_label,group,unit,value,qualifier,said_on,published_on,speaker,role,institution,\
                   outlet,url,archived_url,note\n"
            .to_owned();
    for i in 0..rows {
        let (metric, round, source) = (i % 2000, i / 2000, i % 20_000);
        let (month, day, outlet) = (1 + round % 12, 1 + round / 12 % 28, source % 300);
        csv += &format!(
            "metric-{metric},Metric {metric},Group {},people,{},about,2022-{month:02}-{day:02},2022-{month:02}-{day:02},\
             Speaker {},Office {},Ministry {},Outlet {outlet},https://outlet{outlet}.example.org/{source}/{round},\
             https://archive.example.org/{source},\"A note, number {i}\"\n",
            metric % 50,
            100 + i,
            i % 500,
            i % 7,
            i % 40
        );
    }
    csv
}
