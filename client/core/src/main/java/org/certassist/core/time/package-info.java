/// Time as the portals count it: Asia/Shanghai, whatever the PC's zone.
@NullMarked
package org.certassist.core.time;

import org.jspecify.annotations.NullMarked;
