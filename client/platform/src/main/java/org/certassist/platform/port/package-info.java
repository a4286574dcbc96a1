/// Which program listens on a port of this PC; each kind of system tells it in its own way.
@NullMarked
package org.certassist.platform.port;

import org.jspecify.annotations.NullMarked;
