/// The port to CMS signatures: making one with a key session, and saying whether one holds.
@NullMarked
package org.certassist.core.signature;

import org.jspecify.annotations.NullMarked;
