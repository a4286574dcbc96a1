/// The host as a process, spoken to in bytes.
@NullMarked
package org.certassist.bridge.host;

import org.jspecify.annotations.NullMarked;
