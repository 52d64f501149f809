//! Citations in four forms, and that no text of a dataset becomes markup in any of them.

use figure_tracker_core::citation::{Citation, CitationStyle};
use figure_tracker_core::dataset::{self, Dataset};
use figure_tracker_core::localize::Localizer;
use serde_json::json;

const ADDRESS: &str = "https://example.org/deaths.html#figure-tracker=figure%3Da";

/// A dataset whose title, outlet and document are called so.
fn dataset_called(text: &str, archived: Option<&str>) -> Dataset {
    let file = json!({
        "format": 1, "id": "d", "title": text, "language": "en", "edition": "2022-03-20",
        "units": [{ "id": "people", "label": { "one": "person", "other": "people" } }],
        "outlets": [{ "id": "o", "name": text }],
        "speakers": [{ "id": "s", "name": "Berik Asylov" }],
        "sources": [{
            "id": "paper", "outlet": "o", "title": text, "published": "2022-03-14",
            "url": "https://paper.example/a_b?x={y}&z=%20|", "archived": archived,
        }],
        "metrics": [{ "id": "dead", "label": "Deaths", "unit": "people" }],
        "figures": [{
            "id": "f", "metric": "dead", "value": 230, "said": "2022-03-14", "speaker": "s", "sources": ["paper"],
        }],
    });
    dataset::read(file.to_string().as_bytes()).unwrap()
}

fn cite(dataset: &Dataset, style: CitationStyle) -> String {
    let localizer = Localizer::for_language("en-GB");
    let metric = &dataset.metrics[0];
    let citation = Citation::of_figure(&localizer, dataset, metric, &metric.figures[0], Some(ADDRESS));
    citation.format(&localizer, style)
}

const ARCHIVED: &str = "https://web.archive.org/web/20220315101112/https://paper.example/";

#[test]
fn a_figure_is_cited_with_its_documents_the_dataset_and_its_edition() {
    let dataset = dataset_called("The Paper", Some(ARCHIVED));
    assert_eq!(
        cite(&dataset, CitationStyle::Plain),
        "Deaths: 230 people, said by Berik Asylov on 14 March 2022.\n\
         The Paper. The Paper. 14 March 2022. https://paper.example/a_b?x={y}&z=%20| Archived copy: \
         https://web.archive.org/web/20220315101112/https://paper.example/\n\
         The Paper. Edition of 20 March 2022. https://example.org/deaths.html#figure-tracker=figure%3Da"
    );
    assert_eq!(
        cite(&dataset, CitationStyle::Apa),
        "The Paper. (2022, March 14). The Paper. https://paper.example/a_b?x={y}&z=%20| Archived at \
         https://web.archive.org/web/20220315101112/https://paper.example/\n\
         The Paper (2022-03-20 ed.) [Data set]. (2022). Deaths: 230 people, said by Berik Asylov on 14 March 2022. \
         https://example.org/deaths.html#figure-tracker=figure%3Da"
    );
    assert_eq!(
        cite(&dataset, CitationStyle::Bibtex),
        "@misc{d:paper,\n  author = {{The Paper}},\n  title = {{The Paper}},\n  year = {2022},\n  month = mar,\n  \
         day = {14},\n  url = {https://paper.example/a_b?x=%7By%7D&z=%20|},\n  note = {archived copy: \
         \\url{https://web.archive.org/web/20220315101112/https://paper.example/}}\n}\n\n\
         @misc{d:f,\n  title = {{The Paper}},\n  year = {2022},\n  month = mar,\n  day = {20},\n  \
         url = {https://example.org/deaths.html#figure-tracker=figure%3Da},\n  note = {Deaths: 230 people, said by \
         Berik Asylov on 14 March 2022; edition of 2022-03-20}\n}"
    );
    assert_eq!(
        cite(&dataset, CitationStyle::Wiki),
        "Deaths: 230 people, said by Berik Asylov on 14 March 2022\
         <ref>{{cite web |title=The Paper |publisher=The Paper |date=2022-03-14 \
         |url=https://paper.example/a_b?x=%7By%7D&z=%20%7C \
         |archive-url=https://web.archive.org/web/20220315101112/https://paper.example/ |archive-date=2022-03-15 \
         |url-status=live}}</ref>\
         <ref>{{cite web |title=The Paper |date=2022-03-20 \
         |url=https://example.org/deaths.html#figure-tracker=figure%3Da}}</ref>"
    );
}

