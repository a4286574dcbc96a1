/// What the portal says of the rows of a declaration that the clerk carried: its list taken in,
/// held against the rows, kept.
@NullMarked
package org.certassist.desktop.results;

import org.jspecify.annotations.NullMarked;
