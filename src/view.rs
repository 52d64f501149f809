//! From a scene to markup, the same natively and in the browser. A view computes nothing.
