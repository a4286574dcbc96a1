/// The bridge on real parts: SoftHSM2 behind a real host process, and a misbehaving driver in C.
@NullMarked
package org.certassist.keys.bridge;

import org.jspecify.annotations.NullMarked;
