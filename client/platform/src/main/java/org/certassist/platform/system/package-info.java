/// What the system says of itself: which one it is, whether somebody sits before it, the service
/// for smart cards, the disk.
@NullMarked
package org.certassist.platform.system;

import org.jspecify.annotations.NullMarked;
