//! Whether the list of all counts is open, and what opens and closes it.

use leptos::html::Button;
use leptos::prelude::*;

use crate::state::TrackerState;

/// The state of the picker.
#[derive(Clone, Copy)]
pub(in super::super) struct PickerState {
    pub(in super::super) tracker: TrackerState,
    is_open: RwSignal<bool>,
    pub(super) button: NodeRef<Button>,
}

impl PickerState {
    pub(super) fn new(tracker: TrackerState) -> Self {
        Self { tracker, is_open: RwSignal::new(false), button: NodeRef::new() }
    }

    pub(in super::super) fn is_open(self) -> bool {
        self.is_open.get()
    }

    pub(super) fn toggle(self) {
        if self.is_open.get_untracked() {
            return self.close();
        }
        self.is_open.set(true);
    }

    /// Closes the list, and gives the focus back to the button.
    pub(in super::super) fn close(self) {
        self.is_open.set(false);
        if let Some(button) = self.button.get_untracked() {
            _ = button.focus();
        }
    }

    /// Closes the list where the focus has gone elsewhere already.
    pub(in super::super) fn leave(self) {
        self.is_open.set(false);
    }
}
