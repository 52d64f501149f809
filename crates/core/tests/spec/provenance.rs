//! Which document carries what, and who said what in which offices.

use figure_tracker_core::dataset::{self, Dataset};
use figure_tracker_core::provenance::{
    carrying_sources, corrections_newest_first, revisions, speaker_records,
};

fn bundled() -> Dataset {
    dataset::read(include_str!("../../../../data.json")).unwrap()
}

#[test]
fn every_document_has_all_figures_that_it_carries() {
    let dataset = bundled();
    let all = carrying_sources(&dataset, None);
    assert_eq!(all.len(), dataset.sources.len());
    for carrying in &all {
        let figures = dataset.metrics.iter().flat_map(|metric| &metric.figures);
        let carried =
            figures.filter(|figure| figure.sources.iter().any(|entry| entry.source.id == carrying.source.id));
        assert_eq!(carrying.figures.len(), carried.count(), "{}", carrying.source.id);
    }
    let metric = dataset.metric("deaths").unwrap();
    let of_metric = carrying_sources(&dataset, Some(metric));
    assert!(of_metric.len() < all.len());
    assert!(of_metric.iter().all(|source| source.figures.iter().any(|figure| figure.is_of("deaths"))));
}

#[test]
fn every_speaker_has_the_offices_held_and_all_they_said() {
    let dataset = bundled();
    let records = speaker_records(&dataset, None);
    let said: usize = records.iter().map(|record| record.figures.len()).sum();
    assert_eq!(said, dataset.metrics.iter().map(|metric| metric.figures.len()).sum::<usize>());
    let (last, named) = records.split_last().unwrap();
    assert!(last.speaker.is_none() && last.offices.is_empty());
    assert!(named.iter().all(|record| record.speaker.is_some()));
    assert!(named.windows(2).all(|pair| pair[0].figures.len() >= pair[1].figures.len()));
    let asylov = named.iter().find(|record| record.speaker.as_ref().unwrap().id == "asylov").unwrap();
    assert_eq!(asylov.offices[0].office.as_ref().unwrap().get("en"), "Prosecutor General");
    let offices = asylov.offices.clone();
    assert!(offices.iter().enumerate().all(|(place, office)| !offices[..place].contains(office)));
}

#[test]
fn corrections_and_revisions_come_newest_first() {
    let dataset = bundled();
    let corrections = corrections_newest_first(&dataset);
    assert_eq!(corrections.len(), dataset.corrections.len());
    assert!(corrections.windows(2).all(|pair| pair[0].date.latest() >= pair[1].date.latest()));
    assert_eq!(corrections[0].note, dataset.corrections.last().unwrap().note);
    let revised = revisions(&dataset, dataset.metric("deaths").map(|metric| &**metric));
    let ids: Vec<_> = revised.iter().map(|(from, to)| (&*from.id, &*to.id)).collect();
    assert_eq!(
        ids,
        [
            ("deaths-2022-03-14-230", "deaths-2022-01-15-225"),
            ("deaths-2022-01-15-225", "deaths-before-2022-01-15-164"),
        ]
    );
}
