//! The sitemap: the pages in all languages that are updated, for search engines. The frozen copies say the same once more and are
//! left out.

use super::xml::Xml;
use super::{File, Site};
use figure_tracker::components::LEDGER_PAGE;
use figure_tracker_core::date::Date;

/// The sitemap.
pub(super) fn write_sitemap(site: &Site<'_>) -> File {
    let edition = site.dataset.edition.as_ref().and_then(Date::latest);
    let changed =
        edition.filter(|day| (0..=9999).contains(&day.ymd().0)).map(figure_tracker_core::date::Day::text);
    let mut xml = Xml::new();
    xml.open_element("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]);
    let pages = site.translations.iter().flat_map(|translation| {
        let metrics = site.dataset.metrics.iter().map(|metric| site.names.href(&metric.id, ".html"));
        let pages = ["index.html", LEDGER_PAGE].map(str::to_owned).into_iter().chain(metrics);
        pages.map(|page| [&*translation.folder, &page].concat())
    });
    for page in pages {
        xml.open_element("url", &[]);
        xml.write_text_element("loc", &site.full_address(&page));
        if let Some(changed) = &changed {
            xml.write_text_element("lastmod", changed);
        }
        xml.close_element("url");
    }
    xml.close_element("urlset");
    File::new("sitemap.xml", xml.finish())
}
