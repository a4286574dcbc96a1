/// A list of the portal's, taken in: a file that is dropped or opened, or a text that is pasted.
@NullMarked
package org.certassist.desktop.listing;

import org.jspecify.annotations.NullMarked;
