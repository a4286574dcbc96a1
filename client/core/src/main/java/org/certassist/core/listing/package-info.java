/// The lists that a portal shows or exports about people: rows of texts whose columns are known by
/// their header words only.
@NullMarked
package org.certassist.core.listing;

import org.jspecify.annotations.NullMarked;
