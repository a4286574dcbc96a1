/// How repairs are done on this system.
@NullMarked
package org.certassist.platform.repair;

import org.jspecify.annotations.NullMarked;
