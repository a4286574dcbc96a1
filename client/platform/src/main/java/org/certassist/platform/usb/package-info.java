/// What is plugged in at the USB sockets, on each system by its own record of it.
@NullMarked
package org.certassist.platform.usb;

import org.jspecify.annotations.NullMarked;
