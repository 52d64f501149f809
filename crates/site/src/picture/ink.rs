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
    ".struck{text-decoration:line-through}",
    ".bar{fill:#0f5499}",
    ".hair{fill:none;stroke:#d8dce1}",
    ".ft-plot{color:#555c66}",
    ".ft-plot text{fill:#555c66;font-size:12px}",
    ".ft-plot .ft-grid{fill:none;stroke:#d8dce1}",
    ".ft-plot .ft-axis{fill:none;stroke:#555c66}",
    ".ft-plot .ft-event{fill:none;stroke:#555c66;stroke-dasharray:1 3}",
    ".ft-plot .ft-line{fill:none;stroke:#8b929b;stroke-width:1.5}",
    ".ft-plot .ft-tail{stroke-dasharray:3 4}",
    ".ft-plot .ft-line.ft-main{stroke:#0f5499}",
    ".ft-plot .ft-line.ft-main:not(.ft-thin){stroke-width:2}",
    ".ft-plot .ft-name.ft-main{fill:#0f5499}",
    ".ft-plot .ft-drop{fill:none;stroke:#0f5499;stroke-width:3}",
    ".ft-plot .ft-bracket{fill:none;stroke:#9c3f06;stroke-width:1.5}",
    ".ft-plot .ft-mark{color:#555c66}",
    ".ft-plot .ft-mark.ft-main{color:#0f5499}",
    ".ft-plot .ft-mark.ft-struck{text-decoration:none}",
    ".ft-plot .ft-halo{fill:none;stroke:#fff;stroke-width:5}",
    ".ft-plot .ft-whisker{fill:none;stroke:currentColor}",
    ".ft-plot .ft-whisker.ft-open{stroke-dasharray:1 3}",
    ".ft-plot .ft-shape{fill:#fff;stroke:currentColor;stroke-width:2}",
    ".ft-plot .ft-full{fill:currentColor}",
    ".ft-plot .ft-ring{fill:none;stroke:none;stroke-width:2}",
    ".ft-plot .ft-selected .ft-ring{stroke:currentColor}",
    ".ft-plot .ft-value{fill:#16191d;stroke:#fff;stroke-width:4;paint-order:stroke;font-size:14px;font-weight:600}",
    ".ft-plot .ft-value.ft-selected{font-weight:700}",
);
