/// Bundles that strangers made: bounded, and never more than text.
@NullMarked
package org.certassist.platform.bundle;

import org.jspecify.annotations.NullMarked;
