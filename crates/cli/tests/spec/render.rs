//! `render` as people and machines meet it: what it writes, what it says, and with which exit code.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const VALID: &str = include_str!("../../../../tests/data/valid.json");
use crate::import::{Run, run};

const EDITION: &str = "\"edition\": \"2023-01-05\", \"language\"";

/// A folder with a data file in it.
fn folder(data: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("data.json"), data).unwrap();
    folder
}

fn with_edition() -> String {
    VALID.replacen("\"language\"", EDITION, 1)
}

fn render(folder: &Path, args: &[&str]) -> Run {
    run(folder, &[&["render", "data.json", "-o", "site"], args].concat())
}

const BASE: [&str; 2] = ["--base", "https://news.example/figures/"];

/// Every file below a folder.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

#[test]
fn the_same_data_gives_the_same_bytes_and_what_is_there_stays() {
    let folder = folder(&with_edition());
    let first = render(folder.path(), &BASE);
    assert_eq!((first.code, first.err.as_str()), (0, ""));
    let made = tree(&folder.path().join("site"));
    assert_eq!(
        first.out.lines().next(),
        Some(&*format!("site: {0} files, {0} written, 0 as before", made.len()))
    );
    assert!(made.contains_key("editions/2023-01-05/deaths.html"));
    fs::write(folder.path().join("site/notes.txt"), "mine").unwrap();
    let again = render(folder.path(), &BASE);
    assert_eq!(
        again.out.lines().next(),
        Some(&*format!("site: {0} files, 0 written, {0} as before", made.len()))
    );
    fs::remove_file(folder.path().join("site/notes.txt")).unwrap();
    fs::rename(folder.path().join("site"), folder.path().join("before")).unwrap();
    render(folder.path(), &BASE);
    assert!(tree(&folder.path().join("site")) == made, "another process, the same bytes");
}

#[test]
fn a_frozen_copy_is_never_overwritten_with_other_data() {
    let folder = folder(&with_edition());
    render(folder.path(), &BASE);
    let before = tree(&folder.path().join("site"));
    let changed = with_edition().replace("\"value\": 230", "\"value\": 231").replace("149 + 81", "150 + 81");
    let changed = changed.replace("\"149\"", "\"150\"");
    fs::write(folder.path().join("data.json"), &changed).unwrap();
    let refused = render(folder.path(), &BASE);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    assert_eq!(
        refused.err,
        "error: `site/editions/2023-01-05` keeps other data of the same edition: raise `edition`; nothing was written\n"
    );
    assert!(tree(&folder.path().join("site")) == before);
    fs::write(folder.path().join("data.json"), changed.replace("2023-01-05", "2023-02-01")).unwrap();
    assert_eq!(render(folder.path(), &BASE).code, 0);
    let after = tree(&folder.path().join("site"));
    for (name, bytes) in before.iter().filter(|(name, _)| name.starts_with("editions/")) {
        assert_eq!(after.get(name), Some(bytes), "{name}");
    }
    assert!(after.contains_key("editions/2023-02-01/index.html"));
}

#[test]
fn what_is_missing_is_said_once() {
    let folder = folder(VALID);
    let done = render(folder.path(), &[]);
    assert_eq!(done.code, 0);
    assert_eq!(
        done.err,
        "warning: no address was given: feed.xml, sitemap.xml and all .oembed.json begin theirs with \
         https://example.org/; give yours with --base\n\
         warning: the data set has no `edition`: there is no frozen copy\n"
    );
    assert!(!folder.path().join("site/editions").exists());
}

#[test]
fn warnings_of_the_data_are_counted() {
    let data = with_edition().replace(", \"archived\": \"https://a.example/2\"", "");
    let done = render(folder(&data).path(), &BASE);
    assert_eq!(done.code, 0);
    assert_eq!(done.err, "warning: data.json has 1 warning: `figure-tracker check` lists them\n");
}

#[test]
fn an_address_that_is_none_is_wrong_usage() {
    let folder = folder(VALID);
    for base in ["news.example", "ftp://news.example/", "https://", "https://news.example/?a", "javascript:x"]
    {
        let done = render(folder.path(), &["--base", base]);
        assert_eq!(done.code, 2, "{base}");
        assert!(done.err.contains("write the address of a folder"), "{}", done.err);
    }
    assert!(!folder.path().join("site").exists());
}

