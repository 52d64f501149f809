//! Colours and type of the pictures. They are printed and lie in other people's articles: dark on white, always, by
//! rules so plain that every program which draws SVG knows them.

/// The colour of the paper.
pub(super) const PAPER: &str = "#fff";

/// The style sheet inside each picture. Its letters are those of the cards, else what the reader has.
pub(super) const STYLES: &str = concat!(
    "text{font-family:\"Noto Sans\",\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,\"DejaVu Sans\",sans-serif;",
    "fill:#16191d;stroke:none}",
    ".soft{fill:#555c66}",
    ".bold{font-weight:700}",
    ".warn{fill:#9c3f06}",
    ".struck{text-decoration:line-through}",
    ".bar{fill:#0f5499}",
    ".hair{fill:none;stroke:#d8dce1}",
    ".plot{color:#555c66}",
    ".plot text{fill:#555c66;font-size:12px}",
    ".plot .grid{fill:none;stroke:#d8dce1}",
    ".plot .axis{fill:none;stroke:#555c66}",
    ".plot .event{fill:none;stroke:#555c66;stroke-dasharray:1 3}",
    ".plot .line{fill:none;stroke:#8b929b;stroke-width:1.5}",
    ".plot .tail{stroke-dasharray:3 4}",
    ".plot .line.main{stroke:#0f5499;stroke-width:2}",
    ".plot .name.main{fill:#0f5499}",
    ".plot .drop{fill:none;stroke:#0f5499;stroke-width:3}",
    ".plot .bracket{fill:none;stroke:#9c3f06;stroke-width:1.5}",
    ".plot .mark{color:#555c66}",
    ".plot .mark.main{color:#0f5499}",
    ".plot .mark.struck{text-decoration:none}",
    ".plot .halo{fill:none;stroke:#fff;stroke-width:5}",
    ".plot .whisker{fill:none;stroke:currentColor}",
    ".plot .whisker.open{stroke-dasharray:1 3}",
    ".plot .shape{fill:#fff;stroke:currentColor;stroke-width:2}",
    ".plot .full{fill:currentColor}",
    ".plot .ring{fill:none;stroke:none;stroke-width:2}",
    ".plot .selected .ring{stroke:currentColor}",
    ".plot .value{fill:#16191d;stroke:#fff;stroke-width:4;paint-order:stroke;font-size:14px;font-weight:600}",
    ".plot .value.selected{font-weight:700}",
);
