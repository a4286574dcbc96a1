/// The sheet in hand: opened, begun or gone on with, edited and kept as a draft, with what the
/// rules found in it.
@NullMarked
package org.certassist.desktop.check;

import org.jspecify.annotations.NullMarked;
