//! The views of a widget.

/// Which of its views a widget shows in the place of the chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The step chart with the card of the selected figure.
    #[default]
    OverTime,
    /// The parts that the metric's subject consists of.
    Parts,
    /// Who said the figures, or who printed them.
    Who,
}

impl View {
    /// All views, in the order of their tabs.
    pub const ALL: [Self; 3] = [Self::OverTime, Self::Parts, Self::Who];

    /// Returns the name that the attribute `view` has for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::OverTime => "over-time",
            Self::Parts => "parts",
            Self::Who => "who",
        }
    }

    /// Returns the view with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}