#[test]
fn an_archived_copy_whose_day_is_not_known_is_linked_behind_the_template() {
    let wiki = cite(&dataset_called("T", Some("https://archive.example/abc")), CitationStyle::Wiki);
    assert!(wiki.contains("}} [https://archive.example/abc Archived copy]</ref>"), "{wiki}");
    assert!(!wiki.contains("archive-url"), "{wiki}");
}

#[test]
fn a_chart_is_cited_as_a_part_of_its_dataset() {
    let dataset = dataset_called("Record", None);
    let localizer = Localizer::for_language("en-GB");
    let citation = Citation::of_chart(&localizer, &dataset, &dataset.metrics[0], "", None);
    assert_eq!(
        citation.format(&localizer, CitationStyle::Plain),
        "Deaths (1 figure).\nRecord. Edition of 20 March 2022."
    );
}

#[test]
fn the_bundled_figures_without_outlet_title_or_date_are_cited_as_what_they_are() {
    let dataset = dataset::read(include_str!("../../../../data.json")).unwrap();
    for tag in ["en", "ru", "kk", "ar"] {
        let localizer = Localizer::for_language(tag);
        for metric in &dataset.metrics {
            for figure in &metric.figures {
                let citation = Citation::of_figure(&localizer, &dataset, metric, figure, None);
                for style in CitationStyle::ALL {
                    let text = citation.format(&localizer, style);
                    assert!(!text.contains("  |") && !text.contains(".."), "{text}");
                    assert!(!text.contains('\u{2068}') && !text.contains('\u{2069}'), "{text}");
                }
                let bibtex = citation.format(&localizer, CitationStyle::Bibtex);
                assert_eq!(bibtex.matches('{').count(), bibtex.matches('}').count(), "{bibtex}");
            }
        }
    }
}

#[test]
fn no_text_becomes_markup() {
    let hostile = "}, evil = {\\input{/etc/passwd}} %$#_&~^ {{DELETE}} [[X|y]] <script> ''b'' ~~~~ __TOC__ \
                   https://evil.example\n* list\u{202e}";
    let dataset = dataset_called(hostile, None);
    let bibtex = cite(&dataset, CitationStyle::Bibtex);
    let mut depth = 0_i32;
    for (place, letter) in bibtex.char_indices() {
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        assert!(depth >= 0, "{}", &bibtex[..=place]);
    }
    assert_eq!((depth, bibtex.matches("@misc{").count()), (0, 2), "{bibtex}");
    assert!(
        !bibtex.contains("\\input") && !bibtex.contains("{/etc") && !bibtex.contains("\n* list"),
        "{bibtex}"
    );
    assert!(bibtex.contains("\\%\\$\\#\\_\\&{\\textasciitilde}{\\textasciicircum}"), "{bibtex}");
    let wiki = cite(&dataset, CitationStyle::Wiki);
    for markup in ["{{DELETE", "[[", "]]", "<script", "''", "~~~~", "__TOC", "https://evil", "\n", "X|y"] {
        assert!(!wiki.contains(markup), "{markup}: {wiki}");
    }
    assert_eq!((wiki.matches("{{").count(), wiki.matches("}}").count()), (2, 2), "{wiki}");
    for style in CitationStyle::ALL {
        assert!(!cite(&dataset, style).contains('\u{202e}'));
    }
    let apa = cite(&dataset, CitationStyle::Apa);
    assert_eq!(apa.lines().count(), 2, "{apa}");
}
