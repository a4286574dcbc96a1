/// The protocol's bytes, byte by byte.
@NullMarked
package org.certassist.bridge.protocol;

import org.jspecify.annotations.NullMarked;
