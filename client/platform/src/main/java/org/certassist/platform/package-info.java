/// What the operating system knows of this PC: libraries, USB devices, the registry.
@NullMarked
package org.certassist.platform;

import org.jspecify.annotations.NullMarked;