#[test]
fn a_file_with_an_error_is_not_drawn() {
    let folder = folder(&VALID.replace("\"unit\": \"kzt\"", "\"unit\": \"kzz\""));
    let done = render(folder.path(), &[]);
    assert_eq!((done.code, done.out.as_str()), (1, ""));
    assert!(done.err.starts_with("error[unresolved-reference]: no unit has the id `kzz`\n"), "{}", done.err);
    assert!(!folder.path().join("site").exists());
    assert_eq!(run(folder.path(), &["render", "none.json", "-o", "site"]).code, 2);
}

#[test]
fn machines_get_one_json_document() {
    let folder = folder(&with_edition());
    let json = |args: &[&str]| {
        let done = render(folder.path(), &[args, &["--format", "json"]].concat());
        assert_eq!(done.err, "");
        (done.code, serde_json::from_str::<serde_json::Value>(&done.out).unwrap())
    };
    let (code, said) = json(&BASE);
    let written = said["written"].as_array().unwrap();
    assert_eq!((code, &said["output"], &said["cautions"]), (0, &"site".into(), &serde_json::json!([])));
    assert!(written.contains(&"feed.xml".into()) && written.contains(&"deaths.html".into()));
    fs::write(folder.path().join("data.json"), with_edition().replace("Protests begin", "They begin"))
        .unwrap();
    let (code, said) = json(&BASE);
    assert_eq!(
        (code, &said["taken"], &said["written"]),
        (1, &"site/editions/2023-01-05".into(), &serde_json::json!([]))
    );
    fs::write(folder.path().join("data.json"), "{}").unwrap();
    let (code, said) = json(&[]);
    assert_eq!((code, &said["problems"][0]["severity"]), (1, &"error".into()));
}

/// The `style-src` that a rendering says a policy needs; nothing where it says none.
fn style_policy(run: &Run) -> Option<&str> {
    let line = run.out.lines().last()?;
    line.strip_prefix("a policy that refuses inline styles must name those of the pages: style-src ")
}

#[test]
fn pages_with_their_style_within_themselves_and_what_a_policy_needs_then() {
    let folder = folder(&with_edition());
    let shared = render(folder.path(), &[&BASE[..], &["--style-file"]].concat());
    assert_eq!((shared.out.lines().count(), style_policy(&shared)), (1, None));
    fs::remove_dir_all(folder.path().join("site")).unwrap();

    let done = render(folder.path(), &BASE);
    assert_eq!((done.code, done.err.as_str(), done.out.lines().count()), (0, "", 2));
    let source = style_policy(&done).unwrap();
    let made = tree(&folder.path().join("site"));
    assert!(!made.keys().any(|name| name.starts_with("page-")), "nothing asks for that file");
    for name in ["deaths.html", "index.html", "ledger.html", "editions/2023-01-05/deaths.html"] {
        let html = std::str::from_utf8(&made[name]).unwrap();
        assert_eq!(figure_tracker_site::style_source(html).as_deref(), Some(source), "{name}");
    }
    let again = render(folder.path(), &[&BASE[..], &["--format", "json"]].concat());
    let said: serde_json::Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!(
        (&said["style_sources"], &said["written"]),
        (&serde_json::json!([source]), &serde_json::json!([]))
    );
}

#[test]
fn kept_editions_of_another_release_have_a_style_of_their_own_that_is_named_too() {
    let folder = folder(&with_edition());
    let first = render(folder.path(), &BASE);
    let source = style_policy(&first).unwrap();
    // As another release would have written it.
    let kept = folder.path().join("site/editions/2023-01-05/index.html");
    let html = fs::read_to_string(&kept).unwrap();
    fs::write(&kept, html.replacen(".ft-base{", ".ft-base{top:0;", 1)).unwrap();
    let other = figure_tracker_site::style_source(&fs::read_to_string(&kept).unwrap()).unwrap();
    assert_ne!(source, other);

    fs::write(folder.path().join("data.json"), with_edition().replace("2023-01-05", "2023-02-01")).unwrap();
    let later = render(folder.path(), &BASE);
    let mut both = [source, &*other];
    both.sort_unstable();
    assert_eq!(style_policy(&later), Some(&*both.join(" ")));
    // Also where the pages of today share a file.
    let shared = render(folder.path(), &[&BASE[..], &["--style-file"]].concat());
    assert_eq!(style_policy(&shared), Some(&*other));
    assert!(tree(&folder.path().join("site")).keys().any(|name| name.starts_with("page-")));
}
