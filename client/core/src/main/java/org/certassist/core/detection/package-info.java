/// Which driver each plugged key needs, whether it is there, and if it does not serve, why.
@NullMarked
package org.certassist.core.detection;

import org.jspecify.annotations.NullMarked;
