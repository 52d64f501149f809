//! Pictures to look at: `cargo test --test spec -- --ignored pictures` writes them to the temporary directory.

use std::fs;

use figure_tracker_core::dataset::{Event, Figure, Metric, Qualifier, Status};

use super::help::{event, figure, metric, of, picture, range, scene, with, words};

fn deaths() -> Vec<Figure> {
    vec![
        with(Status::Superseded, figure("a", 164.0, "../2022-01-15")),
        with(Status::Superseded, figure("b", 225.0, "2022-01-15?")),
        figure("c", 230.0, "2022-03-14"),
    ]
}

fn happened() -> Vec<Event> {
    vec![
        event("2022-01-02", "Protests begin"),
        event("2022-03-14", "Parliament hearing"),
        event("2023-01-05", "Anniversary hearing"),
    ]
}

fn scopes() -> Vec<Figure> {
    let counts: [(&str, f64); 12] = [
        ("officers", 19.0),
        ("Almaty", 139.0),
        ("Almaty assailants", 86.0),
        ("Almaty inquiry", 53.0),
        ("Almaty gunshot", 48.0),
        ("Almaty stab", 2.0),
        ("Almaty other injuries", 3.0),
        ("regions", 63.0),
        ("civilians", 20.0),
        ("civilians, Almaty", 11.0),
        ("civilians, Almaty region", 8.0),
        ("civilians, Taraz", 1.0),
    ];
    counts.iter().map(|(scope, count)| of(scope, figure(scope, *count, "2022-03-14"))).collect()
}

fn many() -> Vec<Figure> {
    let mut count = 10.0;
    let figure = |index: i32| {
        count += f64::from((index * 7919) % 23);
        let day = figure_tracker_core::date::Day::from_number(18_993 + index + (index * 31) % 3);
        figure(&index.to_string(), count, &day.to_string())
    };
    (0..300).map(figure).collect()
}

fn mixed() -> Vec<Figure> {
    vec![
        words("w", "dozens", "2022-01-06"),
        range("r", 40.0, 60.0, "2022-01-08"),
        figure("a", 44.0, "2022-01-10"),
        Figure { qualifier: Qualifier::MoreThan, ..figure("b", 80.0, "2022-01-20") },
        with(Status::Denied, figure("x", 120.0, "2022-01-25")),
        range("s", 70.0, 110.0, "2022-02-10"),
        Figure { qualifier: Qualifier::About, ..figure("c", 95.0, "2022-02") },
        words("v", "several hundred, according to relatives of the missing", "2022-03-10"),
        Figure { qualifier: Qualifier::UpTo, ..figure("d", 105.0, "2022-03-20~") },
    ]
}

fn undated() -> Vec<Figure> {
    let mut figures = deaths();
    figures.extend([
        figure("u", 100.0, ""),
        figure("v", 100.0, ""),
        figure("w", 180.0, ""),
        words("q", "many", ""),
    ]);
    figures
}

fn long() -> (Vec<Figure>, Vec<Event>) {
    let figures = vec![
        of("whole country, all who died", figure("a", 1_234_567.0, "2022-01-15")),
        of("whole country, all who died", figure("b", 1_534_567.0, "2022-06-15")),
        of("the city and the region of Almaty together", figure("c", 834_567.0, "2022-02-15")),
        of("the city and the region of Almaty together", figure("d", 934_567.0, "2022-08-15")),
    ];
    let events = vec![
        event("2022-01-20", "The President addresses the nation for the second time in a week"),
        event("2022-01-28", "A state of emergency is lifted in all regions"),
        event("2022-03-14", "Hearing"),
        event("2022-08-01", "The commission of inquiry publishes its report"),
    ];
    (figures, events)
}

fn broken() -> Vec<Figure> {
    vec![
        figure("a", 4353.0, "2022-01-15"),
        figure("b", 4500.0, "2022-05-15"),
        figure("c", 4578.0, "2023-01-05"),
    ]
}

#[test]
#[ignore = "pictures are for people"]
fn pictures() {
    let (long_figures, long_events) = long();
    let mut country: Vec<Figure> = deaths().into_iter().map(|figure| of("country", figure)).collect();
    country.extend([of("officers", figure("o", 19.0, "2022-01-15?"))]);
    country.extend(scopes());
    let shows: Vec<(&str, Metric, Vec<Event>)> = vec![
        ("deaths", metric(deaths()), happened()),
        ("scopes", metric(scopes()), happened()),
        ("country", metric(country), happened()),
        ("many", metric(many()), vec![event("2022-02-02", "Something"), event("2022-02-06", "Another")]),
        ("mixed", metric(mixed()), happened()),
        ("undated", metric(undated()), happened()),
        ("long", metric(long_figures), long_events),
        ("broken", metric(broken()), happened()),
        ("one", metric(vec![figure("a", 4578.0, "2022-01-15?")]), happened()),
    ];
    let folder = std::env::temp_dir().join("figure-tracker-pictures");
    fs::create_dir_all(&folder).unwrap();
    for width in [320.0, 390.0, 768.0] {
        let mut page = String::new();
        for (name, metric, events) in &shows {
            let scene = scene(metric, events, width, if width < 600.0 { width * 0.75 } else { 400.0 });
            let svg = picture(&scene, (scene.marks.len() > 4).then_some(2));
            page += &format!("<p>{name}, {}</p>{svg}", scene.unit);
        }
        let style = "body{margin:8px;columns:2;width:fit-content;font:12px sans-serif}p{margin:2px}";
        let page = format!("<meta charset=utf-8><style>{style}</style><body>{page}");
        fs::write(folder.join(format!("{width}.html")), page).unwrap();
    }
}
