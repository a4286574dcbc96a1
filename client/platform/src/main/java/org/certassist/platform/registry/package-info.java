/// The registry of Windows, read from the exports that Windows itself writes: those of this PC, and
/// recorded ones.
@NullMarked
package org.certassist.platform.registry;

import org.jspecify.annotations.NullMarked;
