/// The window: the clerk's main job by hand, over the same use cases as the command line.
///
/// Start with [org.certassist.desktop.Desktop], then [org.certassist.desktop.MainWindow]. Each
/// screen is a view drawn from a state, a view model that holds the state, and one use case.
@NullMarked
package org.certassist.desktop;

import org.jspecify.annotations.NullMarked;
